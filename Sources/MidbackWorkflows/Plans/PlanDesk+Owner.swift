import Crypto
import Foundation
import MidbackStore

extension PlanDesk {
    /// A mark that pages of one person carry, so that a result that waited on a shared device never ends up in another
    /// person's plan. It leads back to nobody.
    public func owner(of visit: Visit) -> String {
        Hex.encode(SHA256.hash(data: Data("midback owner 1 \(visit.record.id)".utf8)).prefix(8))
    }
}
