import ArgumentParser
import Foundation
import MidbackContent
import MidbackCore

/// The author's tools.
struct Content: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check, explain and compile the clinical content.",
        subcommands: [Check.self, Explain.self, Compile.self, Walk.self, Figures.self])

    /// Every validator over a folder.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Run every check; prints file:line: severity: text.")

        @Argument(help: "Content folder.", completion: .directory)
        var folder = "Content"

        func run() throws {
            let result = try PackLoader.load(directory: URL(fileURLWithPath: folder, isDirectory: true))
            result.diagnostics.forEach { print("\($0)") }
            let errors = result.errors.count
            Terminal.error(
                "\(PackLoader.validatorIds.count) checks, \(errors) errors, \(result.diagnostics.count - errors) warnings"
            )
            if errors > 0 { throw ExitCode(2) }
            if let pack = result.pack { _ = try Engine(pack) }
        }
    }

    /// One rule with its sources and cases.
    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print a rule, its sources and its cases.")

        @Argument(help: "Rule id, for example RF-110.")
        var rule: String

        @OptionGroup var source: PackSource

        func run() throws {
            let pack = try source.pack()
            guard let found = pack.rules.first(where: { $0.id == rule || $0.name == rule }) else {
                throw CommandError("no rule '\(rule)'; ids look like RF-110")
            }
            print(RuleText(pack).text(found))
        }
    }

    /// The form that the program carries.
    struct Compile: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Write the compiled form of a content folder.")

        @Argument(help: "Content folder.", completion: .directory)
        var folder = "Content"

        @ArgumentParser.Option(name: .shortAndLong, help: "Folder to write to.", completion: .directory)
        var output = "Sources/CMidbackResources/res"

        @Flag(help: "Write nothing; fail when a file is not what would be written.")
        var check = false

        func run() throws {
            let result = try PackLoader.load(directory: URL(fileURLWithPath: folder, isDirectory: true))
            result.diagnostics.forEach { Terminal.error("\($0)") }
            guard let pack = result.pack, let plan = result.plan else { throw ExitCode(2) }
            try put(try CompiledPack.encode(pack), "pack.json")
            try put(try PlanContent(plan).compiled(), "plan.json")
        }

        private func put(_ data: Data, _ name: String) throws {
            let path = "\(output)/\(name)"
            guard check else {
                try data.write(to: URL(fileURLWithPath: path), options: .atomic)
                return Terminal.error("\(path): \(data.count) bytes")
            }
            guard FileManager.default.contents(atPath: path) == data else {
                throw CommandError("\(path) is stale: run 'midback content compile'")
            }
        }
    }
}
