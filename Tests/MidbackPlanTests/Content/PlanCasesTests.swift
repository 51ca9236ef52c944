import MidbackCore
import Testing

@testable import MidbackPlan

/// The worked people and the acceptance cases, as their authors wrote them.
@Suite struct PlanCasesTests {
    private static let all: [(PlanCase, [String: CaseAnswer])] = ["personas", "acceptance"].flatMap { name in
        guard let file = try? Fixtures.cases(name) else { return [] as [(PlanCase, [String: CaseAnswer])] }
        return file.cases.map { ($0, file.base ?? [:]) }
    }

    @Test func casesAreRead() { #expect(Self.all.count >= 38) }

    @Test(arguments: Self.all.map(\.0))
    func case_givesThePlanItExpects(_ item: PlanCase) throws {
        let base = Self.all.first { $0.0.id == item.id }?.1 ?? [:]
        let pack = try Fixtures.pack()
        let profile = try item.profile(base: base, pack)
        let plan = PlanBuilder.build(profile, pack, today: Fixtures.today)
        expectProfile(item.expect, profile)
        expectFrame(item.expect, plan)
        expectExercises(item.expect, plan)
        expectLeftOut(item.expect, plan)
        expectCompanions(item.expect, plan)
        expectMedicine(item.expect, plan)
    }

    private func equal<Value: Equatable>(_ expected: Value?, _ value: Value) {
        if let expected { #expect(value == expected) }
    }

    private func expectProfile(_ expected: PlanCase.Expectation, _ profile: PlanProfile) {
        equal(expected.stage, profile.stage)
        equal(expected.severity, profile.severity)
        equal(expected.irritability, profile.irritability)
        equal(expected.riskPoints, profile.risk.points.count)
        equal(expected.risk, profile.risk.level)
    }

    private func expectFrame(_ expected: PlanCase.Expectation, _ plan: CarePlan) {
        equal(expected.flags, plan.summary.flags)
        equal(expected.scope, plan.scope)
        if let track = expected.track { #expect(plan.track == track) }
        equal(expected.modifiers, plan.modifiers)
        equal(expected.phase, plan.phase)
        equal(expected.painCeiling, plan.painCeiling)
        equal(expected.sessions, plan.sessionsPerWeek)
        if let forecast = expected.forecast { #expect(forecast == [plan.forecast?.least, plan.forecast?.most]) }
        equal(expected.isPaced, plan.pacing != nil)
        equal(expected.hasFearLadder, plan.pacing?.hasFearLadder ?? false)
    }

    private func expectExercises(_ expected: PlanCase.Expectation, _ plan: CarePlan) {
        let ids = plan.exercises.map(\.exercise) + plan.habits.compactMap(\.exercise)
        for id in expected.has ?? [] { #expect(ids.contains(id), "\(id) not in \(ids)") }
        for group in expected.hasOneOf ?? [] { #expect(group.contains(where: ids.contains), "\(group) not in \(ids)") }
        for id in expected.hasNot ?? [] { #expect(!ids.contains(id), "\(id) in \(ids)") }
        if let allowed = expected.onlyFrom {
            #expect(plan.exercises.allSatisfy { allowed.contains($0.exercise) }, "\(ids)")
        }
        equal(expected.slots, plan.exercises.map(\.slot))
        for item in plan.exercises {
            if let level = expected.levels?[item.exercise] { #expect(Self.level(item) == level, "\(item.exercise)") }
            if let most = expected.maxLevel { #expect(Self.level(item) <= most) }
            if let dose = expected.doses?[item.exercise] {
                #expect("\(item.dose.sets)x\(item.dose.repetitions ?? 0)" == dose, "\(item.exercise)")
            }
            if expected.halfRange?.contains(item.exercise) == true { #expect(item.isHalfRange) }
            if let days = expected.strengthDays, item.slot == .strength { #expect(item.days.count <= days) }
        }
        for (id, flag) in expected.outBecause ?? [:] {
            let reasons = plan.leftOut.first { $0.exercise == id }?.reasons ?? []
            #expect(reasons.contains { $0.value("flag") == flag.rawValue }, "\(id)")
        }
    }

    private func expectLeftOut(_ expected: PlanCase.Expectation, _ plan: CarePlan) {
        for (id, reason) in expected.outReason ?? [:] {
            let reasons = plan.leftOut.first { $0.exercise == id }?.reasons ?? []
            #expect(reasons.contains { $0.id == reason }, "\(id)")
        }
        if let first = expected.first { #expect(plan.exercises.first?.exercise == first) }
    }

    private static func level(_ item: PlannedExercise) -> Int {
        item.reasons.first { $0.id == .levelStart }?.value("level").flatMap(Int.init) ?? 0
    }

    private func expectCompanions(_ expected: PlanCase.Expectation, _ plan: CarePlan) {
        let walk = plan.habits.first { $0.kind == .aerobic }
        if let minutes = expected.walk { #expect(walk?.minutes == minutes) }
        if let times = expected.walksADay { #expect(walk?.timesPerDay == times) }
        if expected.relaxes == true {
            let calm = plan.habits.contains { $0.kind == .relaxation }
            #expect(calm || plan.exercises.contains { $0.slot == .relaxation })
        }
        if let every = expected.breaksEvery {
            let minutes = plan.habits.first { $0.kind == .breaks }?.everyMinutes
            #expect(every.contains(minutes ?? 0), "\(String(describing: minutes))")
        }
        let offered = plan.remedies.filter(\.isOffered).map(\.remedy)
        for id in expected.remedies ?? [] { #expect(offered.contains(id)) }
        for id in expected.remediesOut ?? [] { #expect(!offered.contains(id)) }
        for id in expected.education ?? [] { #expect(plan.education.contains(id), "\(plan.education)") }
        for id in expected.educationOut ?? [] { #expect(!plan.education.contains(id), "\(id)") }
        for id in expected.advice ?? [] { #expect(plan.advice.contains(id)) }
        for id in expected.adviceOut ?? [] { #expect(!plan.advice.contains(id), "\(id)") }
        for id in expected.escalations ?? [] { #expect(plan.escalations.contains { $0.id == id }) }
    }

    private func expectMedicine(_ expected: PlanCase.Expectation, _ plan: CarePlan) {
        for (name, verdict) in expected.medicine ?? [:] {
            let advice = plan.medicines.first { $0.medicine.rawValue == name }
            #expect(advice.map(Self.name) == verdict, "\(name)")
        }
        for (name, rows) in expected.medicineRows ?? [:] {
            let advice = plan.medicines.first { $0.medicine.rawValue == name }
            #expect(advice.map(Self.rows)?.isSuperset(of: rows) == true, "\(name)")
        }
        for (name, ceiling) in expected.medicineCeiling ?? [:] {
            guard case .dose(let dose)? = plan.medicines.first(where: { $0.medicine.rawValue == name }) else {
                Issue.record("no dose of \(name)")
                continue
            }
            #expect(dose.dailyCeiling == ceiling)
        }
    }

    private static func name(_ advice: MedicineAdvice) -> String {
        switch advice {
        case .dose: "dose"
        case .ask: "ask"
        case .stop: "stop"
        case .notScreened: "not-screened"
        case .notNeeded: "not-needed"
        case .never: "never"
        }
    }

    private static func rows(_ advice: MedicineAdvice) -> Set<String> {
        switch advice {
        case .ask(_, let rows), .stop(_, let rows): Set(rows)
        default: []
        }
    }
}
