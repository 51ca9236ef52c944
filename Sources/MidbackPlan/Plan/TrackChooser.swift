import MidbackCore

/// Chooses the track: limits set by rules first, then the cause that fits best.
/// - Source: `plan-logic.md` section 3; `musculoskeletal-causes.md` section 3.
struct TrackChooser {
    let profile: PlanProfile
    let tables: PlanTables

    /// Main track and why.
    func main() -> (track: TrackID, reason: Reason) {
        let overrides = profile.overrides
        let isCleared = profile.clearance.fractureIsCleared
        if overrides.contains(.fracture) || isCleared { return (.bone, Reason(.trackFracture)) }
        if overrides.contains(.ribInjury) { return (.rib, Reason(.trackRib)) }
        if overrides.contains(.pregnancy) { return (.baby, Reason(.trackPregnancy)) }
        if overrides.contains(.nociplastic) { return (.wide, Reason(.trackWidespread)) }
        if profile.risk.level == .high { return (.wide, Reason(.trackSupport)) }
        if let cause = profile.leadingCause, let track = tables.trackOfCause[cause] {
            return (track, Reason(.trackCause, ["track": track.rawValue, "cause": cause]))
        }
        guard let top = profile.topCause, top.share >= tables.pack.selection.leastShare else {
            return (.general, Reason(.trackFlat))
        }
        let track = track(of: top.cause)
        return (track, Reason(.trackCause, ["track": track.rawValue, "cause": top.cause]))
    }

    private func track(of cause: String) -> TrackID {
        switch cause {
        case "whiplash-thoracic":
            let isEarly = profile.stage == .acute || (profile.stage == .subacute && profile.risk.level == .low)
            return isEarly ? .crash : .wide
        case "neck-referred" where profile.hasArmSigns: return .nerve
        default: return tables.trackOfCause[cause] ?? .general
        }
    }

    /// Tracks that tighten the main one.
    func modifiers(_ main: TrackID, flags: Set<PlanFlag>) -> [TrackID] {
        let tests: [(TrackID, Bool)] = [
            (.wide, profile.risk.level == .high),
            (.bone, flags.contains(.osteoporosis) || flags.contains(.fracture)),
            (.baby, flags.contains(.pregnancyAny) || flags.contains(.postpartumEarly)),
            (.nerve, flags.contains(.nerve)),
        ]
        return tests.filter { $0.1 && $0.0 != main }.map(\.0)
    }

    /// Phase at the start: who is not irritable need not calm down first.
    func startPhase() -> Phase {
        guard profile.risk.level != .high else { return .a }
        switch profile.irritability {
        case .high: return .a
        case .moderate: return profile.stage == .chronic ? .b : .a
        case .low: return .b
        }
    }
}
