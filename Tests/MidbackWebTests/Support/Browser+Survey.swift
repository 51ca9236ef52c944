import MidbackCore
import MidbackWeb
import Testing

/// Walking through the survey.
extension Browser {
    /// "Start" on the home page.
    @discardableResult
    func start(_ language: Language = .en) async throws -> Answer {
        try await get("/\(language.rawValue)/")
        return try await follow(try await post("/\(language.rawValue)/survey", [:]))
    }

    /// Sends one page with these answers and whatever the page itself holds.
    @discardableResult
    func answer(
        _ step: Int, _ form: [String: [String]], action: String = "next", language: Language = .en,
        change: (inout [String: [String]]) -> Void = { _ in }
    ) async throws -> Answer {
        let page = try await get("/\(language.rawValue)/survey/\(step)")
        var whole = form
        whole["_token"] = [page.hidden("_token") ?? ""]
        whole["_version"] = [page.hidden("_version") ?? ""]
        whole["_action"] = [action]
        change(&whole)
        return try await post("/\(language.rawValue)/survey/\(step)", whole)
    }

    /// Answers steps as the standard person of `TestPack` does, confirming stop pages.
    @discardableResult
    func walk(
        _ steps: ClosedRange<Int> = 0...8, _ given: [String: [String]] = [:], language: Language = .en
    ) async throws -> Answer? {
        var response = QuestionnaireResponse()
        var last: Answer?
        for step in 0...8 {
            let form = TestPack.form(step, response, given)
            response = TestPack.machine.read(step: step, form: form, shown: [], into: response).response
            guard steps.contains(step) else { continue }
            last = try await answer(step, form, language: language)
            if last?.location?.hasSuffix("/stop") == true { last = try await confirmStop(language) }
        }
        return last
    }

    /// "I got help for this, or I ticked it by mistake".
    @discardableResult
    func confirmStop(_ language: Language = .en) async throws -> Answer {
        try await submit("/\(language.rawValue)/stop", ["_action": ["continue"]])
    }

    /// Opens a page and posts its form to the same address.
    @discardableResult
    func submit(_ path: String, _ form: [String: [String]]) async throws -> Answer {
        let page = try await get(path)
        let own = ["_token": [page.hidden("_token") ?? ""], "_version": [page.hidden("_version") ?? ""]]
        return try await post(path, own.merging(form) { _, given in given })
    }

    /// The whole way to the result.
    @discardableResult
    func finish(_ given: [String: [String]] = [:], language: Language = .en) async throws -> Answer {
        try await start(language)
        try await walk(0...8, given, language: language)
        let answer = try await submit("/\(language.rawValue)/survey/review", [:])
        #expect(answer.location == "/\(language.rawValue)/result")
        return try await follow(answer)
    }
}
