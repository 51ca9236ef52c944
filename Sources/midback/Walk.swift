import ArgumentParser
import MidbackCore
import MidbackEvaluation

extension Content {
    /// Random walks.
    struct Walk: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Walk the survey at random and check what must always hold.")

        @ArgumentParser.Option(help: "How many walks.")
        var walks = 100_000

        @ArgumentParser.Option(help: "Seed of the random numbers.")
        var seed: UInt64 = 1

        @Flag(help: "Also list the rows that are exempt from monotonicity.")
        var exempt = false

        @OptionGroup var source: PackSource

        func run() throws {
            let engine = try source.engine()
            let check = WalkCheck(engine)
            let report = check.run(walks, seed: seed) { Terminal.progress("\($0) walks") }
            Terminal.endProgress()
            let rules = Set(engine.pack.rules.map(\.id))
            print("\(report.walks) walks, \(report.changes) single-row changes over \(check.monotoneRows.count) rows")
            print("levels, most urgent first: \(report.levels.map(String.init).joined(separator: ", "))")
            print("\(report.fired.count) of \(rules.count) rules fired")
            if exempt { print("exempt: \(check.exemptRows.joined(separator: " "))") }
            for violation in report.violations.prefix(50) {
                print("violation in walk \(violation.walk): \(violation.promise): \(violation.detail)")
            }
            guard report.violations.isEmpty else { throw CommandError("\(report.violations.count) violations") }
        }
    }
}
