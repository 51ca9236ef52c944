import CZlib
import Foundation
import MidbackCore
import MidbackPages
import Testing

/// Page budgets of `design.md` section 5, compressed as a server does it.
struct BudgetTests {
    private func compressed(_ bytes: [UInt8]) -> Int {
        var length = compressBound(uLong(bytes.count))
        var target = [UInt8](repeating: 0, count: Int(length))
        return compress2(&target, &length, bytes, uLong(bytes.count), 6) == Z_OK ? Int(length) : .max
    }

    private func assets() throws -> [String: Int] {
        let files = try Fixture.states().renderer.staticFiles
        return Dictionary(uniqueKeysWithValues: files.map { (Routes.asset($0.name), compressed($0.bytes)) })
    }

    @Test(arguments: ["midback", "plan"])
    func styleSheet_isSmall(name: String) throws {
        let start = Routes.asset("\(name).")
        let size = try #require(try assets().first { $0.key.hasPrefix(start) && $0.key.hasSuffix(".css") }?.value)
        print("style sheet \(name): \(size) bytes compressed, budget 12288")
        #expect(size <= 12_288)
    }

    /// A day's plan is opened on a phone: as light as the survey, drawings left aside.
    @Test(arguments: ["plan", "plan-limited", "plan-print", "exercise", "exercises", "what-if", "export", "calendar"])
    func planPage_staysInItsBudget(name: String) throws {
        let html = try Fixture.html(name, .es)
        let own = compressed(Array(html.utf8))
        let assets = try assets()
        let all = Set(html.all("(?:src|href)=\"(/static/[^\"]*)\"")).reduce(own) { $0 + (assets[$1] ?? .max / 2) }
        print("\(name): html \(own), with style and scripts \(all) bytes compressed")
        #expect(own <= 14_336 && all <= 40_960)
    }

    @Test(arguments: 0...8, Language.allCases)
    func surveyPage_staysInItsBudget(step: Int, language: Language) throws {
        let html = try Fixture.html("step-\(step)-answered", language)
        let own = compressed(Array(html.utf8))
        let assets = try assets()
        let all = Set(html.all("(?:src|href)=\"(/static/[^\"]*)\"")).reduce(own) { $0 + (assets[$1] ?? .max / 2) }
        print("step \(step) \(language.rawValue): html \(own), with style and scripts \(all) bytes compressed")
        #expect(own <= 14_336)
        #expect(all <= 40_960)
    }
}
