/// One check over a whole pack. Each lies in its own file; all of them run, whatever the others find.
protocol Validator: Sendable {
    /// Stable id, for example `unknown-reference`.
    static var id: String { get }
    /// Whether the check makes sense only when every file could be read.
    static var needsEveryFile: Bool { get }
    /// The faults it finds.
    func check(_ draft: DraftPack) -> [Diagnostic]
}

extension Validator {
    static var needsEveryFile: Bool { false }

    /// A fault of this check.
    func fault(_ text: String, at location: SourceLocation, _ severity: Diagnostic.Severity = .error) -> Diagnostic {
        Diagnostic(at: location, text, severity, ruleId: Self.id)
    }
}

/// All checks.
enum Validators {
    /// In the order they run; the order does not change the result.
    static let all: [any Validator] = [
        DuplicateIdValidator(), UnknownReferenceValidator(), ExpressionSyntaxValidator(), ExpressionTypeValidator(),
        ItemShapeValidator(), StepNumberValidator(), DisplayOrderValidator(), UnreachableItemValidator(),
        UnsureWordingValidator(), FindingShapeValidator(), MissingTranslationValidator(), UnwrittenTextValidator(),
        TelephoneNumberValidator(), UnknownPlaceholderValidator(), ContactsValidator(), SafetyNetValidator(),
        MissingSourceValidator(), EmptySuspectsValidator(), RuleNeverFiresValidator(), RuleCasesValidator(),
        RuleCaseOutcomeValidator(), FrighteningWordValidator(), ProbabilityRangeValidator(), ProbabilitySumValidator(),
        ThresholdOrderValidator(), FeatureSumValidator(), PriorSumValidator(), MissingBaselineValidator(),
        EvidenceGroupValidator(),
    ]

    /// The faults all checks find.
    static func check(_ draft: DraftPack) -> [Diagnostic] {
        all.filter { draft.isComplete || !type(of: $0).needsEveryFile }.flatMap { $0.check(draft) }
    }
}
