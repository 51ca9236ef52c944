/// The square of modules while a code is drawn.
struct QRGrid {
    private let size: Int
    private(set) var dark: [Bool]
    /// Modules of fixed patterns, which no mask changes.
    private var isFixed: [Bool]

    init(_ version: QRVersion, codewords: [UInt8]) {
        size = version.size
        dark = Array(repeating: false, count: size * size)
        isFixed = dark
        drawFixed(version)
        draw(codewords)
    }

    private func index(_ row: Int, _ column: Int) -> Int { row * size + column }

    private mutating func fix(_ row: Int, _ column: Int, _ isDark: Bool) {
        guard (0..<size).contains(row), (0..<size).contains(column) else { return }
        dark[index(row, column)] = isDark
        isFixed[index(row, column)] = true
    }

    private mutating func drawFixed(_ version: QRVersion) {
        for position in 0..<size {
            fix(6, position, position % 2 == 0)
            fix(position, 6, position % 2 == 0)
        }
        for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] { drawFinder(row, column) }
        if let centre = version.alignment { drawRings(centre, centre, radius: 2) { $0 != 1 } }
        drawFormat(mask: 0)
    }

    private mutating func drawFinder(_ row: Int, _ column: Int) {
        drawRings(row, column, radius: 4) { $0 != 2 && $0 != 4 }
    }

    private mutating func drawRings(_ row: Int, _ column: Int, radius: Int, isDark: (Int) -> Bool) {
        for down in -radius...radius {
            for right in -radius...radius { fix(row + down, column + right, isDark(max(abs(down), abs(right)))) }
        }
    }

    /// Correction level M (00) and mask, with ten bits of correction, twice.
    private mutating func drawFormat(mask: Int) {
        var remainder = mask
        for _ in 0..<10 { remainder = (remainder << 1) ^ ((remainder >> 9) * 0x537) }
        let bits = (mask << 10 | remainder) ^ 0x5412
        func bit(_ number: Int) -> Bool { bits >> number & 1 == 1 }
        for number in 0...5 { fix(number, 8, bit(number)) }
        fix(7, 8, bit(6))
        fix(8, 8, bit(7))
        fix(8, 7, bit(8))
        for number in 9..<15 { fix(8, 14 - number, bit(number)) }
        for number in 0..<8 { fix(8, size - 1 - number, bit(number)) }
        for number in 8..<15 { fix(size - 15 + number, 8, bit(number)) }
        fix(size - 8, 8, true)
    }

    /// Columns in pairs from the right, upwards and downwards in turn, around the fixed patterns.
    private mutating func draw(_ codewords: [UInt8]) {
        var position = 0
        var right = size - 1
        var isUpwards = true
        while right >= 1 {
            if right == 6 { right = 5 }
            for step in 0..<size {
                let row = isUpwards ? size - 1 - step : step
                for column in [right, right - 1] where !isFixed[index(row, column)] {
                    guard position < codewords.count * 8 else { continue }
                    dark[index(row, column)] = codewords[position >> 3] >> (7 - position & 7) & 1 == 1
                    position += 1
                }
            }
            isUpwards.toggle()
            right -= 2
        }
    }

    /// The same with a mask over everything that is not fixed.
    func masked(_ mask: Int) -> QRGrid {
        var result = self
        for row in 0..<size {
            for column in 0..<size where !isFixed[index(row, column)] && Self.flips(mask, row, column) {
                result.dark[index(row, column)].toggle()
            }
        }
        result.drawFormat(mask: mask)
        return result
    }

    private static func flips(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
        switch mask {
        case 0: (row + column) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (row + column) % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: row * column % 2 + row * column % 3 == 0
        case 6: (row * column % 2 + row * column % 3) % 2 == 0
        default: ((row + column) % 2 + row * column % 3) % 2 == 0
        }
    }
}
