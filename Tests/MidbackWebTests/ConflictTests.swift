import Foundation
import HTTPTypes
import MidbackCore
import MidbackStore
import MidbackWorkflows
import Testing

@testable import MidbackWeb

/// Who loses a race is told so: 409, and never "our fault".
@Suite struct ConflictTests {
    @Test func lostRace_isAConflict() {
        let error = SiteError(IntakeError.changedMeanwhile(latestVersion: 3))
        #expect(error == .changedElsewhere)
        #expect(error.status == .conflict)
        #expect(SiteError(PlanDeskError.intake(.changedMeanwhile(latestVersion: 3))) == .changedElsewhere)
        #expect(SiteError(IntakeError.tooMany).status == .contentTooLarge)
    }

    @Test func manyWindowsMakeAPlan_noneFails() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.finish(["exercise-limits": ["none"], "minutes": ["20"]])
            let token = try #require(try await browser.get("/en/plan").hidden("_token"))
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<40 {
                    group.addTask {
                        try await browser.post("/en/plan", ["_token": [token], "_action": ["make"]]).status
                    }
                }
                return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
            }
            #expect(statuses.isSubset(of: [303, 409]))
            let export = try await browser.get("/en/plan/export.json").text
            #expect(export.components(separatedBy: "\"answersVersion\"").count == 2)
        }
    }

    @Test func programs_getATypedProblem() async throws {
        try await withSite { site in
            let answer = try await site.newBrowser().get("/nope", headers: ["Accept": "application/json"])
            #expect(answer.status == 404)
            #expect(answer.header("Content-Type") == "application/problem+json")
            #expect(answer.text.contains("\"type\":\"urn:midback:problem:not-found\""))
            #expect(answer.text.contains("\"status\":404"))
            let reference = try #require(answer.header("X-Reference"))
            #expect(answer.text.contains("\"instance\":\"\(reference)\""))
        }
    }

    @Test func problem_tellsNothingOfTheStore() async throws {
        try await withSite { site in
            let browser = site.newBrowser()
            try await browser.start()
            try await site.stores.health.close()
            let answer = try await browser.get("/en/result", headers: ["Accept": "application/problem+json"])
            #expect(answer.status == 503)
            #expect(answer.text.contains("problem:unavailable"))
            #expect(!answer.text.contains("store"))
        }
    }
}
