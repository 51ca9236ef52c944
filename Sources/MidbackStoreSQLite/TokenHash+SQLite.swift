import Foundation
import MidbackStore

extension TokenHash {
    /// The form in which a column holds it.
    var blob: Data { Data(bytes) }
}
