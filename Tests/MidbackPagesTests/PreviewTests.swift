import Foundation
import MidbackCore
import MidbackPages
import Testing

/// Writes every state as a file to look at, with the static files beside them, to the folder named by `MIDBACK_PREVIEW`.
struct PreviewTests {
    private static let folder = ProcessInfo.processInfo.environment["MIDBACK_PREVIEW"].map {
        URL(fileURLWithPath: $0, isDirectory: true)
    }

    @Test(.enabled(if: PreviewTests.folder != nil))
    func states_areWritten() throws {
        let folder = try #require(Self.folder)
        let states = try Fixture.states()
        let files = folder.appendingPathComponent("static")
        try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
        for file in states.renderer.staticFiles {
            try Data(file.bytes).write(to: files.appendingPathComponent(file.name))
        }
        for name in Fixture.names {
            for language in Language.allCases {
                let html = try Fixture.html(name, language)
                let file = folder.appendingPathComponent("\(name).\(language.rawValue).html")
                try html.write(to: file, atomically: true, encoding: .utf8)
            }
        }
    }
}
