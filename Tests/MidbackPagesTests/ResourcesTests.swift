import Foundation
import MidbackPages
import Testing

struct ResourcesTests {
    @Test
    func everyTemplateAndPublicFile_isEmbeddedAsItIs() throws {
        for folder in ["Templates", "Public"] {
            let url = Fixture.root.appendingPathComponent("Sources/MidbackPages/\(folder)")
            for name in try FileManager.default.contentsOfDirectory(atPath: url.path) where !name.hasPrefix(".") {
                let bytes = try #require(EmbeddedResources.bytes("\(folder)/\(name)"), "\(name)")
                let file = try Data(contentsOf: url.appendingPathComponent(name))
                #expect(Array(file) == Array(bytes), "\(name)")
            }
        }
    }

    @Test
    func staticFiles_carryTheHashOfTheirContent() throws {
        let files = try Fixture.states().renderer.staticFiles
        #expect(Set(files.map(\.name)).count == files.count)
        #expect(files.allSatisfy { !$0.name.all("^[a-z-]+\\.[0-9a-f]{16}\\.(css|js|svg)$").isEmpty })
        #expect(files.allSatisfy { !$0.bytes.isEmpty && $0.contentType != "application/octet-stream" })
    }

    @Test
    func clinicsColour_isInTheStyleSheet() throws {
        var clinic = ClinicInfo.demo
        clinic.accent = try #require(Accent(hex: "#7a1fa2"))
        let files = try PageRenderer(pack: try Fixture.pack(), plan: try Fixture.plan(), clinic: clinic).staticFiles
        let css = try #require(files.first { $0.name.hasSuffix(".css") })
        #expect(String(decoding: css.bytes, as: UTF8.self).hasPrefix(":root{--accent:#7a1fa2"))
    }
}
