import Testing

@testable import MidbackCore

@Suite struct SurveyMachineTests {
    let machine: SurveyMachine

    init() throws { machine = SurveyMachine(try RealPack.requireEngine()) }

    private func shown(_ step: Int, _ response: QuestionnaireResponse) -> Set<String> {
        Set(machine.visibleItems(of: step, response).map(\.linkId))
    }

    private func read(_ step: Int, _ form: [String: [String]], _ response: QuestionnaireResponse = .strain)
        -> SurveyMachine.Reading
    {
        machine.read(step: step, form: form, shown: shown(step, response), into: response)
    }

    @Test func detailsOpenUnderTheirRow() {
        #expect(!shown(0, .strain).contains("chest-pressure-when"))
        #expect(shown(0, .strain.with("gate-now", "chest-tight")).contains("chest-pressure-when"))
        #expect(shown(0, .strain.with("gate-now", "not-sure")).contains("gate-now-unsure"))
    }

    @Test func questionUnderAHiddenQuestion_isHidden() {
        let stray = QuestionnaireResponse.strain.with("self-harm-often", "several-days")
        #expect(!shown(0, stray).contains("self-harm-plan"))
    }

    @Test func newDetail_isNoFault_butMustBeAnsweredNext() {
        let first = read(
            2,
            [
                "pain-duration": ["1-7d"], "onset-speed": ["sudden"], "onset-trigger": ["fall-or-crash"],
            ])
        #expect(first.problems.isEmpty)
        #expect(first.newDetails == ["injury-size"])
        let second = read(
            2, ["pain-duration": ["1-7d"], "onset-speed": ["sudden"], "onset-trigger": ["fall-or-crash"]],
            first.response)
        #expect(second.problems == [.init(linkId: "injury-size", kind: .required)])
    }

    @Test(arguments: [
        (["onset-speed": ["lightning"]], AnswerProblem.Kind.unknownOption, "onset-speed"),
        (["onset-speed": ["sudden", "hours"]], .severalAnswers, "onset-speed"),
        (["onset-trigger": ["none", "lift-twist"]], .exclusive, "onset-trigger"),
        (["gate-now": ["none"]], .unknownItem, "gate-now"),
    ])
    func faultyEntries_areNamed(_ form: [String: [String]], _ kind: AnswerProblem.Kind, _ linkId: String) {
        #expect(read(2, form).problems.contains(.init(linkId: linkId, kind: kind)))
    }

    @Test(arguments: ["11", "-1", "five", "3.5", "99999999999999999999"])
    func numbersOutOfPlace_areFaults(_ text: String) {
        let problems = read(3, ["pain-severity-now": [text]]).problems
        #expect(problems.contains { $0.linkId == "pain-severity-now" })
    }

    @Test func refusedEntry_leavesTheStoredAnswer() {
        let reading = read(3, ["pain-severity-now": ["350"], "pain-quality": ["ache"], "pain-trend": ["same"]])
        #expect(reading.problems.contains(.init(linkId: "pain-severity-now", kind: .outOfRange)))
        #expect(reading.response.answers["pain-severity-now"] == .number(4))
        #expect(reading.response.answers["pain-trend"] == .codes(["same"]))
    }

    @Test func faultLosesNothingElse() {
        let reading = read(2, ["pain-duration": ["6-12w"], "onset-speed": ["lightning"], "onset-trigger": ["none"]])
        #expect(reading.response.answers["pain-duration"] == .codes(["6-12w"]))
        #expect(reading.response.answers["age-years"] == .number(30))
    }

    @Test func wholeResponse_isCheckedWithAllFaultsAtOnce() {
        var response = QuestionnaireResponse.strain.with("pain-site", "moon").with(
            "chest-pressure-when", "rest-last-12h")
        response.answers["shoe-size"] = .number(44)
        response.answers["age-years"] = .codes(["old"])
        let problems = Set(machine.check(response))
        #expect(problems.contains(.init(linkId: "pain-site", kind: .unknownOption)))
        #expect(problems.contains(.init(linkId: "shoe-size", kind: .unknownItem)))
        #expect(problems.contains(.init(linkId: "age-years", kind: .wrongType)))
        #expect(problems.contains(.init(linkId: "chest-pressure-when", kind: .hidden)))
    }

    @Test func completeResponse_missesNothing() {
        #expect(machine.missing(.strain).isEmpty)
        #expect(machine.missing(QuestionnaireResponse()).contains("gate-now"))
    }
}
