import MidbackCore

extension ErrorPage {
    /// Draws the page. Our own faults carry fixed safety advice, because no result can be given.
    public func draw(on canvas: Canvas) -> Sheet {
        let isOurs = kind == .failure || kind == .unavailable
        let title = "error.\(kind.rawValue)-title"
        let main = canvas["errors"].fill([
            "title": canvas.words.html(title), "text": canvas.words.html("error.\(kind.rawValue)"),
            "advice": isOurs ? canvas["errors.advice"].fill() : .empty,
            "reference": reference.map { canvas["errors.reference"].fill(["number": HTML($0)]) } ?? .empty,
        ])
        return Sheet(title: canvas.words.plain(title), main: main)
    }
}
