import HTTPTypes
import Hummingbird
import MidbackCore
import MidbackPages
import MidbackWorkflows

extension SurveyController {
    /// Stores what is valid, then answers: the stop page first, then what is missing, then the next page.
    func accept(_ post: StepPost, _ stored: Visit) async throws -> Response {
        var visit = stored
        do {
            try await intake.save(post.reading.response, post.language, in: &visit)
        } catch {
            return try await unsaved(error, post, stored)
        }
        if let language = post.action.language { return try await change(to: language, post, visit) }
        if post.action == .details { return details(post, visit) }
        if isJudgeable(post, visit) || isCertain(visit), try await assess.mustStop(visit, after: post.step) {
            return Answers.seeOther(Routes.stop(post.language))
        }
        if post.action == .back { return Answers.seeOther(previous(post)) }
        return again(post, visit) ?? Answers.seeOther(next(post))
    }

    /// What could not be stored is shown again, or leads to the emergency page.
    private func unsaved(_ error: IntakeError, _ post: StepPost, _ stored: Visit) async throws -> Response {
        switch error {
        case .changedMeanwhile: return try await changedMeanwhile(post, stored)
        case .gone: throw error
        case .tooMany: return unsaved(post, stored, .full, .full)
        default:
            guard let danger = inDanger(post, stored, status: .serviceUnavailable) else { throw error }
            return danger
        }
    }

    /// Urgency is judged once the danger questions of the page are complete. New details that may be skipped must have
    /// been seen, or the page behind a stop page would never ask them.
    private func isJudgeable(_ post: StepPost, _ visit: Visit) -> Bool {
        let gate = intake.machine.step(post.step)?.items.filter(\.isGate).map(\.linkId) ?? []
        let unseen = post.reading.newDetails.filter { visit.response.answers[$0] == nil }
        return intake.openGateItems(visit.response, step: post.step).isEmpty && !unseen.contains(where: gate.contains)
    }

    /// A rule of the first level fired: whatever else is answered, it stays an emergency, so nothing may hold it up.
    private func isCertain(_ visit: Visit) -> Bool {
        assess.engine.assess(visit.response).triage.fired.contains { $0.level == .emergencyNow }
    }

    /// The same page once more, when something on it is open or an earlier page was skipped.
    private func again(_ post: StepPost, _ visit: Visit) -> Response? {
        if let open = intake.firstIncompleteStep(visit.response), open < post.step { return skipped(open, post, visit) }
        if !post.reading.problems.isEmpty {
            var view = post.view
            if post.step == 0, mayBeEmergency(visit) { view.notice = .mayBeEmergency }
            return show(view, visit, post.language, status: .unprocessableContent)
        }
        return post.reading.newDetails.isEmpty || !isDetailOpen(post, visit) ? nil : details(post, visit)
    }

    /// A row of the first lists is ticked, and its details are still open.
    private func mayBeEmergency(_ visit: Visit) -> Bool {
        ["gate-now", "gate-nerves"].contains { linkId in
            (visit.response.answers[linkId]?.codes ?? []).contains { $0 != "none" && $0 != "not-sure" }
        }
    }

    /// New questions that were not on the page hold it only if one of them still waits for an answer.
    private func isDetailOpen(_ post: StepPost, _ visit: Visit) -> Bool {
        post.reading.newDetails.contains { visit.response.answers[$0] == nil }
    }

    private func details(_ post: StepPost, _ visit: Visit) -> Response {
        var view = StepView(step: post.step, visit.response, isFromReview: post.isFromReview)
        view.notice = post.reading.newDetails.isEmpty ? nil : .detailsOpened
        return show(view, visit, post.language)
    }

    /// A step out of order: its answers are kept, and the first open page comes up with what it misses.
    private func skipped(_ open: Int, _ post: StepPost, _ visit: Visit) -> Response {
        var view = StepView(step: open, visit.response)
        view.problems = intake.machine.missing(step: open, visit.response).map { .init(linkId: $0, kind: .required) }
        return show(view, visit, post.language, status: .conflict)
    }

    private func change(to language: Language, _ post: StepPost, _ visit: Visit) async throws -> Response {
        var visit = visit
        try await intake.use(language, in: &visit)
        return Answers.seeOther(post.address(in: language))
    }

    private func previous(_ post: StepPost) -> String {
        post.step == 0 ? Routes.home(post.language) : Routes.step(post.step - 1, post.language)
    }

    private func next(_ post: StepPost) -> String {
        let isLast = post.step == Intake.lastStep || post.action == .skip || post.action == .review
        return isLast ? Routes.review(post.language) : Routes.step(post.step + 1, post.language)
    }

    /// Somebody else, or a second tab, stored in the same moment.
    private func changedMeanwhile(_ post: StepPost, _ stored: Visit) async throws -> Response {
        guard let newest = try await intake.visit(stored.session) else { throw SiteError.formExpired }
        let again = StepPost(step: post.step, form: post.form, visit: newest, language: post.language, intake: intake)
        var view = again.view
        view.notice = .changedElsewhere
        return show(view, newest, post.language, status: .conflict)
    }

    /// Nothing was stored, but the answers ask for an emergency page: that must not wait.
    func inDanger(_ post: StepPost, _ visit: Visit, status: HTTPResponse.Status) -> Response? {
        assess.stop(post.reading.response, isGate: post.step == 0).map { stop in
            let context = visitors.context(post.language, path: nil, visit)
            return pages.page(StopPage(stop, version: 0), context, status: status)
        }
    }

    /// A person under the adult age: nothing of the page is stored. An age is quickly mistyped, so what was stored
    /// before is erased when the person says that it is right.
    func turnAway(_ post: StepPost, _ visit: Visit) async throws -> Response? {
        let response = post.reading.response
        guard post.step == 0, let age = response.answers["age-years"]?.number, age < adultAge else { return nil }
        guard intake.openGateItems(response, step: 0).isEmpty else {
            // Danger questions first, or the stop page could be missed.
            return show(post.view, visit, post.language)
        }
        // The stop page comes first; after it the question is asked.
        if let stop = assess.stop(response) {
            let page = StopPage(stop, version: StopController.beforeAge)
            return pages.page(page, visitors.context(post.language, path: nil, visit))
        }
        var view = post.view
        view.notice = .underAge(adultAge)
        return show(view, visit, post.language, status: .unprocessableContent)
    }

    /// "Yes, I am under age": everything is erased at once.
    func end(_ post: StepPost, _ visit: Visit) async throws -> Response {
        guard visitors.isFrom(visit, post.form) else { throw SiteError.formExpired }
        try await intake.delete(visit)
        var answer = pages.page(TooYoungPage(), PageContext(language: post.language, path: nil))
        visitors.cookie.forget(on: &answer)
        return answer
    }
}
