import MidbackCore
import MidbackPages
import MidbackWorkflows

/// A posted page of the survey, read but not yet stored.
struct StepPost: Sendable {
    /// Which button was used. Anything unknown counts as Next, as when a form is sent with the Enter key.
    enum Action: Hashable, Sendable {
        case next, back, skip, review, details
        /// "Yes, I am under age".
        case underAge
        case language(Language)

        init(_ text: String?) {
            switch text {
            case "back": self = .back
            case "skip": self = .skip
            case "review": self = .review
            case "details": self = .details
            case "under-age": self = .underAge
            default:
                let language = text.flatMap {
                    $0.hasPrefix("lang-") ? Language(rawValue: String($0.dropFirst(5))) : nil
                }
                self = language.map(Self.language) ?? .next
            }
        }

        var language: Language? {
            if case .language(let language) = self { language } else { nil }
        }
    }

    let step: Int
    let form: DecodedForm
    let language: Language
    let action: Action
    /// The stored answers with this page's in place of the old ones.
    let reading: SurveyMachine.Reading
    private let visit: Visit
    private let items: [Item]

    init(step: Int, form: DecodedForm, visit: Visit, language: Language, intake: Intake) {
        self.step = step
        self.form = form
        self.visit = visit
        self.language = language
        action = Action(form.single("_action"))
        items = intake.machine.step(step)?.items ?? []
        // Each question on the page says that it was there; a form without these is read as the page without script.
        let shown = form.values["_shown"].map { Set($0) } ?? intake.visible(visit.response, step: step)
        reading = intake.machine.read(step: step, form: form.answers, shown: shown, into: visit.response)
    }

    /// The page came from a change link of the review page.
    var isFromReview: Bool { action == .review || form.single("_from") == "review" }

    /// Fields that are no questions of this page.
    var hasUnknownFields: Bool { reading.problems.contains { $0.kind == .unknownItem } }

    /// The page was made for other answers than the stored ones, and would change them. The same page sent twice is
    /// fine.
    var isStale: Bool {
        form.single("_version").flatMap(Int.init) != visit.version && reading.response != visit.response
    }

    /// What is shown when the page comes up again: what was entered, faulty or not.
    var view: StepView {
        var view = StepView(step: step, reading.response, isFromReview: isFromReview)
        let own = Set(items.map(\.linkId))
        view.problems = reading.problems.filter { own.contains($0.linkId) }
        for problem in view.problems where problem.kind != .required {
            view.typed[problem.linkId] = form.values[problem.linkId]
        }
        return view
    }

    /// Address of the same page.
    func address(in language: Language) -> String {
        Routes.step(step, language) + (isFromReview ? "?from=review" : "")
    }
}
