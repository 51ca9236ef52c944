import MidbackCore
import MidbackPages
import MidbackWorkflows

/// A page of the survey before it is drawn.
struct StepView: Sendable {
    var step: Int
    var response: QuestionnaireResponse
    var typed: [String: [String]] = [:]
    var problems: [AnswerProblem] = []
    var notice: SurveyStepPage.Notice?
    var isFromReview: Bool

    init(step: Int, _ response: QuestionnaireResponse, isFromReview: Bool = false) {
        self.step = step
        self.response = response
        self.isFromReview = isFromReview
    }

    func page(visible: Set<String>, version: Int) -> SurveyStepPage {
        SurveyStepPage(
            step: step, visible: visible, response: response, typed: typed, problems: problems, version: version,
            notice: notice, isFromReview: isFromReview)
    }
}

extension StopPage {
    init(_ stop: Assess.Stop, version: Int) {
        self.init(
            kind: Kind(stop.notice.kind), also: stop.notice.also.map(Kind.init), rules: stop.rules,
            floors: stop.notice.floors, version: version)
    }
}

extension StopPage.Kind {
    init(_ kind: StopNotice.Kind) {
        switch kind {
        case .emergency: self = .emergency
        case .sameDay: self = .sameDay
        case .crisis: self = .crisis
        case .unsafe: self = .unsafe
        case .poison: self = .poison
        }
    }
}
