import Foundation
import MidbackSealing

/// The folder of the database: mode 0700, files 0600.
struct DataFolder {
    static let databaseName = "midback.sqlite"
    /// Where the key file lies unless it is put elsewhere.
    static let keysName = "keys"

    let path: String

    var database: String { URL(fileURLWithPath: path).appendingPathComponent(Self.databaseName).path }

    /// Makes what is missing. SQLite gives its side files the mode of the database, so that one is made here.
    func prepare() throws(OpenError) {
        do {
            try PrivateFiles.makeFolder(path)
            try tightenIfEmpty()
            try refuseIfOpen()
            try PrivateFiles.makeFile(database)
            try tightenFiles()
        } catch let error as OpenError {
            throw error
        } catch let error as PrivateFiles.Failure {
            throw .folderUnusable(code: error.code)
        } catch {
            throw .folderUnusable(code: 0)
        }
    }

    /// A fresh empty folder is ours to close; a folder with other things in it may be shared on purpose. The keys may
    /// lie in it already, because they are made before the database.
    private func tightenIfEmpty() throws {
        let others = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0 != Self.keysName }
        guard others.isEmpty else { return }
        try PrivateFiles.setMode(PrivateFiles.folderMode, of: path)
    }

    private func refuseIfOpen() throws {
        guard let mode = PrivateFiles.mode(of: path) else { throw OpenError.folderUnusable(code: ENOENT) }
        guard !PrivateFiles.isOpenToOthers(mode) else { throw OpenError.folderTooOpen(mode: mode) }
    }

    /// A restored copy may have come with wider modes.
    private func tightenFiles() throws {
        for file in [database, database + "-wal", database + "-shm"] where PrivateFiles.mode(of: file) != nil {
            try PrivateFiles.setMode(PrivateFiles.fileMode, of: file)
        }
    }
}
