import Hummingbird
import MidbackCore
import MidbackPages
import MidbackWorkflows

/// What the controllers that deal with a person's survey share: who is it, and where to next.
struct Visitors: Sendable {
    let intake: Intake
    let cookie: VisitorCookie
    let forms: FormReader

    /// The survey of the request's cookie; `nil` when there is none any more.
    func visit(_ request: Request) async throws(IntakeError) -> Visit? {
        guard let session = cookie.session(request) else { return nil }
        return try await intake.visit(session)
    }

    /// A posted form whose token belongs to the survey.
    /// - Throws: `formExpired` without a survey or with another token, `badRequest` for a form that cannot be read.
    func posted(_ request: Request) async throws -> (visit: Visit, form: DecodedForm) {
        guard let visit = try await visit(request) else { throw SiteError.formExpired }
        let form = try await forms.read(request)
        guard form.faults.isEmpty else { throw SiteError.badRequest }
        guard isFrom(visit, form) else { throw SiteError.formExpired }
        return (visit, form)
    }

    /// Whether a form was made for this survey in this browser.
    func isFrom(_ visit: Visit, _ form: DecodedForm) -> Bool {
        form.single("_token").map(visit.session.accepts) ?? false
    }

    func context(_ language: Language, path: String?, _ visit: Visit?) -> PageContext {
        PageContext(
            language: language, path: path, formToken: visit?.session.formToken, hasAnswers: visit?.hasAnswers ?? false)
    }

    func address(_ place: Intake.Place, _ language: Language) -> String {
        switch place {
        case .step(let number): Routes.step(number, language)
        case .review: Routes.review(language)
        }
    }

    /// Where "Go on" leads: the result once there is one, else the open question.
    func goOn(_ visit: Visit, _ language: Language) -> String {
        let place = intake.place(visit)
        return visit.isFinished && place == .review ? Routes.result(language) : address(place, language)
    }
}
