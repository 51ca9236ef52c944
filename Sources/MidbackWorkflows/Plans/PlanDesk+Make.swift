import MidbackCore
import MidbackPlan
import MidbackStore

extension PlanDesk {
    /// Makes the first plan, or the next version from the present answers.
    /// - Parameter clinicianHasSeen: the person says that a clinician has seen them about this since the result.
    /// - Returns: the file with the new plan.
    public func make(_ visit: Visit, clinicianHasSeen: Bool = false) async throws(PlanDeskError) -> PlanFile {
        let file = try await reading(visit)
        guard intake.machine.missing(visit.response).isEmpty else { throw .resting }
        var profile = file.profile
        if clinicianHasSeen { profile.clearance.clinicianHasSeen = true }
        let plan = next(file, profile)
        let drafts = [PlanCodec.draft(.plan, version(plan, nil, profile, answersVersion: visit.version))]
        _ = try await append(drafts, file.log, visit, key: nil)
        return try await reading(visit)
    }

    private func next(_ file: PlanFile, _ profile: PlanProfile) -> CarePlan {
        guard let last = file.plan else { return engine.build(profile, today: file.today) }
        var state = last.state
        state.version = last.version + 1
        state.week = max(0, last.startedOn.days(to: file.today) / 7)
        // A step down stays until a check-in takes it back.
        state.irritability = max(profile.irritability, last.state.irritability)
        state.rotates = false
        return engine.build(profile, today: file.today, state: state)
    }
}
