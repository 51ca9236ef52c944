public import MidbackCore

/// Every address of the site, made in one place so that no link is dead. Addresses are absolute paths.
public enum Routes {
    /// About pages.
    public enum Topic: String, CaseIterable, Sendable {
        /// What the tool is for and what not (`standards.md` 4.4).
        case intendedUse = "intended-use"
        /// What is stored, for how long, and how to delete it.
        case privacy
        /// Accessibility statement.
        case accessibility
        /// How answers become a result.
        case howItWorks = "how-it-works"
        /// List of sources.
        case sources
    }

    /// Home page.
    public static func home(_ language: Language) -> String { "/\(language.rawValue)/" }
    /// POST: starts a survey.
    public static func start(_ language: Language) -> String { "/\(language.rawValue)/survey" }
    /// GET and POST: one step of the survey, 0 to 8.
    public static func step(_ number: Int, _ language: Language) -> String {
        "/\(language.rawValue)/survey/\(number)"
    }
    /// One step, scrolled to one question; `from=review` asks for the button that goes back to the review page.
    public static func item(_ linkId: String, step number: Int, _ language: Language) -> String {
        "\(step(number, language))?from=review#q-\(linkId)"
    }
    /// GET and POST: check your answers.
    public static func review(_ language: Language) -> String { "/\(language.rawValue)/survey/review" }
    /// GET and POST: stop page.
    public static func stop(_ language: Language) -> String { "/\(language.rawValue)/stop" }
    /// GET: result.
    public static func result(_ language: Language) -> String { "/\(language.rawValue)/result" }
    /// GET: list of causes.
    public static func causes(_ language: Language) -> String { "/\(language.rawValue)/causes" }
    /// GET: one cause.
    public static func cause(_ id: String, _ language: Language) -> String { "/\(language.rawValue)/causes/\(id)" }
    /// GET: one rule.
    public static func rule(_ id: String, _ language: Language) -> String { "/\(language.rawValue)/rules/\(id)" }
    /// GET and POST: make or revoke a private link.
    public static func link(_ language: Language) -> String { "/\(language.rawValue)/link" }
    /// GET and POST: come back by words, code or link.
    public static func comeBack(_ language: Language) -> String { "/\(language.rawValue)/come-back" }
    /// GET: Continue page of a private link.
    public static func resume(token: String) -> String { "/r/\(token)" }
    /// POST: quick exit.
    public static func exit(_ language: Language) -> String { "/\(language.rawValue)/exit" }
    /// GET and POST: delete the answers.
    public static func delete(_ language: Language) -> String { "/\(language.rawValue)/delete" }
    /// GET: about page.
    public static func about(_ topic: Topic, _ language: Language) -> String {
        "/\(language.rawValue)/about/\(topic.rawValue)"
    }
    /// GET: static file with its content hash in the name.
    public static func asset(_ name: String) -> String { "/static/\(name)" }
}

// MARK: - Exercises and plan

extension Routes {
    /// GET: library of exercises.
    public static func exercises(_ language: Language) -> String { "/\(language.rawValue)/exercises" }
    /// GET: one exercise.
    public static func exercise(_ id: String, _ language: Language) -> String {
        "/\(language.rawValue)/exercises/\(id)"
    }
    /// GET: the plan. POST with `_action=make`: makes or refreshes it.
    public static func plan(_ language: Language) -> String { "/\(language.rawValue)/plan" }
    /// The whole week: a part of the plan page.
    public static func week(_ language: Language) -> String { "\(plan(language))#week" }
    /// GET: the guided session of a day, 0 to 6 from the first day of the plan's version.
    public static func session(day: Int, _ language: Language) -> String { "\(plan(language))/session/\(day)" }
    /// GET: the guided session of today.
    public static func sessionToday(_ language: Language) -> String { "\(plan(language))/session/today" }
    /// POST: result of a session.
    public static func sessionResult(_ language: Language) -> String { "\(plan(language))/session" }
    /// GET and POST: check-in.
    public static func checkIn(_ language: Language) -> String { "\(plan(language))/check-in" }
    /// GET: charts, and what changed and why.
    public static func progress(_ language: Language) -> String { "\(plan(language))/progress" }
    /// GET and POST: flare-up.
    public static func flare(_ language: Language) -> String { "\(plan(language))/flare" }
    /// GET and POST: the short danger screen.
    public static func signs(_ language: Language) -> String { "\(plan(language))/signs" }
    /// GET and POST: what if.
    public static func whatIf(_ language: Language) -> String { "\(plan(language))/what-if" }
    /// GET: plan for the printer.
    public static func planPrint(_ language: Language) -> String { "\(plan(language))/print" }
    /// GET: everything the person entered.
    public static func export(_ language: Language) -> String { "\(plan(language))/export" }
    /// GET: the same for programs.
    public static func exportFile(_ language: Language) -> String { "\(plan(language))/export.json" }
    /// GET and POST: calendar of sessions.
    public static func calendar(_ language: Language) -> String { "\(plan(language))/calendar" }
    /// GET: calendar file.
    public static func calendarFile(_ language: Language) -> String { "\(plan(language))/calendar.ics" }
    /// GET: calendar feed of a private token.
    public static func calendarFeed(token: String) -> String { "/calendar/\(token).ics" }
    /// GET: manifest of the installable app.
    public static func manifest(_ language: Language) -> String { "/\(language.rawValue)/app.webmanifest" }
    /// GET: service worker.
    public static let worker = "/sw.js"
}

// MARK: - Figures

extension Routes {
    /// What is shown of an exercise.
    public enum FigureShape: Hashable, Sendable {
        /// The moving figure.
        case moving
        /// The moving figure, other side of the body.
        case mirrored
        /// Three still moments.
        case still
        /// One key frame, from 0.
        case frame(Int)

        var suffix: String {
            switch self {
            case .moving: ""
            case .mirrored: "-mirror"
            case .still: "-still"
            case .frame(let number): "-\(number)"
            }
        }
    }

    /// GET: drawing of an exercise.
    public static func figure(
        _ exercise: String, _ shape: FigureShape = .moving, isDark: Bool = false, _ language: Language
    ) -> String {
        "/\(language.rawValue)/figures/\(exercise)\(shape.suffix)\(isDark ? "-dark" : "").svg"
    }
}
