import MidbackCore

/// Seconds and limits of doses.
/// - Source: `plan-logic.md` section 5.
struct Dosing {
    let rules: DoseRules

    /// Seconds of all sets: sets × (repetitions × (moves and holds) + rest), both sides counted.
    func seconds(_ dose: Dose, _ entry: ExerciseEntry) -> Int {
        dose.sets * (workSeconds(dose, entry) + rules.restSeconds)
    }

    /// Seconds of one set without rest.
    func workSeconds(_ dose: Dose, _ entry: ExerciseEntry) -> Int {
        let once: Double
        if let seconds = dose.seconds {
            once = Double(seconds)
        } else if dose.unit == .steps {
            once = Double(dose.repetitions ?? 1)
        } else {
            once = Double(dose.repetitions ?? 1) * repetitionSeconds(dose, entry)
        }
        return Int((once * entry.sideFactor).rounded(.up))
    }

    /// Seconds of one repetition: as drawn, with the longest stay replaced by the hold of the dose.
    func repetitionSeconds(_ dose: Dose, _ entry: ExerciseEntry) -> Double {
        let hold = dose.holdBreaths.map { Double($0 * rules.breathSeconds) } ?? dose.hold.map(Double.init)
        return max(1, hold.map { entry.movingSeconds + $0 * entry.longStays } ?? entry.drawnSeconds)
    }

    /// The dose with ranges decided (their lower ends) and held within the limits of an irritability.
    func limited(_ dose: Dose, _ entry: ExerciseEntry, _ limit: DoseRules.Limit, _ slot: Slot) -> Dose {
        var result = dose
        result.repetitionsUpTo = nil
        result.secondsUpTo = nil
        result.holdUpTo = nil
        if slot == .relaxation || entry.isRelaxation { return result }
        let isStrong = entry.isStrength
        result.sets = min(result.sets, isStrong ? limit.strengthSets : limit.mobilitySets)
        if let repetitions = result.repetitions, result.unit != .steps {
            result.repetitions = min(repetitions, isStrong ? limit.strengthRepetitions : limit.mobilityRepetitions)
        }
        if isStrong, let hold = result.hold { result.hold = min(hold, limit.strengthHold) }
        return result
    }

    /// The dose with a share of its volume, at least one repetition or 15 seconds.
    func scaled(_ dose: Dose, percent: Int) -> Dose {
        guard percent < 100 else { return dose }
        var result = dose
        if percent <= 50, dose.sets > 1 {
            result.sets = max(1, dose.sets / 2)
            return result
        }
        if let repetitions = dose.repetitions { result.repetitions = max(1, repetitions * percent / 100) }
        if let seconds = dose.seconds { result.seconds = min(seconds, max(15, seconds * percent / 100)) }
        return result
    }

    /// Whether a dose holds fewer repetitions in all, or seconds, than another one.
    func isLess(_ dose: Dose, than other: Dose, _ entry: ExerciseEntry) -> Bool {
        if let some = dose.repetitions, let more = other.repetitions { return dose.sets * some < other.sets * more }
        return dose.sets * workSeconds(dose, entry) < other.sets * workSeconds(other, entry)
    }

    /// The dose with fewer repetitions, or seconds, so that it takes `cap` seconds; sets stay. `nil` when it does not fit.
    func trimmed(_ dose: Dose, _ entry: ExerciseEntry, within cap: Int) -> Dose? {
        var result = dose
        while seconds(result, entry) > cap {
            if let repetitions = result.repetitions, repetitions > 1 {
                result.repetitions = repetitions - 1
            } else if let seconds = result.seconds, seconds > 15 {
                result.seconds = seconds - 15
            } else {
                return nil
            }
        }
        return result
    }

    /// The dose cut down to `cap` seconds: fewer sets first, then fewer repetitions or seconds; `nil` when it does not
    /// fit at all.
    func fitted(_ dose: Dose, _ entry: ExerciseEntry, within cap: Int) -> Dose? {
        guard seconds(dose, entry) > cap else { return dose }
        var result = dose
        while seconds(result, entry) > cap {
            if result.sets > 1 {
                result.sets -= 1
            } else if let repetitions = result.repetitions, repetitions > 3 {
                result.repetitions = repetitions - 1
            } else if let seconds = result.seconds, seconds > 30 {
                result.seconds = seconds - 15
            } else {
                return nil
            }
        }
        return result
    }
}
