import MidbackCore
import MidbackPlan

extension ProgressPage {
    /// Draws the page.
    public func draw(on canvas: Canvas) -> Sheet {
        let charts = [
            measure(.painAverage, "pain", goal: Double(canvas.edition.plan.progression.graduatePain), canvas),
            measure(.peg, "peg", goal: nil, canvas),
            measure(.goals, "goals", goal: Double(canvas.edition.plan.progression.graduateScore), canvas),
        ]
        let drawn = charts.compactMap { $0?.markup } + [SessionsChart(page: self, canvas: canvas).markup]
        let versions = VersionList(history: history, canvas: canvas)
        let main = canvas["progress"].fill([
            "start": history.checkIns.isEmpty ? canvas["progress.start"].fill() : .empty,
            "charts": drawn.joined(), "versions": versions.newest,
            "earlier": versions.earlier,
        ])
        return Sheet(
            title: canvas.words.plain("progress.title"), main: main, styles: ["plan", "session"], scripts: ["offline"])
    }

    /// The chart of a measure; `nil` while there is no number of it.
    private func measure(_ id: MeasureID, _ name: String, goal: Double?, _ canvas: Canvas) -> MeasureChart? {
        guard let measure = canvas.edition.plan.measure(id) else { return nil }
        let points = points(id, canvas.edition.plan)
        guard !points.isEmpty else { return nil }
        return MeasureChart(name: name, measure: measure, points: points, goal: goal, canvas: canvas)
    }

    /// The start and every check-in that could be scored.
    private func points(_ id: MeasureID, _ pack: PlanPack) -> [ChartPoint] {
        let start = history.plans[0].startedOn
        let first = baseline.first { $0.measure == id }.map { ChartPoint(date: start, week: 0, value: $0.value) }
        let later = history.checkIns.compactMap { checkIn in
            checkIn.score(id, pack).map {
                ChartPoint(date: checkIn.date, week: Double(start.days(to: checkIn.date)) / 7, value: $0)
            }
        }
        return (first.map { [$0] } ?? []) + later
    }
}

/// One number at one time.
struct ChartPoint: Hashable, Sendable {
    let date: CivilDate
    /// Weeks since the start.
    let week: Double
    let value: Double
}
