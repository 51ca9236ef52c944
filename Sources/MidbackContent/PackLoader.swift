public import Foundation
public import MidbackCore
public import MidbackPlan

/// What loading gives: a pack only if no fault is an error, and all faults in any case.
public struct LoadResult: Sendable {
    /// The pack with its digest, or `nil` when there is an error.
    public var pack: ContentPack?
    /// The plan part, or `nil` when there is an error in it or the folder has no plans.
    public var plan: PlanPack?
    /// Worked examples that lie beside the pack.
    public var cases: ContentCases
    /// All faults, by file and line.
    public var diagnostics: [Diagnostic]

    /// The faults that keep the pack from being used.
    public var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
}

/// Reads YAML content, checks it with every validator and makes a `ContentPack`. Loading never stops at the first
/// fault.
public enum PackLoader {
    /// Ids of the validators, in the order they run.
    public static var validatorIds: [String] { Validators.all.map { type(of: $0).id } }

    /// Loads a content folder.
    /// - Throws: `ContentError` when the folder or one of its files cannot be read at all.
    public static func load(directory: URL) throws(ContentError) -> LoadResult {
        load(files: try ContentFile.all(in: directory))
    }

    /// Loads files given in memory.
    public static func load(files: [ContentFile]) -> LoadResult {
        let (draft, faults) = PackReader.read(files)
        let plan = planPart(files, draft.pack)
        let diagnostics = Diagnostic.sorted(faults + Validators.check(draft) + plan.diagnostics)
        let isFaulty = diagnostics.contains { $0.severity == .error }
        let pack = isFaulty ? nil : try? CompiledPack.withDigest(draft.pack)
        return LoadResult(pack: pack, plan: plan.pack, cases: draft.cases, diagnostics: diagnostics)
    }

    /// A folder without plans is a pack for triage alone.
    private static func planPart(_ files: [ContentFile], _ pack: ContentPack) -> PlanPackReader.Result {
        guard files.contains(where: { $0.path.hasPrefix("plans/") }) else { return .init(pack: nil, diagnostics: []) }
        return PlanPackReader.read(
            files, otherSources: Set(pack.sources.map(\.id)), questionnaire: pack.questionnaire)
    }
}
