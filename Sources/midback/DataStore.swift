import ArgumentParser
import Foundation
import MidbackSealing
import MidbackStoreSQLite

/// Where surveys are kept, and the keys that seal them.
struct DataStore: ParsableArguments {
    @ArgumentParser.Option(name: .customLong("data"), help: "Folder of the database.", completion: .directory)
    var folder = "data"

    @ArgumentParser.Option(
        name: [.customLong("key-file"), .customLong("key")],
        help: """
            Key file; else the one in the environment variable MIDBACK_KEY_FILE, else keys/midback.keys in the data \
            folder. Keep it out of backups.
            """,
        completion: .file())
    var keyFile: String?

    /// Opens the database; the first start makes the folder and the key file.
    func open() throws -> SQLiteDatabase {
        let path = keyPath
        do {
            let keys = try KeyFile.loadOrCreate(
                at: path, databaseExists: SQLiteDatabase.exists(inFolder: folder), now: Date())
            return try SQLiteDatabase.open(folder: folder, sealer: Sealer(keys: keys))
        } catch let error as OpenError {
            throw CommandError("cannot open the data in '\(folder)': " + Self.sentence(error, folder, path))
        } catch let error as SealingError {
            throw CommandError("cannot open the data in '\(folder)': " + Self.sentence(error, path))
        } catch {
            throw CommandError("cannot open the data in '\(folder)': \(error)")
        }
    }

    /// Where the keys are looked for.
    var keyPath: String {
        let named = ProcessInfo.processInfo.environment["MIDBACK_KEY_FILE"].flatMap { $0.isEmpty ? nil : $0 }
        return keyFile ?? named ?? folder + "/keys/midback.keys"
    }

    /// A copy of the data folder holds the keys too.
    var keepsKeyWithData: Bool {
        func whole(_ path: String) -> String {
            URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
        }
        return whole(keyPath).hasPrefix(whole(folder) + "/")
    }

    /// Erases again what a restored backup brought back.
    static func reapplyErasures(in database: SQLiteDatabase) async throws -> Int {
        do {
            return try await database.reapplyErasures()
        } catch {
            throw CommandError("cannot compare the database with \(ErasureFile.name): check its owner and the disk")
        }
    }

    private static func sentence(_ error: OpenError, _ folder: String, _ path: String) -> String {
        switch error {
        case .folderTooOpen(let mode):
            "other users may look into it (mode \(String(mode & 0o777, radix: 8))). Run: chmod 700 '\(folder)'"
        case .folderUnusable(let code):
            "the folder or a file in it cannot be made (error \(code)). Check its owner and the room on the disk."
        case .newerSchema: "a later version of Midback has written it. Use that version or a later one."
        case .databaseUnusable(let code):
            "the database is damaged, or another Midback is running on it (SQLite \(code))."
        case .wrongKeys(let error): sentence(error, path)
        }
    }

    private static func sentence(_ error: SealingError, _ path: String) -> String {
        switch error {
        case .keyFileMissing:
            "its key file '\(path)' is missing. Put it back, or name it with --key-file. Without the key nothing in the "
                + "database can be read."
        case .keyFileTooOpen(let mode):
            "other users may read the key file (mode \(String(mode & 0o777, radix: 8))). Run: chmod 600 '\(path)'"
        case .keyFileUnreadable: "the key file '\(path)' cannot be read. Check its owner."
        case .keyFileUnwritable: "the key file '\(path)' cannot be written. Check owner and room on the disk."
        case .keyFileMalformed(let line):
            line == 0 ? "the key file '\(path)' has no key." : "line \(line) of the key file '\(path)' is not a key."
        case .unknownKey(let id): "it was sealed with key '\(id)', which is not in '\(path)'."
        case .notSealed, .tampered: "what is stored was changed by somebody, or belongs to another key file."
        }
    }
}
