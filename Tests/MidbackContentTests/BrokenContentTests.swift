import MidbackContent
import Testing

@Suite struct BrokenContentTests {
    @Test(arguments: BrokenExample.all)
    func brokenContent_isReportedWithItsLine(_ example: BrokenExample) throws {
        let files = try #require(MinimalPack.replacing(example.old, with: example.new, in: example.file))
        let result = PackLoader.load(files: files)
        #expect(result.diagnostics.map(\.description) == example.expected)
        #expect(result.diagnostics.contains { $0.ruleId == example.ruleId })
        #expect((result.pack == nil) == !result.errors.isEmpty)
    }

    @Test func everyValidator_hasABrokenExample() {
        let missing = Set(PackLoader.validatorIds).subtracting(BrokenExample.all.map(\.ruleId))
        #expect(missing.isEmpty)
    }
}
