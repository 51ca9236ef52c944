/// A page state as a value: what is shown follows from its fields and the context alone.
public protocol Page: Sendable {
    /// Draws the page; called by `PageRenderer`.
    func draw(on canvas: Canvas) -> Sheet
}

/// Templates, words and content in one language, together with the request's context. Its members are internal.
public struct Canvas: Sendable {}

/// A drawn page before it is put into the layout. Its members are internal.
public struct Sheet: Sendable {}

extension Page {
    public func draw(on canvas: Canvas) -> Sheet { Sheet() }
}
