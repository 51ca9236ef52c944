import MidbackCore
import MidbackPlan

extension PlanPrintPage {
    /// Draws the page.
    public func draw(on canvas: Canvas) -> Sheet {
        let paper = PlanPaper(page: self, canvas: canvas)
        let main = canvas["plan-print"].fill([
            "date": HTML(canvas.fullDate(plan.validFrom)), "version": HTML(plan.version), "lead": paper.lead,
            "rule": canvas.painRule(plan), "signs": canvas.stopSigns(plan), "exercises": paper.exercises,
            "habits": paper.habits, "diary": paper.diary, "address": HTML(address),
            "qr": qr.map { canvas["plan-print.qr"].fill(["qr": HTML(markup: $0)]) } ?? .empty,
        ])
        return Sheet(title: canvas.words.plain("plan.title"), main: main, kind: "paper", styles: ["plan"])
    }
}

/// Parts of the printed plan.
private struct PlanPaper {
    let page: PlanPrintPage
    let canvas: Canvas
    private var plan: CarePlan { page.plan }
    private var words: Words { canvas.words }

    var lead: HTML {
        HTML(
            words.plain(
                "plan.week-summary",
                [
                    "days": canvas.doses.days(plan.week.count),
                    "minutes": canvas.doses.minutes(ofSeconds: plan.week.map(\.seconds).max() ?? 0),
                ]))
    }

    var exercises: HTML { plan.exercises.enumerated().map { exercise($0 + 1, $1) }.joined() }

    private func exercise(_ number: Int, _ planned: PlannedExercise) -> HTML {
        guard let exercise = canvas.library.exercise(planned.exercise) else { return .empty }
        return canvas["plan-print.exercise"].fill([
            "number": HTML(number), "name": words.html(exercise.name), "figure": canvas.figure(exercise.id, .still),
            "dose": HTML(canvas.doses.text(planned.dose, exercise)),
            "days": HTML(canvas.doses.days(planned.days.count)),
            "steps": canvas.items(exercise.steps), "breathing": words.html(exercise.breathing),
            "care": care(planned, exercise),
        ])
    }

    /// How far to go, and the cautions everyone gets; never which limit of the person is behind them.
    private func care(_ planned: PlannedExercise, _ exercise: Exercise) -> HTML {
        var notes: [HTML] = []
        if let how = planned.dose.how { notes.append(words.html(how)) }
        if planned.isHalfRange { notes.append(words.html("plan.half-range")) }
        notes += exercise.cautions.map { words.html($0.text) }
        return canvas.list(notes)
    }

    var habits: HTML {
        let texts = plan.habits.map { habit in
            let drawing = PlanHabits(plan: plan, canvas: canvas)
            return HTML(drawing.label(habit) + ": " + drawing.amount(habit))
        }
        return texts.isEmpty ? .empty : canvas["plan-print.habits"].fill(["items": canvas.list(texts)])
    }

    // MARK: Diary

    var diary: HTML {
        guard !plan.exercises.isEmpty else { return .empty }
        let heads = plan.exercises.enumerated().map { index, planned in
            canvas["plan-print.head"].fill([
                "number": HTML(index + 1), "name": HTML(canvas.exerciseName(planned.exercise)),
            ])
        }
        return canvas["plan-print.diary"].fill([
            "heads": heads.joined(), "rows": (0..<14).map { row(page.from.adding(days: $0)) }.joined(),
        ])
    }

    private func row(_ date: CivilDate) -> HTML {
        let offset = plan.validFrom.days(to: date)
        let day = ((offset % 7) + 7) % 7
        let cells = plan.exercises.map { planned in
            canvas[planned.days.contains(day) ? "plan-print.box" : "plan-print.no-box"].fill()
        }
        return canvas["plan-print.row"].fill(["date": HTML(canvas.dateLine(date)), "cells": cells.joined()])
    }
}
