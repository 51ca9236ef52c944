import Foundation
import MidbackContent
import MidbackCore
import Testing

@Suite struct PackLoaderTests {
    @Test func minimalPack_hasNoFaults() throws {
        let result = PackLoader.load(files: MinimalPack.files)
        #expect(result.diagnostics.map(\.description) == [])
        #expect(try #require(result.pack).digest.count == 64)
    }

    @Test func list_getsItsImplicitRowsInOrder() throws {
        let list = try item("gate-now")
        #expect(list.options.map(\.code) == ["chest-tight", "very-ill", "rather-not-say", "none", "not-sure"])
        #expect(list.options.filter(\.isExclusive).map(\.code) == ["none"])
    }

    @Test func listWithNotSure_isFollowedByItsClarifyingList() throws {
        let items = try pack().questionnaire.items
        #expect(items.prefix(2).map(\.linkId) == ["gate-now", "gate-now-unsure"])
        let unsure = items[1]
        #expect(unsure.enableWhen == "gate-now=not-sure")
        #expect(unsure.unsureOf == "gate-now" && unsure.isGate && unsure.requirement == .yes)
        #expect(unsure.options.map(\.text.en) == ["A weight on my chest", "I cannot get up", "None after all"])
    }

    @Test func noneRow_takesItsOwnWords() throws {
        #expect(try item("worse-moves").option("none")?.text.en == "Nothing does")
    }

    @Test func yesNoItem_getsThreeOptions() throws {
        #expect(try item("extra-2").options.map(\.code) == ["yes", "no", "not-sure"])
    }

    @Test func givenFindings_followTheKindOfTheFinding() throws {
        let given = try pack().rules[0].cases[0].given
        #expect(given == FindingSet(values: ["chest-tight": ["yes"]], numbers: ["age-years": 60]))
    }

    @Test func benignFileWithModelOnly_describesNoCause() throws {
        var files = MinimalPack.files
        files.append(
            ContentFile(
                path: "causes/benign/heart-attack.yaml",
                text: "id: heart-attack\nmodel: {priorPercent: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], likelihoods: {}}"))
        let pack = try #require(PackLoader.load(files: files).pack)
        #expect(pack.causes.map(\.id) == ["heart-attack", "muscle-strain"])
        #expect(pack.benignModel.classes.map(\.id) == ["heart-attack", "muscle-strain"])
    }

    @Test func fileThatNothingReads_isAFault() {
        let stray = ContentFile(path: "redflag/01-heart.yaml", text: "rules: []")
        let result = PackLoader.load(files: MinimalPack.files + [stray])
        #expect(
            result.diagnostics.map(\.description) == [
                "redflag/01-heart.yaml:1: error: no part of the pack reads this file"
            ])
    }

    @Test func textsOfExercises_areCheckedToo() {
        let exercise = ContentFile(
            path: "exercises/bridge.yaml",
            text: "id: bridge\nsteps:\n  - {en: Lift your hips.}\nname: {en: Bridge, es: Puente}")
        let result = PackLoader.load(files: MinimalPack.files + [exercise])
        #expect(
            result.diagnostics.map(\.description) == [
                "exercises/bridge.yaml:3: error: the Spanish wording (es) is missing"
            ])
    }

    @Test func casesOfWholePatients_comeBesideThePack() {
        let cases = PackLoader.load(files: MinimalPack.files).cases
        #expect(cases.findings.map(\.mustFire) == ["RF-1", nil])
        #expect(cases.benign.first?.top == [BenignCase.Share(cause: "muscle-strain", share: 1)])
    }

    @Test func missingFile_isAFault() {
        let result = PackLoader.load(files: MinimalPack.files.filter { $0.path != "redflags/conflicts.yaml" })
        #expect(result.diagnostics.map(\.description) == ["redflags/conflicts.yaml:1: error: this file is missing"])
    }

    @Test func faultsInSeveralFiles_areReportedAtOnceInOrder() throws {
        var files = try #require(MinimalPack.replacing("id: minimal", with: "name: minimal", in: "pack.yaml"))
        files.removeAll { $0.path == "sources.yaml" }
        files.append(ContentFile(path: "sources.yaml", text: "sources: [\n"))
        let lines = PackLoader.load(files: files).diagnostics.map { "\($0.file):\($0.line)" }
        #expect(lines == ["pack.yaml:1", "pack.yaml:1", "sources.yaml:2"])
    }

    @Test func folderThatDoesNotExist_throws() {
        let folder = URL(filePath: "/nowhere/midback")
        #expect(throws: ContentError.folderUnreadable("/nowhere/midback")) { try PackLoader.load(directory: folder) }
    }

    private func pack() throws -> ContentPack { try #require(PackLoader.load(files: MinimalPack.files).pack) }

    private func item(_ linkId: String) throws -> Item {
        try #require(try pack().questionnaire.items.first { $0.linkId == linkId })
    }
}
