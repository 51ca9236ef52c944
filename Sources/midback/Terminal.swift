import Foundation

/// Standard output and standard error.
enum Terminal {
    /// Prints a line on standard error.
    static func error(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

    /// Writes bytes to standard output.
    static func write(_ bytes: [UInt8]) { FileHandle.standardOutput.write(Data(bytes)) }

    /// Whether a person is looking at standard error.
    static var isWatched: Bool { isatty(STDERR_FILENO) != 0 }

    /// Shows progress in place when a person is looking.
    static func progress(_ text: String) {
        guard isWatched else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
    }

    /// Clears the progress line.
    static func endProgress() {
        guard isWatched else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}

/// A sentence for the person at the terminal.
struct CommandError: Error, CustomStringConvertible {
    let description: String

    init(_ text: String) { description = text }
}

/// Reads whole files and standard input.
enum Input {
    /// All bytes of a file, or of standard input for `-`.
    static func all(_ path: String) throws -> Data {
        if path == "-" { return FileHandle.standardInput.readDataToEndOfFile() }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandError("cannot read '\(path)': is the path right?")
        }
        return data
    }

    /// A handle to read in pieces.
    static func handle(_ path: String) throws -> FileHandle {
        if path == "-" { return .standardInput }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw CommandError("cannot read '\(path)': is the path right?")
        }
        return handle
    }
}
