import Foundation
import MidbackCore
import MidbackPlan
import Testing

@testable import MidbackFigures

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct RendererTests {
    private static let renderer = FigureRenderer()

    private func caption(_ exercise: Exercise, _ language: Language = .en) -> FigureCaption {
        FigureCaption(id: exercise.id, title: exercise.name[language], description: exercise.picture[language])
    }

    private func drawings(_ exercise: Exercise) throws -> [String] {
        let caption = caption(exercise)
        return [
            try Self.renderer.animated(exercise.motion, caption), try Self.renderer.still(exercise.motion, caption),
            try Self.renderer.moment(0, of: exercise.motion, caption),
            try Self.renderer.animated(exercise.motion, caption, isOtherSide: true),
        ]
    }

    @Test func everyDrawing_isWellFormedAndNamed() throws {
        for exercise in try LibraryFixture.exercises {
            for drawing in try drawings(exercise) {
                let check = XMLCheck(drawing)
                #expect(check.isWellFormed, "\(exercise.id)")
                #expect(check.ids.count == Set(check.ids).count, "\(exercise.id): ids are unique")
                #expect(check.references.isSubset(of: check.ids), "\(exercise.id): references exist")
                #expect(drawing.contains("role=\"img\""))
                #expect(drawing.contains("<title id=\"\(exercise.id)-"))
            }
        }
    }

    @Test func drawings_needNoExceptionFromTheSecurityPolicy() throws {
        for exercise in try LibraryFixture.exercises {
            for drawing in try drawings(exercise) {
                for forbidden in [" style=", "<style", "<script", "onload", "href=\"http", "data:"] {
                    #expect(!drawing.contains(forbidden), "\(exercise.id) \(forbidden)")
                }
            }
        }
    }

    @Test func sameMotion_givesTheSameBytes() throws {
        for exercise in try LibraryFixture.exercises {
            #expect(try drawings(exercise) == drawings(exercise))
        }
    }

    @Test func everyPath_hasOneShapeOverTime() throws {
        for exercise in try LibraryFixture.exercises {
            let drawing = try Self.renderer.animated(exercise.motion, caption(exercise))
            for values in drawing.components(separatedBy: " values=\"").dropFirst() {
                let poses = values.prefix { $0 != "\"" }.split(separator: ";")
                let commands = Set(poses.map { $0.filter(\.isLetter) })
                #expect(commands.count == 1, "\(exercise.id)")
            }
        }
    }

    @Test func exerciseWithTwoFrames_moves() throws {
        for exercise in try LibraryFixture.exercises {
            let drawing = try Self.renderer.animated(exercise.motion, caption(exercise))
            #expect(drawing.contains("<animate "), "\(exercise.id)")
        }
    }

    @Test func textOfTheCaption_isEscaped() throws {
        let motion = try LibraryFixture.exercise("cat-cow").motion
        let drawing = try Self.renderer.still(motion, FigureCaption(id: "x", title: "a<b & \"c\"", description: ">"))
        #expect(drawing.contains("a&lt;b &amp; &quot;c&quot;"))
        #expect(XMLCheck(drawing).isWellFormed)
    }

    @Test func faultyMotion_isRefused() throws {
        var motion = try LibraryFixture.exercise("cat-cow").motion
        motion.frames[0].pose["tail"] = 3
        #expect(throws: FigureError.unknownJoint("tail")) {
            try Self.renderer.still(motion, FigureCaption(id: "x", title: "", description: ""))
        }
        motion.frames = []
        #expect(throws: FigureError.noFrames) {
            try Self.renderer.animated(motion, FigureCaption(id: "x", title: "", description: ""))
        }
    }

    @Test func largerBody_takesMoreRoom() throws {
        let exercise = try LibraryFixture.exercise("hip-hinge")
        let larger = try FigureRenderer(body: .larger).still(exercise.motion, caption(exercise))
        #expect(try larger != Self.renderer.still(exercise.motion, caption(exercise)))
    }

    @Test func compressedDrawings_areSmall() throws {
        guard FileManager.default.isExecutableFile(atPath: Gzip.path) else { return }
        var lines: [String] = []
        for exercise in try LibraryFixture.exercises {
            let moving = try Gzip.size(Self.renderer.animated(exercise.motion, caption(exercise)))
            let still = try Gzip.size(Self.renderer.still(exercise.motion, caption(exercise)))
            lines.append("\(exercise.id): moving \(moving), still \(still) bytes compressed")
            #expect(moving <= 12_288, "\(exercise.id)")
            #expect(still <= 12_288, "\(exercise.id)")
        }
        print(lines.joined(separator: "\n"))
    }

    @Test func timeOfRendering_isPrinted() throws {
        let exercises = try LibraryFixture.exercises
        let clock = ContinuousClock()
        let moving = try clock.measure {
            for exercise in exercises { _ = try Self.renderer.animated(exercise.motion, caption(exercise)) }
        }
        let still = try clock.measure {
            for exercise in exercises { _ = try Self.renderer.still(exercise.motion, caption(exercise)) }
        }
        print("one figure: moving \(moving / exercises.count), still \(still / exercises.count)")
    }

    @Test func contactSheet_holdsEveryExercise() throws {
        let exercises = try LibraryFixture.exercises
        for language in Language.allCases {
            let files = try ContactSheet(exercises, language: language).files()
            #expect(files.count == 3 + 2 * exercises.count)
            let sheet = try #require(files.first { $0.path == "contact-sheet.svg" })
            #expect(XMLCheck(sheet.text).isWellFormed)
        }
    }

    @Test func styleSheet_namesEveryColour() {
        for paint in Paint.allCases { #expect(FigureStyle.sheet.contains("--\(paint.rawValue): \(paint.light)")) }
    }
}

/// Reads a drawing as XML and collects ids and references to them.
private final class XMLCheck: NSObject, XMLParserDelegate {
    private(set) var isWellFormed = false
    private(set) var ids: [String] = []
    private(set) var references: Set<String> = []

    init(_ text: String) {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        isWellFormed = parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if let id = attributes["id"] { ids.append(id) }
        if let href = attributes["href"], href.hasPrefix("#") { references.insert(String(href.dropFirst())) }
        for id in attributes["aria-labelledby"]?.split(separator: " ") ?? [] { references.insert(String(id)) }
    }
}

private enum Gzip {
    static let path = "/bin/gzip"

    /// Bytes after compression at the usual level.
    static func size(_ text: String) throws -> Int {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-6", "-c", file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return data.count
    }
}
