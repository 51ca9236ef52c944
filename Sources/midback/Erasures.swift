import ArgumentParser
import Foundation
import MidbackStore
import MidbackStoreSQLite

/// Erasures on request, after a database was put back from a backup.
struct Erasures: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List erasures on request, or apply them again after a restore.",
        discussion: """
            Each erasure on request is kept as the hash of a random id and a time, in the database and in the file
            erasures.ledger of the data folder. A database from a backup may hold people who were erased after it was
            made. Stop the server before you use these commands.
            """,
        subcommands: [List.self, Reapply.self])

    /// Prints the ledger.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print all erasures, one a line: hash of the id, milliseconds since 1970.")

        @OptionGroup var data: DataStore

        func run() async throws {
            let database = try data.open()
            let erasures = try await database.stores.erasures.erasures(since: nil)
            try await database.stores.health.close()
            Terminal.write(Array(erasures.map { ErasureFile.line(of: $0) + "\n" }.joined().utf8))
        }
    }

    /// Erases again.
    struct Reapply: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Erase again what a restored backup brought back.",
            discussion: """
                Without FILE the erasures.ledger of the data folder is applied; `serve` does the same at each start.
                With FILE, an erasures.ledger or the output of `list` from another copy is applied as well.
                """)

        @Argument(help: "Further list of erasures.", completion: .file())
        var file: String?

        @OptionGroup var data: DataStore

        func run() async throws {
            let further = try file.map(Self.read) ?? []
            let database = try data.open()
            var count = try await DataStore.reapplyErasures(in: database)
            if !further.isEmpty {
                count += try await database.stores.erasures.reapply(further)
                // The file learns what only the database knows now.
                count += try await DataStore.reapplyErasures(in: database)
            }
            try await database.stores.health.close()
            print(count == 1 ? "1 survey was erased again" : "\(count) surveys were erased again")
        }

        private static func read(_ path: String) throws -> [Erasure] {
            guard FileManager.default.fileExists(atPath: path), let found = try? ErasureFile(path: path).read() else {
                throw CommandError("cannot read '\(path)'")
            }
            guard !found.isEmpty else { throw CommandError("'\(path)' lists no erasures") }
            return found
        }
    }
}
