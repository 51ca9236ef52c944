import Foundation
import MidbackCore
import MidbackPages
import Yams

/// Reads a clinic's facts from a YAML file.
///
/// ```yaml
/// name: Hill Street Spine
/// telephone: (201) 555-0100
/// accent: "#0b6163"
/// country: US
/// profile: reviewed            # education | reviewed | direct
/// neutralExit: https://www.weather.gov/
/// timeZone: America/New_York
/// email: care@example.org
/// languages: [en, es]
/// locations:
///   - name: Hill Street
///     address: [1 Hill Street, Totowa NJ]
///     telephone: (201) 555-0100
///     hours: [{en: "Mon-Fri 8-18", es: "Lun-vie 8-18"}]
/// ```
struct ClinicFile: Decodable {
    struct Location: Decodable {
        var name: String
        var address: [String]?
        var telephone: String
        var hours: [LocalizedText]?
    }

    var name: String
    var telephone: String
    var accent: String?
    var country: String?
    var profile: ClinicInfo.Profile?
    var neutralExit: String?
    var timeZone: String?
    var email: String?
    var languages: [Language]?
    var locations: [Location]

    /// The clinic in a file.
    static func read(_ path: String) throws -> ClinicInfo {
        let text = String(decoding: try Input.all(path), as: UTF8.self)
        let file: ClinicFile
        do { file = try YAMLDecoder().decode(ClinicFile.self, from: text) } catch {
            throw CommandError("\(path): \(error)")
        }
        return try file.clinic(path)
    }

    private func clinic(_ path: String) throws -> ClinicInfo {
        guard let color = accent.map({ Accent(hex: $0) }) ?? .standard else {
            throw CommandError("\(path): 'accent' must be a colour such as \"#0b6163\"")
        }
        guard TimeZone(identifier: timeZone ?? "America/New_York") != nil else {
            throw CommandError("\(path): 'timeZone' must be a name such as America/New_York")
        }
        guard profile != .direct else {
            throw CommandError(
                "\(path): profile 'direct' needs a passed preflight, which this version cannot run; use 'reviewed'")
        }
        return ClinicInfo(
            name: name, telephone: telephone,
            locations: locations.map {
                .init(name: $0.name, addressLines: $0.address ?? [], telephone: $0.telephone, hours: $0.hours ?? [])
            },
            accent: color, country: country ?? "US", neutralExitURL: neutralExit ?? "https://www.weather.gov/",
            languages: languages ?? Language.allCases, profile: profile ?? .reviewed,
            timeZone: timeZone ?? "America/New_York", email: email)
    }
}
