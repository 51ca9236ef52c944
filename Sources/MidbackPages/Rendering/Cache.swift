import Synchronization

/// Values made at first use and kept. Two threads may make the same value at once; the first one stays.
final class Cache<Value: Sendable>: Sendable {
    private let values = Mutex<[String: Value]>([:])

    func value(_ key: String, _ make: () throws(PagesError) -> Value) throws(PagesError) -> Value {
        if let value = values.withLock({ $0[key] }) { return value }
        let made = try make()
        return values.withLock { values in
            if let first = values[key] { return first }
            values[key] = made
            return made
        }
    }
}
