import CMidbackResources

/// Files carried by the binary.
public enum EmbeddedResources {
    /// Names of all embedded files, in the order of the generated list.
    public static let names: [String] = index.keys.sorted()

    /// Bytes of one file, or `nil` when there is none of that name or it is empty. The memory lives as long as the program.
    public static func bytes(_ name: String) -> UnsafeRawBufferPointer? {
        guard let file = index[name], file.length > 0 else { return nil }
        return UnsafeRawBufferPointer(start: file.bytes, count: Int(file.length))
    }

    /// Text of one file; empty when there is none of that name.
    static func text(_ name: String) -> String {
        guard let bytes = bytes(name) else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    // The table is constant data of the C target, so sharing it between threads is safe.
    private nonisolated(unsafe) static let index: [String: MidbackResource] = {
        var index: [String: MidbackResource] = [:]
        for position in 0..<midback_resource_count() {
            let file = midback_resource(position)
            index[String(cString: file.name)] = file
        }
        return index
    }()
}
