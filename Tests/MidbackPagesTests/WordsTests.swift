import Foundation
import MidbackCore
import MidbackPages
import Testing

/// Words and templates fit together: nothing missing, nothing left over, the same placeholders in both languages.
struct WordsTests {
    private static let sources = Fixture.root.appendingPathComponent("Sources/MidbackPages")

    /// Ids that are put together from a fixed part and a code.
    private static let composed = [
        "about.", "band.", "come-back.", "error.", "help.", "result.reason-", "result.strength-", "result.for",
        "result.against", "result.cannot-tell", "source.", "strength.", "disposition.", "common.section-",
        "plan.notice-", "plan.card-", "plan.severity-", "plan.irritability-", "plan.support-", "plan.activity-",
        "calendar.feed-", "what-if.error-", "what-if.verdict-", "what-if.gone", "what-if.new", "export.stop-",
        "export.settle-",
    ]

    private static func text(_ ending: String) -> String {
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == ending }
            .compactMap { try? String(contentsOf: $0, encoding: .utf8) }.joined(separator: "\n")
    }

    private static let used = Set(text("mustache").all("\\{\\{[wt]:([a-z0-9.-]+)\\}\\}"))
    private static let quoted = Set(text("swift").all("\"([a-z][a-z0-9-]*\\.[a-z0-9.-]+)\""))

    private func ownIds() throws -> Set<String> {
        let texts = try ["pages", "plan"].map { name in
            let file = Fixture.root.appendingPathComponent("Content/words/\(name).yaml")
            return try String(contentsOf: file, encoding: .utf8)
        }
        return Set(texts.flatMap { $0.all("(?m)^  ([a-z][a-z0-9.-]+):$") })
    }

    @Test
    func everyWordOfATemplate_exists() throws {
        let words = try Fixture.pack().words
        #expect(Self.used.filter { words[$0] == nil }.isEmpty)
        #expect(Self.used.count > 100)
    }

    @Test
    func everyOwnWord_isUsed() throws {
        let unused = try ownIds().subtracting(Self.used).subtracting(Self.quoted).filter { id in
            !Self.composed.contains { id.hasPrefix($0) }
        }
        #expect(unused.isEmpty)
    }

    @Test
    func composedWords_exist() throws {
        let words = try Fixture.pack().words
        let wanted =
            Routes.Topic.allCases.map { "about.\($0.rawValue)" }
            + ErrorPage.Kind.allCases.flatMap { ["error.\($0.rawValue)", "error.\($0.rawValue)-title"] }
            + ComeBackPage.Problem.allCases.map { "come-back.\($0.rawValue)" }
            + ["floor", "unknown", "too-little-information", "conflict", "backstop", "nothing"].map {
                "result.reason-\($0)"
            }
            + ["strong", "moderate", "weak"].flatMap { ["result.strength-\($0)", "strength.\($0)"] }
            + ["checked", "recalled", "secondary", "estimate"].map { "source.\($0)" }
            + ["fits-best", "possible", "less-likely", "less-likely-but-important"].map { "band.\($0)" }
            + Disposition.allCases.flatMap { level in
                ["label", "short", "time"].map { "disposition.\(level.id).\($0)" }
            }
        #expect(wanted.filter { words[$0] == nil }.isEmpty)
    }

    @Test
    func placeholders_areTheSameInBothLanguages() throws {
        let words = try Fixture.pack().words
        for id in try ownIds() {
            let text = try #require(words[id])
            #expect(Set(text.en.all("\\{[A-Za-z-]+\\}")) == Set(text.es.all("\\{[A-Za-z-]+\\}")), "\(id)")
        }
    }

    @Test
    func noWord_holdsATelephoneNumber() throws {
        let words = try Fixture.pack().words
        for id in try ownIds() {
            let text = try #require(words[id])
            #expect((text.en + text.es).all("\\b(911|988|999|112)\\b|\\d{3}[- ]\\d{4}").isEmpty, "\(id)")
        }
    }
}
