import MidbackCore
import MidbackPlan

/// A text of the plan that lacks a language, is too long for one breath, or holds a telephone number.
struct PlanTextValidator: PlanValidator {
    static let id = "plan-text"
    /// Most words of a sentence, in both languages.
    private static let mostWords = 20
    private static let wordsOfMessage = 60

    func check(_ plan: PlanUnderTest) -> [Diagnostic] {
        plan.places.texts.flatMap(faults)
            + plan.pack.education.flatMap { message in
                long(message, at: plan.places.place("plans/education.yaml", message.id))
            }
    }

    private func faults(_ text: PlanPlaces.Text) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        if text.en.isBlank { faults.append(fault("the English wording (en) is missing", at: text.location)) }
        if text.es.isBlank { faults.append(fault("the Spanish wording (es) is missing", at: text.spanishLocation)) }
        for (wording, place) in [(text.en, text.location), (text.es, text.spanishLocation)] {
            if let number = TelephoneNumberValidator.number(in: wording) {
                faults.append(fault("'\(number)' looks like a telephone number", at: place))
            }
            if let words = Self.longest(wording), words > Self.mostWords {
                faults.append(fault("a sentence of \(words) words: at most \(Self.mostWords)", at: place))
            }
        }
        return faults
    }

    private static func longest(_ text: String) -> Int? {
        text.split { ".!?:;".contains($0) }.map { $0.split(separator: " ").count }.max()
    }

    private func long(_ message: EducationMessage, at place: SourceLocation) -> [Diagnostic] {
        Language.allCases.compactMap { language in
            let words = message.text[language].split(separator: " ").count
            guard words > Self.wordsOfMessage else { return nil }
            return fault("\(words) words in \(language.rawValue): at most \(Self.wordsOfMessage)", at: place)
        }
    }
}
