import MidbackCore

/// Points of exercises for a person.
/// - Source: `plan-logic.md` section 4.
struct Score {
    private let context: PlanContext
    private let isCore: [Bool]
    /// Points by place of the exercise, what was used last week left aside.
    private let points: [Double]

    init(_ context: PlanContext) {
        self.context = context
        var core = Array(repeating: false, count: context.tables.entries.count)
        for id in context.core { if let entry = context.tables.byId[id] { core[entry.index] = true } }
        isCore = core
        var shares = Array(repeating: 0.0, count: context.tables.causes.count)
        for share in context.profile.shares {
            if let place = context.tables.causes[share.cause] { shares[place] = share.share }
        }
        let weights = context.tables.pack.selection.weights
        points = context.tables.entries.map { Self.points($0, weights, shares, core[$0.index], context) }
    }

    private static func points(
        _ entry: ExerciseEntry, _ weights: SelectionRules.Weights, _ shares: [Double], _ isCore: Bool,
        _ context: PlanContext
    ) -> Double {
        var points = weights.cause * entry.suits.reduce(0) { $0 + shares[$1] }
        if isCore { points += weights.core }
        if entry.goals.contains(where: context.profile.goals.contains) { points += weights.goal }
        if context.profile.likes.contains(entry.id) { points += weights.liked }
        if context.profile.dislikes.contains(entry.id) { points += weights.disliked }
        if entry.isSeed { points += weights.seed }
        let level = context.baseLevel(entry)
        if level > entry.maxLevel || level < entry.minLevel { points += weights.otherLevel }
        return points
    }

    /// Points in a slot, with nine decimals, so that other machines order alike.
    private func points(_ entry: ExerciseEntry, _ slot: Slot) -> Double {
        var points = points[entry.index]
        if context.state.rotates, context.state.kept.contains(where: { $0.exercise == entry.id && $0.slot == slot }) {
            points += context.tables.pack.selection.weights.usedLastWeek
        }
        return (points * 1e9).rounded() / 1e9
    }

    /// Whether an exercise can stand in a slot.
    func fits(_ entry: ExerciseEntry, _ slot: Slot) -> Bool {
        let first = entry.targets.first
        switch slot {
        case .warm:
            return entry.minLevel == 1 && first == .mobility && !isQuiet(entry)
                && !entry.attributes.intersects(context.tables.endRange)
        case .control: return entry.minLevel == 1 && first == .motorControl && entry.targets.count == 1
        case .mobility: return entry.targets.contains(.mobility) && first != .relaxation && !isQuiet(entry)
        case .strength: return isStrong(entry)
        case .function: return entry.family == "function"
        case .relaxation: return first == .relaxation || isQuiet(entry)
        case .main: return fits(entry, context.limit.isIsometric ? .mobility : .strength)
        }
    }

    private func isQuiet(_ entry: ExerciseEntry) -> Bool { entry.family == "relaxation" }

    /// While it flares easily only quiet holds, and what the track holds for core.
    private func isStrong(_ entry: ExerciseEntry) -> Bool {
        guard entry.targets.contains(.strength) || entry.targets.contains(.motorControl) else { return false }
        guard context.limit.isIsometric else { return true }
        if isCore[entry.index] { return true }
        return !entry.targets.contains(.strength) && (entry.exercise.dose(at: 1)?.hold ?? 0) >= 3
    }

    /// Whether an exercise is in the core of the track now.
    func isCore(_ entry: ExerciseEntry) -> Bool { isCore[entry.index] }

    /// Candidates of a slot, best first. Strength proper comes before control, unless it flares easily; breathing and
    /// letting go come before rolling. Where directions wait the core comes before all else.
    func order(_ pool: [ExerciseEntry], _ slot: Slot) -> [ExerciseEntry] {
        let wantsStrength = (slot == .strength || slot == .main) && !context.limit.isIsometric
        let coreFirst = !context.avoided.isEmpty
        var ranked: [(rank: Int, points: Double, entry: ExerciseEntry)] = []
        ranked.reserveCapacity(pool.count)
        for entry in pool where fits(entry, slot) {
            let isSecond = slot == .relaxation ? !isQuiet(entry) : wantsStrength && !entry.needsRestDay
            let isLater = coreFirst && !isCore[entry.index]
            ranked.append(((isLater ? 2 : 0) + (isSecond ? 1 : 0), -points(entry, slot), entry))
        }
        ranked.sort { ($0.rank, $0.points, $0.entry.number) < ($1.rank, $1.points, $1.entry.number) }
        return ranked.map(\.entry)
    }
}
