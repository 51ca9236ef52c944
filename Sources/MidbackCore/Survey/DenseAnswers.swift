/// A response as arrays: which options are ticked, which items are answered and shown, which numbers were given.
struct DenseAnswers: Sendable {
    /// Ticked options as yes, everything else as no: what display conditions read.
    var raw: LaneTable
    /// Whether the item is shown.
    var isShown: [Bool]
    /// Whether the item is shown and has an answer.
    var isAnswered: [Bool]
}

/// Display conditions, compiled once.
struct Visibility: Sendable {
    let layout: AnswerLayout
    private var program = Program(for: .rules)
    /// Per item; `none` is always shown.
    private var conditions: [Program.Reference] = []

    init(_ layout: AnswerLayout) throws(ExpressionError) {
        self.layout = layout
        for item in layout.items {
            guard let source = item.enableWhen else {
                conditions.append(.none)
                continue
            }
            conditions.append(try layout.compile(source, into: &program))
        }
    }

    /// Answers as arrays. Answers to hidden items are dropped, in questionnaire order, so that a question under a
    /// hidden question is hidden too. Unknown ids and codes are ignored here; `SurveyMachine` reports them.
    func dense(_ response: QuestionnaireResponse) -> DenseAnswers {
        let given = given(response)
        var answers = Self.nothing(layout)
        for index in layout.linkIds.indices {
            let condition = conditions[index]
            guard condition.isNone || program.evaluate(condition, answers.raw).rule == .yes else { continue }
            answers.isShown[index] = true
            if given.isAnswered[index] { copy(index, from: given, to: &answers) }
        }
        return answers
    }

    private static func nothing(_ layout: AnswerLayout) -> DenseAnswers {
        let none = Array(repeating: false, count: layout.linkIds.count)
        return DenseAnswers(
            raw: LaneTable(slots: layout.slotCount, numbers: none.count, fill: .no), isShown: none, isAnswered: none)
    }

    /// Everything in the response, whether shown or not.
    private func given(_ response: QuestionnaireResponse) -> DenseAnswers {
        var given = Self.nothing(layout)
        for (linkId, answer) in response.answers {
            guard let index = layout.item(linkId) else { continue }
            given.isAnswered[index] = store(answer, at: index, in: &given.raw)
        }
        return given
    }

    private func copy(_ index: Int, from given: DenseAnswers, to answers: inout DenseAnswers) {
        let first = layout.firstSlot[index]
        for slot in first..<first + layout.optionCounts[index] { answers.raw.slots[slot] = given.raw.slots[slot] }
        answers.raw.numbers[index] = given.raw.numbers[index]
        answers.isAnswered[index] = true
    }

    /// Writes one answer and says whether there was one.
    private func store(_ answer: Answer, at index: Int, in raw: inout LaneTable) -> Bool {
        switch answer {
        case .codes(let codes):
            var any = false
            for code in codes {
                guard let slot = layout.slot(of: code, in: index) else { continue }
                raw.slots[slot] = Lane.yes.bits
                any = true
            }
            return any
        case .number(let number):
            raw.numbers[index] = Int32(clamping: number)
            return true
        case .lines(let lines): return !lines.isEmpty
        }
    }

    /// Re-computes which items are shown after a change of ticks, and drops what became hidden.
    func refresh(_ answers: inout DenseAnswers) {
        for index in layout.items.indices where !conditions[index].isNone {
            let shown = program.evaluate(conditions[index], answers.raw).rule == .yes
            answers.isShown[index] = shown
            if !shown, answers.isAnswered[index] { clear(index, in: &answers) }
        }
    }

    /// Removes the answer of one item.
    func clear(_ index: Int, in answers: inout DenseAnswers) {
        let first = layout.firstSlot[index]
        for slot in first..<first + layout.optionCounts[index] { answers.raw.slots[slot] = Lane.no.bits }
        answers.raw.numbers[index] = LaneTable.noNumber
        answers.isAnswered[index] = false
    }
}
