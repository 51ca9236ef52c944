import ArgumentParser
import Foundation
import MidbackContent
import MidbackCore
import MidbackFigures
import MidbackPlan

extension Content {
    /// Every exercise drawn, to be looked at.
    struct Figures: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Draw every exercise: moving, at three moments, and all on one contact sheet.")

        @ArgumentParser.Option(name: .shortAndLong, help: "Folder to write to.", completion: .directory)
        var out: String

        @ArgumentParser.Option(help: "Language: en or es.")
        var language = "en"

        @OptionGroup var source: PackSource

        func validate() throws {
            guard Language(rawValue: language) != nil else { throw ValidationError("--language must be en or es") }
        }

        func run() throws {
            let library = try source.plan().pack.library
            let sheet = ContactSheet(library.exercises, language: Language(rawValue: language) ?? .en)
            let folder = URL(fileURLWithPath: out, isDirectory: true)
            let files = try sheet.files()
            for file in files {
                let url = folder.appendingPathComponent(file.path)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(file.text.utf8).write(to: url, options: .atomic)
            }
            print("\(library.exercises.count) exercises, \(files.count) files in \(out); open \(out)/index.html")
        }
    }
}
