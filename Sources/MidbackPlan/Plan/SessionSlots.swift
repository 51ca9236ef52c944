import MidbackCore

/// The slots of a session.
///
/// Where a direction of movement waits, a place for movement that no core exercise of the track can fill becomes a calm
/// one, as long as the core holds a calm exercise that is not in the session yet.
struct SessionSlots {
    let context: PlanContext
    let pool: Pool
    let score: Score

    func all() -> [Slot] {
        let slots = context.tables.pack.selection.slots(
            for: context.minutes, on: context.track, in: context.state.phase)
        return context.avoided.isEmpty ? slots : calmer(slots)
    }

    private func calmer(_ slots: [Slot]) -> [Slot] {
        var moving = core(.mobility)
        var calm = core(.relaxation) - slots.count { $0 == .relaxation }
        return slots.map { slot in
            guard slot == .warm || slot == .mobility else { return slot }
            moving -= 1
            guard moving < 0, calm > 0 else { return slot }
            calm -= 1
            return .relaxation
        }
    }

    private func core(_ slot: Slot) -> Int {
        pool.exercises.count { score.isCore($0) && score.fits($0, slot) }
    }
}
