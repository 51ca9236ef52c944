import MidbackCore
import MidbackPlan

/// A measure over the weeks: line, band of changes that are too small to count, goal.
struct MeasureChart {
    /// `pain`, `peg` or `goals`: part of the ids of its words.
    let name: String
    let measure: OutcomeMeasure
    /// At least one.
    let points: [ChartPoint]
    let goal: Double?
    let canvas: Canvas

    private var words: Words { canvas.words }
    private var first: ChartPoint { points[0] }
    private var last: ChartPoint { points[points.count - 1] }
    private var frame: ChartFrame {
        ChartFrame(
            weeks: max(4, Int(last.week.rounded(.up))), lowest: Double(measure.range[0]),
            highest: Double(measure.range[1]))
    }

    var markup: HTML {
        canvas["progress.chart"].fill([
            "id": HTML(name), "title": title, "summary": HTML(summary), "drawing": drawing, "legend": legend,
            "heads": heads, "rows": rows,
            "call": change == .worse ? canvas["progress.call"].fill() : .empty,
        ])
    }

    private var title: HTML { words.html("progress.\(name)-title") }

    // MARK: In words

    private var change: OutcomeChange? {
        points.count > 1 ? measure.change(from: first.value, to: last.value) : nil
    }

    /// What happened, in one or two sentences.
    private var summary: String {
        guard points.count > 1 else {
            return words.plain("progress.one-value", ["value": canvas.number(first.value)])
        }
        let weeks = max(1, Int(last.week.rounded()))
        let went = words.plain(
            weeks == 1 ? "progress.\(name)-week" : "progress.\(name)-now",
            [
                "first": canvas.number(first.value), "last": canvas.number(last.value), "weeks": String(weeks),
            ])
        return change.map { went + " " + words.plain("progress.change-\($0.rawValue)") } ?? went
    }

    private var heads: HTML {
        ["progress.date", "progress.value"].map { canvas["progress.head"].fill(["text": words.html($0)]) }.joined()
    }

    private var rows: HTML {
        points.map { point in
            canvas["progress.row"].fill([
                "first": HTML(canvas.fullDate(point.date)),
                "cells": canvas["progress.cell"].fill(["text": HTML(canvas.number(point.value))]),
            ])
        }.joined()
    }

    // MARK: Drawn

    private var drawing: HTML {
        let caption = words.plain("progress.chart", ["title": words.plain("progress.\(name)-title")])
        return canvas["progress.svg"].fill([
            "id": HTML(name), "name": HTML(caption), "description": HTML(summary), "shapes": HTML(markup: shapes),
        ])
    }

    private var shapes: String {
        let marks = frame.marks.map { frame.mark($0, at: Double($0)) }.joined()
        return band + frame.levels([0, 2, 4, 6, 8, 10]) + marks + goalLine + line + dots
            + frame.caption(words.html("progress.weeks"))
    }

    /// Values that are no real change from the start.
    private var noChange: ClosedRange<Double>? {
        guard let least = measure.meaningfulChange(from: first.value) else { return nil }
        let wrongWay = measure.meaningfulPoints ?? least
        return measure.higherIsBetter
            ? first.value - wrongWay...first.value + least : first.value - least...first.value + wrongWay
    }

    private var band: String {
        guard let noChange else { return "" }
        let (top, bottom) = (frame.y(noChange.upperBound), frame.y(noChange.lowerBound))
        return "<rect class=\"band\" x=\"\(ChartFrame.left)\" y=\"\(top)\" "
            + "width=\"\(ChartFrame.right - ChartFrame.left)\" height=\"\(bottom - top)\"/>"
    }

    private var goalLine: String {
        goal.map { "<path class=\"goal\" d=\"M\(ChartFrame.left) \(frame.y($0))H\(ChartFrame.right)\"/>" } ?? ""
    }

    private var line: String {
        let path = points.map { "\(frame.x($0.week)) \(frame.y($0.value))" }.joined(separator: "L")
        return "<path class=\"line\" d=\"M\(path)\"/>"
    }

    /// The first and the last number stand beside their dots.
    private var dots: String {
        points.enumerated().map { place, point in
            let (x, y) = (frame.x(point.week), frame.y(point.value))
            let dot = "<circle class=\"dot\" cx=\"\(x)\" cy=\"\(y)\" r=\"5\"/>"
            guard place == 0 || place == points.count - 1 else { return dot }
            let side = place == 0 ? "start\" x=\"\(x + 9)\"" : "end\" x=\"\(x - 9)\""
            let below = y < 40 ? y + 22 : y - 10
            return dot + "<text class=\"number \(side) y=\"\(below)\">\(HTML(canvas.number(point.value)).markup)</text>"
        }.joined()
    }

    private var legend: HTML {
        let you = "<path class=\"line\" d=\"M1 6H23\"/><circle class=\"dot\" cx=\"12\" cy=\"6\" r=\"4\"/>"
        var keys = [key(you, "you")]
        if noChange != nil { keys.append(key("<rect class=\"band\" width=\"24\" height=\"12\"/>", "band")) }
        if let goal {
            let text = words.plain("progress.key-goal", ["goal": canvas.number(goal)])
            keys.append(key("<path class=\"goal\" d=\"M1 6H23\"/>", HTML(text)))
        }
        return keys.joined()
    }

    private func key(_ mark: String, _ id: String) -> HTML { key(mark, words.html("progress.key-\(id)")) }

    private func key(_ mark: String, _ text: HTML) -> HTML {
        canvas["progress.key"].fill(["mark": HTML(markup: mark), "text": text])
    }
}
