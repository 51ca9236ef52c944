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

    /// The pack and the plan that belongs to it; a faulty folder prints every fault and ends the program.
    func contents() throws -> (pack: ContentPack, plan: PlanContent) {
        guard let folder else { return (try Self.embeddedPack(), try Self.embeddedPlan()) }
        let result = try PackLoader.load(directory: URL(fileURLWithPath: folder, isDirectory: true))
        result.diagnostics.forEach { Terminal.error("\($0)") }
        guard let pack = result.pack, let plan = result.plan else { throw ExitCode(2) }
        return (pack, try PlanContent(plan))
    }

    /// The pack alone.
    func pack() throws -> ContentPack { folder == nil ? try Self.embeddedPack() : try contents().pack }

    /// The plan alone.
    func plan() throws -> PlanContent { folder == nil ? try Self.embeddedPlan() : try contents().plan }

    private static func embeddedPack() throws -> ContentPack {
        try CompiledPack.decode(try embedded("pack.json"))
    }

    private static func embeddedPlan() throws -> PlanContent {
        try PlanContent(compiled: try embedded("plan.json"))
    }

    private static func embedded(_ name: String) throws -> Data {
        guard let bytes = EmbeddedResources.bytes(name) else {
            throw CommandError("this program was built without content; name a folder with --content")
        }
        return Data(bytes)
    }

    /// The engine of the pack.
    func engine() throws -> Engine { try Engine(try pack()) }
}
