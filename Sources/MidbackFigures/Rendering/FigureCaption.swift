/// The words of a drawing, in the language of the page.
public struct FigureCaption: Hashable, Sendable {
    /// Start of all ids in the drawing; unique on the page. Letters, digits and hyphens.
    public var id: String
    /// Short title, for example the name of the exercise.
    public var title: String
    /// What is shown, for those who do not see it.
    public var description: String

    /// Makes a caption.
    public init(id: String, title: String, description: String) {
        self.id = id
        self.title = title
        self.description = description
    }
}
