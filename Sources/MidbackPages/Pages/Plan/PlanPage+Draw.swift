import MidbackCore
import MidbackPlan

extension PlanPage {
    /// Draws the page.
    public func draw(on canvas: Canvas) -> Sheet {
        Sheet(
            title: canvas.words.plain("plan.title"), main: main(canvas), kind: "plan",
            styles: hasSessions ? ["plan", "session"] : ["plan"], scripts: hasSessions ? ["offline"] : [])
    }

    /// A plan with sessions is kept for days without a network.
    private var hasSessions: Bool {
        if case .current(let history) = state { !history.plan.week.isEmpty } else { false }
    }

    private func main(_ canvas: Canvas) -> HTML {
        switch state {
        case .noResult: canvas["plan.no-result"].fill(["token": canvas.token])
        case .resting(let goOn): canvas["plan.resting"].fill(["href": HTML(goOn)])
        case .notOffered: canvas["plan.not-offered"].fill()
        case .waiting: canvas["plan.waiting"].fill()
        case .preview(let plan): preview(plan, canvas)
        case .current(let history): current(history, canvas)
        }
    }

    private func preview(_ plan: CarePlan, _ canvas: Canvas) -> HTML {
        switch plan.scope {
        case .none: PlanAbsent(plan: plan, canvas: canvas).closed(isStored: false)
        case .unanswered: PlanAbsent(plan: plan, canvas: canvas).unanswered
        case .comfort, .limited, .full: PlanOffer(plan: plan, canvas: canvas).all
        }
    }

    private func current(_ history: PlanHistory, _ canvas: Canvas) -> HTML {
        let plan = history.plan
        switch plan.scope {
        case .none: return PlanAbsent(plan: plan, canvas: canvas).closed(isStored: true)
        case .unanswered: return PlanAbsent(plan: plan, canvas: canvas).unanswered
        case .comfort, .limited, .full: return whole(history, canvas)
        }
    }

    private func whole(_ history: PlanHistory, _ canvas: Canvas) -> HTML {
        let plan = history.plan
        let day = PlanToday(history: history, today: today, canvas: canvas)
        let care = PlanHealth(plan: plan, canvas: canvas)
        let outlook = PlanOutlook(plan: plan, today: today, canvas: canvas)
        let origin = PlanOrigin(plan: plan, canvas: canvas)
        return canvas["plan"].fill([
            "notices": notices(history, today, canvas), "where": day.place, "title": day.title, "today": day.card,
            "tools": canvas["plan-parts.tools"].fill(),
            "week": PlanWeek(history: history, today: today, canvas: canvas).all,
            "exercises": PlanMoves(plan: plan, canvas: canvas).all,
            "habits": PlanHabits(plan: plan, canvas: canvas).all,
            "message": outlook.message, "help": outlook.help, "remedies": care.remedies, "medicine": care.medicine,
            "forecast": outlook.forecast, "advice": outlook.advice, "left": origin.leftOut, "origin": origin.all,
            "token": canvas.token,
        ])
    }

    private func notices(_ history: PlanHistory, _ today: CivilDate, _ canvas: Canvas) -> HTML {
        var all: [HTML] = []
        if let notice {
            all.append(
                canvas["plan.notice"].fill([
                    "text": canvas.words.html("plan.notice-\(notice.rawValue)"),
                    "more": notice == .made ? canvas["plan.save-link"].fill() : .empty,
                ]))
        }
        return
            (all
            + PlanState.Notices(
                plan: history.plan, history: history, today: today, canvas: canvas
            ).all).joined()
    }
}

/// No plan, or not yet.
struct PlanAbsent {
    let plan: CarePlan
    let canvas: Canvas

    /// Why there is none. A stored plan that rests says so and keeps its progress within reach.
    func closed(isStored: Bool) -> HTML {
        canvas["plan.none"].fill([
            "title": canvas.words.html(isStored ? "plan.rests-title" : "plan.none-title"),
            "action": action, "reasons": canvas.items(plan.reasons),
            "more": isStored ? canvas["plan.none-stored"].fill() + seen : .empty,
        ])
    }

    /// A plan that rests after a flare with weak bones goes on after a visit.
    private var seen: HTML {
        plan.level == .urgent24To72h && plan.state.rest != nil ? canvas.clinicianHasSeen : .empty
    }

    /// What counts now: at urgent levels the step itself, not only a link to it.
    private var action: HTML {
        guard plan.level <= .urgent24To72h, let net = canvas.edition.safetyNet(plan.level) else { return .empty }
        return canvas["plan.action"].fill(["text": canvas.words.html(net.action)])
    }

    /// Links to the questions that are still open.
    var unanswered: HTML {
        let quotes = canvas.edition.quotes
        let items = plan.unanswered.map { linkId in
            canvas["review.missing-item"].fill([
                "href": HTML(Routes.item(linkId, step: quotes.step(linkId), canvas.language)),
                "question": quotes.question(linkId),
            ])
        }
        return canvas["plan.unanswered"].fill([
            "reasons": plan.reasons.map { HTML(markup: "<p>") + canvas.sentence($0) + HTML(markup: "</p>") }.joined(),
            "items": items.joined(),
        ])
    }
}

/// What a plan would hold, and the button that makes it.
struct PlanOffer {
    let plan: CarePlan
    let canvas: Canvas

    var all: HTML {
        let isComfort = plan.scope == .comfort
        return canvas["plan.offer"].fill([
            "title": canvas.words.html(isComfort ? "plan.offer-comfort" : "plan.offer-title"),
            "lead": canvas.words.html(isComfort ? "plan.offer-comfort-lead" : "plan.offer-lead"),
            "faces": PlanFaces(ids: plan.exercises.map(\.exercise), canvas: canvas).all, "items": items.joined(),
            "token": canvas.token, "note": note,
        ])
    }

    private var items: [HTML] {
        var items: [HTML] = []
        if let session = plan.week.map(\.seconds).max() {
            items.append(text("plan.offer-sessions", session))
        }
        if let track = plan.track.flatMap(canvas.edition.plan.track) { items.append(canvas.words.html(track.summary)) }
        if !plan.habits.isEmpty { items.append(canvas.words.html("plan.offer-habits")) }
        items.append(canvas.words.html("plan.offer-remedies"))
        items.append(canvas.words.html("plan.offer-check"))
        return items.map { HTML(markup: "<li>") + canvas.icon("check") + $0 + HTML(markup: "</li>") }
    }

    private func text(_ id: String, _ seconds: Int) -> HTML {
        HTML(
            canvas.words.plain(
                id,
                [
                    "count": String(plan.exercises.count), "minutes": canvas.doses.minutes(ofSeconds: seconds),
                    "days": canvas.doses.days(plan.week.count),
                ]))
    }

    private var note: HTML {
        switch plan.scope {
        case .comfort: canvas.words.html(canvas.edition.plan.levels.comfortNote)
        case .limited: canvas.words.html(canvas.edition.plan.levels.limitedNote)
        default: canvas.words.html(canvas.edition.plan.levels.borrowedNote)
        }
    }
}

/// A strip of small pictures.
struct PlanFaces {
    let ids: [String]
    let canvas: Canvas

    var all: HTML {
        ids.map { id in
            canvas["plan.face"].fill([
                "figure": canvas.figure(id, .small), "name": HTML(canvas.exerciseName(id)),
            ])
        }.joined()
    }
}
