import Foundation
import MidbackContent
import MidbackCore
import Testing

@testable import MidbackBulk

@Suite struct BulkTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let engine: Engine? = (try? PackLoader.load(directory: root.appendingPathComponent("Content")))?.pack
        .flatMap { try? Engine($0) }

    private func run(_ text: String, chunk: Int) throws -> (lines: [String], faults: [Int: String], BulkRunner.Summary)
    {
        let engine = try #require(Self.engine)
        var input = Array(text.utf8)[...]
        var output: [UInt8] = []
        var faults: [Int: String] = [:]
        let summary = BulkRunner(engine).run(
            read: {
                defer { input = input.dropFirst(chunk) }
                return Array(input.prefix(chunk))
            },
            write: { output += $0 }, report: { faults[$0] = $1.id })
        return (String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init), faults, summary)
    }

    private let good = #"{"answers":{"gate-now":["stroke-signs"],"age-years":44}}"#

    @Test(arguments: [1, 7, 100_000])
    func goodAndBadLines_standBesideEachOther(_ chunk: Int) throws {
        let text = [good, "{nonsense", "", #"{"gate-now":"moon"}"#, "[1]", good].joined(separator: "\n")
        let result = try run(text, chunk: chunk)
        #expect(result.2 == .init(assessed: 2, faulty: 3))
        #expect(result.faults == [2: "syntax", 4: "answers", 5: "not-an-object"])
        #expect(result.lines.count == 5)
        #expect(result.lines[0].hasPrefix(#"{"line":1,"level":"emergency-now""#))
        #expect(result.lines[1].contains(#""line":2,"error":"syntax""#))
        #expect(result.lines[4].hasPrefix(#"{"line":6,"#))
    }

    @Test func everyResultLineIsJSON() throws {
        let result = try run(good + "\n" + #"{"shoe \" size":1}"#, chunk: 64)
        for line in result.lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }

    @Test func overlongLine_isReportedAndTheNextIsRead() throws {
        let text = String(repeating: "x", count: BulkRunner.longestLine + 10) + "\n" + good
        let result = try run(text, chunk: 1 << 16)
        #expect(result.faults == [1: "too-long"])
        #expect(result.2.assessed == 1)
    }

    @Test func faultNeverRepeatsWhatWasAnswered() throws {
        let result = try run(#"{"pain-site":"secret-word","age-years":"secret-word"}"#, chunk: 64)
        #expect(!result.lines.joined().contains("secret-word"))
    }

    @Test func yamlAndJSON_giveTheSameResponse() throws {
        let reading = AnswerReading(try #require(Self.engine))
        let yaml = try reading.text(Data("gate-now: [stroke-signs]\nage-years: 44\nsex-at-birth: male\n".utf8))
        let json = try reading.text(Data(#"{"gate-now":"stroke-signs","age-years":44,"sex-at-birth":["male"]}"#.utf8))
        #expect(yaml == json)
    }

    @Test(arguments: [#"{"a":"\ud800"}"#, #"{"a":1e999}"#, "{\"a\":\"\u{1}\"}", #"{"a":tru}"#, "{\"a\":}", "\"", "{"])
    func brokenJSON_isASyntaxFault(_ text: String) throws {
        var bytes = Array(text.utf8)
        bytes.withUnsafeMutableBufferPointer { buffer in
            _ = #expect(throws: AnswerFault.self) { try JSONScanner.read(UnsafeBufferPointer(buffer)) }
        }
    }
}
