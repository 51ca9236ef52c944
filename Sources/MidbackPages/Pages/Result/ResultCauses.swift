import MidbackCore

/// What must be checked, and what may cause the pain.
struct ResultCauses {
    let page: ResultPage
    let canvas: Canvas
    private var level: Disposition { page.assessment.triage.level }
    private var differential: Differential { page.assessment.differential }
    private var isEducation: Bool { canvas.edition.clinic.profile == .education }

    /// Conditions named by rules: always shown, whatever their probability.
    var checks: HTML {
        let causes = differential.needsCheck.compactMap { canvas.edition.cause($0.cause) }.filter(mayBeNamed)
        guard !causes.isEmpty, !isEducation else { return .empty }
        let items = causes.map { cause in
            canvas["result.check"].fill([
                "href": HTML(Routes.cause(cause.id, canvas.language)), "name": canvas.words.html(cause.name),
                "summary": canvas.words.html(cause.summary),
            ])
        }
        return canvas["result.checks"].fill(["items": items.joined()])
    }

    /// Bands of likely causes. At levels 1 and 2 nothing distracts from going.
    var likely: HTML {
        guard level >= .urgent24To72h, !page.isNotMidback else { return .empty }
        // What must be checked says enough when it explains the pain.
        if shown.isEmpty, !differential.needsCheck.isEmpty { return .empty }
        return canvas["result.causes"].fill(["lead": lead, "bands": isEducation ? .empty : bands])
    }

    private var lead: HTML {
        if isEducation { return canvas.words.html("result.causes-education") }
        if shown.isEmpty { return canvas.words.html("result.causes-none") }
        return canvas.words.html(differential.isFlat ? "result.causes-flat" : "result.causes-lead")
    }

    /// Frightening names are never shown to someone who is not asked to come soon (`red-flags.md` section 7).
    private func mayBeNamed(_ cause: Cause) -> Bool { level <= .urgent24To72h || !cause.isFrightening }

    private var shown: [(cause: Cause, band: Differential.Band)] {
        differential.likely.compactMap { ranked in
            canvas.edition.cause(ranked.cause).map { ($0, ranked.band) }
        }.filter { mayBeNamed($0.0) }
    }

    private var bands: HTML {
        let order: [Differential.Band] = [.fitsBest, .possible, .lessLikely, .lessLikelyButImportant]
        return order.map { band in
            let causes = shown.filter { $0.band == band }.map { article($0.cause) }
            guard !causes.isEmpty else { return .empty }
            return canvas["result.band"].fill([
                "kind": HTML(band.rawValue), "label": canvas.words.html("band.\(band.rawValue)"),
                "items": causes.joined(),
            ])
        }.joined()
    }

    private func article(_ cause: Cause) -> HTML {
        let name = canvas.words.html(cause.name)
        return canvas["result.cause"].fill([
            "href": HTML(Routes.cause(cause.id, canvas.language)), "name": name,
            "summary": canvas.words.html(cause.summary),
            "evidence": evidence(page.causes.first { $0.cause == cause.id }, name),
        ])
    }

    private func evidence(_ explanation: CauseExplanation?, _ name: HTML) -> HTML {
        guard let explanation else { return .empty }
        let lists = EvidenceLists(explanation, canvas: canvas).all
        return lists.isEmpty ? .empty : canvas["result.evidence"].fill(["name": name, "lists": lists])
    }
}

/// For, against, cannot tell.
struct EvidenceLists {
    private let explanation: CauseExplanation
    private let canvas: Canvas

    init(_ explanation: CauseExplanation, canvas: Canvas) {
        self.explanation = explanation
        self.canvas = canvas
    }

    var all: HTML {
        let quotes = AnswerQuotes(canvas)
        let open = explanation.notTold.map { linkId in
            canvas["result.quote"].fill(["text": canvas.edition.quotes.question(linkId)])
        }
        return part("for", quotes.items(explanation.supporting)) + part("against", quotes.items(explanation.opposing))
            + part("cannot-tell", open)
    }

    private func part(_ kind: String, _ items: [HTML]) -> HTML {
        guard !items.isEmpty else { return .empty }
        return canvas["result.evidence-part"].fill([
            "kind": HTML(kind), "label": canvas.words.html("result.\(kind)"), "items": items.joined(),
        ])
    }
}
