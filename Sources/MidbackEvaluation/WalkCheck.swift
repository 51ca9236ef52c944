public import MidbackCore

/// Random walks through the survey, and what must hold on every one of them.
/// - Source: `standards.md` section 5.2; the rows exempt from monotonicity are computed, and listed in the decisions.
public struct WalkCheck {
    private let engine: Engine
    private let walker: RandomWalker
    private let machine: SurveyMachine
    private let rows: [DangerRows.Row]
    private let exempt: [DangerRows.Row]

    /// For one engine.
    public init(_ engine: Engine) {
        let danger = DangerRows(engine.pack)
        self.init(engine, rows: danger.monotone, exempt: danger.exempt)
    }

    /// Compares the given rows only.
    init(_ engine: Engine, rows: [DangerRows.Row], exempt: [DangerRows.Row] = []) {
        self.engine = engine
        self.rows = rows
        self.exempt = exempt
        walker = RandomWalker(engine)
        machine = SurveyMachine(engine)
    }

    /// A promise that was broken: which one, on which walk.
    public struct Violation: Hashable, Sendable {
        /// The promise.
        public var promise: String
        /// Number of the walk, from 0; the same seed repeats it.
        public var walk: Int
        /// Ids only: rows, rules or levels.
        public var detail: String
    }

    /// What was checked.
    public struct Report: Sendable {
        /// Walks done.
        public var walks = 0
        /// Single-row changes compared.
        public var changes = 0
        /// Rules that fired at least once.
        public var fired: Set<String> = []
        /// Walks per level, most urgent first.
        public var levels = [0, 0, 0, 0, 0]
        /// Promises broken.
        public var violations: [Violation] = []
    }

    /// Danger rows to which monotonicity applies, as `linkId=code`.
    public var monotoneRows: [String] { rows.map { "\($0.linkId)=\($0.code)" } }

    /// Rows read by urgent rules that are exempt, because a rule also reads them under NOT.
    public var exemptRows: [String] { exempt.map { "\($0.linkId)=\($0.code)" } }

    /// Walks `count` times.
    public func run(_ count: Int, seed: UInt64, progress: (Int) -> Void = { _ in }) -> Report {
        var report = Report()
        for walk in 0..<count {
            var random = RandomSource(seed: seed &+ UInt64(walk) &* 0x9E37_79B9)
            check(walker.walk(&random), walk, &report, &random)
            if walk % 1000 == 0 { progress(walk) }
        }
        return report
    }

    private func check(
        _ response: QuestionnaireResponse, _ walk: Int, _ report: inout Report, _ random: inout RandomSource
    ) {
        let assessment = engine.assess(response)
        let triage = assessment.triage
        report.walks += 1
        report.levels[triage.level.rawValue - 1] += 1
        report.fired.formUnion(triage.fired.map(\.id))
        func require(_ holds: Bool, _ promise: String, _ detail: @autoclosure () -> String = "") {
            if !holds { report.violations.append(.init(promise: promise, walk: walk, detail: detail())) }
        }
        require(
            machine.missing(response).isEmpty, "a walk answers every required item",
            machine.missing(response).joined(separator: " "))
        require(engine.assess(response) == assessment, "same answers, same result")
        let bound = (triage.fired + triage.possible).map(\.level).min() ?? .selfCare
        require(triage.level <= bound, "no fired or possible rule is less urgent than the result")
        require(
            triage.level > .sameDayED || assessment.differential.likely.isEmpty, "no benign list at an emergency")
        require(hasSafetyNet(triage.level), "every level has a safety net in every language")
        let sum = assessment.differential.serious.values.reduce(assessment.differential.musculoskeletal, +)
        require(abs(sum - 1) < 1e-6, "posteriors sum to one", "\(sum)")
        checkHidden(response, assessment, require)
        checkMonotone(response, Self.byRules(triage), walk, &report, &random)
    }

    private func hasSafetyNet(_ level: Disposition) -> Bool {
        guard let net = engine.pack.safetyNets.first(where: { $0.level == level }) else { return false }
        return Language.allCases.allSatisfy { language in
            !net.action[language].isEmpty && !net.watchFor.isEmpty && net.watchFor.allSatisfy { !$0[language].isEmpty }
        }
    }

    /// Answers to items that are not shown change nothing.
    private func checkHidden(
        _ response: QuestionnaireResponse, _ assessment: Assessment,
        _ require: (Bool, String, @autoclosure () -> String) -> Void
    ) {
        var stuffed = response
        let shown = Set(
            engine.pack.questionnaire.steps.flatMap { machine.visibleItems(of: $0.number, response) }.map(\.linkId))
        for item in engine.pack.questionnaire.items where !shown.contains(item.linkId) {
            if let option = item.options.first { stuffed.answers[item.linkId] = .codes([option.code]) }
        }
        require(engine.assess(stuffed) == assessment, "answers to hidden items are not read", "")
    }

    /// One danger row: no, then not sure, then yes must never become less urgent. Every other answer stays, and items
    /// that the row opens get the same answer after "not sure" and after yes.
    private func checkMonotone(
        _ response: QuestionnaireResponse, _ level: Disposition, _ walk: Int, _ report: inout Report,
        _ random: inout RandomSource
    ) {
        guard let row = rows.randomElement(using: &random),
            let item = engine.pack.questionnaire.items.first(where: { $0.linkId == row.linkId }),
            let codes = response.answers[row.linkId]?.codes, !codes.contains(row.code),
            // From "I cannot tell" a clear answer may lead to less urgency.
            Set(codes).isDisjoint(with: ["not-sure", "hard-to-say", "rather-not-say"]),
            // "Nothing changes it" is a sign of its own, which another row takes back.
            codes.allSatisfy({ $0 == "none" || item.option($0)?.isExclusive == false })
        else { return }
        let seed = random.next()
        var levels = [level]
        if item.option("not-sure") != nil { levels.append(self.level(response, item, row.code, isSure: false, seed)) }
        levels.append(self.level(response, item, row.code, isSure: true, seed))
        report.changes += 1
        if zip(levels, levels.dropFirst()).contains(where: { $1 > $0 }) {
            let text = levels.map(\.id).joined(separator: " > ")
            report.violations.append(
                .init(
                    promise: "a worry never lowers the urgency", walk: walk,
                    detail: "\(row.linkId)=\(row.code): \(text)"))
        }
    }

    private func level(
        _ response: QuestionnaireResponse, _ item: Item, _ code: String, isSure: Bool, _ seed: UInt64
    ) -> Disposition {
        var changed = response
        let kept = (response.answers[item.linkId]?.codes ?? []).filter { item.option($0)?.isExclusive == false }
        let rows = Set(kept + [isSure ? code : "not-sure"])
        changed.answers[item.linkId] = .codes(item.options.map(\.code).filter(rows.contains))
        if !isSure { changed.answers["\(item.linkId)-unsure"] = .codes([code]) }
        walker.completeOpened(since: response, &changed, seed: seed)
        return Self.byRules(engine.assess(changed).triage)
    }

    /// The level by rules, floors and what is not ruled out. Posteriors, conflicts and "too little known" are left out:
    /// a clearer answer may take them back, by design.
    private static func byRules(_ triage: Triage) -> Disposition {
        let levels = (triage.fired + triage.possible).map(\.level) + triage.floors.map { _ in Disposition.sameDayED }
        return levels.min() ?? .selfCare
    }
}
