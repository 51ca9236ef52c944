import Foundation
import MidbackCore
import Testing

/// Every page state in both languages against its stored form. Stored is the main part without drawings; the frame that
/// all pages share is stored once.
struct SnapshotTests {
    @Test(arguments: Fixture.names, Language.allCases)
    func mainPart_isAsStored(name: String, language: Language) throws {
        let main = try Fixture.html(name, language).between("<main id=\"main\" tabindex=\"-1\">", "</main>")
        try Snapshot.expect(main.without("(?s)<svg.*?</svg>"), named: "\(name).\(language.rawValue)")
    }

    @Test(arguments: Language.allCases)
    func frame_isAsStored(language: Language) throws {
        let html = try Fixture.html("review", language)
        let main = html.between("<main id=\"main\" tabindex=\"-1\">", "</main>")
        // Hashes of static files change with every edit of style or script.
        let frame = html.replacingOccurrences(of: main, with: "").without("[0-9a-f]{16}")
        try Snapshot.expect(frame, named: "frame.\(language.rawValue)")
    }
}
