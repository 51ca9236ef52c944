import MidbackCore

extension LinkPage {
    /// Draws the page.
    public func draw(on canvas: Canvas) -> Sheet {
        let main = canvas["saving"].fill(["state": state(canvas), "continue": HTML(continueTo)])
        return Sheet(title: canvas.words.plain("link.title"), main: main)
    }

    private func state(_ canvas: Canvas) -> HTML {
        switch state {
        case .none: canvas["saving.make"].fill(["token": canvas.token])
        case .exists: canvas["saving.exists"].fill(["token": canvas.token])
        case .revoked: canvas["saving.revoked"].fill(["token": canvas.token])
        case .fresh(let address, let words, let qr):
            canvas["saving.fresh"].fill([
                "words": HTML(words.joined(separator: " ")), "address": HTML(address), "qr": HTML(markup: qr),
                "token": canvas.token,
            ])
        }
    }
}

extension ComeBackPage {
    /// Draws the form.
    public func draw(on canvas: Canvas) -> Sheet {
        let main = canvas["saving.come-back"].fill([
            "problem": fault(canvas), "token": canvas.token, "typed": HTML(typed),
            "described": problem == nil ? .empty : HTML(markup: " e-words\" aria-invalid=\"true"),
        ])
        return Sheet(title: canvas.words.plain("come-back.title"), main: main)
    }

    private func fault(_ canvas: Canvas) -> HTML {
        guard let problem else { return .empty }
        return canvas["survey.error"].fill([
            "id": HTML("words"), "text": canvas.words.html("come-back.\(problem.rawValue)"),
        ])
    }
}

extension ResumePage {
    /// Draws the page. The address carries no language, so there is one button for each, the page's own first.
    public func draw(on canvas: Canvas) -> Sheet {
        let others = canvas.edition.clinic.languages.filter { $0 != canvas.language }
        let forms = ([canvas.language] + others).map { language in
            canvas["saving.resume-form"].fill([
                "action": HTML(Routes.comeBack(language)), "value": HTML(token),
                "style": HTML(language == canvas.language ? "primary" : "quiet"), "code": HTML(language.rawValue),
                "label": HTML(label(language, canvas)),
            ])
        }
        let main = canvas["saving.resume"].fill(["forms": forms.joined()])
        return Sheet(title: canvas.words.plain("resume.title"), main: main)
    }

    private func label(_ language: Language, _ canvas: Canvas) -> String {
        canvas.edition.pack.words["resume.go"]?[language] ?? language.ownName
    }
}
