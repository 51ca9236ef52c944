import Mustache

/// What is known at start and handed to a template: texts, flags, lists of rows. A name that nothing lists becomes a
/// hole of the stencil, to be filled by each request.
struct Facts: MustacheParent, Sendable, ExpressibleByDictionaryLiteral {
    var values: [String: any Sendable]
    /// Rows leave unknown names to the facts around them.
    private var isRow = false

    init(_ values: [String: any Sendable]) { self.values = values }

    init(dictionaryLiteral elements: (String, any Sendable)...) {
        values = Dictionary(elements) { _, last in last }
    }

    /// A row of a list.
    static func row(_ values: [String: any Sendable]) -> Facts {
        var row = Facts(values)
        row.isRow = true
        return row
    }

    func child(named name: String) -> Any? {
        if let value = values[name] { return value }
        return isRow ? nil : Stencil.mark(name)
    }

    func adding(_ more: Facts) -> Facts { Facts(values.merging(more.values) { _, new in new }) }
}
