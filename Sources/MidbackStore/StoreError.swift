/// What a store could not do. Cases carry ids and numbers only, so an error may be logged as it is.
public enum StoreError: Error, Hashable, Sendable {
    /// Why the store cannot serve now.
    public enum Outage: String, Hashable, Sendable {
        /// No room left on the disk.
        case full
        /// Another process holds the database.
        case busy
        /// The store was closed.
        case closed
        /// The disk, the file system or the database file failed.
        case failing
    }

    /// No response (or other record) has this id.
    case notFound(id: String)
    /// Somebody wrote a version in between; `latestVersion` is what is stored now.
    case conflict(id: String, latestVersion: Int)
    /// The id, token or key is already taken.
    case alreadyExists(id: String)
    /// A value breaks a rule of the store, for example an empty payload or an id that is not a UUID.
    case rejected(id: String)
    /// The response holds as much as one response may hold; nothing was stored.
    case tooMany(id: String)
    /// Stored bytes do not open: they were changed or moved, or their key is missing.
    case unreadable(id: String)
    /// The store cannot serve now; nothing of the call was stored, and trying again later may help.
    case unavailable(Outage)
}
