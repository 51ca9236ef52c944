import Foundation
import MidbackContent
import MidbackCore

/// The real content, loaded once for all tests of this target.
enum TestPack {
    private static let contents: (engine: Engine, plan: PlanContent) = {
        let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Content")
        do {
            let result = try PackLoader.load(directory: folder)
            guard let pack = result.pack, let plan = result.plan else {
                fatalError("content has faults: \(result.errors.prefix(5))")
            }
            return (try Engine(pack), try PlanContent(plan))
        } catch {
            fatalError("content cannot be loaded: \(error)")
        }
    }()

    static let engine = contents.engine
    static let plan = contents.plan
    static let machine = SurveyMachine(engine)

    /// A healthy-enough man of 40 with a stiff mid-back since last week, and nothing else. Required items only,
    /// unless named.
    static func response(_ given: [String: [String]] = [:]) -> QuestionnaireResponse {
        (0...8).reduce(QuestionnaireResponse()) { response, step in
            machine.read(step: step, form: form(step, response, given), shown: [], into: response).response
        }
    }

    /// The same answers with whatever is still required, as the standard person would answer.
    static func completed(_ response: QuestionnaireResponse) -> QuestionnaireResponse {
        var response = response
        for _ in 0..<6 {
            for linkId in machine.missing(response) {
                guard let item = engine.pack.questionnaire.items.first(where: { $0.linkId == linkId }) else { continue }
                let values = standard(item)
                let number = item.kind == .integer ? values.first.flatMap { Int($0) } : nil
                response.answers[linkId] = number.map { .number($0) } ?? .codes(values)
            }
        }
        return response
    }

    /// What such a person enters on one page, details included.
    static func form(
        _ step: Int, _ before: QuestionnaireResponse, _ given: [String: [String]] = [:]
    ) -> [String: [String]] {
        var form: [String: [String]] = [:]
        // Details open under what was entered so far, so the page is filled until nothing is left open.
        for _ in 0..<6 {
            let response = machine.read(step: step, form: form, shown: [], into: before).response
            for item in machine.visibleItems(of: step, response) {
                if let values = given[item.linkId] ?? (item.requirement == .yes ? standard(item) : nil) {
                    form[item.linkId] = values
                }
            }
        }
        return form
    }

    private static let standard: [String: [String]] = [
        "age-years": ["40"], "sex-at-birth": ["male"], "pain-site": ["between-blades"], "pain-duration": ["1-7d"],
        "onset-speed": ["gradual"], "pain-severity-now": ["4"], "pain-trend": ["same"],
    ]

    private static func standard(_ item: Item) -> [String] {
        if let values = standard[item.linkId] { return values }
        if item.kind == .integer { return [String(item.min ?? 0)] }
        let code = ["none", "no"].first { item.option($0) != nil } ?? item.options.first?.code
        return code.map { [$0] } ?? []
    }
}
