import MidbackCore
import Testing

@testable import MidbackPlan

/// What must hold of every plan of every person.
enum PlanRules {
    static func check(_ plan: CarePlan, _ profile: PlanProfile, _ pack: PlanPack) {
        noExercisesWithoutPermission(plan)
        neverExcluded(plan, profile, pack)
        neverLonger(plan, profile)
        neverAboveLimits(plan, pack)
        neverTwiceTheSame(plan, pack)
        restBetweenStrengthDays(plan, pack)
        everyChoiceHasAReason(plan)
        directionsWait(plan, profile, pack)
    }

    /// In phase A, and while it flares easily, nothing moves in a direction that makes it worse.
    private static func directionsWait(_ plan: CarePlan, _ profile: PlanProfile, _ pack: PlanPack) {
        guard plan.phase == .a || plan.summary.irritability == .high, plan.track != nil else { return }
        let out = pack.selection.directions.filter { profile.worseMoves?.contains($0.move) == true }.flatMap(
            \.attributes)
        let ids = plan.exercises.map(\.exercise) + plan.exercises.compactMap(\.easier?.exercise)
        for id in ids + plan.habits.compactMap(\.exercise) {
            let attributes = pack.library.exercise(id)?.attributes ?? []
            #expect(!attributes.contains(where: out.contains), "\(id) with \(profile.worseMoves ?? [])")
        }
    }

    private static func noExercisesWithoutPermission(_ plan: CarePlan) {
        guard plan.scope == .none || plan.scope == .unanswered else { return }
        #expect(plan.exercises.isEmpty && plan.week.isEmpty && plan.habits.isEmpty)
        #expect(plan.medicines.isEmpty && !plan.reasons.isEmpty)
    }

    /// Each flag alone, straight from the rules of the library: union of exclusions.
    private static func neverExcluded(_ plan: CarePlan, _ profile: PlanProfile, _ pack: PlanPack) {
        let ids =
            plan.exercises.map(\.exercise) + plan.habits.compactMap(\.exercise)
            + plan.exercises.compactMap(\.easier?.exercise)
        for id in ids {
            guard let exercise = pack.library.exercise(id) else {
                Issue.record("\(id) is unknown")
                continue
            }
            for flag in plan.summary.flags where flag != .fracture {
                let rule = pack.library.safety.rules.first { $0.flag == flag.rawValue }
                let isAllowed = plan.summary.flags.contains(.fracture)
                #expect(isAllowed || rule?.verdict(on: exercise) != .exclude, "\(id) with \(flag)")
            }
            if plan.summary.flags.contains(.fracture) {
                let allowed = pack.library.safety.fracturePhases.flatMap { $0.allow.map(\.exercise) }
                #expect(allowed.contains(id), "\(id) with a fracture")
            }
            let isOffFloor = !exercise.needsFloor || exercise.levelOffFloor != nil
            #expect(profile.floor || isOffFloor, "\(id) needs the floor")
            let hasAll = exercise.needs.allSatisfy { $0.contains(where: profile.equipment.contains) }
            #expect(hasAll, "\(id) needs equipment")
        }
    }

    private static func neverLonger(_ plan: CarePlan, _ profile: PlanProfile) {
        for day in plan.week {
            #expect(day.seconds <= profile.minutes * 60, "\(day.seconds) s in \(profile.minutes) min")
            let parts = plan.exercises.filter { day.exercises.contains($0.exercise) }
            #expect(parts.reduce(0) { $0 + $1.seconds } == day.seconds)
        }
        #expect(plan.week.count <= profile.daysPerWeek)
    }

    private static func neverAboveLimits(_ plan: CarePlan, _ pack: PlanPack) {
        guard let limit = pack.doses.limit(plan.summary.irritability) else { return }
        for item in plan.exercises {
            guard let exercise = pack.library.exercise(item.exercise) else { continue }
            let entry = ExerciseEntry(exercise)
            if item.slot == .relaxation || entry.isRelaxation { continue }
            let most = entry.isStrength ? limit.strengthSets : limit.mobilitySets
            #expect(item.dose.sets <= most, "\(item.exercise)")
            let ceiling = max(limit.levelCeiling, exercise.doses.first?.level ?? 1)
            #expect(item.dose.level <= ceiling, "\(item.exercise) at \(item.dose.level)")
            if item.isHalfRange, !item.cautions.isEmpty { #expect(item.dose.level <= pack.doses.modifiedLevel) }
        }
    }

    private static func neverTwiceTheSame(_ plan: CarePlan, _ pack: PlanPack) {
        #expect(Set(plan.exercises.map(\.exercise)).count == plan.exercises.count)
        for attribute in pack.selection.endRange {
            let count = plan.exercises.count {
                pack.library.exercise($0.exercise)?.attributes.contains(attribute) == true
            }
            #expect(count <= 1, "\(attribute) twice")
        }
        #expect(plan.exercises.count <= pack.selection.most + 2)
    }

    private static func restBetweenStrengthDays(_ plan: CarePlan, _ pack: PlanPack) {
        guard plan.summary.irritability != .high else { return }
        for item in plan.exercises {
            guard let exercise = pack.library.exercise(item.exercise), exercise.targets.contains(.strength) else {
                continue
            }
            let days = Set(item.days)
            #expect(days.allSatisfy { !days.contains(($0 + 1) % 7) }, "\(item.exercise) \(item.days)")
        }
    }

    private static func everyChoiceHasAReason(_ plan: CarePlan) {
        #expect(plan.exercises.allSatisfy { !$0.reasons.isEmpty } || plan.scope == .comfort)
        #expect(plan.leftOut.allSatisfy { !$0.reasons.isEmpty })
        #expect(plan.habits.allSatisfy { !$0.reasons.isEmpty })
    }
}
