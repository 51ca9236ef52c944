import MidbackCore

extension DeletePage {
    /// Draws the page.
    public func draw(on canvas: Canvas) -> Sheet {
        switch state {
        case .confirm(let keep):
            Sheet(
                title: canvas.words.plain("delete.title"),
                main: canvas["deletion"].fill(["token": canvas.token, "keep": HTML(keep)]))
        case .done:
            Sheet(title: canvas.words.plain("deleted.title"), main: canvas["deletion.done"].fill())
        }
    }
}
