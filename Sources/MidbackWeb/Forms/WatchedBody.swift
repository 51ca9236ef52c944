import Hummingbird
import NIOCore
import Synchronization

/// Whether a body was read to its end.
final class BodyWatch: Sendable {
    private let ended = Mutex(false)

    var sawEnd: Bool { ended.withLock { $0 } }

    func end() { ended.withLock { $0 = true } }
}

/// A body that tells when its end was reached.
struct WatchedBody: AsyncSequence, Sendable {
    let body: RequestBody
    let watch: BodyWatch

    struct AsyncIterator: AsyncIteratorProtocol {
        var inner: RequestBody.AsyncIterator
        let watch: BodyWatch

        mutating func next() async throws -> ByteBuffer? {
            let part = try await inner.next()
            if part == nil { watch.end() }
            return part
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(inner: body.makeAsyncIterator(), watch: watch) }
}
