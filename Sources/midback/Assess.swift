import ArgumentParser
import Foundation
import MidbackBulk
import MidbackCore

/// One response or many, from a file or standard input.
struct Assess: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Assess answers: how urgent, why, which causes.",
        discussion: """
            FILE holds answers by linkId as YAML or JSON, or one JSON object a line (a name ending in .ndjson, or --lines).
            '-' reads standard input. In bulk, faulty lines are reported with their number on standard error and as an
            object with "error" in the output, and do not stop the rest; the exit code is then 2.
            """)

    @Argument(help: "File with answers, or '-'.", completion: .file())
    var file: String

    @Flag(help: "Print JSON instead of text.")
    var json = false

    @Flag(help: "Read one JSON object a line and write one a line.")
    var lines = false

    @ArgumentParser.Option(
        help: "Language of the text: en or es.",
        transform: {
            guard let language = Language(rawValue: $0) else { throw ValidationError("--language must be en or es") }
            return language
        })
    var language: Language = .en

    @OptionGroup var source: PackSource

    func run() throws {
        let engine = try source.engine()
        if lines || file.hasSuffix(".ndjson") || file.hasSuffix(".jsonl") { return try bulk(engine) }
        let response: QuestionnaireResponse
        do { response = try AnswerReading(engine).text(Input.all(file)) } catch let fault as AnswerFault {
            Terminal.error("\(file): error: \(fault.message)")
            throw ExitCode(2)
        }
        if json {
            Terminal.write(ResultLine.result(line: 1, engine.assess(response)))
        } else {
            print(ResultText(engine, language).text(response))
        }
    }

    private func bulk(_ engine: Engine) throws {
        let handle = try Input.handle(file)
        let summary = try BulkRunner(engine).run(
            read: { Array(try handle.read(upToCount: 1 << 18) ?? Data()) },
            write: Terminal.write,
            report: { number, fault in Terminal.error("\(file):\(number): error: \(fault.message)") },
            progress: { Terminal.progress("\($0) lines") })
        Terminal.endProgress()
        if Terminal.isWatched { Terminal.error("\(summary.assessed) assessed, \(summary.faulty) faulty") }
        if summary.faulty > 0 { throw ExitCode(2) }
    }
}
