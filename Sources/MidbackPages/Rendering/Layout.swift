import MidbackCore

/// Puts a drawn page into the frame that all pages share.
struct Layout {
    let canvas: Canvas

    func frame(_ sheet: Sheet) -> HTML {
        canvas["layout"].fill([
            "kind": HTML(sheet.kind), "title": HTML(sheet.title),
            "more": more(sheet),
            "robots": canvas.context.hasAnswers ? canvas["layout.robots"].fill() : .empty,
            "switch": languageSwitch(byForm: sheet.switchesByForm), "token": canvas.token,
            "main": isApp(sheet) ? sheet.main + canvas.offlineBox : sheet.main,
            "own": canvas.context.hasAnswers ? canvas["layout.own"].fill() : .empty,
        ])
    }

    /// Style sheets and scripts that only some pages need.
    private func more(_ sheet: Sheet) -> HTML {
        let files = canvas.edition.files
        let styles = sheet.styles.map { canvas["layout.style"].fill(["href": HTML(files.address($0, "css"))]) }
        let scripts = sheet.scripts.map { canvas["layout.script"].fill(["href": HTML(files.address($0, "js"))]) }
        guard isApp(sheet) else { return (styles + scripts).joined() }
        let manifest = canvas["layout.manifest"].fill(["href": HTML(Routes.manifest(canvas.language))])
        return (styles + scripts + [manifest]).joined()
    }

    /// What works offline belongs to the app that can be put on the home screen.
    private func isApp(_ sheet: Sheet) -> Bool { sheet.scripts.contains("offline") }

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
