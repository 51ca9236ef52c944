/// How hard a masked code is to read; the smallest wins.
extension QRGrid {
    var penalty: Int {
        let side = Int(Double(dark.count).squareRoot())
        let rows = (0..<side).map { row in Array(dark[row * side..<(row + 1) * side]) }
        let columns = (0..<side).map { column in rows.map { $0[column] } }
        return (rows + columns).map { Self.runs($0) + Self.finders($0) }.reduce(0, +) + Self.squares(rows) + balance
    }

    /// Five modules or more of one colour in a row.
    private static func runs(_ line: [Bool]) -> Int {
        var penalty = 0
        var length = 1
        for position in 1...line.count {
            if position < line.count, line[position] == line[position - 1] {
                length += 1
            } else {
                if length >= 5 { penalty += length - 2 }
                length = 1
            }
        }
        return penalty
    }

    private static let finder: [[Bool]] = [
        [true, false, true, true, true, false, true, false, false, false, false],
        [false, false, false, false, true, false, true, true, true, false, true],
    ]

    /// What looks like the pattern in the corners.
    private static func finders(_ line: [Bool]) -> Int {
        (0...line.count - 11).count { start in finder.contains(Array(line[start..<start + 11])) } * 40
    }

    /// Squares of two by two of one colour.
    private static func squares(_ rows: [[Bool]]) -> Int {
        var penalty = 0
        for row in 1..<rows.count {
            for column in 1..<rows.count {
                let color = rows[row][column]
                if rows[row - 1][column] == color, rows[row][column - 1] == color, rows[row - 1][column - 1] == color {
                    penalty += 3
                }
            }
        }
        return penalty
    }

    /// Ten for every five percent off an even mix.
    private var balance: Int {
        let share = Double(dark.count(where: { $0 })) / Double(dark.count)
        return Int((abs(share - 0.5) * 20).rounded(.down)) * 10
    }
}
