import Logging
import MidbackStore
import MidbackWorkflows
import ServiceLifecycle

/// Erases hourly what is kept long enough.
struct RetentionService: Service {
    let retention: Retention
    let logger: Logger
    var interval = Duration.seconds(3_600)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await purge()
                try? await Task.sleep(for: interval)
            }
        }
    }

    private func purge() async {
        do {
            let counts = try await retention.purge()
            logger.info(
                "purge",
                metadata: [
                    "unfinished": "\(counts.unfinished)", "finished": "\(counts.finished)",
                    "sessions": "\(counts.sessions)", "claims": "\(counts.claims)",
                ])
        } catch {
            logger.error("purge failed", metadata: ["error": "\(SiteError(error).code)"])
        }
    }
}
