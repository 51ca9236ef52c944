import Foundation
import MidbackContent
import Testing

@Suite struct RealContentTests {
    @Test func realContent_hasNoErrors() throws {
        let result = try PackLoader.load(directory: Repository.content)
        for fault in result.errors { Issue.record("\(fault.description)") }
        #expect(result.pack != nil)
    }

    @Test func realContent_survivesItsCompiledForm() throws {
        guard let pack = try PackLoader.load(directory: Repository.content).pack else { return }
        #expect(try CompiledPack.decode(try CompiledPack.encode(pack)) == pack)
    }
}

/// The repository this file lies in.
enum Repository {
    static let content = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Content")
}
