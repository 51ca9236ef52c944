import ArgumentParser
import Foundation
import MidbackBulk
import MidbackContent
import MidbackCore
import MidbackEvaluation
import MidbackFigures
import MidbackPages
import MidbackPlan

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
        let contents = try source.contents()
        let engine = try Engine(contents.pack)
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
            (
                "plan", planning(engine, contents.plan.pack, responses),
                "µs a plan, answers and assessment to stored plan"
            ),
            ("figure", try figures(contents.plan.pack), "µs a moving figure, key frames to SVG"),
            ("content_load", milliseconds { _ = try? source.pack() }, "ms, compiled content to pack"),
            ("engine_compile", milliseconds { _ = try? Engine(engine.pack) }, "ms, pack to engine"),
        ]
        json ? printJSON(figures) : printTable(figures)
    }

    /// Only people who get exercises count: for the others there is little to do.
    private func planning(_ engine: Engine, _ pack: PlanPack, _ responses: [QuestionnaireResponse]) -> Double {
        let (planner, reader) = (PlanEngine(pack), ProfileReader(pack))
        let day = CivilDate(daysSinceEpoch: 20_000)
        let people = responses.map { response -> (QuestionnaireResponse, Assessment) in
            var response = response
            response.answers["exercise-limits"] = .codes(["none"])
            return (response, engine.assess(response))
        }.filter { planner.build(reader.profile($0.0, $0.1), today: day).scope == .full }
        let time = seconds {
            for (response, assessment) in people {
                _ = planner.build(reader.profile(response, assessment), today: day)
            }
        }
        return time * 1e6 / Double(max(1, people.count))
    }

    private func figures(_ pack: PlanPack) throws -> Double {
        let renderer = FigureRenderer()
        let exercises = pack.library.exercises
        let time = seconds {
            for exercise in exercises {
                let caption = FigureCaption(
                    id: exercise.id, title: exercise.name.en, description: exercise.picture.en)
                _ = try? renderer.animated(exercise.motion, caption)
            }
        }
        return time * 1e6 / Double(max(1, exercises.count))
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
