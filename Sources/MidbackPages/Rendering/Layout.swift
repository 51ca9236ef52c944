import MidbackCore

/// Puts a drawn page into the frame that all pages share.
struct Layout {
    let canvas: Canvas

    func frame(_ sheet: Sheet) -> HTML {
        canvas["layout"].fill([
            "kind": HTML(sheet.kind), "title": HTML(sheet.title),
            "robots": canvas.context.hasAnswers ? canvas["layout.robots"].fill() : .empty,
            "switch": languageSwitch(byForm: sheet.switchesByForm), "token": canvas.token, "main": sheet.main,
            "own": canvas.context.hasAnswers ? canvas["layout.own"].fill() : .empty,
        ])
    }

    private func languageSwitch(byForm: Bool) -> HTML {
        guard let path = canvas.context.path else { return .empty }
        return canvas.edition.clinic.languages.filter { $0 != canvas.language }.map { other in
            let (code, name) = (HTML(other.rawValue), HTML(other.ownName))
            if byForm { return canvas["layout.switch-button"].fill(["code": code, "name": name]) }
            return canvas["layout.switch-link"].fill([
                "code": code, "name": name, "href": HTML(Routes.home(other) + path),
            ])
        }.joined()
    }
}

extension Language {
    /// Its name in itself, for the language switch.
    var ownName: String {
        switch self {
        case .en: "English"
        case .es: "Español"
        }
    }
}
