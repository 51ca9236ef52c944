import MidbackCore
import MidbackPlan

/// What is left out and why, and what the plan was made from.
struct PlanOrigin {
    let plan: CarePlan
    let canvas: Canvas
    private var words: Words { canvas.words }

    var leftOut: HTML {
        guard !plan.leftOut.isEmpty else { return .empty }
        let items = plan.leftOut.map { left in
            canvas["plan.left-out"].fill([
                "name": canvas.exerciseLink(left.exercise), "reasons": canvas.items(left.reasons),
            ])
        }
        return canvas["plan.left"].fill(["count": HTML(plan.leftOut.count), "items": items.joined()])
    }

    var all: HTML {
        let track = plan.track.flatMap(canvas.edition.plan.track)
        return canvas["plan.origin"].fill([
            "reasons": canvas.items(plan.reasons), "rows": rows.joined(),
            "track": track.map(self.track) ?? .empty, "note": words.html(canvas.edition.plan.levels.borrowedNote),
            "version": HTML(plan.version), "date": HTML(canvas.fullDate(plan.validFrom)), "engine": HTML(plan.engine),
            "sources": canvas.citations((track?.sources ?? []) + canvas.edition.plan.selection.sources),
        ])
    }

    private func track(_ track: Track) -> HTML {
        canvas["plan.track"].fill([
            "name": words.html(track.name), "summary": words.html(track.summary), "notes": canvas.items(track.notes),
        ])
    }

    private var rows: [HTML] {
        let summary = plan.summary
        var rows = [
            row("plan.made-stage", HTML(canvas.planName("stage.\(summary.stage.rawValue)"))),
            row("plan.made-severity", words.html("plan.severity-\(summary.severity.rawValue)")),
            row("plan.made-irritability", words.html("plan.irritability-\(summary.irritability.rawValue)")),
            row("plan.made-support", words.html("plan.support-\(summary.risk.rawValue)")),
            row("plan.made-limits", limits(summary)),
        ]
        if let cause = summary.topCause.flatMap(canvas.edition.cause), cause.kind == .benign {
            rows.append(row("plan.made-cause", words.html(cause.name)))
        }
        rows.append(row("plan.made-level", canvas.name(of: plan.level)))
        return rows
    }

    /// Limits of the person by name; those of a visit to book as that visit.
    private func limits(_ summary: CarePlan.Summary) -> HTML {
        let level = summary.levelFlags ?? []
        var names = summary.flags.filter { !level.contains($0) }.map { canvas.planName("flag.\($0.rawValue)") }
        if !level.isEmpty { names.append(words.plain("plan.limits-visit")) }
        return names.isEmpty ? words.html("plan.limits-none") : HTML(names.joined(separator: ", "))
    }

    private func row(_ id: String, _ value: HTML) -> HTML {
        canvas["plan.made"].fill(["name": words.html(id), "value": value])
    }
}
