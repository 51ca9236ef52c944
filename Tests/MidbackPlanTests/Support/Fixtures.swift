import Foundation
import MidbackCore
import Testing
import Yams

@testable import MidbackContent
@testable import MidbackPlan

/// The content of the repository, read once.
enum Fixtures {
    /// `Content/` of the repository: beside the folder that holds this file's `Tests/`.
    static let folder: URL = {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let content = folder.appendingPathComponent("Content")
            let plans = content.appendingPathComponent("plans")
            if FileManager.default.fileExists(atPath: plans.path) { return content }
        }
        return folder
    }()

    /// Files of the plan and its exercises.
    static let files: [ContentFile] = {
        ["exercises", "plans"].flatMap { name -> [ContentFile] in
            let below = folder.appendingPathComponent(name)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: below.path)) ?? []
            return names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { file in
                let text = try? String(contentsOf: below.appendingPathComponent(file), encoding: .utf8)
                return text.map { ContentFile(path: "\(name)/\(file)", text: $0) }
            }
        }
    }()

    /// Ids of the citations of the whole product.
    static let sources: Set<String> = {
        let file = folder.appendingPathComponent("sources.yaml")
        guard let text = try? String(contentsOf: file, encoding: .utf8), let node = try? Yams.compose(yaml: text),
            let entries = node["sources"]?.sequence
        else { return [] }
        return Set(entries.compactMap { $0["id"]?.string })
    }()

    /// Names of the causes.
    static let causes: [String: LocalizedText] = {
        struct Named: Decodable {
            var id: String
            var name: LocalizedText
        }
        let below = folder.appendingPathComponent("causes/benign")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: below.path)) ?? []
        let causes = names.compactMap { name -> Named? in
            let text = try? String(contentsOf: below.appendingPathComponent(name), encoding: .utf8)
            return text.flatMap { try? YAMLDecoder().decode(Named.self, from: $0) }
        }
        return Dictionary(causes.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }()

    /// Reading of the content.
    static let reading = PlanPackReader.read(files, otherSources: sources)

    /// The pack.
    static func pack() throws -> PlanPack { try #require(reading.pack, "\(reading.diagnostics)") }

    /// The engine, worked out once.
    private static let engineOfContent = reading.pack.map { PlanEngine($0) }

    /// The engine of the content.
    static func engine() throws -> PlanEngine { try #require(engineOfContent) }

    /// A day that never moves.
    static let today = CivilDate(daysSinceEpoch: 20_828)

    /// A file of `plans/cases/`.
    static func cases(_ name: String) throws -> CaseFile {
        let file = folder.appendingPathComponent("plans/cases/\(name).yaml")
        return try YAMLDecoder().decode(CaseFile.self, from: String(contentsOf: file, encoding: .utf8))
    }

    /// A persona by id.
    static func persona(_ id: String) throws -> PlanProfile {
        let file = try cases("personas")
        let found = try #require(file.cases.first { $0.id == id })
        return try found.profile(base: [:], pack())
    }

    /// A person without limits whose pain settles fast, with everything at home.
    static func healthy(_ change: (inout PlanProfile) -> Void = { _ in }) throws -> PlanProfile {
        let file = try cases("acceptance")
        let found = try #require(file.cases.first { $0.id == "no-screen" })
        var profile = try found.profile(base: file.base ?? [:], pack())
        profile.painAverage = 3
        profile.severity = .mild
        profile.irritability = .low
        change(&profile)
        return profile
    }
}

/// The bytes of a value, always the same for the same value.
func bytes(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return try encoder.encode(value)
}
