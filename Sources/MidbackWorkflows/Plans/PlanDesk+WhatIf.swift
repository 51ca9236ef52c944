public import MidbackCore
public import MidbackPlan

extension PlanDesk {
    /// A change to try out.
    public struct WhatIf: Hashable, Sendable {
        /// Minutes of one session.
        public var minutes: Int?
        /// Sessions a week.
        public var days: Int?
        /// What the person has.
        public var equipment: [Equipment]?
        /// Whether getting down to the floor is fine.
        public var floor: Bool?
        /// One other answer.
        public var answer: OtherAnswer?

        /// No change.
        public init() {}
    }

    /// An answer to try: the code of an option, or a number in digits.
    public struct OtherAnswer: Hashable, Sendable {
        /// The question.
        public var linkId: String
        /// Its other answer.
        public var code: String

        /// Names an answer.
        public init(linkId: String, code: String) {
            self.linkId = linkId
            self.code = code
        }
    }

    /// Urgency and first plan for some answers.
    public struct Outlook: Sendable {
        /// What the answers mean.
        public var assessment: Assessment
        /// What the plan is made from.
        public var profile: PlanProfile
        /// The plan they would give.
        public var plan: CarePlan
    }

    /// How things are, and how they would be. Nothing is stored.
    public func outlook(_ visit: Visit, _ change: WhatIf) -> (now: Outlook, then: Outlook) {
        let now = outlook(visit.response, WhatIf())
        var response = visit.response
        if let answer = change.answer {
            set(answer.linkId, answer.code, &response)
            fillDetails(&response)
        }
        return (now, outlook(response, change))
    }

    /// Details that a row opens get their first option, which the content makes the most worrying one: "what if" must
    /// never call a danger harmless because its details were not asked.
    private func fillDetails(_ response: inout QuestionnaireResponse) {
        for _ in 0..<6 {
            let missing = intake.machine.missing(response)
            guard !missing.isEmpty else { return }
            for linkId in missing {
                guard let item = survey.questionnaire.items.first(where: { $0.linkId == linkId }) else { continue }
                if let first = item.options.first { response.answers[linkId] = .codes([first.code]) }
            }
        }
    }

    private func outlook(_ response: QuestionnaireResponse, _ change: WhatIf) -> Outlook {
        let assessment = assess.engine.assess(response)
        var profile = reader.profile(response, assessment)
        profile.minutes = change.minutes ?? profile.minutes
        profile.daysPerWeek = change.days ?? profile.daysPerWeek
        profile.equipment = change.equipment ?? profile.equipment
        profile.floor = change.floor ?? profile.floor
        return Outlook(
            assessment: assessment, profile: profile, plan: engine.build(profile, today: today))
    }

    /// A row of a list is added, or taken away when it is ticked now; other answers are replaced.
    private func set(_ linkId: String, _ code: String, _ response: inout QuestionnaireResponse) {
        guard let item = survey.questionnaire.items.first(where: { $0.linkId == linkId }) else { return }
        guard let option = item.option(code) else {
            if item.options.isEmpty, let number = Int(code) { response.answers[linkId] = .number(number) }
            return
        }
        guard item.kind.allowsSeveral, !option.isExclusive else {
            response.answers[linkId] = .codes([code])
            return
        }
        let given = response.answers[linkId]?.codes ?? []
        let kept = given.filter { item.option($0)?.isExclusive == false }
        let rows = kept.contains(code) ? kept.filter { $0 != code } : kept + [code]
        let ordered = item.options.map(\.code).filter(rows.contains)
        let none = item.options.first { $0.code == "none" }.map { [$0.code] } ?? []
        response.answers[linkId] = .codes(ordered.isEmpty ? none : ordered)
    }
}
