/// Sizes of the small QR codes with correction level M. Larger ones need version information and other block sizes;
/// a private link fits these.
/// - Source: ISO/IEC 18004, tables 1, 7 and 9
struct QRVersion {
    let number: Int
    let blocks: Int
    let dataPerBlock: Int
    let correctionPerBlock: Int

    static let all = [
        QRVersion(number: 1, blocks: 1, dataPerBlock: 16, correctionPerBlock: 10),
        QRVersion(number: 2, blocks: 1, dataPerBlock: 28, correctionPerBlock: 16),
        QRVersion(number: 3, blocks: 1, dataPerBlock: 44, correctionPerBlock: 26),
        QRVersion(number: 4, blocks: 2, dataPerBlock: 32, correctionPerBlock: 18),
        QRVersion(number: 5, blocks: 2, dataPerBlock: 43, correctionPerBlock: 24),
        QRVersion(number: 6, blocks: 4, dataPerBlock: 27, correctionPerBlock: 16),
    ]

    /// The smallest one for that many bytes: mode and length take 12 bits.
    static func smallest(for byteCount: Int) -> QRVersion? {
        all.first { $0.blocks * $0.dataPerBlock - 2 >= byteCount }
    }

    /// Modules along one side.
    var size: Int { number * 4 + 17 }
    /// Centre of the one alignment pattern; version 1 has none.
    var alignment: Int? { number == 1 ? nil : size - 7 }
    var dataCount: Int { blocks * dataPerBlock }

    /// The codewords in the order in which they are drawn.
    func codewords(_ bytes: [UInt8]) -> [UInt8] {
        let data = padded(bytes)
        let parts = (0..<blocks).map { Array(data[$0 * dataPerBlock..<($0 + 1) * dataPerBlock]) }
        let corrections = parts.map { ReedSolomon.remainder(of: $0, count: correctionPerBlock) }
        return (0..<dataPerBlock).flatMap { index in parts.map { $0[index] } }
            + (0..<correctionPerBlock).flatMap { index in corrections.map { $0[index] } }
    }

    /// Byte mode (0100), length, the bytes, and filling.
    private func padded(_ bytes: [UInt8]) -> [UInt8] {
        var nibbles: [UInt8] = [4, UInt8(bytes.count >> 4), UInt8(bytes.count & 15)]
        for byte in bytes { nibbles += [byte >> 4, byte & 15] }
        nibbles.append(0)
        var data = stride(from: 0, to: nibbles.count - 1, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
        var filling: UInt8 = 0xEC
        while data.count < dataCount {
            data.append(filling)
            filling ^= 0xEC ^ 0x11
        }
        return data
    }
}
