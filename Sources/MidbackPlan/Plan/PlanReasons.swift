import MidbackCore

/// Reasons of the plan as a whole.
struct PlanReasons {
    let context: PlanContext

    func all(_ track: Reason, sessions: Int) -> [Reason] {
        var result = [track] + added()
        result.append(phase())
        result.append(pain())
        if context.profile.daysPerWeek > sessions {
            result.append(Reason(.sessionsCapped, ["number": String(sessions)]))
        }
        return result + directions() + caps() + unknowns()
    }

    /// Directions that wait, when an exercise of the library lies in them.
    private func directions() -> [Reason] {
        context.avoided.map { Reason(.directionWaits, ["move": $0.move.rawValue]) }
    }

    /// Limits that only the level sets are named by the level itself.
    private func added() -> [Reason] {
        context.modifiers.filter { $0.id != .bone || context.profile.hasWeakBones }
            .map { Reason(.trackAdded, ["track": $0.id.rawValue]) }
    }

    private func phase() -> Reason {
        let isStart = context.state.week == 0
        return Reason(isStart ? .phaseStart : .phase, ["phase": context.state.phase.rawValue])
    }

    /// How much pain is fine: as the irritability says, or less as long as something calls for care.
    private func pain() -> Reason {
        let ceiling = context.painLimit.painCeiling
        guard ceiling < context.limit.painCeiling else { return Reason(irritability()) }
        return Reason(.painCareful, ["number": String(ceiling)])
    }

    private func irritability() -> ReasonID {
        switch context.state.irritability {
        case .high: .irritabilityHigh
        case .moderate: .irritabilityModerate
        case .low: .irritabilityLow
        }
    }

    private func caps() -> [Reason] {
        let doses = context.dosing.rules
        var result: [Reason] = []
        let isFirst = context.state.week == 0
        if isFirst, let age = context.profile.age, age >= doses.capAge {
            result.append(Reason(.levelCapAge, ["number": String(doses.capAge), "level": String(doses.capLevel)]))
        }
        if isFirst, context.gate.flags.contains(.balance) {
            result.append(Reason(.levelCapBalance, ["level": String(doses.capLevel)]))
        }
        if isFirst, context.profile.risk.level == .high {
            result.append(Reason(.levelCapSupport, ["level": String(doses.riskLevel)]))
        }
        for order in context.profile.orders {
            if case .capLevel(let level) = order.change {
                result.append(Reason(.levelCapClinician, ["level": String(level)]))
            }
        }
        return result
    }

    private func unknowns() -> [Reason] {
        context.profile.flags.filter { $0.origin == .unknown }
            .map { Reason(.flagUnknown, ["flag": $0.flag.rawValue]) }
    }
}

/// Reasons of one exercise, and an easier way of doing it.
struct ExerciseReasons {
    let context: PlanContext

    func reasons(_ item: SessionFiller.Filled, days: Int) -> [Reason] {
        chosen(item) + dose(item, days) + item.reasons
    }

    private func chosen(_ item: SessionFiller.Filled) -> [Reason] {
        let exercise = item.exercise
        var result: [Reason] = []
        if item.since < context.state.week { result.append(Reason(.kept, ["number": String(item.since)])) }
        if context.core.contains(exercise.id) {
            result.append(Reason(.chosenCore, ["track": context.track.id.rawValue]))
        } else if context.boneCore.contains(where: { $0.index == exercise.index }) {
            result.append(Reason(.chosenCore, ["track": TrackID.bone.rawValue]))
        }
        if let cause = context.profile.shares.first(where: { suits(exercise, $0.cause) }), cause.share >= 0.08 {
            result.append(Reason(.chosenCause, ["cause": cause.cause]))
        }
        if let goal = context.profile.goals.first(where: exercise.goals.contains) {
            result.append(Reason(.chosenGoal, ["goal": goal.rawValue]))
        }
        if context.profile.likes.contains(exercise.id) { result.append(Reason(.chosenLiked)) }
        if result.isEmpty { result.append(Reason(.chosenSlot, ["slot": item.slot.rawValue])) }
        return result
    }

    private func dose(_ item: SessionFiller.Filled, _ days: Int) -> [Reason] {
        var result = [Reason(.levelStart, ["level": String(item.level)])]
        if context.gate.how(item.exercise) != nil { result.append(Reason(.fractureAllowed)) }
        if item.verdict.verdict == .modify {
            let own = context.ownFlags(item)
            result += own.isEmpty ? [Reason(.halfRange)] : own.map { Reason(.modifiedFlag, ["flag": $0.rawValue]) }
        } else if isHalfRange(item) {
            result.append(Reason(.halfRange))
        }
        let own = context.libraryDose(item.exercise, at: item.level)
        if let own, own.sets > item.dose.sets, item.reasons.isEmpty { result.append(Reason(.doseCapped)) }
        if item.exercise.needsRestDay, !context.limit.isIsometric {
            result.append(Reason(.strengthDays, ["number": String(days)]))
        }
        return result
    }

    /// What a flag modifies; while it flares easily, mobility too.
    func isHalfRange(_ item: SessionFiller.Filled) -> Bool {
        // Half a breath is no exercise.
        guard item.exercise.family != "relaxation" else { return false }
        return item.verdict.verdict == .modify || isInMiddleRange(item)
    }

    private func isInMiddleRange(_ item: SessionFiller.Filled) -> Bool {
        context.limit.isMiddleRange && item.exercise.targets.first == .mobility
    }

    /// The same exercise one level down if that is less work, else the first easier one that the flags allow.
    func easier(_ item: SessionFiller.Filled) -> PlannedExercise.EasierWay? {
        if let less = lessOfTheSame(item) { return .init(exercise: item.exercise.id, dose: less) }
        for id in item.exercise.exercise.easier {
            guard let other = context.tables.byId[id], isPossible(other),
                let dose = context.dose(other, at: 1, item.slot),
                let fitted = context.dosing.fitted(dose, other, within: item.seconds)
            else { continue }
            return .init(exercise: id, dose: fitted)
        }
        return nil
    }

    private func lessOfTheSame(_ item: SessionFiller.Filled) -> Dose? {
        guard item.level > 1, let dose = context.dose(item.exercise, at: item.level - 1, item.slot),
            context.dosing.seconds(dose, item.exercise) < item.seconds
        else { return nil }
        return dose
    }

    private func isPossible(_ exercise: ExerciseEntry) -> Bool {
        context.isPossible(exercise) && context.worseMove(exercise) == nil
            && context.gate.verdict(exercise).verdict != .exclude
    }

    private func suits(_ exercise: ExerciseEntry, _ cause: String) -> Bool {
        context.tables.causes[cause].map(exercise.suits.contains) ?? false
    }
}
