import Foundation
import MidbackCore

/// When each danger row of the gate was ticked last. It is stored with every version of the answers, so that a row
/// taken back is found without opening all earlier versions.
struct GateTrail: Hashable, Codable, Sendable {
    /// List, row, and the time of the newest version with the row, in milliseconds since 1970.
    var lists: [String: [String: Int64]] = [:]

    /// A danger sign of a plan that was ticked and asks its gate list again; "none of these" there takes it back.
    static func row(ofSign id: String) -> String { signMark + id }
    static func isSign(_ row: String) -> Bool { row.hasPrefix(signMark) }
    private static let signMark = "sign:"

    /// Notes a tick; times of a row never go back.
    mutating func note(_ row: String, of list: String, at time: Int64) {
        lists[list, default: [:]][row] = max(time, lists[list]?[row] ?? time)
    }
}
