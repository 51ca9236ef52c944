import Foundation
import MidbackCore
import MidbackPages
import MidbackPlan
import Testing

@testable import struct MidbackPages.HTML

/// The library and the page of every exercise in both languages.
struct ExercisePagesTests {
    private static let ids = (try? Fixture.plan().library.exercises.map(\.id)) ?? ["content-is-faulty"]

    private func html(_ id: String, _ language: Language) throws -> String {
        try Fixture.states().renderer.render(
            ExercisePage(exercise: id), in: PageContext(language: language, path: "exercises/\(id)"))
    }

    private func escaped(_ text: LocalizedText, _ language: Language) -> String { HTML(text[language]).markup }

    @Test(arguments: ids, Language.allCases)
    func everyExercise_isShownWhole(id: String, language: Language) throws {
        let exercise = try #require(try Fixture.plan().library.exercise(id))
        let html = try html(id, language)
        #expect(html.contains("<h1>\(escaped(exercise.name, language))</h1>"))
        for text in exercise.steps + exercise.mistakes + exercise.cautions.map(\.text) + exercise.avoidIf
            + [exercise.breathing]
        {
            #expect(html.contains(escaped(text, language)), "\(text.en)")
        }
        for frame in exercise.motion.frames { #expect(html.contains(escaped(frame.name, language))) }
        #expect(html.contains(escaped(exercise.strengthNote, language)))
        #expect(html.all("<tr><th scope=\"row\">").count == 4)
        #expect(html.all("\\{[a-zA-Z-]+\\}").isEmpty && html.all(" style=").isEmpty && html.all("<style").isEmpty)
    }

    @Test(arguments: ids)
    func everyNeighbour_isLinked(id: String) throws {
        let exercise = try #require(try Fixture.plan().library.exercise(id))
        let html = try html(id, .en)
        for other in exercise.easier + exercise.harder + exercise.instead.map(\.exercise) {
            #expect(html.contains("href=\"/en/exercises/\(other)\""), "\(other)")
        }
    }

    /// Without a script the still pictures are one tap away, and they are what reduced motion and print show.
    @Test(arguments: ids)
    func stillPictures_areReachable(id: String) throws {
        let html = try html(id, .en)
        #expect(html.contains("href=\"#still\"") && html.contains("id=\"still\""))
        #expect(html.contains("media=\"(prefers-reduced-motion: reduce)\" srcset=\"/en/figures/\(id)-still.svg\""))
        #expect(html.contains("<img src=\"/en/figures/\(id).svg\""))
        #expect(html.contains("<img src=\"/en/figures/\(id)-still.svg\""))
    }

    /// Drawings say in words what they show.
    @Test(arguments: ids, Language.allCases)
    func largeDrawing_isDescribed(id: String, language: Language) throws {
        let exercise = try #require(try Fixture.plan().library.exercise(id))
        let alt = "alt=\"\(escaped(exercise.picture, language))\""
        #expect(try html(id, language).contains(alt))
    }

    @Test
    func everyDrawing_isAKeyFrameOfItsExercise() throws {
        let library = try Fixture.plan().library
        let html = try Fixture.html("exercises")
        let found = html.all("src=\"/en/figures/([a-z-]+-\\d+)\\.svg\"")
        let known = library.exercises.flatMap { exercise in
            exercise.motion.frames.indices.map { "\(exercise.id)-\($0)" }
        }
        #expect(Set(found).subtracting(known).isEmpty && found.count >= library.exercises.count)
    }

    @Test
    func sevenFamilies_comeFirst() throws {
        let html = try Fixture.html("exercises")
        let first = html.between("<h2 id=\"first\">", "<h2 id=\"others\">").all("href=\"#([a-z-]+)\"")
        let wanted = [
            "cat-cow", "thoracic-extension", "childs-pose", "seated-twist", "foam-rolling", "band", "pilates-core",
        ]
        #expect(first == wanted)
        for id in Self.ids { #expect(html.contains("href=\"/en/exercises/\(id)\"")) }
    }

    @Test
    func unknownExercise_isNotFound() throws {
        let html = try html("juggling", .en)
        #expect(html.contains("<h1>") && !html.contains("figures/"))
    }

    @Test
    func planned_saysTheDose_andLeftOutSaysWhy() throws {
        #expect(try Fixture.html("exercise-planned").contains("In your plan"))
        let out = try Fixture.html("exercise-left-out").between("<section class=\"yours out\"", "</section>")
        #expect(out.contains("Not in your plan") && !out.all("<li>[^<]+</li>").isEmpty)
    }
}
