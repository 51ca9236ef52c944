import MidbackCore

/// Home page of the clinic, the survey as its heart. It never offers to resume (`design.md` 11.4).
public struct HomePage: Page {
    /// Makes the home page.
    public init() {}

    /// Draws the page.
    public func draw(on canvas: Canvas) -> Sheet {
        let home = canvas.draw("home", key: "") {
            let steps = canvas.edition.pack.questionnaire.steps.filter { $0.number > 0 }.map { step in
                Facts.row(["title": canvas.words.plain(step.title), "optional": step.isOptional])
            }
            return ["steps": steps]
        }
        let main = home.fill(["token": canvas.token])
        return Sheet(title: canvas.edition.clinic.name, main: main, kind: "home")
    }
}

extension SurveyStep {
    /// Nothing on the page demands an answer.
    var isOptional: Bool { items.allSatisfy { $0.requirement != .yes || $0.enableWhen != nil } }
}
