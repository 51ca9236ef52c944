/// What the running program needs to know of its storage, apart from what is in it.
public protocol StoreHealth: Sendable {
    /// Returns when the store can read and write.
    func ping() async throws(StoreError)

    /// Number of schema changes applied; it grows by one with each.
    func schemaVersion() async throws(StoreError) -> Int

    /// Moves everything committed into the main file, so that no side file keeps old bytes.
    func checkpoint() async throws(StoreError)

    /// Rewrites the files without free space. Slow; meant for the nightly job.
    func compact() async throws(StoreError)

    /// Finishes waiting writes and closes. Later calls throw `unavailable(.closed)`; closing twice is no error.
    func close() async throws(StoreError)
}
