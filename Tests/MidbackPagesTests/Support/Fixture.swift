import Foundation
import MidbackContent
import MidbackCore
import MidbackPages
import MidbackPlan

/// The repository's own content and the page states made with it, loaded once. `MIDBACK_CONTENT` names another folder.
enum Fixture {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static let loaded: LoadResult? = {
        let named = ProcessInfo.processInfo.environment["MIDBACK_CONTENT"].map { URL(fileURLWithPath: $0) }
        return try? PackLoader.load(directory: named ?? root.appendingPathComponent("Content"))
    }()

    private static let made = try? PageStates(pack: pack(), plan: plan())

    /// The content has faults, or pages cannot be drawn with it.
    struct Unusable: Error {}

    static func states() throws -> PageStates {
        guard let made else { throw Unusable() }
        return made
    }

    static func pack() throws -> ContentPack {
        guard let pack = loaded?.pack else { throw Unusable() }
        return pack
    }

    static func plan() throws -> PlanPack {
        guard let plan = loaded?.plan else { throw Unusable() }
        return plan
    }

    /// Every name of a state; known before anything is loaded, so that each is a test case of its own.
    static let names = (try? states().names) ?? ["content-is-faulty"]

    static func html(_ name: String, _ language: Language = .en) throws -> String {
        guard let html = try states().html(name, language) else { throw Unusable() }
        return html
    }
}

extension String {
    /// What lies between two texts, or everything when one of them is missing.
    func between(_ start: String, _ end: String) -> String {
        guard let from = range(of: start), let to = range(of: end, range: from.upperBound..<endIndex) else {
            return self
        }
        return String(self[from.upperBound..<to.lowerBound])
    }

    /// First groups of all matches of a pattern.
    func all(_ pattern: String) -> [String] {
        guard let regex = try? NSRegularExpression(pattern: pattern) else { return [] }
        return regex.matches(in: self, range: NSRange(startIndex..., in: self)).compactMap { match in
            Range(match.range(at: match.numberOfRanges > 1 ? 1 : 0), in: self).map { String(self[$0]) }
        }
    }

    /// Without the parts a pattern finds.
    func without(_ pattern: String) -> String {
        replacingOccurrences(of: pattern, with: "", options: .regularExpression)
    }
}
