public import MidbackCore

/// Makes a profile from answers and their assessment. "Not sure" and "not answered" never count as a clear no.
/// - Source: `survey.md` section 3 (plan-only values); `plan-logic.md` section 2.
public struct ProfileReader: Sendable {
    private let pack: PlanPack
    /// The conditions of the pack, parsed once and in its order.
    private let flagConditions: [Condition]
    private let remedyConditions: [Condition]
    private let medicineConditions: [Condition]

    /// Reads with the rules of a pack.
    public init(_ pack: PlanPack) {
        self.pack = pack
        flagConditions = pack.flags.map { Condition($0.when) }
        remedyConditions = pack.remedies.map { Condition($0.notWhen) }
        medicineConditions = pack.medicine.rows.map { Condition($0.when) }
    }

    /// A condition over answers. The content check refuses one that cannot be read; should it come here all the same,
    /// whoever asks takes the careful side.
    private enum Condition: Sendable {
        case none, unreadable
        case readable(Expression)

        init(_ source: String?) {
            guard let source else {
                self = .none
                return
            }
            self = (try? ExpressionParser.parse(source)).map(Self.readable) ?? .unreadable
        }
    }

    /// The profile of one person.
    public func profile(
        _ response: QuestionnaireResponse, _ assessment: Assessment, clearance: Clearance = Clearance(),
        orders: [ClinicianOrder] = []
    ) -> PlanProfile {
        let reading = AnswerReading(response)
        let triage = assessment.triage
        let shares = Self.shares(assessment.differential)
        let overrides = PlanOverride.allCases.filter { override in
            triage.planFlags.contains(override.rawValue)
                && !(override == .fracture && Self.isLookedAt(reading, clearance))
        }
        let leading = Self.leadingCause(assessment.differential)
        let mayBeBroken = triage.planFlags.contains(PlanOverride.fracture.rawValue)
        let found = Found(
            overrides: overrides, causes: [leading, shares.first?.cause].compactMap { $0 },
            isLookedAt: mayBeBroken && !overrides.contains(.fracture))
        let flags = flags(reading, found, clearance, orders)
        let average = reading.number("pain-average") ?? reading.number("pain-severity-now") ?? 5
        let worst = max(reading.number("pain-worst") ?? reading.number("pain-severity-now") ?? average, average)
        let settle = reading.code("flare-settle-time").flatMap(SettleTime.init) ?? .hours
        let baseline = Baseline(pack.measures, reading).values
        let stage = Self.stage(reading)
        return PlanProfile(
            level: triage.level, isMidBack: !triage.isOutsideMidBack && Self.isMidBack(reading),
            age: reading.number("age-years"),
            unanswered: pack.levels.mustAnswer.filter { response.answers[$0] == nil }, stage: stage,
            isFresh: ["under-24h", "1-7d"].contains(reading.code("pain-duration") ?? "under-24h"),
            severity: average >= 7 ? .severe : average >= 4 ? .moderate : .mild,
            irritability: .rated(average: average, worst: worst, settle: settle), painAverage: average,
            painWorst: worst, settle: settle, risk: Self.risk(reading, stage, baseline), flags: flags,
            overrides: overrides, firedRules: triage.fired.map(\.id), shares: shares,
            leadingCause: leading, isFlat: assessment.differential.isFlat,
            hasArmSigns: ["arm-tingle", "arm-weak"].contains { Self.maybe(reading.row("symptoms-local", $0)) },
            equipment: equipment(reading), minutes: reading.code("minutes").flatMap(Int.init) ?? pack.selection.minutes,
            daysPerWeek: min(7, max(2, reading.number("days-per-week") ?? pack.selection.daysPerWeek)),
            floor: reading.row("floor-ok", "yes") == .yes, likes: [], dislikes: [],
            aerobic: reading.code("aerobic-choice").flatMap(AerobicChoice.init) ?? .walk,
            goals: GoalTag.allCases.filter { reading.row("goal-tags", $0.rawValue) == .yes },
            work: reading.code("work-pattern").flatMap(WorkPattern.init),
            activity: reading.code("usual-activity").flatMap(UsualActivity.init) ?? .oneOrTwo,
            workImpact: reading.code("work-impact").flatMap(WorkImpact.init) ?? .none,
            fear: reading.number("fear-move"), sleep: reading.number("sleep-quality"),
            isStressed: reading.row("days-list", "stress") == .yes, baseline: baseline,
            medicine: medicine(reading, flags), remedyAnswers: remedyAnswers(reading),
            worseMoves: WorseMove.allCases.filter { reading.row("worse-moves", $0.rawValue) == .yes },
            mayHearOfWeight: Self.mayHearOfWeight(reading), clearance: clearance,
            orders: orders)
    }

    private static func maybe(_ truth: Truth?) -> Bool { truth == .yes || truth == .unknown }

    /// Not with weight that went by itself, nor when somebody is small or frail.
    private static func mayHearOfWeight(_ reading: AnswerReading) -> Bool {
        let against = [reading.row("symptoms-general", "weight-loss"), reading.row("med-ask", "small-frail")]
        return reading.row("heart-risk", "bmi30") == .yes && !against.contains(where: maybe)
    }

    private static func shares(_ differential: Differential) -> [PlanProfile.Share] {
        zip(differential.benignShares.ids, differential.benignShares.values).map { .init(cause: $0, share: $1) }
            .sorted { ($1.share, $0.cause) < ($0.share, $1.cause) }
    }

    /// The most probable cause that the result shows, when it is a serious one and not a mere possibility.
    private static func leadingCause(_ differential: Differential) -> String? {
        let shown = (differential.needsCheck + differential.likely).filter { $0.probability >= 0.2 }
        guard let best = shown.max(by: { $0.probability < $1.probability }) else { return nil }
        return differential.serious.ids.contains(best.cause) ? best.cause : nil
    }

    /// A fracture that rules hold possible and a clinician has looked for. One that the person was told of stays.
    private static func isLookedAt(_ reading: AnswerReading, _ clearance: Clearance) -> Bool {
        clearance.clinicianHasSeen && reading.row("exercise-limits", "spine-break-12w") == .no
    }

    /// Neck or low back alone is not mid-back pain.
    private static func isMidBack(_ reading: AnswerReading) -> Bool {
        let sites = reading.response.answers["pain-site"]?.codes ?? []
        return sites.isEmpty || !sites.allSatisfy { $0 == "neck" || $0 == "low-back" }
    }

    /// Duration not answered: the careful reading is a fresh pain.
    private static func stage(_ reading: AnswerReading) -> Stage {
        switch reading.code("pain-duration") {
        case "over-12w": .chronic
        case "6-12w": .subacute
        default: .acute
        }
    }

    private static func risk(_ reading: AnswerReading, _ stage: Stage, _ scores: [MeasureValue]) -> RecoveryRisk {
        func score(_ id: MeasureID) -> Double { scores.first { $0.measure == id }?.value ?? 0 }
        let tests: [(RecoveryRisk.Point, Bool)] = [
            (.fear, (reading.number("fear-move") ?? 0) >= 6),
            (.expectation, (reading.number("expect-recovery") ?? 10) <= 4),
            (.mood, score(.mood) >= 3), (.worry, score(.worry) >= 3),
            (.sleep, (reading.number("sleep-quality") ?? 10) <= 3),
            (.work, ["some", "off-work"].contains(reading.code("work-impact") ?? "no")),
            (.widespread, reading.row("days-list", "widespread") == .yes),
            (.longLasting, stage == .chronic || reading.code("episodes-before") == "4-or-more"),
        ]
        return RecoveryRisk(points: tests.filter(\.1).map(\.0))
    }

    private func equipment(_ reading: AnswerReading) -> [Equipment] {
        let codes = reading.response.answers["equipment"]?.codes
        let given = codes.map { $0.compactMap(Equipment.init) } ?? pack.selection.assumed
        let all = Set(given + pack.selection.household)
        return Equipment.allCases.filter(all.contains)
    }
}

extension ProfileReader {
    /// What the assessment found that sets flags.
    private struct Found {
        var overrides: [PlanOverride]
        /// Causes that lead the list.
        var causes: [String]
        /// A clinician has looked for the fracture that rules hold possible.
        var isLookedAt: Bool
    }

    private func flags(
        _ reading: AnswerReading, _ assessed: Found, _ clearance: Clearance, _ orders: [ClinicianOrder]
    ) -> [PlanProfile.Flag] {
        var found: [PlanFlag: PlanProfile.Flag.Origin] = [:]
        for (rule, condition) in zip(pack.flags, flagConditions) {
            found[rule.id] = origin(rule, condition, reading, assessed)
        }
        // After twelve weeks a cleared fracture is still a sign of weak bones; before that its own phases apply.
        if clearance.fractureIsCleared, Self.stage(reading) == .chronic, found.removeValue(forKey: .fracture) != nil {
            found[.osteoporosis] = found[.osteoporosis] ?? .clinician
        }
        // Whoever may have broken a bone without a blow has bones to be careful with.
        if assessed.isLookedAt { found[.osteoporosis] = found[.osteoporosis] ?? .rule }
        for order in orders {
            switch order.change {
            case .setFlag(let flag): found[flag] = .clinician
            case .clearFlag(let flag): found[flag] = nil
            default: continue
            }
        }
        return PlanFlag.allCases.compactMap { flag in found[flag].map { .init(flag, $0) } }
    }

    private func origin(
        _ rule: FlagRule, _ condition: Condition, _ reading: AnswerReading, _ assessed: Found
    ) -> PlanProfile.Flag.Origin? {
        if let origin = answered(rule, condition, reading) { return origin }
        if rule.overrides.contains(where: assessed.overrides.contains) { return .rule }
        return assessed.causes.contains(where: rule.topCauses.contains) ? .cause : nil
    }

    private func answered(
        _ rule: FlagRule, _ condition: Condition, _ reading: AnswerReading
    ) -> PlanProfile.Flag.Origin? {
        guard case .readable(let when) = condition else { return nil }
        switch reading.truth(when) {
        case .yes: return .answer
        case .no: return nil
        case .unknown: return rule.unknownSets ? .unknown : nil
        case nil: return rule.unansweredSets ? .unknown : nil
        }
    }

    private func remedyAnswers(_ reading: AnswerReading) -> [String] {
        zip(pack.remedies, remedyConditions).filter { mayHold($1, reading) }.map(\.0.id)
    }

    private func mayHold(_ condition: Condition, _ reading: AnswerReading) -> Bool {
        switch condition {
        case .none: false
        case .unreadable: true
        case .readable(let expression): Self.maybe(reading.truth(expression))
        }
    }

    private func medicine(_ reading: AnswerReading, _ flags: [PlanProfile.Flag]) -> MedicineFacts {
        var response = reading.response
        let set = flags.map(\.flag.rawValue)
        response.answers["flag"] = .codes(set.isEmpty ? ["none"] : set)
        let extended = AnswerReading(response)
        let rows = zip(pack.medicine.rows, medicineConditions).filter { mayHold($1, extended) }.map(\.0)
        return MedicineFacts(
            isWanted: reading.row(pack.medicine.wanted, "yes") == .yes,
            isComplete: pack.medicine.items.allSatisfy { !(response.answers[$0]?.codes ?? []).isEmpty },
            rows: rows.map(\.id))
    }
}

/// Scores that can be read from the survey.
struct Baseline {
    let values: [MeasureValue]

    init(_ measures: [OutcomeMeasure], _ reading: AnswerReading) {
        values = measures.compactMap { measure in
            let given = measure.items.map { Self.number(reading, $0) }
            guard !given.isEmpty else { return nil }
            return measure.score(given).map { MeasureValue(measure: measure.id, value: $0) }
        }
    }

    /// - Source: `survey.md` section 3: not at all 0, several days 1, more than half 2, nearly every day 3.
    private static func number(_ reading: AnswerReading, _ item: String) -> Int? {
        if let number = reading.number(item) { return number }
        guard let code = reading.code(item) else { return nil }
        return ["not-at-all", "several-days", "more-than-half", "nearly-every-day"].firstIndex(of: code)
    }
}
