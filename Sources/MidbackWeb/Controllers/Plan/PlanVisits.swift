import Foundation
import Hummingbird
import MidbackCore
import MidbackPages
import MidbackPlan
import MidbackStore
import MidbackWorkflows

/// What the controllers of the plan share: the visitor, the plan as it stands, and the rules of the clinic.
struct PlanVisits: Sendable {
    let visitors: Visitors
    let desk: PlanDesk
    let pages: PageWriter
    /// How much the clinic shows.
    let profile: ClinicInfo.Profile
    let environment: MidbackWorkflows.Environment
    let limiter: RateLimiter

    /// A visitor whose plan may be followed.
    struct Follower {
        var visit: Visit
        var file: PlanFile
        var history: PlanHistory

        var plan: CarePlan { history.plan }
    }

    /// The visitor, when there is a stored plan that does not rest; otherwise where to go instead.
    enum Found {
        case follower(Follower)
        case elsewhere(Response)
    }

    /// - Parameter isScreening: the page is a danger screen itself, so an open one does not lead away from it.
    func follower(_ request: Request, _ language: Language, isScreening: Bool = false) async throws -> Found {
        guard let visit = try await visitors.visit(request) else {
            return .elsewhere(Answers.seeOther(Routes.home(language)))
        }
        return try await follower(visit, language, isScreening: isScreening)
    }

    /// The same for a posted form whose token was checked.
    func follower(_ visit: Visit, _ language: Language, isScreening: Bool = false) async throws -> Found {
        guard profile == .direct else { return .elsewhere(Answers.seeOther(Routes.plan(language))) }
        var visit = visit
        let (file, _) = try await Self.retrying { try await desk.current(&visit) }
        guard let history = file.log.history, file.rest == nil || file.rest == .openScreen else {
            return .elsewhere(Answers.seeOther(Routes.plan(language)))
        }
        guard file.rest == nil || isScreening else { return .elsewhere(Answers.seeOther(Routes.signs(language))) }
        return .follower(Follower(visit: visit, file: file, history: history))
    }

    /// A posted form whose token belongs to the survey; posts of one survey are counted.
    func posted(_ request: Request) async throws -> (visit: Visit, form: DecodedForm) {
        let (visit, form) = try await visitors.posted(request)
        try limiter.take(.planPost, survey: visit.record.id)
        return (visit, form)
    }

    func page(
        _ page: some Page, _ language: Language, path: String, _ visit: Visit, isFaulty: Bool = false
    ) -> Response {
        pages.page(
            page, visitors.context(language, path: path, visit), status: isFaulty ? .unprocessableContent : .ok)
    }

    /// A fresh key for a form.
    func key() -> String { environment.uuid().uuidString.lowercased() }

    /// Somebody else, often another tab or a late copy, wrote in between: look again. Each try reads anew.
    static func retrying<Value>(_ call: () async throws -> Value) async throws -> Value {
        for _ in 0..<3 {
            do {
                return try await call()
            } catch let error as PlanDeskError {
                guard case .intake(.changedMeanwhile) = error else { throw error }
            }
        }
        return try await call()
    }
}

extension SiteError {
    /// In the words of this room. Rejected values have a page of their own and never come here.
    init(_ error: PlanDeskError) {
        switch error {
        case .intake(let error): self = SiteError(error)
        case .noPlan, .resting: self = .notFound
        case .rejected: self = .badRequest
        }
    }
}
