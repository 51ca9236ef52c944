import ArgumentParser
import Foundation
import MidbackBulk
import MidbackContent
import MidbackCore
import MidbackPlan

/// Twelve weeks of a plan, week by week.
struct SimulateCourse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "course",
        abstract: "Twelve weeks of a plan with a made-up way of using it, as a physiotherapist would read it.",
        discussion: """
            Ways: steady-improver, no-change, flare, new-sign, irregular, over-eager; or all. Without --answers the person
            is 35 and strained the back some days ago.
            """)

    @Argument(help: "Way through the twelve weeks, or 'all'.")
    var course = "all"

    @ArgumentParser.Option(help: "JSON or YAML file with the person's answers.", completion: .file())
    var answers: String?

    @ArgumentParser.Option(help: "First day, yyyy-mm-dd.")
    var start = "2027-01-04"

    @ArgumentParser.Option(help: "Language: en or es.")
    var language = "en"

    @OptionGroup var source: PackSource

    func validate() throws {
        guard course == "all" || CourseKind(rawValue: course) != nil else {
            let ways = CourseKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("'\(course)' is no way; the ways are \(ways) and all")
        }
        guard CivilDate(start) != nil else { throw ValidationError("--start must be a day, yyyy-mm-dd") }
        guard Language(rawValue: language) != nil else { throw ValidationError("--language must be en or es") }
    }

    func run() throws {
        let (pack, plan) = try source.contents()
        let engine = try Engine(pack)
        let response = try response(engine)
        let profile = ProfileReader(plan.pack).profile(response, engine.assess(response))
        let causes = Dictionary(pack.causes.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let report = CourseReport(plan.pack, language: Language(rawValue: language) ?? .en, causes: causes)
        let simulator = CourseSimulator(plan.pack, start: CivilDate(start) ?? CivilDate(daysSinceEpoch: 0))
        let kinds = CourseKind(rawValue: course).map { [$0] } ?? CourseKind.allCases
        for kind in kinds { print(report.text(kind.rawValue, simulator.run(kind, profile))) }
    }

    private func response(_ engine: Engine) throws -> QuestionnaireResponse {
        guard let answers else { return Self.sample }
        guard let data = FileManager.default.contents(atPath: answers) else {
            throw CommandError("cannot read '\(answers)'")
        }
        do {
            return try AnswerReading(engine).text(data)
        } catch {
            throw CommandError("\(answers): \(error.message)")
        }
    }

    /// A strain of some days, no danger sign, ready to exercise.
    private static let sample = QuestionnaireResponse(answers: [
        "gate-now": .codes(["none"]), "gate-nerves": .codes(["none"]), "gate-other": .codes(["none"]),
        "age-years": .number(35), "sex-at-birth": .codes(["male"]), "pain-site": .codes(["right-side"]),
        "pain-spread": .codes(["none"]), "pain-duration": .codes(["1-7d"]), "onset-speed": .codes(["hours"]),
        "onset-trigger": .codes(["lift-twist"]), "pain-severity-now": .number(5), "pain-average": .number(5),
        "pain-worst": .number(6), "pain-quality": .codes(["ache"]), "pain-trend": .codes(["same"]),
        "worse-moves": .codes(["twist", "lifting"]), "worse-other": .codes(["none"]),
        "symptoms-general": .codes(["none"]), "symptoms-local": .codes(["none"]), "health-main": .codes(["none"]),
        "health-recent": .codes(["none"]), "exercise-limits": .codes(["none"]), "minutes": .codes(["20"]),
        "psfs-activity": .lines(["Lift my child"]), "psfs-score": .number(4),
    ])
}
