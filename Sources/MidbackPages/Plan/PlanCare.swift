import MidbackCore
import MidbackPlan

/// What to mind with a planned exercise: how far to go, what a limit asks for, its own cautions.
struct PlanCare {
    let planned: PlannedExercise
    /// Limits of the person.
    let limits: [PlanFlag]
    let canvas: Canvas

    /// Sentences, most important first. The exercise's own cautions are among them when a limit applies to it.
    var notes: [HTML] {
        var notes: [HTML] = []
        if let how = planned.how { notes.append(canvas.words.html(how)) }
        if planned.isHalfRange { notes.append(canvas.words.html("plan.half-range")) }
        return planned.cautions.isEmpty ? notes : notes + meanings + own
    }

    private var meanings: [HTML] {
        planned.cautions.compactMap { flag in
            canvas.library.safety.rules.first { $0.flag == flag.rawValue }.map { canvas.words.html($0.meaning) }
        }
    }

    /// The cautions of the exercise, without those that speak of a limit the person does not have.
    var own: [HTML] {
        (canvas.library.exercise(planned.exercise)?.cautions ?? []).filter { $0.concerns(limits) }
            .map { canvas.words.html($0.text) }
    }
}
