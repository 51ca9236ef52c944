import GRDB

/// One change of the schema. What is released is never edited; a later change gets a file of its own.
struct Migration: Sendable {
    let name: String
    let statements: [String]
}

/// All changes of the schema in order.
enum Migrations {
    static let all: [Migration] = [
        .responses, .idempotency, .erasureLedger, .plans, .linkSessions, .purgeClock,
    ]

    static func migrator() -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for migration in all {
            migrator.registerMigration(migration.name) { database in
                for statement in migration.statements { try database.execute(sql: statement) }
            }
        }
        return migrator
    }
}
