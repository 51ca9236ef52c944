import ArgumentParser
import Foundation
import MidbackBulk
import MidbackContent
import MidbackCore
import MidbackEvaluation
import MidbackPages

/// Figures for the budgets; `./bench` puts the peers beside them.
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure the engine: one assessment, explanations, bulk, content load.", shouldDisplay: false)

    @ArgumentParser.Option(help: "Random visitors to measure with.")
    var visitors = 2_000

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var source: PackSource

    func run() throws {
        let engine = try source.engine()
        let responses = WalkSample(engine).responses(visitors, seed: 11)
        let counterfactualist = Counterfactualist(engine)
        let lines = Array(responses.map(Self.line).joined(separator: "\n").utf8)
        let figures: [(String, Double, String)] = [
            (
                "assess", perItem(responses) { _ = engine.assess($0) },
                "µs an assessment, answers to ranked causes with ids"
            ),
            (
                "counterfactuals",
                perItem(Array(responses.prefix(100))) {
                    _ = counterfactualist.explain($0, engine.assess($0).triage)
                }, "µs, computed on demand"
            ),
            (
                "bulk", Double(responses.count) / seconds { try? bulk(engine, lines) },
                "responses a second, NDJSON in and out, one core"
            ),
            ("content_load", milliseconds { _ = try? source.pack() }, "ms, compiled content to pack"),
            ("engine_compile", milliseconds { _ = try? Engine(engine.pack) }, "ms, pack to engine"),
        ]
        json ? printJSON(figures) : printTable(figures)
    }

    private static func line(_ response: QuestionnaireResponse) -> String {
        let members = response.answers.sorted { $0.key < $1.key }.map { linkId, answer -> String in
            switch answer {
            case .number(let number): return "\"\(linkId)\":\(number)"
            case .codes(let values), .lines(let values):
                return "\"\(linkId)\":[" + values.map { "\"\($0)\"" }.joined(separator: ",") + "]"
            }
        }
        return "{\"answers\":{" + members.joined(separator: ",") + "}}"
    }

    private func bulk(_ engine: Engine, _ lines: [UInt8]) throws {
        var rest = lines[...]
        _ = BulkRunner(engine).run(
            read: {
                defer { rest = rest.dropFirst(1 << 18) }
                return Array(rest.prefix(1 << 18))
            }, write: { _ in }, report: { _, _ in })
    }

    /// Best of five rounds, so that a busy neighbour shows less.
    private func seconds(_ work: () -> Void) -> Double {
        let clock = ContinuousClock()
        let times = (0..<5).map { _ in clock.measure(work) }
        let best = times.min() ?? .zero
        return Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18
    }

    private func milliseconds(_ work: () -> Void) -> Double { seconds(work) * 1_000 }

    private func perItem(_ responses: [QuestionnaireResponse], _ work: (QuestionnaireResponse) -> Void) -> Double {
        seconds { for response in responses { work(response) } } * 1e6 / Double(max(1, responses.count))
    }

    private func printTable(_ figures: [(String, Double, String)]) {
        for (name, value, text) in figures {
            let number = String(format: "%.1f", value)
            print(name.padding(toLength: 18, withPad: " ", startingAt: 0) + number + "  " + text)
        }
    }

    private func printJSON(_ figures: [(String, Double, String)]) {
        let members = figures.map { "\"\($0.0)\":{\"value\":\($0.1),\"unit\":\"\($0.2)\"}" }
        print("{" + members.joined(separator: ",") + "}")
    }
}
