/// A fixed map from ids to small integers, asked for every answer of every response. Ids are short and come from the
/// content, never from a stranger, so a plain fast hash (FNV-1a) does where a dictionary's guarded one is slower.
struct IdTable: Sendable {
    private struct Place: Sendable {
        var id = ""
        var owner: Int32 = 0
        /// -1: empty.
        var value: Int32 = -1
    }

    private let places: [Place]

    /// - Parameter entries: an id means something within its owner: an option within its item. The first of equal ones
    ///   counts.
    init(_ entries: [(owner: Int, id: String, value: Int)]) {
        var size = 16
        while size < entries.count * 3 { size *= 2 }
        var places = Array(repeating: Place(), count: size)
        for entry in entries {
            let position = Self.position(entry.owner, entry.id, in: places)
            guard places[position].value < 0 else { continue }
            places[position] = Place(id: entry.id, owner: Int32(entry.owner), value: Int32(entry.value))
        }
        self.places = places
    }

    /// The number of an id, or nil.
    func value(owner: Int = 0, _ id: String) -> Int? {
        let value = places[Self.position(owner, id, in: places)].value
        return value < 0 ? nil : Int(value)
    }

    /// Where the id is, or the empty place where it would go. A third of the places at most is taken.
    private static func position(_ owner: Int, _ id: String, in places: [Place]) -> Int {
        let mask = places.count - 1
        var position = Int(truncatingIfNeeded: hash(owner, id)) & mask
        while places[position].value >= 0 {
            if places[position].owner == Int32(owner), places[position].id == id { break }
            position = (position + 1) & mask
        }
        return position
    }

    private static func hash(_ owner: Int, _ id: String) -> UInt64 {
        let seed: UInt64 = 0xcbf2_9ce4_8422_2325 &+ UInt64(owner) &* 0x9e37_79b9_7f4a_7c15
        // Every native string has contiguous storage; the other way only serves strings bridged from elsewhere.
        return id.utf8.withContiguousStorageIfAvailable { mix(seed, $0) } ?? mix(seed, Array(id.utf8))
    }

    private static func mix(_ seed: UInt64, _ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = seed
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash ^ (hash >> 29)
    }
}
