import MidbackCore
import MidbackPlan
import MidbackStore

extension PlanDesk {
    /// Makes the first plan, or the next version from the present answers. When the stored plan is already the one that
    /// is asked for, as after a double click, it stays as it is.
    /// - Parameter clinicianHasSeen: the person says that a clinician has seen them about this since the result.
    /// - Returns: the file with the new plan.
    public func make(_ visit: Visit, clinicianHasSeen: Bool = false) async throws(PlanDeskError) -> PlanFile {
        let file = try await reading(visit)
        guard intake.machine.missing(visit.response).isEmpty else { throw .resting }
        let profile = clinicianHasSeen ? seen(file, visit) : file.profile
        let plan = next(file, profile)
        if isStored(plan, profile, in: file) { return file }
        let drafts = [PlanCodec.draft(.plan, version(plan, nil, profile, answersVersion: visit.version))]
        _ = try await append(drafts, file.log, visit, key: nil)
        return try await reading(visit)
    }

    /// What the plan knows after a look: a fracture that was held possible is no longer.
    private func seen(_ file: PlanFile, _ visit: Visit) -> PlanProfile {
        var clearance = file.profile.clearance
        clearance.clinicianHasSeen = true
        return reader.profile(visit.response, file.assessment, clearance: clearance)
    }

    private func isStored(_ plan: CarePlan, _ profile: PlanProfile, in file: PlanFile) -> Bool {
        guard file.rest == nil, let stored = file.log.current, stored.profile == profile else { return false }
        var same = plan
        same.version = stored.plan.version
        same.state.version = stored.plan.state.version
        return same == stored.plan
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
