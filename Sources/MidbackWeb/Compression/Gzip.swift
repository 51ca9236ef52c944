import CZlib

/// Compresses whole answers (RFC 1952).
enum Gzip {
    /// For pages made per request: most of the gain for a fraction of the time.
    static let fast: Int32 = 4
    /// For files compressed once.
    static let best: Int32 = 9

    /// The compressed bytes; `nil` when zlib refuses, and the answer then goes out as it is.
    static func compress(_ bytes: some Sequence<UInt8>, level: Int32) -> [UInt8]? {
        var input = Array(bytes)
        // zlib keeps a pointer to its stream, so the stream must not move between calls.
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        defer { stream.deallocate() }
        let size = Int32(MemoryLayout<z_stream>.size)
        // 15 bits of window, 16 more ask for a gzip header.
        guard
            deflateInit2_(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
        else { return nil }
        defer { deflateEnd(stream) }
        return finish(stream, &input)
    }

    private static func finish(_ stream: UnsafeMutablePointer<z_stream>, _ input: inout [UInt8]) -> [UInt8]? {
        var output = [UInt8](repeating: 0, count: Int(deflateBound(stream, UInt(input.count))))
        let status = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.pointee.next_in = source.baseAddress
                stream.pointee.avail_in = UInt32(source.count)
                stream.pointee.next_out = target.baseAddress
                stream.pointee.avail_out = UInt32(target.count)
                return deflate(stream, Z_FINISH)
            }
        }
        guard status == Z_STREAM_END else { return nil }
        output.removeLast(Int(stream.pointee.avail_out))
        return output
    }
}
