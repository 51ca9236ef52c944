import Foundation
import Testing

/// Compares a text with a stored one. With `MIDBACK_RECORD=1` it stores the text instead.
enum Snapshot {
    private static let folder = Fixture.root.appendingPathComponent("Tests/MidbackPagesTests/Snapshots")

    static func expect(_ text: String, named name: String, _ location: SourceLocation = #_sourceLocation) throws {
        let file = folder.appendingPathComponent("\(name).html")
        if ProcessInfo.processInfo.environment["MIDBACK_RECORD"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
            return
        }
        guard let stored = try? String(contentsOf: file, encoding: .utf8) else {
            Issue.record("no snapshot \(name); record it with MIDBACK_RECORD=1", sourceLocation: location)
            return
        }
        if stored != text {
            Issue.record("\(name): \(firstDifference(stored, text))", sourceLocation: location)
        }
    }

    private static func firstDifference(_ stored: String, _ text: String) -> String {
        let (old, new) = (stored.components(separatedBy: "\n"), text.components(separatedBy: "\n"))
        for (line, pair) in zip(old, new).enumerated() where pair.0 != pair.1 {
            return "line \(line + 1)\n- \(pair.0)\n+ \(pair.1)"
        }
        return "\(old.count) lines stored, \(new.count) now"
    }
}
