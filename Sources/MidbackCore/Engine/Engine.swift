/// The decision engine: a content pack compiled once into dense tables, then pure functions of answers.
///
/// Same answers and same pack give the same value, byte for byte. It reads no clock, randomness, locale or files.
public struct Engine: Sendable {
    /// Version of the algorithms; a decision record names it beside the pack.
    public static let version = "1.0.0"

    /// The content it was compiled from.
    public let pack: ContentPack
    let layout: AnswerLayout
    let visibility: Visibility
    let lanes: AnswerLanes
    let findings: FindingTable
    let rules: TriageEngine
    let serious: SeriousInference
    let benign: BenignInference
    let builder: DifferentialBuilder
    let unknowns: UnknownItems
    let outside: OutsideMidBack

    /// Compiles a pack.
    /// - Throws: `EngineError` with the place and the fault, if an expression of the pack is wrong.
    public init(_ pack: ContentPack) throws(EngineError) {
        self.pack = pack
        layout = AnswerLayout(pack.questionnaire)
        do {
            visibility = try Visibility(layout)
            findings = try FindingTable(pack.findings, answers: layout)
        } catch {
            throw EngineError(place: "questionnaire or findings", problem: error)
        }
        lanes = AnswerLanes(layout: layout)
        serious = try SeriousInference(pack.seriousModel, findings: findings)
        benign = try BenignInference(pack.benignModel, findings: findings)
        rules = try TriageEngine(pack, answers: layout, findings: findings, classIds: serious.classIds)
        builder = DifferentialBuilder(pack)
        unknowns = UnknownItems(layout: layout, dangerItems: rules.dangerItems)
        outside = OutsideMidBack(layout)
    }

    /// Urgency and causes of one response. Items not answered count as no for rules and say nothing for causes;
    /// answers to hidden items are not read.
    /// - Parameter contradicted: items with a second, contradicting answer from outside the survey.
    public func assess(_ response: QuestionnaireResponse, contradicted: [String] = []) -> Assessment {
        assess(visibility.dense(response), contradicted: contradicted)
    }

    func assess(_ answers: DenseAnswers, contradicted: [String] = []) -> Assessment {
        let table = lanes.table(answers)
        let context = TriageEngine.Context(
            answers: table, unresolved: lanes.unresolvedLists(answers), unknownItems: unknowns.list(answers),
            contradicted: contradicted, isOutsideMidBack: outside.holds(answers))
        return assess(findings.derive(table), context)
    }

    /// Urgency and causes of findings given directly, as the acceptance cases of the content do. Findings not given
    /// hold their default; a gradual start and an unchanged trend are assumed.
    public func assess(_ given: FindingSet) -> Assessment {
        assess(findings.table(given, defaults: Self.caseDefaults), TriageEngine.Context())
    }

    /// - Source: `red-flags.md` section 9.
    static let caseDefaults = ["onset-speed": "gradual", "pain-trend": "same"]

    /// How urgent, without the causes: what counterfactuals ask about again and again.
    func level(_ answers: DenseAnswers) -> Disposition {
        let table = lanes.table(answers)
        let context = TriageEngine.Context(
            answers: table, unresolved: lanes.unresolvedLists(answers), isOutsideMidBack: outside.holds(answers))
        let findings = findings.derive(table)
        return rules.triage(findings, context, posteriors: serious.infer(findings).posteriors).level
    }

    private func assess(_ table: LaneTable, _ context: TriageEngine.Context) -> Assessment {
        let inference = serious.infer(table)
        let triage = rules.triage(table, context, posteriors: inference.posteriors)
        let shares = benign.infer(benign.features(table))
        return Assessment(
            triage: triage, differential: builder.build(inference, shares: shares, triage: triage))
    }

    /// Rules that are true for findings given directly, for the cases beside each rule.
    public func firedRules(_ given: FindingSet) -> Set<String> { Set(assess(given).triage.fired.map(\.id)) }
}
