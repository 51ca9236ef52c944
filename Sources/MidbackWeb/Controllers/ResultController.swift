import Hummingbird
import MidbackCore
import MidbackPages
import MidbackWorkflows

/// The explained result.
struct ResultController: Sendable {
    let visitors: Visitors
    let assess: Assess
    let pages: PageWriter

    /// GET /{lang}/result; the same page for print and for "why".
    func page(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        guard let visit = try await visitors.visit(request) else { return Answers.seeOther(Routes.home(language)) }
        guard visit.isFinished, visitors.intake.machine.missing(visit.response).isEmpty else {
            return Answers.seeOther(visitors.address(visitors.intake.place(visit), language))
        }
        let result = try await assess.result(visit, language)
        return pages.page(ResultPage(result), visitors.context(language, path: "result", visit))
    }
}

extension ResultPage {
    init(_ result: AssessedResult) {
        self.init(
            assessment: result.assessment, rules: result.rules, causes: result.causes,
            counterfactuals: result.counterfactuals, response: result.response, decidedAt: result.decidedAt,
            packVersion: result.packVersion, isNotMidback: result.isNotMidback,
            stopKinds: result.support.map(StopPage.Kind.init), isOld: result.isOld,
            takenBack: result.takenBack)
    }
}
