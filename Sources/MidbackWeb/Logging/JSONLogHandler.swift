public import Foundation
public import Logging

/// Writes each log entry as one line of JSON: time, level, message and the metadata, keys sorted.
public struct JSONLogHandler: LogHandler {
    /// Entries below are dropped.
    public var logLevel: Logger.Level = .info
    /// Goes into every entry.
    public var metadata: Logger.Metadata = [:]
    /// Not used: what is logged is named where it is logged.
    public var metadataProvider: Logger.MetadataProvider?
    private let write: @Sendable (String) -> Void
    private let now: @Sendable () -> Date

    /// Hands finished lines, each with its line feed, to `write`.
    public init(now: @escaping @Sendable () -> Date, write: @escaping @Sendable (String) -> Void) {
        self.now = now
        self.write = write
    }

    /// A logger that writes to standard error.
    public static func makeLogger(label: String = "midback", level: Logger.Level = .info) -> Logger {
        var logger = Logger(label: label) { _ in
            JSONLogHandler(now: { Date() }, write: { FileHandle.standardError.write(Data($0.utf8)) })
        }
        logger.logLevel = level
        return logger
    }

    /// One value that goes into every entry.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes one line.
    public func log(event: LogEvent) {
        var fields: [(String, String)] = [
            ("time", now().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))),
            ("level", event.level.rawValue), ("message", event.message.description),
        ]
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        fields += all.sorted { $0.key < $1.key }.map { ($0.key, $0.value.description) }
        let body = fields.map { "\(JSONText.quoted($0.0)):\(JSONText.quoted($0.1))" }.joined(separator: ",")
        write("{\(body)}\n")
    }
}
