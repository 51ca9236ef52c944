import MidbackCore
import MidbackPlan

/// A dose or limit outside what can be meant.
struct PlanDoseValidator: PlanValidator {
    static let id = "dose-range"

    func check(_ plan: PlanUnderTest) -> [Diagnostic] {
        plan.pack.library.exercises.flatMap { exercise in
            let place = plan.places.place("exercises/\(exercise.id).yaml", exercise.id)
            return exercise.doses.flatMap { faults($0, exercise, place) } + order(exercise, place)
        } + limits(plan.pack) + ceilings(plan.pack)
    }

    private func faults(_ dose: Dose, _ exercise: Exercise, _ place: SourceLocation) -> [Diagnostic] {
        let checks: [(String, Int?, ClosedRange<Int>)] = [
            ("level", dose.level, 1...4), ("sets", dose.sets, 1...5), ("repetitions", dose.repetitions, 1...60),
            ("seconds", dose.seconds, 5...2700), ("hold", dose.hold, 0...60),
            ("daysPerWeek", dose.daysPerWeek, 1...7), ("timesPerDay", dose.timesPerDay, 1...6),
            ("everyMinutes", dose.everyMinutes, 15...120),
        ]
        var faults = checks.compactMap { name, value, range -> Diagnostic? in
            guard let value, !range.contains(value) else { return nil }
            return fault("\(exercise.id) level \(dose.level): \(name) \(value) is out of range", at: place)
        }
        if dose.repetitions == nil, dose.seconds == nil {
            faults.append(fault("\(exercise.id) level \(dose.level): neither repetitions nor seconds", at: place))
        }
        return faults
    }

    private func order(_ exercise: Exercise, _ place: SourceLocation) -> [Diagnostic] {
        let levels = exercise.doses.map(\.level)
        let isAscending = zip(levels, levels.dropFirst()).allSatisfy { $0 < $1 }
        var faults = isAscending ? [] : [fault("\(exercise.id): levels must ascend", at: place)]
        if exercise.doses.isEmpty { faults.append(fault("\(exercise.id): no dose", at: place)) }
        if !(1...4).contains(exercise.minLevel) || exercise.minLevel > exercise.maxLevel || exercise.maxLevel > 4 {
            faults.append(fault("\(exercise.id): levels \(exercise.minLevel) to \(exercise.maxLevel)", at: place))
        }
        return faults
    }

    private func limits(_ pack: PlanPack) -> [Diagnostic] {
        let place = SourceLocation(file: "plans/doses.yaml", line: 1)
        return pack.doses.limits.filter { limit in
            limit.aerobicMinutes.count != 3 || limit.effort.count != 2 || !(1...7).contains(limit.sessions)
                || !(1...4).contains(limit.levelCeiling) || !(0...10).contains(limit.painCeiling)
                || limit.aerobicMinutes != limit.aerobicMinutes.sorted()
        }.map { fault("limits of \($0.irritability.rawValue) are out of range", at: place) }
    }

    /// The only medicine limits ever shown are those of the ruling: they may be lowered here, never raised.
    private func ceilings(_ pack: PlanPack) -> [Diagnostic] {
        let most: [Medicine: Int] = [.ibuprofen: 1200, .naproxen: 660, .acetaminophen: 3000, .diclofenacGel: 0]
        return pack.medicine.labels.filter { $0.dailyCeiling > most[$0.medicine] ?? 0 || $0.days > 5 }.map {
            fault(
                "the ceiling of \($0.medicine.rawValue) is above the one allowed",
                at: SourceLocation(file: "plans/medicine.yaml", line: 1))
        }
    }
}
