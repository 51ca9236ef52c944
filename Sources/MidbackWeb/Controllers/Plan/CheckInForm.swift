import Foundation
import MidbackCore
import MidbackPages
import MidbackPlan

/// Reads a check-in.
struct CheckInForm {
    private let form: DecodedForm
    private let questions: [CheckInQuestion]
    let signs: SignForm
    private(set) var problems: [AnswerProblem]

    init(_ form: DecodedForm, _ questions: [CheckInQuestion], _ pack: PlanPack) {
        self.form = form
        self.questions = questions
        signs = SignForm(form, pack)
        problems = signs.problems
        problems += questions.filter { $0.sameAs == nil }.compactMap { question in
            NumberField(question.field, question.range).problem(form)
        }
        problems += [Self.unsettled, Self.daysOff].compactMap { $0.problem(form) }
        if let text = form.single("settle"), !text.isEmpty, SettleTime(rawValue: text) == nil {
            problems.append(AnswerProblem(linkId: "settle", kind: .unknownOption))
        }
    }

    private static let unsettled = NumberField("unsettled", 0...CheckInPage.mostSessions)
    private static let daysOff = NumberField("days-off", 0...CheckInPage.mostDaysOff)

    /// The check-in; urgency and week are filled in by the desk.
    func checkIn(_ today: CivilDate) -> CheckIn {
        CheckIn(
            date: today, week: 0, level: .selfCare, newSigns: signs.signs, answers: answers,
            unsettledSessions: Self.unsettled.value(form),
            settle: form.single("settle").flatMap(SettleTime.init), daysOffWork: Self.daysOff.value(form),
            cannotCareForSelf: form.single("self-care") == "no")
    }

    /// A measure nobody answered is left out, so that it never counts as a score.
    private var answers: [MeasureID: [Int?]] {
        var result: [MeasureID: [Int?]] = [:]
        for question in questions {
            let field = question.sameAs ?? question.field
            result[question.measure, default: []].append(NumberField(field, question.range).value(form))
        }
        return result.filter { $0.value.contains { $0 != nil } }
    }
}
