import MidbackCore
import MidbackPlan

/// The short danger screen: it begins every check-in and flare-up and follows a stopped session.
struct DangerScreen {
    /// Name of its field.
    static let field = "sign"
    /// Value of "none of these".
    static let none = "none"

    let writer: FormWriter

    private var canvas: Canvas { writer.canvas }

    /// The question with every sign of the content.
    var card: FormCard {
        let signs = canvas.edition.plan.escalation.signs.map {
            FormRow(value: $0.id, label: canvas.words.html($0.text))
        }
        let none = FormRow(value: Self.none, label: canvas.words.html("signs.none"), isAlone: true)
        return writer.ticks(
            Self.field, canvas.words.html("signs.question"), signs + [none], hint: writer.hint("signs.hint"))
    }
}
