import Foundation
import MidbackPlan
import Yams

/// The exercise library as the authors wrote it, read from `Content/exercises`.
enum LibraryFixture {
    private struct Families: Codable {
        var families: [Family]
        var ladders: [Ladder]
    }

    private struct Evidence: Codable { var evidence: [ExerciseEvidence] }

    /// Files that are not exercises.
    private static let others: Set<String> = ["families.yaml", "evidence.yaml", "safety.yaml"]

    /// Read once; a fault in a file shows as a failure of every test that asks.
    static let loaded = Result { try load() }

    static var library: ExerciseLibrary { get throws { try loaded.get() } }

    static var exercises: [Exercise] { get throws { try library.exercises } }

    static func exercise(_ id: String) throws -> Exercise {
        guard let exercise = try library.exercise(id) else { throw CocoaError(.fileNoSuchFile) }
        return exercise
    }

    private static func load() throws -> ExerciseLibrary {
        let folder = try contentFolder().appendingPathComponent("exercises")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
        let exercises = try names.filter { !others.contains($0) }.map { name in
            try decode(Exercise.self, folder.appendingPathComponent(name))
        }
        let families = try decode(Families.self, folder.appendingPathComponent("families.yaml"))
        return ExerciseLibrary(
            exercises: exercises.sorted { $0.number < $1.number }, families: families.families,
            ladders: families.ladders,
            evidence: try decode(Evidence.self, folder.appendingPathComponent("evidence.yaml")).evidence,
            safety: try decode(ExerciseSafety.self, folder.appendingPathComponent("safety.yaml")))
    }

    private static func decode<Value: Decodable>(_ type: Value.Type, _ file: URL) throws -> Value {
        try YAMLDecoder().decode(type, from: String(contentsOf: file, encoding: .utf8))
    }

    /// `Content/` of the repository: beside the folder that holds this file's `Tests/`.
    static func contentFolder(_ file: String = #filePath) throws -> URL {
        var folder = URL(fileURLWithPath: file).resolvingSymlinksInPath()
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let content = folder.appendingPathComponent("Content")
            if FileManager.default.fileExists(atPath: content.path) { return content }
        }
        throw CocoaError(.fileNoSuchFile)
    }
}
