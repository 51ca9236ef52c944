import Foundation

/// Files and folders that only the owner of the process may touch.
public enum PrivateFiles {
    /// The system call that failed, as `errno`.
    public struct Failure: Error, Hashable, Sendable {
        /// Number of the system's error.
        public let code: Int32
    }

    /// Mode of private files.
    public static let fileMode: UInt32 = 0o600
    /// Mode of private folders.
    public static let folderMode: UInt32 = 0o700

    /// Permission bits of a file or folder; `nil` when there is none.
    public static func mode(of path: String) -> UInt32? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return UInt32(status.st_mode) & 0o7777
    }

    /// Whether group or others may do anything with it.
    public static func isOpenToOthers(_ mode: UInt32) -> Bool { mode & 0o077 != 0 }

    /// Makes a folder with mode 0700, and missing parents too. Folders that exist are left alone.
    public static func makeFolder(_ path: String) throws(Failure) {
        guard mode(of: path) == nil else { return }
        let parent = self.parent(of: path)
        if parent != path { try makeFolder(parent) }
        guard mkdir(path, mode_t(folderMode)) == 0 || errno == EEXIST else { throw Failure(code: errno) }
    }

    /// Makes an empty file with mode 0600 unless there is one.
    public static func makeFile(_ path: String) throws(Failure) {
        let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, mode_t(fileMode))
        guard file >= 0 else { throw Failure(code: errno) }
        Foundation.close(file)
    }

    /// Sets the mode of a file or folder.
    public static func setMode(_ mode: UInt32, of path: String) throws(Failure) {
        guard chmod(path, mode_t(mode)) == 0 else { throw Failure(code: errno) }
    }

    /// The folder a path lies in.
    public static func parent(of path: String) -> String {
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        return parent.isEmpty ? "/" : parent
    }
}
