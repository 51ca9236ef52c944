/// A page about the tool itself.
public struct AboutPage: Page {
    /// What it is about.
    public var topic: Routes.Topic

    /// Makes the page.
    public init(topic: Routes.Topic) { self.topic = topic }
}
