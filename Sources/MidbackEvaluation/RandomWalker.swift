import MidbackCore

/// Walks the survey as a person would: page by page, shown items only, sometimes "not sure", sometimes skipping.
struct RandomWalker {
    private let machine: SurveyMachine
    private let steps: [SurveyStep]

    init(_ engine: Engine) {
        machine = SurveyMachine(engine)
        steps = engine.pack.questionnaire.steps
    }

    /// One complete response.
    func walk(_ random: inout RandomSource) -> QuestionnaireResponse {
        // Some people tick much, most tick little.
        let eagerness = random.chance(0.3) ? 0.3 : 0.03
        var response = QuestionnaireResponse()
        for step in steps {
            complete(step.number, eagerness, &response, &random)
        }
        return response
    }

    /// Answers what is shown and unanswered on a page; details open under their list, so it looks again.
    func complete(
        _ step: Int, _ eagerness: Double, _ response: inout QuestionnaireResponse, _ random: inout RandomSource
    ) {
        var seen: Set<String> = []
        while true {
            let open = machine.visibleItems(of: step, response).filter {
                response.answers[$0.linkId] == nil && !seen.contains($0.linkId)
            }
            if open.isEmpty { return }
            for item in open {
                seen.insert(item.linkId)
                if item.requirement != .yes, random.chance(0.6) { continue }
                response.answers[item.linkId] = answer(item, eagerness, &random)
            }
        }
    }

    /// Answers what a change has opened and nothing else: what was answered stays, and what was left open stays so.
    /// An item gets the same answer for the same seed, whatever else is open, so that two changes can be compared.
    func completeOpened(since before: QuestionnaireResponse, _ response: inout QuestionnaireResponse, seed: UInt64) {
        var seen = Set(visible(before).map(\.linkId))
        while true {
            let opened = visible(response).filter { seen.insert($0.linkId).inserted }
            if opened.isEmpty { return }
            for item in opened where response.answers[item.linkId] == nil {
                var random = RandomSource(seed: seed &+ Self.number(of: item.linkId))
                if item.requirement != .yes, random.chance(0.6) { continue }
                response.answers[item.linkId] = answer(item, 0.1, &random)
            }
        }
    }

    private func visible(_ response: QuestionnaireResponse) -> [Item] {
        steps.flatMap { machine.visibleItems(of: $0.number, response) }
    }

    /// A number of its own for every text, the same on every machine (FNV-1a).
    private static func number(of text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    func answer(_ item: Item, _ eagerness: Double, _ random: inout RandomSource) -> Answer? {
        switch item.kind {
        case .integer: return .number(number(item, &random))
        case .text: return .lines(["walking"])
        case .choice, .boolean3:
            return item.options.isEmpty
                ? nil : .codes([item.options[Int.random(in: 0..<item.options.count, using: &random)].code])
        case .multiChoice, .bodyMap: return .codes(rows(item, eagerness, &random))
        }
    }

    /// Ages and scores where thresholds lie are drawn more often than others.
    private func number(_ item: Item, _ random: inout RandomSource) -> Int {
        let low = item.min ?? 0
        let high = item.max ?? 10
        if item.linkId == "age-years" {
            let edges = [15, 16, 17, 18, 39, 40, 44, 45, 49, 50, 55, 56, 59, 60, 64, 65, 69, 70, 74, 75]
            return random.chance(0.3)
                ? edges[Int.random(in: 0..<edges.count, using: &random)] : Int.random(in: 16...95, using: &random)
        }
        return Int.random(in: low...high, using: &random)
    }

    private func rows(_ item: Item, _ eagerness: Double, _ random: inout RandomSource) -> [String] {
        let exclusive = item.options.filter(\.isExclusive)
        var chosen = item.options.filter { !$0.isExclusive && random.chance($0.code == "not-sure" ? 0.07 : eagerness) }
        if chosen.isEmpty {
            let fallback = exclusive.isEmpty ? item.options : exclusive
            chosen = fallback.isEmpty ? [] : [fallback[Int.random(in: 0..<fallback.count, using: &random)]]
        }
        return chosen.map(\.code)
    }
}
