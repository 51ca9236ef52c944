import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import MidbackCore
import MidbackPages
import MidbackStore
import MidbackTestSupport
import MidbackWorkflows
import NIOCore
import Synchronization

@testable import MidbackWeb

/// A whole server without sockets, on stores in memory.
struct TestSite: Sendable {
    let client: any TestClientProtocol
    let stores: Stores
    let test: TestEnvironment
    let log: TestLog

    func newBrowser() -> Browser { Browser(client) }
}

/// Log lines as they would be printed.
final class TestLog: Sendable {
    private let written = Mutex<[String]>([])

    var lines: [String] { written.withLock { $0 } }

    var logger: Logger {
        var logger = Logger(label: "test") { _ in
            JSONLogHandler(now: { .init(timeIntervalSince1970: 1_800_000_000) }) { line in
                self.written.withLock { $0.append(line) }
            }
        }
        logger.logLevel = .trace
        return logger
    }
}

/// Builds the real application and runs a test in it.
func withSite(
    _ configuration: ServerConfiguration = ServerConfiguration(limits: Limits(surveyStarts: .unlimited)),
    setup: TestingSetup = .router, _ body: @Sendable (TestSite) async throws -> Void
) async throws {
    let (stores, test, log) = (Stores.inMemory(), TestEnvironment(), TestLog())
    let app = try MidbackApplication.build(
        configuration: configuration,
        dependencies: Dependencies(
            engine: TestPack.engine, plan: TestPack.plan, responses: stores.responses, plans: stores.plans,
            health: stores.health,
            environment: test.environment, logger: log.logger))
    try await app.test(setup) { client in
        try await body(TestSite(client: client, stores: stores, test: test, log: log))
    }
}
