@testable import MidbackWorkflows

/// Reads a QR code without errors in byte mode: format, mask, order of modules, interleaving, header.
struct QRReader {
    private let code: QRCode

    init(_ code: QRCode) { self.code = code }

    var text: String? {
        guard let mask, let blocks else { return nil }
        let bits = order.map { code.isDark(row: $0.0, column: $0.1) != Self.flips(mask, $0.0, $0.1) }
        let words = (0..<bits.count / 8).map { word in (0..<8).reduce(0) { $0 << 1 | (bits[word * 8 + $1] ? 1 : 0) } }
        let data = (0..<blocks.count).flatMap { block in
            (0..<blocks.length).map { words[$0 * blocks.count + block] }
        }
        let nibbles = data.flatMap { [$0 >> 4, $0 & 15] }
        guard nibbles[0] == 4 else { return nil }
        let length = nibbles[1] << 4 | nibbles[2]
        let bytes = (0..<length).map { UInt8(nibbles[3 + $0 * 2] << 4 | nibbles[4 + $0 * 2]) }
        return String(validating: bytes, as: UTF8.self)
    }

    /// Blocks and data bytes of each for level M.
    private var blocks: (count: Int, length: Int)? {
        [21: (1, 16), 25: (1, 28), 29: (1, 44), 33: (2, 32), 37: (2, 43), 41: (4, 27)][code.size]
    }

    /// From the second copy of the format; both must agree and say level M.
    private var mask: Int? {
        let first = (0..<8).map { code.isDark(row: 8, column: code.size - 1 - $0) }
        let second = (8..<15).map { code.isDark(row: code.size - 15 + $0, column: 8) }
        let bits = (first + second).enumerated().reduce(0) { $0 | ($1.element ? 1 << $1.offset : 0) } ^ 0x5412
        return bits >> 13 == 0 ? bits >> 10 : nil
    }

    private var order: [(Int, Int)] {
        var places: [(Int, Int)] = []
        let columns = stride(from: code.size - 1, to: 6, by: -2) + stride(from: 5, to: 0, by: -2)
        for (index, column) in columns.enumerated() {
            for step in 0..<code.size {
                let row = index % 2 == 0 ? code.size - 1 - step : step
                places += [(row, column), (row, column - 1)].filter { !isReserved($0.0, $0.1) }
            }
        }
        return places
    }

    private func isReserved(_ row: Int, _ column: Int) -> Bool {
        let size = code.size
        if row == 6 || column == 6 { return true }
        if row < 9, column < 9 || column >= size - 8 { return true }
        if row >= size - 8, column < 9 { return true }
        let centre = size - 7
        return size > 21 && abs(row - centre) <= 2 && abs(column - centre) <= 2
    }

    private static func flips(_ mask: Int, _ i: Int, _ j: Int) -> Bool {
        let conditions = [
            (i + j) % 2, i % 2, j % 3, (i + j) % 3, (i / 2 + j / 3) % 2, (i * j) % 2 + (i * j) % 3,
            ((i * j) % 2 + (i * j) % 3) % 2, ((i + j) % 2 + (i * j) % 3) % 2,
        ]
        return conditions[mask] == 0
    }
}

private func + (left: StrideTo<Int>, right: StrideTo<Int>) -> [Int] { Array(left) + Array(right) }
