import ArgumentParser
import MidbackCore
import MidbackEvaluation

/// Made-up people, for reviewers.
struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Made-up people: many visitors through the rules, or one person through twelve weeks of a plan.",
        subcommands: [SimulateVisitors.self, SimulateCourse.self], defaultSubcommand: SimulateVisitors.self)
}

/// Virtual visitors.
struct SimulateVisitors: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "visitors",
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
