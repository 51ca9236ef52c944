import Foundation
import Testing

/// Texts that a reviewer reads. `MIDBACK_RECORD=1 swift test` writes them anew; a change is read like code.
enum Snapshot {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Snapshots")

    /// Compares a text with the stored one.
    static func expect(_ text: String, named name: String, location: SourceLocation = #_sourceLocation) throws {
        let file = folder.appendingPathComponent(name + ".txt")
        if ProcessInfo.processInfo.environment["MIDBACK_RECORD"] != nil {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
            return
        }
        let stored = try? String(contentsOf: file, encoding: .utf8)
        let difference = zip(text.split(separator: "\n"), (stored ?? "").split(separator: "\n"))
            .first { $0 != $1 }
        #expect(
            stored == text, "\(name): first difference \(String(describing: difference))", sourceLocation: location)
    }
}
