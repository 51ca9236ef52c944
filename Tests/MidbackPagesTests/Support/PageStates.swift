import Foundation
import MidbackCore
import MidbackPages
import MidbackPlan

/// Every state of every page that a person can meet, by name. Snapshots, budgets and the preview are made from them.
struct PageStates {
    let pack: ContentPack
    let engine: Engine
    let renderer: PageRenderer
    private let machine: SurveyMachine
    private let explainer: Explainer
    private let counterfactualist: Counterfactualist
    /// Made once: counterfactuals take a while in a debug build.
    private(set) var pages: [State] = []

    init(pack: ContentPack, plan: PlanPack, clinic: ClinicInfo = .demo) throws {
        self.pack = pack
        engine = try Engine(pack)
        renderer = try PageRenderer(pack: pack, plan: plan, clinic: clinic)
        machine = SurveyMachine(engine)
        explainer = Explainer(engine)
        counterfactualist = Counterfactualist(engine)
        pages = outside + survey + faults + review + stops + results + saving
        pages += FollowUpStates(engine: engine, plan: plan).all
        pages += try PlanStates(engine: engine, plan: plan).all
    }

    /// Names in the order a visitor meets the pages.
    var names: [String] { pages.map(\.name) }

    /// The whole HTML of one state.
    func html(_ name: String, _ language: Language) -> String? {
        pages.first { $0.name == name }.map { renderer.renderAny($0.page, in: context($0, language)) }
    }

    struct State {
        var name: String
        var page: any Page
        var path: String?
        var hasAnswers = true
    }

    private func context(_ state: State, _ language: Language) -> PageContext {
        PageContext(
            language: language, path: state.path, formToken: state.hasAnswers ? "token" : nil,
            hasAnswers: state.hasAnswers)
    }

    private var outside: [State] {
        let rule = pack.rules.first?.id ?? ""
        return [
            State(name: "home", page: HomePage(), path: "", hasAnswers: false),
            State(name: "causes", page: CausesPage(), path: "causes", hasAnswers: false),
            State(
                name: "cause", page: CausePage(cause: "muscle-strain"), path: "causes/muscle-strain",
                hasAnswers: false),
            State(name: "rule", page: RulePage(rule: rule), path: "rules/\(rule)", hasAnswers: false),
            State(name: "deleted", page: DeletePage(state: .done), path: "delete", hasAnswers: false),
        ]
            + Routes.Topic.allCases.map { topic in
                State(
                    name: "about-\(topic.rawValue)", page: AboutPage(topic: topic), path: "about/\(topic.rawValue)",
                    hasAnswers: false)
            }
            + ErrorPage.Kind.allCases.map { kind in
                State(
                    name: "error-\(kind.rawValue)", page: ErrorPage(kind: kind, reference: "7K2M-9Q"), path: "",
                    hasAnswers: false)
            }
    }

    private var survey: [State] {
        pack.questionnaire.steps.flatMap { step in
            [
                State(
                    name: "step-\(step.number)", page: stepPage(step.number, QuestionnaireResponse()),
                    path: "survey/\(step.number)"),
                State(
                    name: "step-\(step.number)-answered", page: stepPage(step.number, Personas.fragile),
                    path: "survey/\(step.number)"),
            ]
        }
    }

    private func stepPage(_ step: Int, _ response: QuestionnaireResponse) -> SurveyStepPage {
        SurveyStepPage(step: step, visible: visible(response), response: response, version: 3)
    }

    func visible(_ response: QuestionnaireResponse) -> Set<String> {
        Set(pack.questionnaire.steps.flatMap { machine.visibleItems(of: $0.number, response).map(\.linkId) })
    }

    private var faults: [State] {
        let details = QuestionnaireResponse().with(["gate-now": ["chest-tight", "not-sure"]])
        var opened = stepPage(0, details)
        opened.notice = .detailsOpened
        var faulty = stepPage(0, details)
        faulty.typed = ["age-years": ["forty"], "gate-nerves": ["none", "leg-weak"]]
        faulty.problems = [
            AnswerProblem(linkId: "chest-pressure-when", kind: .required),
            AnswerProblem(linkId: "gate-nerves", kind: .exclusive),
            AnswerProblem(linkId: "age-years", kind: .wrongType),
        ]
        var review = stepPage(8, Personas.strain)
        review.isFromReview = true
        review.notice = .changedElsewhere
        review.typed = ["psfs-activity": ["carry my son", "<b>drive</b>"]]
        review.problems = [AnswerProblem(linkId: "psfs-activity", kind: .tooLong)]
        return [
            State(name: "step-0-details", page: opened, path: "survey/0"),
            State(name: "step-0-faults", page: faulty, path: "survey/0"),
            State(name: "step-8-from-review", page: review, path: "survey/8"),
        ]
    }

    private var review: [State] {
        let open = QuestionnaireResponse(
            answers: Personas.strain.answers.filter { !["pain-trend", "symptoms-general"].contains($0.key) })
        return [
            State(name: "review", page: reviewPage(Personas.fragile), path: "survey/review"),
            State(name: "review-open", page: reviewPage(open), path: "survey/review"),
            State(name: "review-second-answer", page: secondReview, path: "survey/review"),
        ]
    }

    /// One list for anybody to see and one that is private, both answered against the first answer.
    private var twice: (Triage, [AnswerReference]) {
        (
            engine.assess(Personas.strain, contradicted: ["gate-now", "gate-other"]).triage,
            [
                AnswerReference(linkId: "gate-now", code: "passed-out", isChosen: true),
                AnswerReference(linkId: "gate-other", code: "black-stool", isChosen: true),
            ]
        )
    }

    private var secondReview: ReviewPage {
        var page = reviewPage(Personas.strain)
        (page.conflicts, page.takenBack) = (twice.0.conflicts, twice.1)
        return page
    }

    private var secondResult: ResultPage {
        var page = resultPage(Personas.strain)
        (page.assessment.triage, page.takenBack) = twice
        return page
    }

    private func reviewPage(_ response: QuestionnaireResponse) -> ReviewPage {
        ReviewPage(
            response: response, visible: visible(response), missing: machine.missing(response),
            conflicts: pack.conflicts.prefix(machine.missing(response).isEmpty ? 0 : 1).map(\.id), version: 9)
    }

    private var stops: [State] {
        [
            ("stop-emergency", StopPage.Kind.emergency, Personas.heart),
            ("stop-same-day", .sameDay, Personas.cord), ("stop-crisis", .crisis, Personas.crisis),
            ("stop-unsafe", .unsafe, Personas.unsafe), ("stop-poison", .poison, Personas.poison),
        ].map { name, kind, response in
            let triage = engine.assess(response).triage
            let page = StopPage(
                kind: kind, rules: explainer.rules(response, triage), floors: triage.floors, version: 4)
            return State(name: name, page: page, path: "stop")
        } + [State(name: "too-young", page: TooYoungPage(), path: "", hasAnswers: false)]
    }

    private var results: [State] {
        let cause = explainer.cause("muscle-strain", Personas.strain)
        return [
            State(name: "result-self-care", page: resultPage(Personas.strain), path: "result"),
            State(name: "result-routine", page: resultPage(Personas.stiff), path: "result"),
            State(name: "result-urgent", page: resultPage(Personas.fragile), path: "result"),
            State(name: "result-same-day", page: resultPage(Personas.cord), path: "result"),
            State(name: "result-emergency", page: resultPage(Personas.heart), path: "result"),
            State(name: "result-unsure", page: resultPage(Personas.unsure), path: "result"),
            State(name: "result-second-answer", page: secondResult, path: "result"),
            State(name: "result-crisis", page: resultPage(Personas.crisis, [.crisis]), path: "result"),
            State(
                name: "cause-mine", page: CausePage(cause: "muscle-strain", explanation: cause),
                path: "causes/muscle-strain"),
        ]
    }

    func resultPage(_ response: QuestionnaireResponse, _ kinds: [StopPage.Kind] = []) -> ResultPage {
        let assessment = engine.assess(response)
        let shown = assessment.differential.needsCheck + assessment.differential.likely
        return ResultPage(
            assessment: assessment, rules: explainer.rules(response, assessment.triage),
            causes: shown.compactMap { explainer.cause($0.cause, response) },
            counterfactuals: counterfactualist.explain(response, assessment.triage), response: response,
            decidedAt: Date(timeIntervalSince1970: 1_790_000_000), packVersion: pack.version, stopKinds: kinds)
    }

    private var saving: [State] {
        let words = ["4FQZ", "T0VK", "KB1H", "2M8Y", "WCXN", "5A7K", "P3FB"]
        let qr = "<svg viewBox=\"0 0 21 21\" aria-hidden=\"true\"><path d=\"M0 0h7v7H0z\"/></svg>"
        let fresh = LinkPage.State.fresh(
            address: "https://clinic.example/r/4fqzt0vkkb1h2m8ywcxn5a7kp3fb", words: words, qr: qr)
        return [
            State(name: "link", page: LinkPage(state: .none, continueTo: "/en/result"), path: "link"),
            State(name: "link-exists", page: LinkPage(state: .exists, continueTo: "/en/result"), path: "link"),
            State(name: "link-fresh", page: LinkPage(state: fresh, continueTo: "/en/result"), path: nil),
            State(name: "link-revoked", page: LinkPage(state: .revoked, continueTo: "/en/result"), path: "link"),
            State(name: "come-back", page: ComeBackPage(), path: "come-back", hasAnswers: false),
            State(
                name: "come-back-not-found", page: ComeBackPage(typed: "4FQZ T0VX", problem: .notFound),
                path: "come-back", hasAnswers: false),
            State(name: "resume", page: ResumePage(token: "4fQzT0vKkB1h2m8yWcXn5A"), path: nil, hasAnswers: false),
            State(name: "delete", page: DeletePage(state: .confirm(keep: "/en/result")), path: "delete"),
        ]
    }
}

extension PageRenderer {
    /// Opens the existential once.
    func renderAny(_ page: any Page, in context: PageContext) -> String { render(page, in: context) }
}
