extension CalendarPage {
    /// Draws the page.
    public func draw(on canvas: Canvas) -> Sheet {
        let main = canvas["calendar"].fill([
            "state": stateText(canvas), "hold": isOnHold ? canvas["calendar.hold"].fill() : .empty,
            "error": isTimeFaulty ? canvas["calendar.error"].fill() : .empty, "token": canvas.token, "time": HTML(time),
            // A field for times would drop what was typed.
            "kind": HTML(isTimeFaulty ? "text" : "time"),
            "described": isTimeFaulty ? canvas["calendar.described"].fill() : .empty, "make": makeLabel(canvas),
            "revoke": canRevoke ? canvas["calendar.revoke"].fill() : .empty,
        ])
        return Sheet(title: canvas.words.plain("calendar.title"), main: main, styles: ["plan"])
    }

    private var canRevoke: Bool {
        switch state {
        case .exists, .fresh: true
        case .none, .revoked: false
        }
    }

    private func makeLabel(_ canvas: Canvas) -> HTML {
        canvas.words.html(canRevoke ? "calendar.replace" : "calendar.make")
    }

    private func stateText(_ canvas: Canvas) -> HTML {
        switch state {
        case .none: .empty
        case .exists: canvas["calendar.exists"].fill()
        case .revoked: canvas["calendar.revoked"].fill()
        case .fresh(let address): canvas["calendar.fresh"].fill(["address": HTML(address)])
        }
    }
}
