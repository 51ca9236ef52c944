import MidbackCore

/// The conditional notes of the adapter.
extension VignetteTranslator {
    /// Notes that can be decided where they stand.
    func note(_ name: String, token: String, _ vignette: Vignette, _ draft: inout AnswerDraft) {
        switch name {
        case "A4": chestPressure(vignette, &draft)
        case "A5": effort(vignette, &draft)
        case "A9": draft.add("fever-kind=\(vignette.flag("fever-now") == true ? "high-or-shaking" : "felt-hot")")
        case "A12": draft.add("pattern=constant")
        case "A14": aorta(token, &draft)
        case "A17" where days(vignette) >= 42: draft.add("health-recent=nsaid-daily")
        case "A18": draft.add("steroid-kind=current-3m-plus")
        default: break
        }
    }

    /// Notes that need the whole telling.
    func finishNotes(_ vignette: Vignette, _ draft: inout AnswerDraft) {
        if vignette.tokens("location").contains("wraps-round-ribs") { ribs(&draft) }
        injury(vignette, &draft)
        duration(vignette, &draft)
        movement(vignette, &draft)
        night(vignette, &draft)
        stiffness(vignette, &draft)
        bruise(vignette, &draft)
        explained(vignette, &draft)
        nerveTempo(vignette, &draft)
        pregnancy(vignette, &draft)
        cancer(vignette, &draft)
        if vignette.flag("breathless-changed") == false { draft.replace("breathless-kind", "same-as-always") }
    }

    /// Days since the pain began; a pain of unknown age counts as two weeks.
    private func days(_ vignette: Vignette) -> Double { vignette.number("duration-days") ?? 14 }

    /// A1: the side of the back says which ribs; neither or both sides mean both.
    private func ribs(_ draft: inout AnswerDraft) {
        let left = ["left-side", "under-blade-left", "left-flank"].contains { draft.has("pain-site", $0) }
        let right = ["right-side", "under-blade-right", "right-flank"].contains { draft.has("pain-site", $0) }
        if left || !right { draft.add("pain-spread=ribs-left") }
        if right || !left { draft.add("pain-spread=ribs-right") }
    }

    private static let falls: Set<String> = ["fall", "assault", "seizure"]
    private static let strains: Set<String> = ["lifting", "bending", "twisting", "cough-or-sneeze"]

    /// A2: how big an injury was and when.
    private func injury(_ vignette: Vignette, _ draft: inout AnswerDraft) {
        let level = vignette.tokens("trauma-level").first ?? "none"
        let triggers = Set(vignette.tokens("trigger"))
        let recent = days(vignette) < 1 ? "today" : days(vignette) <= 7 ? "1-7d" : "1-6w"
        if level == "major", days(vignette) <= 42 {
            draft.add("gate-other=big-crash")
            draft.add("crash-when=\(recent)")
        }
        if !triggers.isDisjoint(with: Self.falls) {
            draft.add("injury-size=\(level == "major" ? "high-energy" : "minor")")
        } else if triggers.contains("car-accident") {
            draft.replace("injury-size", level == "major" ? "car-crash" : "car-slow")
        } else if level == "minor", triggers.isDisjoint(with: Self.strains) {
            draft.add("health-recent=fall-6w")
            draft.add("fall-when=\(recent)")
        }
    }

    /// A3: the five durations, and whether the pain began before 45.
    private func duration(_ vignette: Vignette, _ draft: inout AnswerDraft) {
        guard let days = vignette.number("duration-days") else { return }
        let code =
            switch days {
            case ..<1: "under-24h"
            case ...7: "1-7d"
            case ...42: "1-6w"
            case ...84: "6-12w"
            default: "over-12w"
            }
        draft.add("pain-duration=\(code)")
        if code == "over-12w", Double(vignette.age) - days / 365.25 < 45 { draft.add("spa-features=onset-before-45") }
    }

    /// A4: tightness counts as a chest sign only when the chest is named.
    private func chestPressure(_ vignette: Vignette, _ draft: inout AnswerDraft) {
        guard vignette.tokens("location").contains("chest") else { return }
        draft.add("gate-now=chest-tight")
        let atRest = vignette.flag("constant-pain") == true || vignette.flag("rest-pain") == true
        let when =
            if vignette.flag("exertional") == true {
                "effort-only"
            } else if days(vignette) <= 0.5 || atRest {
                "rest-last-12h"
            } else {
                days(vignette) <= 3 ? "rest-12-72h" : "rest-over-72h"
            }
        draft.replace("chest-pressure-when", when)
    }

    /// A5: worse with exertion is an effort pain unless movement itself brings it on.
    private func effort(_ vignette: Vignette, _ draft: inout AnswerDraft) {
        let said = vignette.flag("exertional")
        if said == true || said == nil && vignette.flag("reproducible-by-movement") != true {
            draft.add("worse-other=effort")
        }
    }

    private static let moves = ["any-move", "twist", "bend-forward", "arch-back", "lifting", "arm-use"]

    /// A6: pain brought on by movement, no move named.
    private func movement(_ vignette: Vignette, _ draft: inout AnswerDraft) {
        guard vignette.flag("reproducible-by-movement") == true else { return }
        if !Self.moves.contains(where: { draft.has("worse-moves", $0) }) { draft.add("worse-moves=any-move") }
    }

    /// A7: night pain without a pattern is pain on turning; "no" clears every night row.
    private func night(_ vignette: Vignette, _ draft: inout AnswerDraft) {
        let rows = ["night-turning", "night-late", "night-all"]
        switch vignette.flag("night-pain") {
        case true? where vignette.fact("night-pain-pattern") == nil: draft.add("worse-other=night-turning")
        case false?: for row in rows { draft.remove("worse-other", row) }
        default: break
        }
    }

    /// A8: minutes of morning stiffness.
    private func stiffness(_ vignette: Vignette, _ draft: inout AnswerDraft) {
        guard let minutes = vignette.number("morning-stiffness-minutes"), minutes > 0 else { return }
        draft.add("worse-other=morning-stiff")
        draft.add("morning-stiff-time=\(minutes < 30 ? "under-30m" : minutes <= 60 ? "30-60m" : "over-60m")")
    }

    /// A10: a bruise counts after an injury on the spine.
    private func bruise(_ vignette: Vignette, _ draft: inout AnswerDraft) {
        guard vignette.tokens("associated-symptoms").contains("bruising") else { return }
        let isInjured = vignette.tokens("trauma-level").contains { $0 != "none" }
        let isMidline = ["mid-spine-bone", "lower-ribs-spine"].contains { draft.has("pain-site", $0) }
        if isInjured && isMidline { draft.add("symptoms-local=spine-bump") }
    }

    /// A11: signs with a harmless explanation are not ticked.
    private func explained(_ vignette: Vignette, _ draft: inout AnswerDraft) {
        let rows = [
            ("night-sweats-explained-by-heat", "symptoms-general", "night-sweats"),
            ("sweating-only-with-exercise", "gate-now", "cold-sweat"),
            ("weight-loss-intended", "symptoms-general", "weight-loss"),
            ("cough-nearly-gone", "symptoms-general", "cough"),
        ]
        for (key, list, row) in rows where vignette.flag(key) == true { draft.remove(list, row) }
    }

    /// A13: how fast a nerve sign came.
    private func nerveTempo(_ vignette: Vignette, _ draft: inout AnswerDraft) {
        guard draft.hasAny("gate-nerves") else { return }
        let isWorse = vignette.tokens("course").contains { $0 == "worse" || $0 == "worse-slowly" }
        let tempo =
            if vignette.flag("neuro-new") == false {
                "over-12w-stable"
            } else {
                switch days(vignette) {
                case ..<1: "hours"
                case ...7: "days"
                case 84.0.nextUp... where isWorse: "over-12w-worse"
                default: "weeks"
                }
            }
        draft.add("neuro-tempo=\(tempo)")
    }

    /// A14: what makes the aorta weak.
    private func aorta(_ token: String, _ draft: inout AnswerDraft) {
        guard token != "hypermobile-joints" else { return draft.add("exercise-limits=hypermobile") }
        draft.add("health-main=aorta")
        draft.add("aorta-kind=gene-or-family")
    }

    /// A15: how far a pregnancy is, or how long after a birth.
    private func pregnancy(_ vignette: Vignette, _ draft: inout AnswerDraft) {
        let risks = vignette.tokens("risk-factors")
        if let weeks = vignette.number("weeks-since-birth") {
            draft.replace("pregnancy-status", weeks <= 6 ? "birth-last-6w" : "birth-6w-12m")
        } else if let weeks = vignette.number("pregnancy-weeks") {
            draft.replace("pregnancy-status", weeks < 20 ? "under-20w" : "20w-plus")
        } else if risks.contains("pregnant") {
            draft.replace("pregnancy-status", "under-20w")
        } else if risks.contains("recent-birth") {
            draft.replace("pregnancy-status", "birth-last-6w")
        }
    }

    /// A16: when a cancer was treated, and of what kind.
    private func cancer(_ vignette: Vignette, _ draft: inout AnswerDraft) {
        guard draft.has("health-main", "cancer") else { return }
        let when =
            switch vignette.number("cancer-years-since-treatment") {
            case 0?: "active"
            case let years? where years >= 5: "past-over-5y"
            default: "past-under-5y"
            }
        draft.add("cancer-when=\(when)")
        if !draft.hasAny("cancer-kind") { draft.add("cancer-kind=other") }
    }
}
