import Foundation
import MidbackSealing
import MidbackStore
import MidbackTestSupport

@testable import MidbackStoreSQLite

/// Every implementation that must keep the promises of `MidbackStore`. A new one is one more case here.
enum Backend: CaseIterable, Sendable {
    case memory
    case sqlite
}

/// Runs `body` on empty stores and removes them afterwards.
func withStores(_ backend: Backend, _ body: (Stores) async throws -> Void) async throws {
    switch backend {
    case .memory: try await body(.inMemory())
    case .sqlite: try await withSQLite { try await body($0.stores) }
    }
}

/// Runs `body` on an empty database in a folder of its own.
func withSQLite(
    options: SQLiteOptions = SQLiteOptions(), _ body: (SQLiteDatabase) async throws -> Void
) async throws {
    try await withFolder { folder in
        let database = try SQLiteDatabase.open(folder: folder, sealer: Samples.sealer, options: options)
        try await body(database)
        try await database.health.close()
    }
}

/// Runs `body` with the path of a folder that does not exist yet, and removes the folder afterwards.
func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("midback-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder.path)
}
