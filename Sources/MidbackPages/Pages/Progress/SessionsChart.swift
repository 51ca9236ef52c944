import MidbackCore
import MidbackPlan

/// Sessions done and planned, week by week. Weeks with few are not marked: nobody is scolded.
struct SessionsChart {
    let page: ProgressPage
    let canvas: Canvas
    private let weeks: [Adherence]

    init(page: ProgressPage, canvas: Canvas) {
        self.page = page
        self.canvas = canvas
        let start = page.history.plans[0].startedOn
        let tomorrow = page.today.adding(days: 1)
        weeks = (0...max(0, start.days(to: page.today) / 7)).map { week in
            let first = start.adding(days: week * 7)
            return Adherence(page.history, from: first, to: min(first.adding(days: 7), tomorrow))
        }
    }

    private var words: Words { canvas.words }

    var markup: HTML {
        canvas["progress.chart"].fill([
            "id": HTML("sessions"), "title": words.html("progress.sessions-title"), "summary": HTML(summary),
            "drawing": drawing, "legend": legend, "heads": heads, "rows": rows, "call": .empty,
        ])
    }

    private var summary: String {
        let tomorrow = page.today.adding(days: 1)
        let start = page.history.plans[0].startedOn
        let last = Adherence(page.history, from: max(start, tomorrow.adding(days: -7)), to: tomorrow)
        let said =
            last.due == 0
            ? words.plain("progress.sessions-none")
            : words.plain("progress.sessions-now", ["done": String(last.done), "due": String(last.due)])
        return said + " " + words.plain("progress.sessions-kind")
    }

    private var heads: HTML {
        ["progress.weeks", "progress.key-done", "progress.key-due"].map {
            canvas["progress.head"].fill(["text": words.html($0)])
        }.joined()
    }

    private var rows: HTML {
        weeks.enumerated().map { week, adherence in
            let cells = [adherence.done, adherence.due].map { canvas["progress.cell"].fill(["text": HTML($0)]) }
            let name = words.plain("progress.week", ["week": String(week + 1)])
            return canvas["progress.row"].fill(["first": HTML(name), "cells": cells.joined()])
        }.joined()
    }

    // MARK: Drawn

    private var most: Int { max(4, weeks.map { max($0.done, $0.due) }.max() ?? 0) }

    private var drawing: HTML {
        let caption = words.plain("progress.chart", ["title": words.plain("progress.sessions-title")])
        return canvas["progress.svg"].fill([
            "id": HTML("sessions"), "name": HTML(caption), "description": HTML(summary),
            "shapes": HTML(markup: shapes),
        ])
    }

    private var shapes: String {
        let frame = ChartFrame(weeks: weeks.count, lowest: 0, highest: Double(most))
        let values = Array(stride(from: 0, through: most, by: most > 6 ? 2 : 1))
        return frame.levels(values) + weeks.indices.map { bar($0, frame) }.joined()
            + frame.caption(words.html("progress.weeks"))
    }

    /// Weeks are counted from 1 here: a bar is a whole week, not a moment.
    private func bar(_ week: Int, _ frame: ChartFrame) -> String {
        let (left, right) = (frame.x(Double(week) + 0.15), frame.x(Double(week) + 0.85))
        let isNamed = weeks.count <= 13 || week % 4 == 0
        return rect("due", left, right, frame.y(Double(weeks[week].due)))
            + rect("done", left, right, frame.y(Double(weeks[week].done)))
            + (isNamed ? frame.mark(week + 1, at: Double(week) + 0.5) : "")
    }

    private func rect(_ kind: String, _ left: Int, _ right: Int, _ top: Int) -> String {
        guard top < ChartFrame.bottom else { return "" }
        return "<rect class=\"bar \(kind)\" x=\"\(left)\" y=\"\(top)\" width=\"\(max(2, right - left))\" "
            + "height=\"\(ChartFrame.bottom - top)\"/>"
    }

    private var legend: HTML {
        ["done", "due"].map { kind in
            canvas["progress.key"].fill([
                "mark": HTML(markup: "<rect class=\"bar \(kind)\" x=\"1\" y=\"1\" width=\"22\" height=\"10\"/>"),
                "text": words.html("progress.key-\(kind)"),
            ])
        }.joined()
    }
}
