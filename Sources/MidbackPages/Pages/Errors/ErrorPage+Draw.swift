import MidbackCore

extension ErrorPage {
    /// Draws the page. Where no result can be given for what was sent it carries fixed safety advice.
    public func draw(on canvas: Canvas) -> Sheet {
        let hasAdvice = [.failure, .unavailable, .full, .tooManyRequests].contains(kind)
        let title = "error.\(kind.rawValue)-title"
        let main = canvas["errors"].fill([
            "title": canvas.words.html(title), "text": canvas.words.html("error.\(kind.rawValue)"),
            "advice": hasAdvice ? canvas["errors.advice"].fill() : .empty,
            "reference": reference.map { canvas["errors.reference"].fill(["number": HTML($0)]) } ?? .empty,
        ])
        return Sheet(title: canvas.words.plain(title), main: main)
    }
}
