public import MidbackCore

/// Assesses many responses, one JSON line each, with constant memory. Faulty lines are reported and do not stop the rest.
public struct BulkRunner {
    private let reading: AnswerReading
    /// Longest line accepted, bytes.
    public static let longestLine = 1 << 20

    /// What was done.
    public struct Summary: Hashable, Sendable {
        /// Lines assessed.
        public var assessed = 0
        /// Lines with faults.
        public var faulty = 0
    }

    /// For one engine.
    public init(_ engine: Engine) {
        reading = AnswerReading(engine)
    }

    /// Runs over chunks of input until `read` gives an empty one.
    /// - Parameters:
    ///   - read: the next bytes, empty at the end.
    ///   - write: takes result lines.
    ///   - report: takes the number and the fault of each faulty line.
    ///   - progress: called now and then with the number of lines done.
    public func run(
        read: () throws -> [UInt8], write: ([UInt8]) throws -> Void, report: (Int, AnswerFault) -> Void,
        progress: (Int) -> Void = { _ in }
    ) rethrows -> Summary {
        var lines = LineBuffer(limit: Self.longestLine)
        var summary = Summary()
        var output: [UInt8] = []
        while true {
            let chunk = try read()
            let isLast = chunk.isEmpty
            lines.append(chunk, isLast: isLast) { number, line in
                output += result(number, line, &summary, report)
                if number % 1000 == 0 { progress(number) }
            }
            if output.count > 1 << 16 || isLast {
                try write(output)
                output.removeAll(keepingCapacity: true)
            }
            if isLast { return summary }
        }
    }

    private func result(
        _ number: Int, _ line: LineBuffer.Line, _ summary: inout Summary, _ report: (Int, AnswerFault) -> Void
    ) -> [UInt8] {
        do {
            let assessment = try assessment(line)
            summary.assessed += 1
            return ResultLine.result(line: number, assessment)
        } catch {
            summary.faulty += 1
            report(number, error)
            return ResultLine.fault(line: number, error)
        }
    }

    private func assessment(_ line: LineBuffer.Line) throws(AnswerFault) -> Assessment {
        switch line {
        case .bytes(let bytes): try reading.assessment(bytes)
        case .tooLong: throw .tooLong(limit: Self.longestLine)
        }
    }
}

/// Splits a stream into lines. Empty lines are counted but not given on; a line over the limit is dropped as it comes.
struct LineBuffer {
    /// One line.
    enum Line {
        case bytes(UnsafeBufferPointer<UInt8>)
        case tooLong
    }

    private let limit: Int
    private var rest: [UInt8] = []
    private var isOverlong = false
    private var number = 0

    init(limit: Int) { self.limit = limit }

    mutating func append(_ chunk: [UInt8], isLast: Bool, _ body: (Int, Line) -> Void) {
        rest += chunk
        var start = 0
        while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
            emit(start..<end, body)
            start = end + 1
        }
        if isLast, start < rest.count || isOverlong {
            emit(start..<rest.count, body)
            start = rest.count
        }
        rest.removeFirst(start)
        if rest.count > limit {
            isOverlong = true
            rest.removeAll(keepingCapacity: true)
        }
    }

    private mutating func emit(_ range: Range<Int>, _ body: (Int, Line) -> Void) {
        number += 1
        if isOverlong || range.count > limit {
            isOverlong = false
            body(number, .tooLong)
            return
        }
        guard rest[range].contains(where: { $0 > 32 }) else { return }
        rest.withUnsafeBufferPointer { body(number, .bytes(UnsafeBufferPointer(rebasing: $0[range]))) }
    }
}
