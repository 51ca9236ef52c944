/// Walks a person through the questionnaire: which items show, what a page's form means, what is still missing.
public struct SurveyMachine: Sendable {
    private let engine: Engine
    private let layout: AnswerLayout
    private let visibility: Visibility
    private let questionnaire: Questionnaire
    private let stepByLinkId: [String: Int]

    /// The survey of an engine's pack.
    public init(_ engine: Engine) {
        self.engine = engine
        layout = engine.layout
        visibility = engine.visibility
        questionnaire = engine.pack.questionnaire
        stepByLinkId = Dictionary(
            questionnaire.steps.flatMap { step in step.items.map { ($0.linkId, step.number) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// What one page's form said.
    public struct Reading: Hashable, Sendable {
        /// All answers, this page's replaced by what was entered; where an entry was refused the earlier
        /// answer stays.
        public var response: QuestionnaireResponse
        /// Faults of this page, in the order of its items.
        public var problems: [AnswerProblem]
        /// Items that became visible by these answers and were not on the page yet.
        public var newDetails: [String]
    }

    /// The step's number of an item, or `nil`.
    public func step(of linkId: String) -> Int? { stepByLinkId[linkId] }

    /// The step with this number, or `nil`.
    public func step(_ number: Int) -> SurveyStep? { questionnaire.steps.first { $0.number == number } }

    /// Items of a step that are shown for these answers, in order.
    public func visibleItems(of step: Int, _ response: QuestionnaireResponse) -> [Item] {
        let dense = visibility.dense(response)
        return layout.items.indices.filter { dense.isShown[$0] && stepByLinkId[layout.items[$0].linkId] == step }
            .map { layout.items[$0] }
    }

    /// Reads the form of one page.
    /// - Parameters:
    ///   - form: entered strings by field; fields that are not items of the step are faults.
    ///   - shown: linkIds that were on the page; an item that shows now but was not there is a new detail, not a fault.
    public func read(
        step: Int, form: [String: [String]], shown: Set<String>, into response: QuestionnaireResponse
    ) -> Reading {
        var reading = Reading(response: response, problems: [], newDetails: [])
        for linkId in form.keys.sorted() where stepByLinkId[linkId] != step {
            reading.problems.append(.init(linkId: linkId, kind: .unknownItem))
        }
        for item in self.step(step)?.items ?? [] {
            // A refused entry leaves the stored answer as it was.
            do {
                reading.response.answers[item.linkId] = try AnswerReader(item: item).read(form[item.linkId] ?? [])
            } catch {
                reading.problems.append(error)
            }
        }
        complete(&reading, step: step, shown: shown)
        return reading
    }

    /// Drops answers to hidden items of the step, and lists what is missing.
    private func complete(_ reading: inout Reading, step: Int, shown: Set<String>) {
        let dense = visibility.dense(reading.response)
        let faulty = Set(reading.problems.map(\.linkId))
        for (index, item) in layout.items.enumerated() where stepByLinkId[item.linkId] == step {
            if !dense.isShown[index] {
                reading.response.answers[item.linkId] = nil
                reading.problems.removeAll { $0.linkId == item.linkId }
            } else if !shown.contains(item.linkId) {
                reading.newDetails.append(item.linkId)
            } else if item.requirement == .yes, !dense.isAnswered[index], !faulty.contains(item.linkId) {
                reading.problems.append(.init(linkId: item.linkId, kind: .required))
            }
        }
        let order = Dictionary(
            layout.items.enumerated().map { ($1.linkId, $0) }, uniquingKeysWith: { first, _ in first })
        reading.problems.sort { (order[$0.linkId] ?? .max, $0.linkId) < (order[$1.linkId] ?? .max, $1.linkId) }
    }

    /// Required items of a step (or of all steps) that are shown and not answered.
    public func missing(step: Int? = nil, _ response: QuestionnaireResponse) -> [String] {
        let dense = visibility.dense(response)
        return layout.items.indices.filter { index in
            let item = layout.items[index]
            return dense.isShown[index] && !dense.isAnswered[index] && item.requirement == .yes
                && (step == nil || stepByLinkId[item.linkId] == step)
        }.map { layout.items[$0].linkId }
    }

    /// Every fault of a whole response from a file: unknown items and options, wrong types, answers to hidden items.
    /// Missing answers are not faults; see `missing`.
    public func check(_ response: QuestionnaireResponse) -> [AnswerProblem] {
        check(response, visibility.dense(response))
    }

    /// The faults of a response, and with none its assessment: what bulk asks, with one look at the answers.
    public func assess(_ response: QuestionnaireResponse) -> (problems: [AnswerProblem], assessment: Assessment?) {
        let dense = visibility.dense(response)
        let problems = check(response, dense)
        return (problems, problems.isEmpty ? engine.assess(dense) : nil)
    }

    private func check(_ response: QuestionnaireResponse, _ dense: DenseAnswers) -> [AnswerProblem] {
        var problems: [AnswerProblem] = []
        for (linkId, answer) in response.answers {
            guard let index = layout.item(linkId) else {
                problems.append(.init(linkId: linkId, kind: .unknownItem))
                continue
            }
            if !isPlain(answer, index), let problem = fault(answer, layout.items[index]) {
                problems.append(problem)
            } else if !dense.isShown[index] {
                problems.append(.init(linkId: linkId, kind: .hidden))
            }
        }
        return problems.sorted { $0.linkId < $1.linkId }
    }

    /// Known options that go together, and numbers within their range: nearly all answers of nearly all people.
    private func isPlain(_ answer: Answer, _ index: Int) -> Bool {
        switch answer {
        case .codes(let codes):
            guard codes.count == 1 || layout.allowsSeveral[index] && !codes.isEmpty else { return false }
            return codes.allSatisfy { code in
                layout.slot(of: code, in: index).map { codes.count == 1 || !layout.isExclusive[$0] } ?? false
            }
        case .number(let number): return layout.numberRange[index]?.contains(number) ?? false
        case .lines: return false
        }
    }

    private func fault(_ answer: Answer, _ item: Item) -> AnswerProblem? {
        do {
            switch (answer, item.kind) {
            case (.codes(let codes), .choice), (.codes(let codes), .boolean3), (.codes(let codes), .multiChoice),
                (.codes(let codes), .bodyMap):
                _ = try AnswerReader(item: item).read(codes)
            case (.number(let number), .integer): _ = try AnswerReader(item: item).read([String(number)])
            case (.lines(let lines), .text): _ = try AnswerReader(item: item).read(lines)
            default: return .init(linkId: item.linkId, kind: .wrongType)
            }
            return nil
        } catch {
            return error
        }
    }

    /// Number of items answered, generated lists and details included; for the length of a survey.
    public func answeredCount(_ response: QuestionnaireResponse) -> Int {
        visibility.dense(response).isAnswered.count { $0 }
    }
}
