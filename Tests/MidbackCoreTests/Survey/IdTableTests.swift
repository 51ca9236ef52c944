import Testing

@testable import MidbackCore

/// The map of ids must find what a dictionary finds.
@Suite struct IdTableTests {
    @Test func everyItemAndOptionOfTheSurveyIsFound() throws {
        let layout = try RealPack.requireEngine().layout
        for (index, item) in layout.items.enumerated() {
            #expect(layout.item(item.linkId) == index)
            for option in item.options {
                #expect(layout.slot(of: option.code, in: index) == layout.slotByCode[index][option.code])
            }
            #expect(layout.slot(of: "no-such-option", in: index) == nil)
        }
        #expect(layout.item("no-such-item") == nil)
        #expect(layout.item("") == nil)
    }

    @Test func sameIdMeansSomethingElseForAnotherOwner_andTheFirstOfEqualOnesCounts() {
        let table = IdTable([(0, "none", 3), (1, "none", 4), (0, "none", 9)])
        #expect(table.value(owner: 0, "none") == 3)
        #expect(table.value(owner: 1, "none") == 4)
        #expect(table.value(owner: 2, "none") == nil)
    }
}
