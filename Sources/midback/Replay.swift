import ArgumentParser
import MidbackCore
import MidbackStore
import MidbackStoreSQLite
import MidbackWorkflows

/// A stored decision, computed again.
struct Replay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compute a stored decision again and compare it byte for byte.")

    @Argument(help: "Id of the decision record.")
    var record: String

    @OptionGroup var data: DataStore
    @OptionGroup var source: PackSource

    func run() async throws {
        let database = try data.open()
        let replay = MidbackWorkflows.Replay(try source.engine())
        let outcome = try await replay.verify(recordID: record, in: database.stores.responses)
        try await database.stores.health.close()
        switch outcome {
        case .identical?: print("identical")
        case .different(let byte)?: throw CommandError("different at byte \(byte)")
        case .otherPack(let version, let digest)?:
            throw CommandError("made with content \(version) (\(digest)); name that folder with --content")
        case .otherEngine(let version)?: throw CommandError("made by engine \(version)")
        case .unreadable?: throw CommandError("the record or its answers cannot be read")
        case nil: throw CommandError("no decision with this id")
        }
    }
}
