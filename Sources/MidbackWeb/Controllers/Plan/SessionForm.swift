import Foundation
import MidbackCore
import MidbackPlan

/// Reads the result of a session.
struct SessionForm {
    private let form: DecodedForm
    private let today: CivilDate
    private let tooMuch: Int
    private(set) var problems: [AnswerProblem] = []

    /// - Parameter tooMuch: pain above this stops a session, whatever the form says.
    init(_ form: DecodedForm, today: CivilDate, tooMuch: Int) {
        self.form = form
        self.tooMuch = tooMuch
        self.today = today
        for field in ["pain-before", "pain-during", "pain-after", "effort"] {
            if let problem = NumberField(field, 0...10).problem(form) { problems.append(problem) }
        }
        if let stop = given("stop"), StopReason(rawValue: stop) == nil {
            problems.append(AnswerProblem(linkId: "stop", kind: .unknownOption))
        }
        if given("id").map({ UUID(uuidString: $0) == nil }) ?? true {
            problems.append(AnswerProblem(linkId: "id", kind: .wrongType))
        }
        if let problem = NumberField("plan-version", Self.versions).problem(form) { problems.append(problem) }
        if given("date").map({ CivilDate($0) == nil }) == true {
            problems.append(AnswerProblem(linkId: "date", kind: .wrongType))
        }
    }

    /// What can be the version of a plan at all.
    private static let versions = 1...9_999

    /// What is named several times happened once.
    private func names(_ name: String) -> [String] {
        var seen: Set<String> = []
        return (form.values[name] ?? []).filter { seen.insert($0).inserted }
    }

    private func given(_ name: String) -> String? { form.single(name).flatMap { $0.isEmpty ? nil : $0 } }

    private func number(_ name: String) -> Int? { given(name).flatMap { Int($0) } }

    /// The record, when nothing is wrong with the form.
    func record(_ history: PlanHistory) -> SessionRecord? {
        guard problems.isEmpty, let id = given("id") else { return nil }
        // A version that is not known, as after a backup was put back, counts for the newest one; its exercises are
        // compared all the same.
        let version = number("plan-version")
        let plan = history.plans.last { $0.version == version } ?? history.plan
        let date = day(since: plan.startedOn)
        let done = names("done")
        let during = [number("pain-during"), number("pain-after")].compactMap { $0 }.max()
        return SessionRecord(
            id: id.lowercased(), date: date, planVersion: plan.version, done: done,
            planned: max(done.count, planned(plan, on: date)), painBefore: number("pain-before"), painDuring: during,
            painAfter: number("pain-after"), effort: number("effort"), settled: settled,
            tooPainful: names("too-painful"), easier: names("easier"),
            stop: stop(during: during))
    }

    /// The device's own day, where it can be one. A clock can be wrong and a person can live west of the clinic: the
    /// session was done all the same, so it counts for the nearest day that can be.
    private func day(since start: CivilDate) -> CivilDate {
        let told = given("date").flatMap { CivilDate($0) } ?? today
        return told > today.adding(days: 1) ? today : max(told, start)
    }

    /// Who tells more pain than is ever allowed has to look at the danger screen, however the session ended.
    private func stop(during: Int?) -> StopReason? {
        let told = given("stop").flatMap(StopReason.init)
        if let told, told.opensDangerScreen { return told }
        if let during, during > tooMuch { return .pain }
        if let before = number("pain-before"), before > tooMuch { return .painBefore }
        return told
    }

    private var settled: Bool? {
        switch given("settled") {
        case "yes": true
        case "no": false
        default: nil
        }
    }

    /// Exercises of the session of that day; of a day without one, those of the fullest day.
    private func planned(_ plan: CarePlan, on date: CivilDate) -> Int {
        let day = max(0, plan.validFrom.days(to: date)) % 7
        let session = plan.week.first { $0.day == day }
        return session?.exercises.count ?? plan.week.map(\.exercises.count).max() ?? 0
    }

    /// What the plan found wrong, by field.
    static func problems(_ found: [TrackingProblem]) -> [AnswerProblem] {
        found.map { problem in
            switch problem {
            case .future, .beforePlan: AnswerProblem(linkId: "date", kind: .outOfRange)
            case .unknownExercise: AnswerProblem(linkId: "done", kind: .unknownOption)
            case .repeatedExercise: AnswerProblem(linkId: "done", kind: .severalAnswers)
            default: AnswerProblem(linkId: "done", kind: .outOfRange)
            }
        }
    }
}

/// One number field of a form.
struct NumberField {
    let name: String
    let range: ClosedRange<Int>

    init(_ name: String, _ range: ClosedRange<Int>) {
        self.name = name
        self.range = range
    }

    /// The number; `nil` when the field is empty or faulty.
    func value(_ form: DecodedForm) -> Int? {
        form.single(name).flatMap { Int($0) }.flatMap { range.contains($0) ? $0 : nil }
    }

    /// What is wrong with it; an empty field is fine.
    func problem(_ form: DecodedForm) -> AnswerProblem? {
        guard let all = form.values[name], all != [""] else { return nil }
        guard all.count == 1, let text = all.first else { return AnswerProblem(linkId: name, kind: .severalAnswers) }
        guard let number = Int(text) else { return AnswerProblem(linkId: name, kind: .wrongType) }
        return range.contains(number) ? nil : AnswerProblem(linkId: name, kind: .outOfRange)
    }
}
