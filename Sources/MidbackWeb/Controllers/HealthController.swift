import HTTPTypes
import Hummingbird
import MidbackStore

/// Probes for whoever runs the server. They tell nothing else.
struct HealthController: Sendable {
    let health: any StoreHealth

    /// GET /healthz: the process answers.
    func alive(_ request: Request, _ context: SiteContext) async throws -> Response { Answers.text("ok\n") }

    /// GET /readyz: the content is loaded (or there would be no server) and the store reads and writes.
    func ready(_ request: Request, _ context: SiteContext) async throws -> Response {
        do {
            try await health.ping()
            return Answers.text("ready\n")
        } catch {
            return Answers.text("store\n", status: .serviceUnavailable)
        }
    }
}
