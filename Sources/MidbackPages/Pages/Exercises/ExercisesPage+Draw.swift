import MidbackCore
import MidbackPlan

extension ExercisesPage {
    /// Draws the page.
    public func draw(on canvas: Canvas) -> Sheet {
        let main = canvas.draw("exercises", key: "") { facts(canvas) }.fill()
        return Sheet(title: canvas.words.plain("exercise.list-title"), main: main, kind: "library", styles: ["plan"])
    }

    private func facts(_ canvas: Canvas) -> Facts {
        let families = canvas.library.families.sorted { $0.number < $1.number }
        return [
            "first": families.filter(\.first).map { card($0, canvas) },
            "others": families.filter { !$0.first }.map { card($0, canvas) },
            "families": families.map { section($0, canvas) },
        ]
    }

    private func members(_ family: Family, _ canvas: Canvas) -> [Exercise] {
        canvas.library.exercises.filter { $0.family == family.id }.sorted {
            ($0.rung, $0.number) < ($1.rung, $1.number)
        }
    }

    /// The exercise that stands for its family: the one people meet first, else the easiest.
    private func card(_ family: Family, _ canvas: Canvas) -> Facts {
        let members = members(family, canvas)
        let face = members.first { $0.id == family.id } ?? members.first { $0.isSeed } ?? members.first
        return .row([
            "href": "#\(family.id)", "name": canvas.words.plain(family.name),
            "summary": canvas.words.html(family.summary).markup,
            "figure": face.map { canvas.figure($0.id, .small).markup } ?? "",
        ])
    }

    private func section(_ family: Family, _ canvas: Canvas) -> Facts {
        .row([
            "id": family.id, "name": canvas.words.plain(family.name),
            "summary": canvas.words.html(family.summary).markup,
            "exercises": members(family, canvas).map { row($0, canvas) },
        ])
    }

    private func row(_ exercise: Exercise, _ canvas: Canvas) -> Facts {
        let target = exercise.targets.first.map { canvas.words.plain("exercise.target-\($0.rawValue)") }
        let position = exercise.positions.first.map { canvas.words.plain("exercise.position-\($0.rawValue)") }
        return .row([
            "href": Routes.exercise(exercise.id, canvas.language), "name": canvas.words.plain(exercise.name),
            "purpose": canvas.words.html(exercise.purpose).markup,
            "tags": [target, position].compactMap { $0 }.map { Facts.row(["tag": $0]) },
            "figure": canvas.figure(exercise.id, .small).markup,
        ])
    }
}
