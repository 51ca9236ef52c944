import Hummingbird
import MidbackCore
import MidbackPages
import MidbackPlan
import MidbackWorkflows

/// "What if": two plans side by side. Nothing is stored.
struct WhatIfController: Sendable {
    let plans: PlanVisits

    /// GET /{lang}/plan/what-if
    func page(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        guard let visit = try await plans.visitors.visit(request) else {
            return Answers.seeOther(Routes.home(language))
        }
        guard isFinished(visit) else { return Answers.seeOther(Routes.plan(language)) }
        return show(wish(visit), visit, language)
    }

    /// POST /{lang}/plan/what-if
    func compare(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        let (visit, form) = try await plans.posted(request)
        guard isFinished(visit) else { return Answers.seeOther(Routes.plan(language)) }
        let reading = WhatIfForm(form, wish(visit), plans.desk.survey, visible: visible(visit))
        guard reading.problems.isEmpty else {
            return show(reading.wish, visit, language, problems: reading.problems)
        }
        guard form.single("_action") != "choose" else { return show(reading.wish, visit, language) }
        let (now, then) = plans.desk.outlook(visit, reading.change(visit.response))
        let comparison = WhatIfPage.Comparison(now: side(now), then: side(then))
        return show(reading.wish, visit, language, comparison)
    }

    private func isFinished(_ visit: Visit) -> Bool {
        visit.isFinished && plans.profile == .direct
            && plans.visitors.intake.machine.missing(visit.response).isEmpty
    }

    private func visible(_ visit: Visit) -> Set<String> { plans.visitors.intake.visible(visit.response) }

    private func wish(_ visit: Visit) -> WhatIfPage.Wish {
        let profile = plans.desk.outlook(visit, .init()).now.profile
        return .init(
            minutes: profile.minutes, days: profile.daysPerWeek, equipment: profile.equipment, floor: profile.floor)
    }

    private func side(_ outlook: PlanDesk.Outlook) -> WhatIfPage.Side {
        .init(level: outlook.assessment.triage.level, plan: outlook.plan)
    }

    private func show(
        _ wish: WhatIfPage.Wish, _ visit: Visit, _ language: Language, _ comparison: WhatIfPage.Comparison? = nil,
        problems: [WhatIfPage.Problem] = []
    ) -> Response {
        let page = WhatIfPage(
            wish: wish, response: visit.response, visible: visible(visit), comparison: comparison,
            problems: problems)
        return plans.page(page, language, path: "plan/what-if", visit, isFaulty: !problems.isEmpty)
    }
}

/// Reads what a person wants to try.
struct WhatIfForm {
    private(set) var wish: WhatIfPage.Wish
    private(set) var problems: [WhatIfPage.Problem] = []
    private let survey: ContentPack
    private static let minutes = NumberField("minutes", 5...60)
    private static let days = NumberField("days", 2...7)

    init(_ form: DecodedForm, _ start: WhatIfPage.Wish, _ survey: ContentPack, visible: Set<String>) {
        self.survey = survey
        wish = start
        if let minutes = Self.minutes.value(form) { wish.minutes = minutes } else { problems.append(.minutes) }
        if let days = Self.days.value(form) { wish.days = days } else { problems.append(.days) }
        wish.equipment = (form.values["equipment"] ?? []).compactMap(Equipment.init)
        wish.floor = form.single("floor") != "no"
        wish.item = form.single("item").flatMap { $0.isEmpty ? nil : $0 }
        wish.answer = form.single("answer").flatMap { $0.isEmpty ? nil : $0 }
        readAnswer(visible)
    }

    private mutating func readAnswer(_ visible: Set<String>) {
        guard let linkId = wish.item else {
            wish.answer = nil
            return
        }
        guard visible.contains(linkId), let item = survey.questionnaire.items.first(where: { $0.linkId == linkId }),
            WhatIfPage.offers(item)
        else {
            problems.append(.item)
            (wish.item, wish.answer) = (nil, nil)
            return
        }
        if let answer = wish.answer, !Self.fits(answer, item) {
            problems.append(.answer)
            wish.answer = nil
        }
    }

    private static func fits(_ answer: String, _ item: Item) -> Bool {
        guard item.options.isEmpty else { return item.option(answer) != nil }
        guard let number = Int(answer) else { return false }
        return number >= item.min ?? 0 && number <= item.max ?? 10
    }

    /// The change in the words of the desk.
    func change(_ response: QuestionnaireResponse) -> PlanDesk.WhatIf {
        var change = PlanDesk.WhatIf()
        change.minutes = wish.minutes
        change.days = wish.days
        change.equipment = wish.equipment
        change.floor = wish.floor
        if let item = wish.item, let answer = wish.answer { change.answer = .init(linkId: item, code: answer) }
        return change
    }
}
