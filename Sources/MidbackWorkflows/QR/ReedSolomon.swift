/// Error correction of QR codes: Reed-Solomon over GF(256) with the polynomial 0x11D.
/// - Source: ISO/IEC 18004
enum ReedSolomon {
    /// The correction bytes of one block.
    static func remainder(of data: [UInt8], count: Int) -> [UInt8] {
        let divisor = divisor(count)
        var result = [UInt8](repeating: 0, count: count)
        for byte in data {
            let factor = byte ^ result.removeFirst()
            result.append(0)
            for index in result.indices { result[index] ^= multiply(divisor[index], factor) }
        }
        return result
    }

    /// Product of (x - 2^i) for i below `count`, highest power first, the leading 1 left out.
    private static func divisor(_ count: Int) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: count - 1) + [1]
        var root: UInt8 = 1
        for _ in 0..<count {
            for index in result.indices {
                result[index] = multiply(result[index], root)
                if index + 1 < result.count { result[index] ^= result[index + 1] }
            }
            root = multiply(root, 2)
        }
        return result
    }

    static func multiply(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var product: UInt8 = 0
        for bit in (0..<8).reversed() {
            let carry: UInt8 = product & 0x80 == 0 ? 0 : 0x1D
            product = (product << 1) ^ carry
            if right >> bit & 1 == 1 { product ^= left }
        }
        return product
    }
}
