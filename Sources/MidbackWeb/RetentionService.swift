import Foundation
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
            report(try await retention.purge())
        } catch {
            logger.error("purge failed", metadata: ["error": "\(SiteError(error).code)"])
        }
    }

    private func report(_ outcome: Retention.Outcome) {
        switch outcome {
        case .purged(let counts):
            logger.info(
                "purge",
                metadata: [
                    "unfinished": "\(counts.unfinished)", "finished": "\(counts.finished)",
                    "sessions": "\(counts.sessions)", "claims": "\(counts.claims)",
                ])
        case .doubted(let days, let believedAfter):
            logger.error(
                "purge waits: the clock jumped ahead; check it, or start once with --trust-clock",
                metadata: ["days": "\(days)", "believedAfter": "\(believedAfter.formatted(.iso8601))"])
        }
    }
}
