import ArgumentParser
import Foundation
import MidbackSealing
import MidbackStoreSQLite

/// Where surveys are kept, and the keys that seal them.
struct DataStore: ParsableArguments {
    @ArgumentParser.Option(name: .customLong("data"), help: "Folder of the database.", completion: .directory)
    var folder = "data"

    @ArgumentParser.Option(
        help: "Key file; by default keys/midback.keys in the data folder. Keep it out of backups.",
        completion: .file())
    var keyFile: String?

    /// Opens the database; the first start makes the folder and the key file.
    func open() throws -> SQLiteDatabase {
        let path = keyFile ?? folder + "/keys/midback.keys"
        do {
            let keys = try KeyFile.loadOrCreate(
                at: path, databaseExists: SQLiteDatabase.exists(inFolder: folder), now: Date())
            return try SQLiteDatabase.open(folder: folder, sealer: Sealer(keys: keys))
        } catch let error as SealingError where error == .keyFileMissing {
            throw CommandError(
                "the database in '\(folder)' needs its key file '\(path)', which is missing. Put it back, or name it with "
                    + "--key-file. Without the key nothing in the database can be read.")
        } catch {
            throw CommandError("cannot open the data in '\(folder)': \(error)")
        }
    }
}
