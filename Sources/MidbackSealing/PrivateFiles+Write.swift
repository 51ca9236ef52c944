public import Foundation

extension PrivateFiles {
    /// Writes a whole file with mode 0600 so that after a power loss either the old or the new one is there.
    /// - Parameter replacing: `false` fails with `EEXIST` instead of replacing a file.
    public static func write(_ data: Data, to path: String, replacing: Bool) throws(Failure) {
        let draft = path + ".new"
        unlink(draft)
        try writeDraft(data, to: draft)
        defer { unlink(draft) }
        let moved = replacing ? rename(draft, path) : link(draft, path)
        guard moved == 0 else { throw Failure(code: errno) }
        try synchronise(folder: parent(of: path))
    }

    /// Adds lines at the end of a file, which is made with mode 0600 when it is missing, and returns when they are on the
    /// disk. Several may do so at once.
    public static func append(lines: [String], to path: String) throws(Failure) {
        let isNew = mode(of: path) == nil
        let file = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, mode_t(fileMode))
        guard file >= 0 else { throw Failure(code: errno) }
        defer { Foundation.close(file) }
        // A line that a power loss tore must not swallow the first new one.
        let start = endsWithinALine(file) ? "\n" : ""
        try write(Array((start + lines.map { $0 + "\n" }.joined()).utf8), to: file)
        guard fsync(file) == 0 else { throw Failure(code: errno) }
        if isNew { try synchronise(folder: parent(of: path)) }
    }

    private static func endsWithinALine(_ file: Int32) -> Bool {
        var last: UInt8 = 0
        let end = lseek(file, 0, SEEK_END)
        return end > 0 && pread(file, &last, 1, end - 1) == 1 && last != UInt8(ascii: "\n")
    }

    private static func writeDraft(_ data: Data, to path: String) throws(Failure) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(fileMode))
        guard file >= 0 else { throw Failure(code: errno) }
        defer { Foundation.close(file) }
        try write(Array(data), to: file)
        guard fsync(file) == 0 else { throw Failure(code: errno) }
    }

    private static func write(_ bytes: [UInt8], to file: Int32) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            guard count > 0 else { throw Failure(code: errno) }
            rest = rest.dropFirst(count)
        }
    }

    /// Without this a new name may be lost although the bytes are on the disk.
    private static func synchronise(folder path: String) throws(Failure) {
        let folder = open(path, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { throw Failure(code: errno) }
        defer { Foundation.close(folder) }
        guard fsync(folder) == 0 else { throw Failure(code: errno) }
    }
}
