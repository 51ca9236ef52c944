import ArgumentParser
import Foundation
import MidbackCore
import MidbackEvaluation

/// Vignettes through the real survey.
struct Score: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Score vignettes: triage and causes beside what clinicians said, with 95 % Wilson intervals.")

    @Argument(help: "YAML file of vignettes, or '-'.", completion: .file())
    var file: String

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Print one line a case with expected and given advice.")
    var list = false

    @OptionGroup var source: PackSource

    func run() throws {
        let engine = try source.engine()
        let vignettes: [Vignette]
        do { vignettes = try VignetteReader.read(String(decoding: Input.all(file), as: UTF8.self)) } catch let fault
            as VignetteReader.Fault
        {
            Terminal.error("\(file):\(fault.line): error: \(fault.text)")
            throw ExitCode(2)
        }
        let scorer = VignetteScorer(engine)
        let scored = vignettes.map(scorer.score)
        for result in scored where !result.unknownFacts.isEmpty {
            Terminal.error("\(file): warning: \(result.vignette.id): unknown facts \(result.unknownFacts)")
        }
        let report = ScoreReport(scored)
        if list { print(report.list) }
        if json { print(report.json) } else if !list { print(report.table) }
    }
}
