public import MidbackCore

/// One exercise of the library: what to do, for whom, how much, how sure we are, and how it is drawn.
/// One file of `Content/exercises/` each.
public struct Exercise: Codable, Hashable, Sendable {
    /// Stable id, for example `cat-cow`.
    public var id: String
    /// Place in the library, from 1; breaks ties in selection.
    public var number: Int
    /// Family it belongs to.
    public var family: String
    /// Rung of the family's ladder where it first appears, 1 (easiest) to 4.
    public var rung: Int
    /// Whether it is one of the exercises people meet first; selection prefers these a little.
    public var isSeed: Bool
    /// Ids of easier ones, nearest first.
    public var easier: [String]
    /// Ids of harder ones, nearest first.
    public var harder: [String]
    /// Name.
    public var name: LocalizedText
    /// What it is for.
    public var purpose: LocalizedText
    /// What to do, in order.
    public var steps: [LocalizedText]
    /// When to breathe in and out.
    public var breathing: LocalizedText
    /// Common errors.
    public var mistakes: [LocalizedText]
    /// When to change it or stop; shown with every plan that holds it, first of all when a flag modifies it.
    public var cautions: [Caution]
    /// Who should not do it; empty when nobody is ruled out.
    public var avoidIf: [LocalizedText]
    /// What is shown, in words, for those who do not see the drawing.
    public var picture: LocalizedText
    /// Lowest person level it is meant for, 1 to 4; it may also be used one level below, with its level 1 dose.
    public var minLevel: Int
    /// Highest person level it is meant for, 1 to 4.
    public var maxLevel: Int
    /// What it trains.
    public var targets: [Target]
    /// Body positions it can be done in, usual one first.
    public var positions: [Position]
    /// What must be at hand: one thing of every inner list. Mats and pillows are never required.
    public var needs: [[Equipment]]
    /// What makes it nicer but is not needed.
    public var helpful: [Equipment]
    /// What is needed, in words.
    public var equipment: LocalizedText
    /// What it asks of the body, for the safety rules; empty when it asks nothing special.
    public var attributes: [SafetyAttribute]
    /// Causes it suits, by id.
    public var suits: [String]
    /// Goals it helps.
    /// - Source: expert estimate.
    public var goals: [GoalTag]
    /// How the two sides are trained. With sides, repetitions and seconds of a dose count for each side.
    public var sides: Sides
    /// Doses by person level, ascending; a level without one is missing.
    public var doses: [Dose]
    /// Another exercise to use at a level for which this one has no dose.
    public var instead: [Substitute]
    /// Evidence codes, `E1` to `E14`.
    public var evidence: [String]
    /// How sure we are that it helps pain in the mid-back.
    public var strength: EvidenceStrength
    /// The same as an honest sentence.
    public var strengthNote: LocalizedText
    /// How it moves.
    public var motion: Motion

    /// Makes an exercise.
    public init(
        id: String, number: Int, family: String, rung: Int, isSeed: Bool, easier: [String], harder: [String],
        name: LocalizedText, purpose: LocalizedText, steps: [LocalizedText], breathing: LocalizedText,
        mistakes: [LocalizedText], cautions: [Caution], avoidIf: [LocalizedText], picture: LocalizedText,
        minLevel: Int, maxLevel: Int, targets: [Target], positions: [Position], needs: [[Equipment]],
        helpful: [Equipment], equipment: LocalizedText, attributes: [SafetyAttribute], suits: [String],
        goals: [GoalTag], sides: Sides, doses: [Dose], instead: [Substitute], evidence: [String],
        strength: EvidenceStrength, strengthNote: LocalizedText, motion: Motion
    ) {
        self.id = id
        self.number = number
        self.family = family
        self.rung = rung
        self.isSeed = isSeed
        self.easier = easier
        self.harder = harder
        self.name = name
        self.purpose = purpose
        self.steps = steps
        self.breathing = breathing
        self.mistakes = mistakes
        self.cautions = cautions
        self.avoidIf = avoidIf
        self.picture = picture
        self.minLevel = minLevel
        self.maxLevel = maxLevel
        self.targets = targets
        self.positions = positions
        self.needs = needs
        self.helpful = helpful
        self.equipment = equipment
        self.attributes = attributes
        self.suits = suits
        self.goals = goals
        self.sides = sides
        self.doses = doses
        self.instead = instead
        self.evidence = evidence
        self.strength = strength
        self.strengthNote = strengthNote
        self.motion = motion
    }

    /// The dose for a person at `level`, or `nil` when there is none.
    public func dose(at level: Int) -> Dose? { doses.first { $0.level == level } }

    /// What to use at `level` in place of this exercise, or `nil`.
    public func substitute(at level: Int) -> String? { instead.first { $0.level == level }?.exercise }

    /// Whether every position it can be done in is on the floor, levels with positions of their own left aside.
    public var needsFloor: Bool { positions.allSatisfy(\.isOnFloor) }

    /// The highest level that has, like all below it, a position off the floor of its own.
    public var levelOffFloor: Int? {
        doses.prefix { $0.positions?.contains { !$0.isOnFloor } == true }.last?.level
    }
}

/// When to change an exercise or stop it.
public struct Caution: Codable, Hashable, Sendable {
    /// English wording.
    public var en: String
    /// Spanish wording.
    public var es: String
    /// Limits it speaks of; a plan shows it to those who have one of them. `nil` means everybody.
    public var flags: [PlanFlag]?

    /// Makes a caution.
    public init(en: String, es: String, flags: [PlanFlag]? = nil) {
        self.en = en
        self.es = es
        self.flags = flags
    }

    /// The sentence.
    public var text: LocalizedText { LocalizedText(en: en, es: es) }

    /// Whether it speaks to a person with these limits.
    public func concerns(_ limits: [PlanFlag]) -> Bool { flags?.contains(where: limits.contains) ?? true }
}

/// Another exercise that takes the place of one at a level.
public struct Substitute: Codable, Hashable, Sendable {
    /// Person level, 1 to 4.
    public var level: Int
    /// Id of the exercise to use.
    public var exercise: String

    /// Makes a substitute.
    public init(level: Int, exercise: String) {
        self.level = level
        self.exercise = exercise
    }
}
