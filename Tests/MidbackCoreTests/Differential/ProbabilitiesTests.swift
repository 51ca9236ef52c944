import Foundation
import Testing

@testable import MidbackCore

/// A table of probabilities reads and writes like an object of numbers by id.
@Suite struct ProbabilitiesTests {
    private let table = Probabilities(byId: ["b": 0.5, "a": 0.25, "c": 0])

    @Test func isWrittenById_andComesBackEqual() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(table)
        #expect(String(decoding: data, as: UTF8.self) == #"{"a":0.25,"b":0.5,"c":0}"#)
        #expect(try JSONDecoder().decode(Probabilities.self, from: data) == table)
    }

    @Test func readsById_andTellsUnknownFromZero() {
        #expect(table["a"] == 0.25)
        #expect(table["c"] == 0)
        #expect(table["d"] == nil)
        #expect(table.positive.ids == ["a", "b"])
        #expect(table.positive != table)
    }

    @Test func oneMoreCause_takesItsPlaceInTheAlphabet() {
        #expect(table.adding("bb", 0.1) == Probabilities(byId: ["a": 0.25, "b": 0.5, "bb": 0.1, "c": 0]))
        #expect(table.adding("z", 0.1).ids.last == "z")
        #expect(Probabilities.none.adding("x", 1).values == [1])
    }

    @Test func tablesOfTheEngine_areInOrder() throws {
        let differential = try RealPack.requireEngine().assess(.strain).differential
        #expect(differential.serious.ids == differential.serious.ids.sorted())
        #expect(differential.benignShares.ids == differential.benignShares.ids.sorted())
        #expect(differential.benignShares.ids.count > 10)
    }
}
