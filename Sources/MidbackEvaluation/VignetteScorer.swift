public import MidbackCore

/// Runs vignettes through the real survey and engine.
public struct VignetteScorer: Sendable {
    private let engine: Engine
    private let translator: VignetteTranslator
    private let machine: SurveyMachine

    /// For one engine.
    public init(_ engine: Engine) {
        self.engine = engine
        translator = VignetteTranslator(engine)
        machine = SurveyMachine(engine)
    }

    /// Scores one vignette.
    public func score(_ vignette: Vignette) -> ScoredVignette {
        let translation = translator.translate(vignette)
        let assessment = assess(translation)
        let ranking = assessment.differential.ranking
        let behaviour = Behaviour(assessment, hasImpossibleValue: !translation.impossible.isEmpty, age: vignette.age)
        return ScoredVignette(
            vignette: vignette, level: assessment.triage.level, fired: assessment.triage.fired.map(\.id),
            ranking: ranking,
            rank: rank(ranking, matching: Set(vignette.gold.acceptableDiagnoses)),
            classRank: classRank(ranking, vignette.gold.acceptableDiagnoses),
            questions: machine.answeredCount(translation.response),
            behavioursMet: vignette.gold.behaviours.filter(behaviour.shows),
            behavioursMissed: vignette.gold.behaviours.filter { !behaviour.shows($0) },
            unknownFacts: translation.unknownFacts)
    }

    /// Two tellings: the more urgent result counts.
    private func assess(_ translation: VignetteTranslator.Translation) -> Assessment {
        let first = engine.assess(translation.response, contradicted: translation.contradicted)
        guard let other = translation.second else { return first }
        let second = engine.assess(other, contradicted: translation.contradicted)
        return second.triage.level < first.triage.level ? second : first
    }

    private func rank(_ ranking: [String], matching accepted: Set<String>) -> Int? {
        ranking.firstIndex { cause in
            !accepted.isDisjoint(with: engine.pack.vignetteAdapter.diagnoses[cause] ?? [])
        }.map { $0 + 1 }
    }

    private func classRank(_ ranking: [String], _ accepted: [String]) -> Int? {
        let classes = engine.pack.vignetteAdapter.diagnosisClasses
        let wanted = Set(accepted.compactMap { classes[$0] })
        return ranking.firstIndex { cause in
            (engine.pack.vignetteAdapter.diagnoses[cause] ?? []).contains { classes[$0].map(wanted.contains) ?? false }
        }.map { $0 + 1 }
    }
}

/// Which behaviours of edge inputs a result shows, read from the result value.
struct Behaviour {
    private let assessment: Assessment
    private let hasImpossibleValue: Bool
    private let age: Int

    init(_ assessment: Assessment, hasImpossibleValue: Bool, age: Int) {
        self.assessment = assessment
        self.hasImpossibleValue = hasImpossibleValue
        self.age = age
    }

    private var triage: Triage { assessment.triage }
    private var isDoubtful: Bool { !triage.conflicts.isEmpty || triage.hasTooLittleInformation || hasImpossibleValue }

    func shows(_ behaviour: String) -> Bool {
        switch behaviour {
        case "says-answers-conflict": !triage.conflicts.isEmpty
        case "asks-to-correct-or-speak-to-someone": isDoubtful || triage.level <= .routine2Weeks
        case "no-confident-diagnosis": !assessment.differential.likely.contains { $0.band == .fitsBest }
        case "emergency-advice-first": triage.level <= .sameDayED
        case "says-pattern-unusual", "low-confidence-stated": isDoubtful || assessment.differential.isFlat
        case "says-not-enough-information": triage.hasTooLittleInformation
        case "asks-to-speak-to-someone": triage.level <= .routine2Weeks
        case "no-exercise-plan": triage.level <= .sameDayED || triage.isOutsideMidBack
        case "no-exercise-plan-first": triage.level <= .urgent24To72h || triage.isOutsideMidBack
        case "rejects-or-asks-again-for-impossible-values": hasImpossibleValue
        case "says-out-of-scope": triage.isOutsideMidBack || age <= 15
        case "no-midback-diagnosis": assessment.differential.likely.isEmpty
        case "no-midback-exercise-plan": triage.isOutsideMidBack || triage.level <= .sameDayED
        case "crisis-help-first": !Set(triage.fired.map(\.id)).isDisjoint(with: ["RF-280", "RF-281", "RF-282"])
        // Every result carries a safety net (a content check), and reaching this line is not crashing.
        case "gives-return-advice", "does-not-crash": true
        default: false
        }
    }
}
