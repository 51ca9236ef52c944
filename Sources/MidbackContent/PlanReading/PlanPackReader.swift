public import MidbackCore
public import MidbackPlan

/// Reads `plans/*.yaml` and `exercises/*.yaml` into a plan pack and checks it. Every fault of every file is reported
/// at once, with file and line.
public enum PlanPackReader {
    /// What reading gives.
    public struct Result: Sendable {
        /// The pack; `nil` after an error.
        public var pack: PlanPack?
        /// Faults by file and line.
        public var diagnostics: [Diagnostic]
    }

    /// Whether a path, relative to the content folder, belongs to the plan. Cases are read by `PlanCaseReader`.
    public static func reads(_ path: String) -> Bool {
        (path.hasPrefix("plans/") || path.hasPrefix("exercises/")) && path.hasSuffix(".yaml")
            && !path.hasPrefix("plans/cases/")
    }

    /// Reads and checks the files of a content folder; files of other parts are passed over.
    /// - Parameters:
    ///   - otherSources: ids of citations that stand outside `plans/`.
    ///   - questionnaire: the survey; with it, items and options named in expressions are checked.
    public static func read(
        _ files: [ContentFile], otherSources: Set<String>, questionnaire: Questionnaire? = nil
    ) -> Result {
        var reading = PlanReading(files.filter { reads($0.path) })
        let pack = reading.pack()
        var diagnostics = reading.diagnostics
        if let pack {
            diagnostics += PlanValidators.check(
                PlanUnderTest(
                    pack: pack, places: reading.places, otherSources: otherSources, questionnaire: questionnaire))
        }
        let hasError = diagnostics.contains { $0.severity == .error }
        return Result(pack: hasError ? nil : pack, diagnostics: Diagnostic.sorted(diagnostics))
    }
}

/// One reading of all files.
struct PlanReading {
    private let files: [String: ContentFile]
    private(set) var diagnostics: [Diagnostic] = []
    /// Where ids lie, for the checks.
    private(set) var places = PlanPlaces()
    private var read: Set<String> = []
    private static let libraryFiles: Set<String> = ["families.yaml", "evidence.yaml", "safety.yaml"]

    init(_ files: [ContentFile]) {
        self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The pack, or `nil` when a file cannot be read.
    mutating func pack() -> PlanPack? {
        let library = library()
        let tracks = list("plans/tracks.yaml", "tracks", of: Track.self)
        let flags = list("plans/flags.yaml", "flags", of: FlagRule.self)
        let selection = root("plans/selection.yaml", as: SelectionRules.self)
        let doses = root("plans/doses.yaml", as: DoseRules.self)
        let levels = root("plans/levels.yaml", as: LevelRules.self)
        let progression = root("plans/progression.yaml", as: ProgressionRules.self)
        let pacing = root("plans/pacing.yaml", as: PacingRules.self)
        let remedies = list("plans/remedies.yaml", "remedies", of: Remedy.self)
        let medicine = root("plans/medicine.yaml", as: MedicineScreen.self)
        let education = list("plans/education.yaml", "education", of: EducationMessage.self)
        let forecast = root("plans/forecast.yaml", as: ForecastRules.self)
        let advice = list("plans/advice.yaml", "advice", of: AdviceTopic.self)
        let escalation = root("plans/escalation.yaml", as: EscalationRules.self)
        let measures = list("plans/measures.yaml", "measures", of: OutcomeMeasure.self)
        let checkIns = list("plans/check-ins.yaml", "checkIns", of: CheckInPlan.self)
        let reasons = list("plans/reasons.yaml", "reasons", of: ReasonText.self)
        let words = list("plans/words.yaml", "words", of: PlanWord.self)
        let sources = list("plans/sources.yaml", "sources", of: Citation.self)
        reportUnread()
        guard let library, let selection, let doses, let levels, let progression, let pacing, let medicine,
            let forecast,
            let escalation
        else { return nil }
        return PlanPack(
            library: library, tracks: tracks, flags: flags, selection: selection, doses: doses, levels: levels,
            progression: progression, pacing: pacing, remedies: remedies, medicine: medicine, education: education,
            forecast: forecast, advice: advice, escalation: escalation, measures: measures, checkIns: checkIns,
            reasons: reasons, words: words, sources: sources)
    }

    private mutating func library() -> ExerciseLibrary? {
        let paths = files.keys.filter { $0.hasPrefix("exercises/") }.sorted()
        let own = paths.filter { !Self.libraryFiles.contains(String($0.dropFirst("exercises/".count))) }
        let exercises = own.compactMap { root($0, as: Exercise.self) }
        let families = list("exercises/families.yaml", "families", of: Family.self)
        let ladders = list("exercises/families.yaml", "ladders", of: Ladder.self)
        let evidence = list("exercises/evidence.yaml", "evidence", of: ExerciseEvidence.self)
        guard let safety = root("exercises/safety.yaml", as: ExerciseSafety.self) else { return nil }
        return ExerciseLibrary(
            exercises: exercises.sorted { ($0.number, $0.id) < ($1.number, $1.id) }, families: families,
            ladders: ladders, evidence: evidence, safety: safety)
    }

    private mutating func decoder(_ path: String) -> PlanNodeDecoder? {
        read.insert(path)
        guard let file = files[path] else {
            diagnostics.append(
                Diagnostic(at: SourceLocation(file: path, line: 1), "this file is missing", ruleId: "missing-file"))
            return nil
        }
        return PlanNodeDecoder(file)
    }

    private mutating func root<Value: Codable>(_ path: String, as type: Value.Type) -> Value? {
        guard let decoder = decoder(path) else { return nil }
        let value = decoder.root(as: type)
        take(decoder)
        return value
    }

    private mutating func list<Value: Codable>(_ path: String, _ key: String, of type: Value.Type) -> [Value] {
        guard let decoder = decoder(path) else { return [] }
        let values = decoder.list(key, of: type)
        take(decoder)
        return values
    }

    private mutating func take(_ decoder: PlanNodeDecoder) {
        diagnostics += decoder.diagnostics
        places.add(decoder.places)
    }

    private mutating func reportUnread() {
        for path in files.keys.sorted() where !read.contains(path) {
            diagnostics.append(
                Diagnostic(
                    at: SourceLocation(file: path, line: 1), "no part of the plan reads this file",
                    ruleId: "unknown-file"))
        }
    }
}
