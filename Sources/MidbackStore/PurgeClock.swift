public import Foundation

/// What the job that erases knows of the time, kept so that a clock that jumped is noticed before anything is erased.
public struct PurgeClock: Hashable, Sendable {
    /// The latest time that was believed.
    public var trusted: Date
    /// A later time that is not believed yet, as it was first seen; `nil` while there is no doubt.
    public var doubted: Date?

    /// Makes a record.
    public init(trusted: Date, doubted: Date? = nil) {
        self.trusted = trusted
        self.doubted = doubted
    }
}
