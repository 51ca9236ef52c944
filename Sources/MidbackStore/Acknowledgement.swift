public import Foundation

/// The person confirmed to have read a page with emergency advice.
public struct Acknowledgement: Hashable, Sendable {
    /// Which page, for example "stop" or "crisis"; sealed at rest.
    public var page: String
    /// Id of the decision that led to it; `nil` when the page came before any decision was stored.
    public var triageID: String?
    /// When it was confirmed.
    public var at: Date

    /// Makes an acknowledgement.
    public init(page: String, triageID: String? = nil, at: Date) {
        self.page = page
        self.triageID = triageID
        self.at = at
    }
}
