import Mustache

/// What is known at start and handed to a template: names with texts, flags, lists and nested facts.
/// A name that is not listed becomes a hole of the stencil.
struct Facts: MustacheParent {
    var values: [String: Any]
    /// Outermost facts answer unknown names with a mark; inner ones pass them on.
    var isRoot = true

    init(_ values: [String: Any], isRoot: Bool = true) {
        self.values = values
        self.isRoot = isRoot
    }

    func child(named name: String) -> Any? {
        if let value = values[name] { return value }
        return isRoot ? Raw(markup: Stencil.mark(name)) : nil
    }

    /// A row of a list.
    static func row(_ values: [String: Any]) -> Facts { Facts(values, isRoot: false) }
}

/// Markup that Mustache must not escape again: it is printed through a content type that copies.
struct Raw: MustacheCustomRenderable {
    var markup: String
    var renderText: String { markup }
    var isNull: Bool { false }
}
