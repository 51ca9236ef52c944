import MidbackCore
import MidbackPlan

/// Doses in words of one language: "2 sets of 8 times, on each side, stay 3 seconds".
struct DoseWords {
    let words: Words

    /// How much at one time.
    func text(_ dose: Dose, _ exercise: Exercise) -> String {
        var parts = [sets(dose)]
        if exercise.sides != .together { parts.append(words.plain("exercise.each-side")) }
        parts += [hold(dose), band(dose), weight(dose)].compactMap { $0 }
        return parts.joined(separator: ", ")
    }

    /// On how many days and how often on such a day.
    func often(_ dose: Dose) -> String {
        if let minutes = dose.everyMinutes {
            return words.plain("exercise.work-days") + ", " + count("exercise.every-minutes", minutes)
        }
        let days = dose.daysPerWeek >= 7 ? words.plain("exercise.daily") : days(dose.daysPerWeek)
        guard let times = dose.timesPerDay, times > 1 else { return days }
        return days + ", " + count("exercise.times-a-day", times)
    }

    /// Days of a week.
    func days(_ days: Int) -> String {
        days == 1 ? words.plain("plan.days-one") : count("exercise.days", days)
    }

    /// Minutes of a session, rounded up.
    func minutes(ofSeconds seconds: Int) -> String { minutes((seconds + 59) / 60) }

    /// Minutes.
    func minutes(_ minutes: Int) -> String {
        minutes == 1 ? words.plain("exercise.minutes-one") : count("exercise.minutes", minutes)
    }

    /// Minutes with an upper end.
    func minutes(_ minutes: Int, upTo most: Int) -> String {
        most > minutes ? range("exercise.minutes-range", minutes, most) : self.minutes(minutes)
    }

    private func sets(_ dose: Dose) -> String {
        let amount = amount(dose)
        guard dose.sets > 1 else { return amount }
        // Sets of one repetition are repetitions.
        if dose.seconds == nil, dose.unit == nil, (dose.repetitionsUpTo ?? dose.repetitions ?? 1) == 1 {
            return count("exercise.reps", dose.sets)
        }
        return words.plain("plan.sets-of", ["sets": String(dose.sets), "amount": amount])
    }

    private func amount(_ dose: Dose) -> String {
        if let seconds = dose.seconds { return time(seconds, dose.secondsUpTo) }
        let repetitions = dose.repetitions ?? 1
        switch dose.unit {
        case .breaths: return count("exercise.breaths", repetitions)
        case .steps: return count("exercise.steps-count", repetitions)
        case .repetitions, nil:
            if let most = dose.repetitionsUpTo { return range("exercise.reps-range", repetitions, most) }
            return repetitions == 1 ? words.plain("exercise.reps-one") : count("exercise.reps", repetitions)
        }
    }

    private func time(_ seconds: Int, _ most: Int?) -> String {
        let isMinutes = seconds % 60 == 0 && (most ?? 0) % 60 == 0
        if isMinutes { return minutes(seconds / 60, upTo: (most ?? 0) / 60) }
        return most.map { range("exercise.seconds-range", seconds, $0) } ?? count("exercise.seconds", seconds)
    }

    private func hold(_ dose: Dose) -> String? {
        if let breaths = dose.holdBreaths {
            return breaths == 1
                ? lower(words.plain("plan.hold-breath")) : lower(count("exercise.hold-breaths", breaths))
        }
        guard let hold = dose.hold, hold > 0 else { return nil }
        if let most = dose.holdUpTo { return lower(range("exercise.hold-range", hold, most)) }
        return lower(hold == 1 ? words.plain("plan.hold-second") : count("exercise.hold", hold))
    }

    private func band(_ dose: Dose) -> String? {
        dose.resistance.map { words.plain("exercise.band-\($0.rawValue)") }
    }

    private func weight(_ dose: Dose) -> String? {
        guard let least = dose.kilograms else { return nil }
        guard let most = dose.kilogramsUpTo else {
            return words.plain("exercise.weight", ["pounds": Self.pounds(least), "kilograms": Self.number(least)])
        }
        return words.plain(
            "exercise.weight-range",
            [
                "from-pounds": Self.pounds(least), "to-pounds": Self.pounds(most), "from": Self.number(least),
                "to": Self.number(most),
            ])
    }

    private static func pounds(_ kilograms: Double) -> String { String(Int((kilograms * 2.2046).rounded())) }

    private static func number(_ value: Double) -> String {
        value.rounded() == value ? String(Int(value)) : String((value * 10).rounded() / 10)
    }

    private func count(_ id: String, _ number: Int) -> String { words.plain(id, ["count": String(number)]) }

    private func range(_ id: String, _ from: Int, _ to: Int) -> String {
        words.plain(id, ["from": String(from), "to": String(to)])
    }

    // Inside a list of parts a sentence starts small.
    private func lower(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }
}
