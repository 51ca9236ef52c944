import Hummingbird
import NIOCore
import Synchronization

/// What one request carries along: where it came from, and what the log will say about it.
struct SiteContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The connection; closed when a body is not waited for.
    let channel: any Channel
    /// Shared with the middleware outside.
    let trace = RequestTrace()

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }

    /// IP address of the other end of the connection, without port.
    var peer: String? { channel.remoteAddress?.ipAddress }
}

/// Notes of the inner middleware for the outer one.
final class RequestTrace: Sendable {
    private let noted = Mutex<SiteError?>(nil)

    /// The error that was answered, if any.
    var error: SiteError? { noted.withLock { $0 } }

    func note(_ error: SiteError) { noted.withLock { $0 = error } }
}
