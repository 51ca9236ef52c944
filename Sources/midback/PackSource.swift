import ArgumentParser
import Foundation
import MidbackContent
import MidbackCore
import MidbackPages

/// Where the content comes from: the pack in the binary, or a folder an author is working on.
struct PackSource: ParsableArguments {
    @ArgumentParser.Option(
        name: .customLong("content"), help: "Content folder to use instead of the pack in the program.",
        completion: .directory)
    var folder: String?

    /// The pack; a faulty folder prints every fault and ends the program.
    func pack() throws -> ContentPack {
        guard let folder else { return try Self.embedded() }
        let result = try PackLoader.load(directory: URL(fileURLWithPath: folder, isDirectory: true))
        result.diagnostics.forEach { Terminal.error("\($0)") }
        guard let pack = result.pack else { throw ExitCode(2) }
        return pack
    }

    private static func embedded() throws -> ContentPack {
        guard let bytes = EmbeddedResources.bytes("pack.json") else {
            throw CommandError("this program was built without content; name a folder with --content")
        }
        return try CompiledPack.decode(Data(bytes))
    }

    /// The engine of the pack.
    func engine() throws -> Engine { try Engine(try pack()) }
}
