extension FindingTable {
    /// What an atom over findings reads.
    /// - Throws: `ExpressionError` for an unknown finding, an unknown value or a test that does not suit its kind.
    func resolve(_ atom: Expression.Atom) throws(ExpressionError) -> Program.Resolved {
        guard let index = indexById[atom.id] else { throw .unknownId(atom.id) }
        let layout = layouts[index]
        switch (layout.kind, atom.test) {
        case (.bool, .holds): return .init(read: .slot(layout.base))
        case (.multi, .contains(let value)), (.multi, .equals(let value)):
            return .init(read: .slot(layout.base + (try bit(layout, value))))
        case (.single, .equals(let value)): return .init(read: try inSet(layout, [value]))
        case (.single, .differs(let value)): return .init(read: try inSet(layout, [value]), isNegated: true)
        case (.single, .oneOf(let values)): return .init(read: try inSet(layout, values))
        case (.number, .compares(let comparison, let constant)):
            return .init(read: .compare(index: layout.base, comparison, constant))
        case (.number, .equals(let value)):
            guard let number = Int(value) else { throw .unknownValue(id: atom.id, value: value) }
            return .init(read: .equals(index: layout.base, number))
        default: throw .wrongTest(id: atom.id)
        }
    }

    private func bit(_ layout: Layout, _ value: String) throws(ExpressionError) -> Int {
        guard let offset = layout.values.firstIndex(of: value) else {
            throw .unknownValue(id: layout.id, value: value)
        }
        return offset
    }

    private func inSet(_ layout: Layout, _ values: [String]) throws(ExpressionError) -> Program.Read {
        var mask: UInt64 = 0
        for value in values { mask |= UInt64(1) << UInt64(try bit(layout, value)) }
        return .inSet(index: layout.base, mask: mask)
    }

    /// A table that holds findings given directly. Findings not given hold their default: no, the `otherwise` value,
    /// or the value of `defaults`; a single finding without any of these is not asked.
    func table(_ findings: FindingSet, defaults: [String: String]) -> LaneTable {
        var table = LaneTable(slots: slotCount, numbers: numberCount, singles: singleCount, fill: .no)
        for layout in layouts {
            let given = findings.values[layout.id]
            switch layout.kind {
            case .number:
                if let number = findings.numbers[layout.id] { table.numbers[layout.base] = Int32(clamping: number) }
            case .bool, .multi:
                for (offset, value) in layout.values.enumerated() where given?.contains(value) == true {
                    table.slots[layout.base + offset] = Lane.yes.bits
                }
            case .single:
                let mask = singleMask(layout, given ?? Self.only(defaults[layout.id] ?? layout.otherwise))
                table.rulePossible[layout.base] = mask
                table.evidencePossible[layout.base] = mask
            }
        }
        return table
    }

    private static func only(_ value: String?) -> Set<String> { value.map { [$0] } ?? [] }

    private func singleMask(_ layout: Layout, _ given: Set<String>) -> UInt64 {
        var mask: UInt64 = 0
        for (offset, value) in layout.values.enumerated() where given.contains(value) {
            mask |= UInt64(1) << UInt64(offset)
        }
        return mask
    }
}

extension FindingTable {
    /// Index into the numbers of a number finding, or -1.
    func numberIndex(_ id: String) -> Int {
        guard let index = indexById[id], layouts[index].kind == .number else { return -1 }
        return layouts[index].base
    }

    /// Where sex at birth is kept, with the masks of female and male.
    func sexMasks() -> (Int, (female: UInt64, male: UInt64)) {
        guard let index = indexById["sex-at-birth"], layouts[index].kind == .single else { return (-1, (0, 0)) }
        let layout = layouts[index]
        func mask(_ value: String) -> UInt64 {
            layout.values.firstIndex(of: value).map { UInt64(1) << UInt64($0) } ?? 0
        }
        return (layout.base, (female: mask("female"), male: mask("male")))
    }
}
