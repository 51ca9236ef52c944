import MidbackStore

extension IntakeError {
    /// The same in the words of this room. Ids stay behind: they belong to the store.
    init(_ error: StoreError) {
        switch error {
        case .notFound: self = .gone
        case .conflict(_, let latestVersion): self = .changedMeanwhile(latestVersion: latestVersion)
        case .tooMany: self = .tooMany
        case .alreadyExists: self = .unavailable(code: "already-exists")
        case .rejected: self = .unavailable(code: "rejected")
        case .unreadable: self = .unreadable
        case .unavailable(let outage): self = .unavailable(code: outage.rawValue)
        }
    }
}

/// Runs one call of a store and translates what it throws.
func storing<Value>(
    _ call: () async throws(StoreError) -> Value
) async throws(IntakeError) -> Value {
    do {
        return try await call()
    } catch {
        throw IntakeError(error)
    }
}
