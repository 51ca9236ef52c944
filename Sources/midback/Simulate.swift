import ArgumentParser
import MidbackCore
import MidbackEvaluation

/// Virtual visitors.
struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Draw virtual visitors from the content's own probabilities: shares per level, over- and under-triage.",
        discussion:
            "The same figures build and test the rules, so this shows internal consistency only. Not validation.")

    @ArgumentParser.Option(help: "Visitors with a musculoskeletal cause.")
    var visitors = 20_000

    @ArgumentParser.Option(help: "Visitors for each serious class.")
    var each = 300

    @ArgumentParser.Option(help: "Seed of the random numbers.")
    var seed: UInt64 = 1

    @OptionGroup var source: PackSource

    func validate() throws {
        guard visitors > 0, visitors <= 10_000_000, each >= 0, each <= 1_000_000 else {
            throw ValidationError("--visitors must be 1 to 10000000, --each 0 to 1000000")
        }
    }

    func run() throws {
        let simulation = Simulation(try source.engine(), seed: seed)
        let report = simulation.run(visitors: visitors, each: each) { Terminal.progress($0) }
        Terminal.endProgress()
        print(report.table)
    }
}
