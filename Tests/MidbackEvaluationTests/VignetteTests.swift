import Foundation
import MidbackContent
import MidbackCore
import Testing

@testable import MidbackEvaluation

@Suite struct VignetteTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let engine: Engine? = (try? PackLoader.load(directory: root.appendingPathComponent("Content")))?.pack
        .flatMap { try? Engine($0) }

    private func score(_ path: String) throws -> ScoreTable {
        let engine = try #require(Self.engine)
        let text = try String(contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)
        let scored = try VignetteReader.read(text).map(VignetteScorer(engine).score)
        #expect(scored.allSatisfy { $0.unknownFacts.isEmpty })
        return ScoreTable(scored)
    }

    /// The reference run of the evidence reaches these on the public set; a fall below is a change of content to explain.
    @Test(
        .enabled(
            if: FileManager.default.fileExists(
                atPath: root.appendingPathComponent("../shared/vignettes/public.yaml").path)))
    func publicSet_keepsWhatTheEvidenceReaches() throws {
        let table = try score("../shared/vignettes/public.yaml")
        #expect(table.n == 40)
        #expect(table.shares["triage_acceptable"]?.count == 40)
        #expect(table.shares["must_not_under"]?.count == 0)
        #expect((table.shares["top3"]?.value ?? 0) >= 0.87)
    }

    @Test func ownSet_hasNoDangerousMiss() throws {
        let table = try score("Tests/Vignettes/own.yaml")
        #expect(table.n >= 80)
        #expect(table.shares["must_not_under"]?.count == 0)
        #expect((table.shares["emergency_sensitivity"]?.value ?? 0) >= 0.98)
        #expect((table.shares["triage_acceptable"]?.value ?? 0) >= 0.92)
    }

    /// Written after the content was tuned on the other sets, without sight of it.
    @Test func freshSet_hasNoDangerousMiss() throws {
        let table = try score("Tests/Vignettes/fresh.yaml")
        #expect(table.n == 60)
        #expect(table.shares["must_not_under"]?.count == 0)
        #expect((table.shares["emergency_sensitivity"]?.value ?? 0) >= 0.95)
        #expect((table.shares["triage_acceptable"]?.value ?? 0) >= 0.92)
    }

    @Test func wilsonInterval_matchesPublishedValues() {
        let (low, high) = Share(count: 33, of: 40).interval
        #expect(abs(low - 0.6805) < 0.001 && abs(high - 0.9125) < 0.001)
        #expect(Share(count: 0, of: 0).value == nil)
    }

    @Test func randomWalks_keepEveryPromise() throws {
        let report = WalkCheck(try #require(Self.engine)).run(1_000, seed: 7)
        #expect(report.walks == 1_000)
        #expect(report.changes > 100)
        #expect(report.violations.isEmpty, "\(report.violations.prefix(3))")
    }

    /// A question that disappears with a worry is what the check is for, so it must find one that is planted.
    @Test func randomWalks_questionHiddenByAWorry_isFound() throws {
        var pack = try #require(Self.engine).pack
        for step in pack.questionnaire.steps.indices {
            for item in pack.questionnaire.steps[step].items.indices
            where pack.questionnaire.steps[step].items[item].linkId == "symptoms-local" {
                pack.questionnaire.steps[step].items[item].enableWhen = "symptoms-general!=night-sweats"
            }
        }
        let row = DangerRows.Row(linkId: "symptoms-general", code: "night-sweats")
        #expect(WalkCheck(try Engine(pack)).monotoneRows.contains("symptoms-general=night-sweats"))
        let report = WalkCheck(try Engine(pack), rows: [row]).run(600, seed: 7)
        #expect(report.violations.contains { $0.detail.hasPrefix("symptoms-general=night-sweats") })
    }
}
