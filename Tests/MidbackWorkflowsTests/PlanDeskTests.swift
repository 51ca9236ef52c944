import Foundation
import MidbackContent
import MidbackCore
import MidbackPlan
import MidbackStore
import Testing

@testable import MidbackWorkflows

@Suite struct PlanDeskTests {
    private let room = Workroom()
    private let day: TimeInterval = 86_400

    @Test func withoutPlan_thereIsAnOfferAndNothingIsStored() async throws {
        let visit = try await room.answeredVisit(["exercise-limits": ["none"]])
        let file = try await room.desk.file(visit)
        #expect(file.plan == nil && file.rest == nil)
        #expect(file.offer.scope == .full && !file.offer.exercises.isEmpty)
        #expect(try await room.stores.plans.entries(id: visit.record.id).isEmpty)
    }

    @Test func make_storesWhatWasOffered() async throws {
        let visit = try await room.answeredVisit(["exercise-limits": ["none"]])
        let offer = try await room.desk.file(visit).offer
        let file = try await room.desk.make(visit)
        #expect(file.plan == offer)
        #expect(file.log.current?.planDigest == TestPack.plan.digest)
        #expect(try await room.desk.file(visit).plan == offer)
    }

    @Test func makingTheSamePlanAgain_makesNoVersion() async throws {
        let (visit, first) = try await room.plannedVisit()
        let again = try await room.desk.make(visit)
        #expect(again.log.versions.count == 1)
        #expect(again.plan == first.plan)
    }

    @Test func emergency_getsNoPlan() async throws {
        let visit = try await room.answeredVisit(
            ["gate-now": ["stroke-signs"], "exercise-limits": ["none"]])
        #expect(try await room.desk.file(visit).offer.scope == .none)
        #expect(try await room.desk.make(visit).plan?.exercises.isEmpty == true)
    }

    @Test func openQuestions_makeNoPlan() async throws {
        let visit = try await room.newVisit()
        await #expect(throws: PlanDeskError.resting) { try await room.desk.make(visit) }
    }

    @Test func session_countsOnce_howeverOftenItIsSent() async throws {
        let (visit, file) = try await room.plannedVisit()
        let record = try room.session(file)
        #expect(try await room.desk.record(record, in: visit))
        let again = try await room.desk.record(record, in: visit)
        #expect(!again)
        #expect(try await room.desk.file(visit).log.history?.sessions.count == 1)
    }

    @Test func session_ofAnEarlierVersion_isTakenLate() async throws {
        let (start, file) = try await room.plannedVisit()
        var visit = start
        let record = try room.session(file)
        room.test.pass(day)
        _ = try await room.desk.checkIn(room.checkIn(pain: 3), key: UUID(), in: &visit)
        #expect(try await room.desk.record(record, in: visit))
        #expect(try await room.desk.file(visit).log.history?.sessions.map(\.id) == [record.id])
    }

    @Test func impossibleSession_isRefusedAndNothingIsStored() async throws {
        let (visit, file) = try await room.plannedVisit()
        let wrong = try room.session(file) { $0.painDuring = 11 }
        await #expect(throws: PlanDeskError.rejected([.impossibleCount])) {
            try await room.desk.record(wrong, in: visit)
        }
        let early = try room.session(file) { $0.date = $0.date.adding(days: -1) }
        await #expect(throws: PlanDeskError.rejected([.beforePlan])) {
            try await room.desk.record(early, in: visit)
        }
        let late = try room.session(file) { $0.date = $0.date.adding(days: 2) }
        await #expect(throws: PlanDeskError.rejected([.future])) { try await room.desk.record(late, in: visit) }
        #expect(try await room.desk.file(visit).log.last == 1)
    }

    @Test func checkIn_makesANewVersion_andKeepsTheOld() async throws {
        let (start, file) = try await room.plannedVisit()
        var visit = start
        for _ in 0..<4 {
            try await room.desk.record(try room.session(file), in: visit)
            room.test.pass(day)
        }
        room.test.pass(3 * day)
        let after = try await room.desk.checkIn(room.checkIn(pain: 2), key: UUID(), in: &visit)
        #expect(after.log.versions.map(\.plan.version) == [1, 2])
        #expect(after.log.versions.first?.plan == file.plan)
        #expect(after.log.history?.decisions.last?.code == .progress)
        #expect(after.rest == nil)
    }

    @Test func checkIn_ofOneDay_countsOnce() async throws {
        let (start, _) = try await room.plannedVisit()
        var visit = start
        room.test.pass(7 * day)
        _ = try await room.desk.checkIn(room.checkIn(pain: 3), key: UUID(), in: &visit)
        let before = try await room.desk.file(visit).log.last
        do {
            _ = try await room.desk.checkIn(room.checkIn(pain: 9), key: UUID(), in: &visit)
            Issue.record("a second check-in of the day was taken")
        } catch {
            #expect(error == .rejected([.duplicate]))
        }
        #expect(try await room.desk.file(visit).log.last == before)
    }

    /// The heart of it: a new sign puts the plan to rest and opens the survey's own questions again.
    @Test func newSign_restsThePlan_untilTheQuestionsAreAnswered() async throws {
        let (start, _) = try await room.plannedVisit()
        var visit = start
        room.test.pass(7 * day)
        let file = try await room.desk.checkIn(
            room.checkIn(pain: 3, signs: ["bladder-bowel"]), key: UUID(), in: &visit)
        #expect(file.rest == .openQuestions)
        #expect(file.log.history?.decisions.last?.code == .danger)
        #expect(file.plan?.scope == .comfort)
        #expect(visit.response.answers["gate-nerves"] == nil)
        #expect(room.intake.place(visit) == .step(0))

        var answers = visit.response
        answers.answers["gate-nerves"] = .codes(["saddle-numb"])
        answers = TestPack.completed(answers)
        try await room.intake.save(answers, .en, in: &visit)
        let (after, isNew) = try await room.desk.current(&visit)
        #expect(isNew && after.assessment.triage.level <= .sameDayED)
        #expect(after.plan?.scope == PlanScope.none && after.plan?.exercises.isEmpty == true)
    }

    @Test func signWithARow_ticksItInTheSurvey() async throws {
        let (start, _) = try await room.plannedVisit()
        var visit = start
        let file = try await room.desk.screen(["night-pain"], key: UUID(), in: &visit)
        #expect(visit.response.answers["worse-other"]?.codes.contains("night-all") == true)
        #expect(file.log.screens.last?.signs == ["night-pain"])
        #expect(file.rest != nil)
    }

    /// Chest pain told to the plan, and "none of these" at the gate: the answer that worries more counts.
    @Test(arguments: [("chest-breath", "gate-now"), ("leg-trouble", "gate-nerves"), ("bladder-bowel", "gate-nerves")])
    func signDeniedAtTheGate_isAContradiction(_ sign: String, _ list: String) async throws {
        let (start, _) = try await room.plannedVisit()
        var visit = start
        _ = try await room.desk.screen([sign], key: UUID(), in: &visit)
        #expect(visit.response.answers[list] == nil, "the gate is asked again")
        var answers = visit.response
        answers.answers[list] = .codes(["none"])
        try await room.intake.save(answers, .en, in: &visit)
        let file = try await room.desk.file(visit)
        #expect(file.assessment.triage.level == .urgent24To72h && file.assessment.triage.contradicted == [list])
        #expect(try await room.desk.make(visit).plan?.scope == .comfort)
    }

    /// A sign that the gate confirms is one answer, not two.
    @Test func signConfirmedAtTheGate_isNoContradiction() async throws {
        let (start, _) = try await room.plannedVisit()
        var visit = start
        _ = try await room.desk.screen(["leg-trouble"], key: UUID(), in: &visit)
        var answers = visit.response
        answers.answers["gate-nerves"] = .codes(["leg-weak"])
        try await room.intake.save(answers, .en, in: &visit)
        #expect(try await room.desk.file(visit).assessment.triage.contradicted == [])
    }

    /// The program may stop between the two writes of a danger screen: the next request goes on where it stopped.
    @Test func screenWithoutReopenedAnswers_isFinishedAtTheNextRequest() async throws {
        let (start, file) = try await room.plannedVisit()
        var visit = start
        let screen = SignScreen(date: file.today, signs: ["fever"], answersVersion: visit.version)
        _ = try await room.stores.plans.append(
            [PlanCodec.draft(.screen, screen)], to: visit.record.id, expectedLast: file.log.last, key: nil,
            now: room.test.now)
        #expect(try await room.desk.file(visit).rest == .openQuestions)
        _ = try await room.desk.reopened(&visit)
        #expect(visit.response.answers["symptoms-general"]?.codes.contains("fever") == true)
    }

    @Test func emptyScreen_changesNothing() async throws {
        let (start, file) = try await room.plannedVisit()
        var visit = start
        let after = try await room.desk.screen([], key: UUID(), in: &visit)
        #expect(after.rest == nil && after.plan == file.plan && visit.version == start.version)
    }

    @Test func unknownSign_isRefused() async throws {
        let (start, _) = try await room.plannedVisit()
        var visit = start
        do {
            _ = try await room.desk.screen(["dragon"], key: nil, in: &visit)
            Issue.record("an unknown sign was taken")
        } catch {
            #expect(error == .rejected([.unknownSign("dragon")]))
        }
    }

    @Test func flare_lightensThePlan_once() async throws {
        let (visit, file) = try await room.plannedVisit()
        let key = UUID()
        let after = try await room.desk.flare(key: key, in: visit)
        let (before, now) = (try #require(file.plan), try #require(after.plan))
        #expect(now.version == 2 && after.log.flares.count == 1)
        #expect(now.week.reduce(0) { $0 + $1.seconds } < before.week.reduce(0) { $0 + $1.seconds })
        let again = try await room.desk.flare(key: key, in: visit)
        #expect(again.plan?.version == 2)
    }

    @Test func newAnswers_leadToANewVersion() async throws {
        let (start, _) = try await room.plannedVisit()
        var visit = start
        var answers = visit.response
        answers.answers["minutes"] = .codes(["5"])
        try await room.intake.save(answers, .en, in: &visit)
        #expect(try await room.desk.file(visit).rest == .newAnswers)
        let (file, isNew) = try await room.desk.current(&visit)
        #expect(isNew && file.rest == nil && file.plan?.version == 2)
        #expect(try #require(file.plan).minutes < 20)
        let (_, isNewAgain) = try await room.desk.current(&visit)
        #expect(!isNewAgain)
    }

    @Test func whatIf_storesNothing() async throws {
        let (visit, file) = try await room.plannedVisit()
        var wish = PlanDesk.WhatIf()
        wish.minutes = 5
        wish.answer = .init(linkId: "gate-now", code: "stroke-signs")
        let (now, then) = room.desk.outlook(visit, wish)
        #expect(now.assessment.triage.level == .selfCare && now.plan.scope == .full)
        #expect(then.assessment.triage.level == .emergencyNow && then.plan.scope == PlanScope.none)
        #expect(try await room.desk.file(visit).log.last == file.log.last)
        #expect(try await room.intake.visit(visit.session)?.version == visit.version)
    }

    @Test func export_holdsEverything_andNothingAfterDeletion() async throws {
        let (start, file) = try await room.plannedVisit()
        var visit = start
        try await room.desk.record(try room.session(file), in: visit)
        room.test.pass(7 * day)
        _ = try await room.desk.checkIn(room.checkIn(pain: 3), key: UUID(), in: &visit)
        let export = try await room.desk.export(visit)
        #expect(export.answers == visit.response)
        #expect(export.plans.count == 2 && export.sessions.count == 1 && export.checkIns.count == 1)
        #expect(!export.json.isEmpty)
        try await room.intake.delete(visit)
        #expect(try await room.stores.plans.entries(id: visit.record.id).isEmpty)
    }

    @Test func day_isTheClinicsDay() async throws {
        let east = PlanDesk(
            content: TestPack.plan, assess: room.assess, intake: room.intake, store: room.stores.plans,
            environment: room.test.environment, timeZone: try #require(TimeZone(secondsFromGMT: 14 * 3600)))
        // 2027-01-15T08:00Z
        #expect(room.desk.today == CivilDate("2027-01-15"))
        room.test.pass(3 * 3600)
        #expect(east.today == CivilDate("2027-01-16"))
    }

    @Test func damagedEntry_isNamed() async throws {
        let (visit, file) = try await room.plannedVisit()
        _ = try await room.stores.plans.append(
            [PlanEntryDraft(kind: .checkIn, payload: Data("{}".utf8))], to: visit.record.id,
            expectedLast: file.log.last, key: nil, now: room.test.now)
        await #expect(throws: IntakeError.unreadable) { try await room.desk.file(visit) }
    }

    /// A stop for pain opens the danger screen, however late it arrives; until it is answered the plan rests.
    @Test func stoppedSession_restsThePlan_untilTheScreenIsAnswered() async throws {
        let (start, file) = try await room.plannedVisit()
        var visit = start
        try await room.desk.record(try room.session(file) { $0.stop = .pain }, in: visit)
        #expect(try await room.desk.file(visit).rest == .openScreen)
        let after = try await room.desk.screen([], key: UUID(), in: &visit)
        #expect(after.rest == nil)
    }

    @Test func clearance_endsWithANewWorry() async throws {
        let (start, _) = try await room.plannedVisit()
        var visit = start
        let seen = try await room.desk.make(visit, clinicianHasSeen: true)
        #expect(seen.log.current?.profile.clearance.clinicianHasSeen == true)
        var answers = visit.response
        answers.answers["symptoms-general"] = .codes(["fever"])
        try await room.intake.save(TestPack.completed(answers), .en, in: &visit)
        let file = try await room.desk.file(visit)
        #expect(file.assessment.triage.level <= .urgent24To72h)
        #expect(!file.profile.clearance.clinicianHasSeen)
    }

    @Test func owners_areTold_apart_andLeadBackToNobody() async throws {
        let (one, _) = try await room.plannedVisit()
        let (two, _) = try await room.plannedVisit()
        #expect(room.desk.owner(of: one) != room.desk.owner(of: two))
        #expect(!room.desk.owner(of: one).contains(one.record.id.prefix(8)))
    }

    /// Every row that can be an emergency must look like one when it is tried, although its details were never asked.
    @Test(arguments: ["chest-tight", "short-breath"]) func whatIf_takesDangersSeriously(_ code: String) async throws {
        let item = try #require(TestPack.engine.pack.questionnaire.items.first { $0.linkId == "gate-now" })
        let (visit, _) = try await room.plannedVisit()
        guard item.option(code) != nil else { return }
        var wish = PlanDesk.WhatIf()
        wish.answer = .init(linkId: "gate-now", code: code)
        #expect(room.desk.outlook(visit, wish).then.assessment.triage.level <= .sameDayED)
    }
}
