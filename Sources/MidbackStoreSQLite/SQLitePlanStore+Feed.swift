import GRDB
import MidbackStore

extension SQLitePlanStore {
    func setFeed(id: String, feed: TokenHash) async throws(StoreError) {
        try await database.write(id: id) { database in
            let response = try database.responseKey(id)
            try Self.removeFeed(of: response, in: database)
            try database.run("INSERT INTO plan_feed (response, token_hash) VALUES (?, ?)", [response, feed.blob])
        }
    }

    func revokeFeed(id: String) async throws(StoreError) {
        try await database.write(id: id) { try Self.removeFeed(of: $0.responseKey(id), in: $0) }
    }

    func hasFeed(id: String) async throws(StoreError) -> Bool {
        try await database.read(id: id) { database in
            try database.row("SELECT 1 FROM response JOIN plan_feed ON response = key WHERE id = ?", [id]) != nil
        }
    }

    func find(feed: TokenHash) async throws(StoreError) -> ResponseRecord? {
        try await database.responses.find(
            where: "response.key = (SELECT response FROM plan_feed WHERE token_hash = ?)", feed.blob)
    }

    private static func removeFeed(of response: Int64, in database: Database) throws {
        try database.run("DELETE FROM plan_feed WHERE response = ?", [response])
    }
}
