import MidbackCore

/// What really differs between two versions of a plan, in words.
struct PlanChanges {
    let before: CarePlan
    let after: CarePlan
    /// What the decision meant to change.
    let notes: [Reason]

    /// Notes that hold, then each exercise, then the walk.
    func all() -> [Reason] {
        guard !before.exercises.isEmpty, !after.exercises.isEmpty else { return notes.filter { $0.id == .flareUntil } }
        return notes.filter(holds) + gone() + after.exercises.flatMap(changes) + notes.filter(isStill) + walk()
    }

    private func old(_ id: String) -> PlannedExercise? { before.exercises.first { $0.exercise == id } }

    private func load(_ plan: CarePlan) -> Int { WeekLoad.training(plan) }

    private func holds(_ note: Reason) -> Bool {
        switch note.id {
        case .notAddedVolume, .notAddedTime, .addedRepetitions, .addedSet, .addedHold, .addedLevel, .addedWalk: false
        case .loweredLevel:
            after.exercises.contains { item in old(item.exercise).map { level(item) < level($0) } == true }
        case .droppedNewest: note.value("exercise").map { id in !isIn(id) } == true
        case .rotated: after.exercises.contains { old($0.exercise) == nil }
        case .lengthened: load(after) > load(before)
        case .loweredVolume, .lighterWeek: isLower(note)
        default: true
        }
    }

    /// The week shrank by about the share that is named.
    private func isLower(_ note: Reason) -> Bool {
        let percent = note.value("percent").flatMap(Int.init) ?? 0
        return load(after) * 100 <= load(before) * (105 - percent)
    }

    /// An exercise that was meant to grow and did not.
    private func isStill(_ note: Reason) -> Bool {
        guard note.id == .notAddedVolume || note.id == .notAddedTime, let id = note.value("exercise") else {
            return false
        }
        return old(id)?.dose == after.exercises.first { $0.exercise == id }?.dose
    }

    private func isIn(_ id: String) -> Bool { after.exercises.contains { $0.exercise == id } }

    private func gone() -> [Reason] {
        let named = notes.filter { $0.id == .droppedNewest }.compactMap { $0.value("exercise") }
        return before.exercises.map(\.exercise).filter { !isIn($0) && !named.contains($0) }
            .map { Reason(.goneExercise, ["exercise": $0]) }
    }

    private func level(_ item: PlannedExercise) -> Int { item.personLevel }

    private func changes(_ item: PlannedExercise) -> [Reason] {
        let id = item.exercise
        guard let old = old(id) else { return [Reason(.newExercise, ["exercise": id])] }
        guard item.dose != old.dose else { return [] }
        var result: [Reason] = []
        if level(item) > level(old) {
            return [Reason(.addedLevel, ["exercise": id, "level": String(level(item))])]
        }
        result += sets(item, old)
        if let more = more(item.dose.repetitions, old.dose.repetitions) {
            result.append(Reason(.addedRepetitions, ["exercise": id, "number": String(more)]))
        }
        if let more = more(item.dose.hold, old.dose.hold) {
            result.append(Reason(.addedHold, ["exercise": id, "number": String(more)]))
        }
        if let more = more(item.dose.seconds, old.dose.seconds) {
            result.append(Reason(.addedSeconds, ["exercise": id, "number": String(more)]))
        }
        let isLess = item.seconds < old.seconds || level(item) < level(old)
        return isLess ? [Reason(.lessExercise, ["exercise": id])] : result
    }

    /// One more set, or the same work in more sets.
    private func sets(_ item: PlannedExercise, _ old: PlannedExercise) -> [Reason] {
        let (now, before) = (item.dose, old.dose)
        guard now.sets > before.sets else { return [] }
        let isSame = (now.repetitions ?? 0) < (before.repetitions ?? 0) || (now.seconds ?? 0) < (before.seconds ?? 0)
        let shared = Reason(.sharedSets, ["exercise": item.exercise, "number": String(now.sets)])
        return [isSame ? shared : Reason(.addedSet, ["exercise": item.exercise])]
    }

    private func more(_ now: Int?, _ old: Int?) -> Int? {
        guard let now, let old, now > old else { return nil }
        return now - old
    }

    private func walk() -> [Reason] {
        guard let old = before.habits.first(where: { $0.kind == .aerobic }),
            let now = after.habits.first(where: { $0.kind == .aerobic })
        else { return [] }
        let week = WeekLoad.walking(after)
        if week < WeekLoad.walking(before) {
            return [Reason(.lessWalk, ["minutes": String(now.minutes), "number": String(week)])]
        }
        return now.minutes > old.minutes ? [Reason(.addedWalk, ["minutes": String(now.minutes)])] : []
    }
}

/// How much a week of a plan is.
enum WeekLoad {
    /// Seconds of training; calm does not count.
    static func training(_ plan: CarePlan) -> Int {
        plan.exercises.filter { $0.slot != .relaxation }.reduce(0) { $0 + $1.seconds * $1.days.count }
    }

    /// Minutes of walking or the like.
    static func walking(_ plan: CarePlan) -> Int {
        plan.habits.filter { $0.kind == .aerobic }.reduce(0) { $0 + $1.minutes * $1.timesPerDay * $1.daysPerWeek }
    }
}

extension PlannedExercise {
    /// Person level it is done at.
    var personLevel: Int {
        reasons.first { $0.id == .levelStart }?.value("level").flatMap(Int.init) ?? max(1, dose.level)
    }
}
