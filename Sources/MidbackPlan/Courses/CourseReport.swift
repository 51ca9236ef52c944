public import MidbackCore

/// A course as text that a physiotherapist can read, week by week.
public struct CourseReport: Sendable {
    private let writer: ReasonWriter
    private let pack: PlanPack
    private let language: Language

    /// A report in one language.
    public init(_ pack: PlanPack, language: Language, causes: [String: LocalizedText] = [:]) {
        self.pack = pack
        self.language = language
        writer = ReasonWriter(pack, language: language, causes: causes)
    }

    /// The text of a course.
    public func text(_ title: String, _ weeks: [CourseWeek]) -> String {
        var lines = [title, String(repeating: "=", count: title.count)]
        for week in weeks { lines += [""] + self.week(week) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func week(_ week: CourseWeek) -> [String] {
        var lines = ["Week \(week.week) (from \(week.plan.validFrom)), plan version \(week.plan.version)"]
        lines += PlanReport(pack, language: language, writer: writer).brief(week.plan).map { "  " + $0 }
        guard let checkIn = week.checkIn, let decision = week.decision else { return lines }
        lines.append("  Done \(week.adherence.done) of \(week.adherence.due)")
        lines.append("  Check-in: " + numbers(checkIn))
        lines.append("  Decision: \(decision.code.rawValue)")
        lines += decision.reasons.map { "    why: " + writer.text($0) }
        lines += decision.changes.map { "    change: " + writer.text($0) }
        lines += decision.escalations.map { "    help: \($0.id.rawValue)" + ($0.level.map { " (\($0.id))" } ?? "") }
        return lines
    }

    private func numbers(_ checkIn: CheckIn) -> String {
        let scores = pack.measures.compactMap { measure in
            checkIn.score(measure.id, pack).map { "\(measure.id.rawValue) \(Self.short($0))" }
        }
        let signs = checkIn.newSigns.isEmpty ? [] : ["new: " + checkIn.newSigns.joined(separator: ", ")]
        return (scores + signs + ["level \(checkIn.level.id)"]).joined(separator: ", ")
    }

    private static func short(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String((value * 10).rounded() / 10)
    }
}

/// A plan as text.
public struct PlanReport: Sendable {
    private let pack: PlanPack
    private let language: Language
    private let writer: ReasonWriter

    /// A report in one language.
    public init(_ pack: PlanPack, language: Language, writer: ReasonWriter) {
        self.pack = pack
        self.language = language
        self.writer = writer
    }

    /// Scope, exercises and habits in a few lines.
    public func brief(_ plan: CarePlan) -> [String] {
        guard let track = plan.track else {
            return ["No exercise track: \(plan.scope.rawValue)"] + plan.reasons.map(writer.text)
                + plan.exercises.map(line) + plan.habits.map(line)
        }
        let tracks = ([track] + plan.modifiers).map(\.rawValue).joined(separator: " + ")
        let head =
            "Track \(tracks), phase \(plan.phase.rawValue), \(plan.summary.irritability.rawValue) irritability, "
            + "\(plan.week.count) x \(plan.minutes) min, longest \(plan.week.map(\.seconds).max() ?? 0) s"
        return [head] + plan.exercises.map(line) + plan.habits.map(line)
    }

    /// The whole plan with every reason.
    public func full(_ plan: CarePlan) -> [String] {
        var lines = brief(plan) + ["Reasons:"] + plan.reasons.map { "  " + writer.text($0) }
        for item in plan.exercises {
            lines.append("\(item.exercise):")
            lines += item.reasons.map { "  " + writer.text($0) }
        }
        lines.append("Left out:")
        lines += plan.leftOut.map { "  " + $0.reasons.map(writer.text).joined(separator: " ") }
        lines.append("Remedies: " + plan.remedies.filter(\.isOffered).map(\.remedy).joined(separator: ", "))
        lines += plan.remedies.filter { !$0.isOffered }.map {
            "  not \($0.remedy): " + $0.reasons.map(writer.text).joined(separator: " ")
        }
        lines += plan.medicines.map(line)
        if let forecast = plan.forecast {
            lines.append("Expect: \(forecast.least) to \(forecast.most) points in 6 weeks")
        }
        lines.append("Messages: " + plan.education.joined(separator: ", "))
        lines.append("Advice: " + plan.advice.joined(separator: ", "))
        lines.append("Help: " + plan.escalations.map(\.id.rawValue).joined(separator: ", "))
        return lines
    }

    private func line(_ item: PlannedExercise) -> String {
        let dose = item.dose
        var parts = ["- \(item.slot.rawValue): \(item.exercise) L\(dose.level)", "\(dose.sets)x" + amount(dose)]
        if let hold = dose.hold { parts.append("hold \(hold) s") }
        if item.isHalfRange { parts.append("half range") }
        parts.append("\(item.days.count) d/wk")
        return parts.joined(separator: ", ")
    }

    private func amount(_ dose: Dose) -> String {
        if let seconds = dose.seconds { return "\(seconds) s" }
        return String(dose.repetitions ?? 1)
    }

    private func line(_ habit: PlannedHabit) -> String {
        let name = habit.exercise ?? habit.activity?.rawValue ?? habit.kind.rawValue
        let every = habit.everyMinutes.map { ", every \($0) min" } ?? ""
        return "- beside: \(name) \(habit.minutes) min, \(habit.timesPerDay) a day, \(habit.daysPerWeek) d/wk\(every)"
    }

    private func line(_ advice: MedicineAdvice) -> String {
        let name = advice.medicine.rawValue
        switch advice {
        case .dose(let dose):
            return "Medicine \(name): \(dose.single[0])-\(dose.single[1]) mg, at most \(dose.dailyCeiling) mg a day, "
                + "\(dose.days) days"
        case .ask(_, let rows): return "Medicine \(name): ask first (\(rows.joined(separator: ", ")))"
        case .stop(_, let rows): return "Medicine \(name): do not take (\(rows.joined(separator: ", ")))"
        case .notScreened: return "Medicine \(name): not screened"
        case .notNeeded: return "Medicine \(name): not needed"
        case .never: return "Medicine \(name): never suggested"
        }
    }
}
