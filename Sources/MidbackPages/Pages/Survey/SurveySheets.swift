import MidbackCore

/// The survey's pages of one language as stencils, each made at first use: a request fills in ticks, faults and tokens.
struct SurveySheets: Sendable {
    private let questionnaire: Questionnaire
    private let templates: TemplateSet
    private let facts: Facts
    private let words: Words
    private let sheets = Cache<SurveySheet>()
    /// Number of the last step.
    let lastStep: Int

    init(_ questionnaire: Questionnaire, templates: TemplateSet, facts: Facts, words: Words) {
        self.questionnaire = questionnaire
        self.templates = templates
        self.facts = facts
        self.words = words
        lastStep = questionnaire.steps.map(\.number).max() ?? 0
    }

    subscript(number: Int) -> SurveySheet? {
        guard let step = questionnaire.steps.first(where: { $0.number == number }) else { return nil }
        let writer = SurveySheetWriter(step: step, lastStep: lastStep, templates: templates, facts: facts, words: words)
        let sheet = try? sheets.value(step.id) { () throws(PagesError) in SurveySheet(step, try writer.stencil()) }
        assert(sheet != nil, "the survey's templates lack facts")
        return sheet
    }
}

/// One prepared step: its text cut at the places that depend on answers.
struct SurveySheet: Sendable {
    enum Piece: Sendable {
        case text(String)
        /// Printed when the option is chosen.
        case checked(item: Int, code: String)
        /// What was typed: line `line` of an item.
        case value(item: Int, line: Int)
        /// Attributes of an item's box: hidden or not, and when the script may change that.
        case box(item: Int)
        /// Attributes that tie a faulty item to its message.
        case described(item: Int)
        /// The message itself.
        case problem(item: Int)
        /// `open` for a closed section in which something is answered or wrong.
        case open(section: String)
        /// Something of the whole page.
        case part(String)
    }

    let step: SurveyStep
    let pieces: [Piece]
    let conditions: [DisplayCondition?]

    init(_ step: SurveyStep, _ stencil: Stencil) {
        self.step = step
        let index = Dictionary(
            step.items.enumerated().map { ($1.linkId, $0) }, uniquingKeysWith: { first, _ in first })
        pieces = stencil.pieces.map { piece in
            switch piece {
            case .text(let text): .text(text)
            case .hole(let name): Self.piece(name, index)
            }
        }
        let onPage = Set(step.items.map(\.linkId))
        conditions = step.items.map { item in item.enableWhen.flatMap { DisplayCondition($0, onPage: onPage) } }
    }

    /// Reads a hole's name: `kind:linkId` or `kind:linkId:detail`.
    private static func piece(_ name: String, _ index: [String: Int]) -> Piece {
        let parts = name.split(separator: ":").map(String.init)
        guard parts.count > 1 else { return .part(name) }
        if parts[0] == "open" { return .open(section: parts[1]) }
        guard let item = index[parts[1]] else { return .part(name) }
        switch parts[0] {
        case "checked": return .checked(item: item, code: parts.last ?? "")
        case "value": return .value(item: item, line: Int(parts.last ?? "") ?? 0)
        case "box": return .box(item: item)
        case "described": return .described(item: item)
        default: return .problem(item: item)
        }
    }
}
