import Foundation
import MidbackWorkflows
import Synchronization

/// A clock that stands until it is moved, random bytes that count, and ids that count.
final class TestEnvironment: Sendable {
    private struct State {
        var now = Date(timeIntervalSince1970: 1_800_000_000)
        var counter: UInt64 = 0
    }

    private let state = Mutex(State())

    var environment: Environment {
        Environment(now: { self.now }, randomBytes: { self.bytes($0) }, uuid: { self.id() })
    }

    var now: Date { state.withLock { $0.now } }

    func pass(_ seconds: TimeInterval) { state.withLock { $0.now += seconds } }

    private func next() -> UInt64 {
        state.withLock { state in
            state.counter += 1
            return state.counter
        }
    }

    /// Different every time, the same in every run.
    private func bytes(_ count: Int) -> [UInt8] {
        var value = next() &* 0x9E37_79B9_7F4A_7C15
        return (0..<count).map { _ in
            value ^= value >> 12
            value ^= value << 25
            value ^= value >> 27
            return UInt8(truncatingIfNeeded: (value &* 0x2545_F491_4F6C_DD1D) >> 56)
        }
    }

    private func id() -> UUID {
        let bytes = bytes(16)
        return UUID(
            uuid: (
                bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7], bytes[8], bytes[9],
                bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]
            ))
    }
}
