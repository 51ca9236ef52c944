import MidbackCore

/// An exercise with what a build reads again and again, worked out once. A class, so that lists of exercises hold
/// references: a copy of `Exercise` costs more than everything else a build does.
final class ExerciseEntry: Sendable {
    /// The exercise.
    let exercise: Exercise
    /// Its place in the tables.
    let index: Int
    let id: String
    let number: Int
    let family: String
    let minLevel: Int
    let maxLevel: Int
    let targets: [Target]
    let needs: [[Equipment]]
    let goals: [GoalTag]
    let isSeed: Bool
    let needsFloor: Bool
    /// Highest level off the floor of an exercise that else needs it.
    let levelOffFloor: Int?
    /// Safety attributes as bits.
    let attributes: AttributeSet
    /// Causes it suits, as places in the list of causes.
    let suits: [Int]
    /// Seconds of one repetition as drawn.
    let drawnSeconds: Double
    /// The same without the longest stays, and how many of these there are.
    let movingSeconds: Double
    let longStays: Double
    /// 1 when the drawing shows both sides or both work at once, else 2.
    let sideFactor: Double

    init(_ exercise: Exercise, index: Int = 0, causes: [String: Int] = [:]) {
        self.exercise = exercise
        self.index = index
        id = exercise.id
        number = exercise.number
        family = exercise.family
        minLevel = exercise.minLevel
        maxLevel = exercise.maxLevel
        targets = exercise.targets
        needs = exercise.needs
        goals = exercise.goals
        isSeed = exercise.isSeed
        needsFloor = exercise.needsFloor
        levelOffFloor = exercise.levelOffFloor
        attributes = AttributeSet(exercise.attributes)
        suits = exercise.suits.compactMap { causes[$0] }
        let frames = exercise.motion.frames
        let longest = frames.map(\.hold).max() ?? 0
        drawnSeconds = exercise.motion.secondsPerRepetition
        longStays = Double(frames.count { $0.hold == longest })
        movingSeconds = drawnSeconds - longest * longStays
        sideFactor = Self.sideFactor(exercise)
    }

    /// Doses count for each side; a drawing that shows both sides already lasts for both.
    private static func sideFactor(_ exercise: Exercise) -> Double {
        switch exercise.sides {
        case .together: 1
        case .alternating: exercise.motion.loop == .cycle && !exercise.motion.isMirrored ? 1 : 2
        case .oneThenOther: 2
        }
    }

    /// Highest level for a person with or without the floor; `nil` when there is none.
    func highestLevel(floor: Bool) -> Int? { floor || !needsFloor ? maxLevel : levelOffFloor }

    /// Strength and control count as strength for limits; range of movement does not.
    var isStrength: Bool { targets.contains(.strength) || targets.first == .motorControl }

    /// Muscles need a day of rest in between.
    var needsRestDay: Bool { targets.contains(.strength) }

    /// Calm first of all.
    var isRelaxation: Bool { targets.first == .relaxation }

    /// The dose at a level, or at the next lower one that has a dose, or the first.
    func dose(atMost level: Int) -> Dose? {
        exercise.doses.last { $0.level <= level } ?? exercise.doses.first
    }
}

/// Safety attributes as bits.
struct AttributeSet: Hashable, Sendable {
    private var bits: UInt32 = 0

    init(_ attributes: [SafetyAttribute] = []) {
        for (place, attribute) in SafetyAttribute.allCases.enumerated() where attributes.contains(attribute) {
            bits |= 1 << UInt32(place)
        }
    }

    private init(bits: UInt32) { self.bits = bits }

    func intersects(_ other: AttributeSet) -> Bool { bits & other.bits != 0 }
    func intersection(_ other: AttributeSet) -> AttributeSet { AttributeSet(bits: bits & other.bits) }
    mutating func formUnion(_ other: AttributeSet) { bits |= other.bits }
}

/// A pack with its exercises and safety rules worked out once.
final class PlanTables: Sendable {
    /// What one flag does.
    struct Rule: Sendable {
        var exclude: AttributeSet
        var modify: AttributeSet
        var keepOnly: Set<String>
    }

    /// When a remedy is offered, without its texts.
    struct RemedyRule: Sendable {
        var id: String
        var stages: [Stage]
        var notWith: [PlanFlag]
        var isComfort: Bool
        var isHandsOn: Bool
        var isAdvisedAgainst: Bool
    }

    let pack: PlanPack
    let entries: [ExerciseEntry]
    let byId: [String: ExerciseEntry]
    let causes: [String: Int]
    let rules: [PlanFlag: Rule]
    /// Attributes of end range.
    let endRange: AttributeSet
    /// What each direction that makes the pain worse leaves out.
    let directions: [(move: WorseMove, attributes: AttributeSet)]
    let boneRules: Set<String>
    let trackOfCause: [String: TrackID]
    let remedies: [RemedyRule]
    let education: [(id: String, audience: EducationMessage.Audience, isForBoneRisk: Bool, notWith: Set<PlanFlag>)]
    let advice: [(id: String, audience: AdviceTopic.Audience, isForBoneRisk: Bool)]

    init(_ pack: PlanPack) {
        self.pack = pack
        let names = Set(pack.tracks.flatMap(\.causes) + pack.library.exercises.flatMap(\.suits)).sorted()
        let causes = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        self.causes = causes
        entries = pack.library.exercises.enumerated().map { ExerciseEntry($1, index: $0, causes: causes) }
        byId = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        endRange = AttributeSet(pack.selection.endRange)
        directions = pack.selection.directions.map { ($0.move, AttributeSet($0.attributes)) }
        boneRules = Set(pack.levels.boneRules)
        trackOfCause = Dictionary(
            pack.tracks.flatMap { track in track.causes.map { ($0, track.id) } },
            uniquingKeysWith: { first, _ in first })
        remedies = pack.remedies.map(RemedyRule.init)
        rules = Dictionary(
            pack.library.safety.rules.compactMap { rule in
                PlanFlag(rawValue: rule.flag).map { ($0, Rule(rule)) }
            }, uniquingKeysWith: { first, _ in first })
        education = pack.education.map { ($0.id, $0.audience, $0.notWithBoneRisk != true, Set($0.notWith ?? [])) }
        advice = pack.advice.map { ($0.id, $0.audience, $0.notWithBoneRisk != true) }
    }

    /// What one flag does to an exercise, the phases after a fracture left aside.
    func verdict(_ flag: PlanFlag, _ entry: ExerciseEntry) -> SafetyVerdict {
        guard let rule = rules[flag] else { return .allow }
        if !rule.keepOnly.isEmpty, !rule.keepOnly.contains(entry.id) { return .exclude }
        if entry.attributes.intersects(rule.exclude) { return .exclude }
        return entry.attributes.intersects(rule.modify) ? .modify : .allow
    }
}

extension PlanTables.RemedyRule {
    init(_ remedy: Remedy) {
        self.init(
            id: remedy.id, stages: remedy.stages, notWith: remedy.notWith, isComfort: remedy.isComfort,
            isHandsOn: remedy.isHandsOn, isAdvisedAgainst: remedy.isAdvisedAgainst)
    }
}

extension PlanTables.Rule {
    init(_ rule: SafetyRule) {
        self.init(
            exclude: AttributeSet(rule.exclude), modify: AttributeSet(rule.modify), keepOnly: Set(rule.keepOnly))
    }
}
