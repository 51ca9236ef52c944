import GRDB
import MidbackSealing

extension SQLiteDatabase {
    /// - Parameter upTo: last migration to apply, for tests that make an older database.
    static func open(
        folder: String, sealer: Sealer, options: SQLiteOptions, upTo: String?
    ) throws(OpenError) -> SQLiteDatabase {
        let folder = DataFolder(path: folder)
        try folder.prepare()
        do {
            let pool = try DatabasePool(path: folder.database, configuration: configuration(options))
            try makeDurable(pool)
            try migrate(pool, upTo: upTo)
            try pool.writeWithoutTransaction { try KeyProof(sealer: sealer).check($0) }
            return SQLiteDatabase(
                pool: pool, sealer: sealer, erasureFile: ErasureFile(folder: folder.path), options: options)
        } catch let error as OpenError {
            throw error
        } catch let error as DatabaseError {
            throw .databaseUnusable(code: error.extendedResultCode.rawValue)
        } catch {
            throw .databaseUnusable(code: 0)
        }
    }

    private static func configuration(_ options: SQLiteOptions) -> Configuration {
        var configuration = Configuration()
        configuration.label = "midback"
        configuration.maximumReaderCount = options.readers
        configuration.busyMode = .timeout(options.busyTimeout)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA secure_delete = ON")
            // Without it INSERT OR REPLACE would slip past the triggers that guard against deletion.
            try database.execute(sql: "PRAGMA recursive_triggers = ON")
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
            try database.execute(sql: "PRAGMA cell_size_check = ON")
        }
        return configuration
    }

    /// GRDB asks for NORMAL when it turns WAL on, so FULL has to come after it. Readers never write.
    private static func makeDurable(_ pool: DatabasePool) throws {
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    }

    private static func migrate(_ pool: DatabasePool, upTo: String?) throws {
        let migrator = Migrations.migrator()
        guard try !pool.read(migrator.hasBeenSuperseded) else { throw OpenError.newerSchema }
        if let upTo { try migrator.migrate(pool, upTo: upTo) } else { try migrator.migrate(pool) }
    }
}
