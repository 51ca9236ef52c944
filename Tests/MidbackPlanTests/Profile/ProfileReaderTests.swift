import MidbackCore
import Testing

@testable import MidbackPlan

/// From answers to the profile: irritability, score, flags and what is unknown.
@Suite struct ProfileReaderTests {
    private func profile(
        _ answers: [String: CaseAnswer], flags: [String] = [], without: [String] = []
    ) throws -> PlanProfile {
        let file = try Fixtures.cases("acceptance")
        var found = try #require(file.cases.first { $0.id == "no-screen" })
        found.answers = answers
        found.planFlags = flags
        found.without = without
        return try found.profile(base: file.base ?? [:], Fixtures.pack())
    }

    @Test(
        arguments: [
            (4, 7, SettleTime.hours, Irritability.high), (4, 7, .minutes, .moderate), (6, 6, .minutes, .high),
            (3, 4, .nextDayOrMore, .high), (3, 4, .minutes, .low), (3, 4, .hours, .moderate),
            (3, 5, .minutes, .moderate),
            (5, 6, .hours, .moderate),
        ] as [(Int, Int, SettleTime, Irritability)])
    func irritability_followsItsRule(_ average: Int, _ worst: Int, _ settle: SettleTime, _ expected: Irritability) {
        #expect(Irritability.rated(average: average, worst: worst, settle: settle) == expected)
    }

    @Test(arguments: [(0, RecoveryRisk.Level.low), (2, .low), (3, .medium), (4, .medium), (5, .high), (8, .high)])
    func score_hasItsLevel(_ points: Int, _ level: RecoveryRisk.Level) {
        let all: [RecoveryRisk.Point] = [.sleep, .work, .widespread, .longLasting, .expectation, .worry, .fear, .mood]
        #expect(RecoveryRisk(points: Array(all.prefix(points))).level == level)
    }

    @Test func lowMoodWithFear_isAtLeastMedium() {
        #expect(RecoveryRisk(points: [.mood, .fear]).level == .medium)
    }

    @Test(arguments: [
        ("hypermobile", PlanFlag.hypermobile), ("shoulder", .shoulder), ("wrist", .wrist), ("knee", .knee),
        ("bp-glaucoma", .bp), ("unsteady", .balance), ("surgery-12w", .surgery), ("rib-injury", .ribInjury),
        ("spine-break-12w", .fracture), ("c-section-12w", .postpartumEarly), ("bleeds-easily", .bleeding),
    ])
    func everyLimit_setsItsFlag(_ code: String, _ flag: PlanFlag) throws {
        let profile = try profile(["exercise-limits": .codes([code])])
        #expect(profile.flags == [.init(flag, .answer)])
    }

    @Test func steroidsForLong_areWeakBones() throws {
        let answers: [String: CaseAnswer] = [
            "health-recent": .codes(["steroids"]), "steroid-kind": .codes(["current-3m-plus"]),
        ]
        #expect(try profile(answers).flagSet == [.osteoporosis])
        let short: [String: CaseAnswer] = [
            "health-recent": .codes(["steroids"]), "steroid-kind": .codes(["current-short"]),
        ]
        #expect(try profile(short).flagSet == [])
    }

    @Test func heightLoss_countsFromSeventyFive() throws {
        let answers: [String: CaseAnswer] = ["health-main": .codes(["height-loss"]), "age-years": .number(75)]
        #expect(try profile(answers).flagSet == [.osteoporosis])
        let younger: [String: CaseAnswer] = ["health-main": .codes(["height-loss"]), "age-years": .number(74)]
        #expect(try profile(younger).flagSet == [])
    }

    @Test func ribThatHurtsToPressAndBreathe_afterAFall() throws {
        let answers: [String: CaseAnswer] = [
            "press-test": .codes(["rib-spot"]), "worse-other": .codes(["deep-breath"]),
            "health-recent": .codes(["fall-6w"]),
        ]
        #expect(try profile(answers).flagSet == [.ribInjury])
        let noInjury: [String: CaseAnswer] = [
            "press-test": .codes(["rib-spot"]), "worse-other": .codes(["deep-breath"]),
        ]
        #expect(try profile(noInjury).flagSet == [])
    }

    /// A spine that was told to be fused breaks easily, whether it feels stiff or not.
    @Test func toldSpondylitis_isFusedWithoutStiffness() throws {
        let answers: [String: CaseAnswer] = [
            "health-main": .codes(["fused-spine"]), "pain-quality": .codes(["ache"]),
        ]
        #expect(try profile(answers).flagSet == [.fused])
        #expect(try profile(["exercise-limits": .codes(["spine-joined"])]).flagSet == [.fused])
    }

    @Test func rulesOfTheTriage_setFlags() throws {
        #expect(try profile([:], flags: ["nerve"]).flags == [.init(.nerve, .rule)])
        #expect(try profile([:], flags: ["fracture"]).flagSet == [.fracture])
        #expect(try profile([:], flags: ["rib-injury"]).overrides == [.ribInjury])
    }

    @Test func pregnancy_isAskedOfThoseWhoCanBe() throws {
        let woman: [String: CaseAnswer] = ["sex-at-birth": .codes(["female"]), "age-years": .number(30)]
        #expect(try profile(woman).flags == [.init(.pregnancyAny, .unknown)])
        let older: [String: CaseAnswer] = ["sex-at-birth": .codes(["female"]), "age-years": .number(60)]
        #expect(try profile(older).flagSet == [])
    }

    @Test func missingAnswers_takeTheirCarefulValue() throws {
        let profile = try profile(
            [:],
            without: [
                "pain-average", "pain-worst", "flare-settle-time", "minutes", "days-per-week", "equipment", "floor-ok",
                "fear-move", "expect-recovery", "sleep-quality", "usual-activity",
            ])
        #expect(profile.painAverage == 3 && profile.settle == .hours && profile.irritability == .moderate)
        #expect(profile.minutes == 10 && profile.daysPerWeek == 5 && !profile.floor)
        #expect(profile.equipment.contains(.chair) && !profile.equipment.contains(.band))
        #expect(profile.risk.points.isEmpty && profile.activity == .oneOrTwo && profile.aerobic == .walk)
    }

    @Test func clinicianOrders_win() throws {
        let pack = try Fixtures.pack()
        let orders = [
            ClinicianOrder(clinician: "Dr. Example", date: Fixtures.today, change: .leaveOut("band-row")),
            ClinicianOrder(clinician: "Dr. Example", date: Fixtures.today, change: .capLevel(1)),
        ]
        var profile = try Fixtures.persona("maya")
        profile.orders = orders
        let plan = PlanBuilder.build(profile, pack, today: Fixtures.today)
        #expect(!plan.exercises.contains { $0.exercise == "band-row" })
        #expect(plan.leftOut.contains { $0.exercise == "band-row" && $0.reasons.contains { $0.id == .outClinician } })
        #expect(plan.exercises.allSatisfy { $0.dose.level == 1 })
        profile.orders = [ClinicianOrder(clinician: "Dr. Example", date: Fixtures.today, change: .hold)]
        #expect(PlanBuilder.build(profile, pack, today: Fixtures.today).scope == .none)
    }
}
