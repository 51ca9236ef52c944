/// Small integers for items and options, so that answers are arrays and not dictionaries.
struct AnswerLayout: Sendable {
    let items: [Item]
    /// linkId of each item.
    let linkIds: [String]
    /// Options of each item.
    let optionCounts: [Int]
    /// Whether an item takes several options, and whether an option stands alone.
    let allowsSeveral: [Bool]
    let isExclusive: [Bool]
    /// Numbers that an item takes; nil for items without numbers.
    let numberRange: [ClosedRange<Int>?]
    /// Danger items of the gate.
    let isGate: [Bool]
    /// Item index by linkId.
    let indexByLinkId: [String: Int]
    /// First slot of each item; its options follow in order.
    let firstSlot: [Int]
    /// Slot by option code, per item.
    let slotByCode: [[String: Int]]
    /// Index of the generated "which one?" list of each item, or -1.
    let unsureList: [Int]
    /// Slot of `not-sure` of each item that has such a list, or -1.
    let notSureSlot: [Int]
    /// For each option of a list with a "which one?" list: the slot of the same row there, or -1.
    let unsureSlot: [Int]
    let slotCount: Int
    /// Items by linkId and slots by item and option code, for reading responses.
    private let itemTable: IdTable
    private let slotTable: IdTable

    init(_ questionnaire: Questionnaire) {
        let items = questionnaire.items
        self.items = items
        linkIds = items.map(\.linkId)
        optionCounts = items.map(\.options.count)
        allowsSeveral = items.map(\.kind.allowsSeveral)
        isExclusive = items.flatMap { $0.options.map(\.isExclusive) }
        numberRange = items.map { item in
            guard item.kind == .integer else { return nil }
            let least = item.min ?? .min
            return least...max(least, item.max ?? .max)
        }
        isGate = items.map(\.isGate)
        indexByLinkId = Dictionary(items.enumerated().map { ($1.linkId, $0) }, uniquingKeysWith: { first, _ in first })
        var first: [Int] = []
        var slots: [[String: Int]] = []
        var count = 0
        for item in items {
            first.append(count)
            slots.append(
                Dictionary(
                    item.options.enumerated().map { ($1.code, count + $0) }, uniquingKeysWith: { first, _ in first }))
            count += item.options.count
        }
        firstSlot = first
        slotByCode = slots
        slotCount = count
        itemTable = IdTable(items.enumerated().map { (0, $1.linkId, $0) })
        slotTable = IdTable(
            items.indices.flatMap { index in
                items[index].options.enumerated().map { (index, $1.code, first[index] + $0) }
            })
        var unsure = Array(repeating: -1, count: items.count)
        var notSure = Array(repeating: -1, count: items.count)
        for (index, item) in items.enumerated() {
            guard let list = item.unsureOf, let listIndex = indexByLinkId[list] else { continue }
            unsure[listIndex] = index
            notSure[listIndex] = slots[listIndex]["not-sure"] ?? -1
        }
        unsureList = unsure
        notSureSlot = notSure
        unsureSlot = items.enumerated().flatMap { index, item in
            item.options.map { option in
                let isRow = !option.isExclusive && option.code != "not-sure"
                return unsure[index] >= 0 && isRow ? slots[unsure[index]][option.code] ?? -1 : -1
            }
        }
    }

    /// Index of an item, or nil.
    func item(_ linkId: String) -> Int? { itemTable.value(linkId) }

    /// Slot of an option, or nil.
    func slot(of code: String, in item: Int) -> Int? { slotTable.value(owner: item, code) }

    /// What an atom over answers reads.
    /// - Throws: `ExpressionError` for an unknown item, an unknown option or a test that does not suit the item.
    func resolve(_ atom: Expression.Atom) throws(ExpressionError) -> Program.Resolved {
        guard let index = indexByLinkId[atom.id] else { throw .unknownId(atom.id) }
        switch atom.test {
        case .equals(let value): return try equals(index, value)
        case .differs(let value):
            var resolved = try equals(index, value)
            resolved.isNegated = true
            return resolved
        case .compares(let comparison, let constant):
            guard items[index].kind == .integer else { throw .wrongTest(id: atom.id) }
            return .init(read: .compare(index: index, comparison, constant))
        case .oneOf, .holds, .contains: throw .wrongTest(id: atom.id)
        }
    }

    private func equals(_ index: Int, _ value: String) throws(ExpressionError) -> Program.Resolved {
        if items[index].kind == .integer {
            guard let number = Int(value) else { throw .unknownValue(id: items[index].linkId, value: value) }
            return .init(read: .equals(index: index, number))
        }
        guard let slot = slotByCode[index][value] else {
            throw .unknownValue(id: items[index].linkId, value: value)
        }
        return .init(read: .slot(slot))
    }

    /// Compiles an expression over answers.
    func compile(_ source: String, into program: inout Program) throws(ExpressionError) -> Program.Reference {
        let expression = Self.spread(try ExpressionParser.parse(source))
        return try program.add(expression) { (atom) throws(ExpressionError) in try self.resolve(atom) }
    }

    /// `id in {a, b}` becomes a disjunction of single reads; everything else stays.
    static func spread(_ expression: Expression) -> Expression {
        switch expression {
        case .atom(let atom):
            guard case .oneOf(let values) = atom.test else { return expression }
            return .or(values.map { .atom(.init(id: atom.id, test: .equals($0))) })
        case .macro: return expression
        case .not(let inner): return .not(spread(inner))
        case .and(let parts): return .and(parts.map(spread))
        case .or(let parts): return .or(parts.map(spread))
        case .atLeast(let count, let parts): return .atLeast(count: count, parts.map(spread))
        }
    }
}
