import HTTPTypes
import Hummingbird
import MidbackCore
import MidbackPages
import MidbackPlan
import MidbackWorkflows
import NIOCore

/// What a person can look back at and take along: progress, print, everything entered.
struct FollowController: Sendable {
    let plans: PlanVisits
    let origin: SiteOrigin
    /// What the QR code is, for screen readers.
    let qrLabel: LocalizedText?

    /// GET /{lang}/plan/progress
    func progress(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        guard let visit = try await plans.visitors.visit(request) else {
            return Answers.seeOther(Routes.home(language))
        }
        let file = try await plans.desk.file(visit)
        guard let history = file.log.history, let first = file.log.versions.first else {
            return Answers.seeOther(Routes.plan(language))
        }
        let page = ProgressPage(history: history, baseline: first.profile.baseline, today: file.today)
        return plans.page(page, language, path: "plan/progress", visit)
    }

    /// GET /{lang}/plan/print
    func print(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        switch try await plans.follower(request, language) {
        case .elsewhere(let response): return response
        case .follower(let follower):
            guard !follower.plan.week.isEmpty else { return Answers.seeOther(Routes.plan(language)) }
            // The code leads to the place where a private link is typed: a paper must not open anybody's answers.
            let address = origin.expected(host: request.head.authority) + Routes.comeBack(language)
            let page = PlanPrintPage(
                plan: follower.plan, from: follower.file.today, address: address,
                qr: QRCode(address)?.svg(label: qrLabel?[language] ?? ""))
            return plans.page(page, language, path: "plan/print", follower.visit)
        }
    }

    /// GET /{lang}/plan/export
    func export(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        guard let visit = try await plans.visitors.visit(request) else {
            return Answers.seeOther(Routes.home(language))
        }
        let file = try await plans.desk.file(visit)
        let page = ExportPage(response: visit.response, history: file.log.history)
        return plans.page(page, language, path: "plan/export", visit)
    }

    /// GET /{lang}/plan/export.json
    func exportFile(_ request: Request, _ context: SiteContext, _ language: Language) async throws -> Response {
        guard let visit = try await plans.visitors.visit(request) else {
            return Answers.seeOther(Routes.home(language))
        }
        let data = try await plans.desk.export(visit).json
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/json; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"midback.json\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: data)))
    }
}
