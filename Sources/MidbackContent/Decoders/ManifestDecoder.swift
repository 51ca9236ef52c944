import MidbackCore

/// Reads `pack.yaml`.
enum ManifestDecoder {
    static func decode(_ reader: NodeReader) -> PackParts.Manifest {
        checkLanguages(reader)
        return PackParts.Manifest(
            id: reader.string("id"), version: version(reader), evidenceCutOff: day(reader),
            reviewers: reader.strings("reviewers", isRequired: true))
    }

    private static func version(_ reader: NodeReader) -> String {
        let version = reader.string("version")
        if reader.has("version"), !version.isSemanticVersion {
            reader.reportType("version", "MAJOR.MINOR.PATCH", at: reader.place(of: "version"))
        }
        return version
    }

    private static func day(_ reader: NodeReader) -> String {
        let day = reader.string("evidenceCutOff")
        if reader.has("evidenceCutOff"), day.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) == nil {
            reader.reportType("evidenceCutOff", "a day (yyyy-mm-dd)", at: reader.place(of: "evidenceCutOff"))
        }
        return day
    }

    private static func checkLanguages(_ reader: NodeReader) {
        let languages = reader.strings("languages", isRequired: true)
        if reader.has("languages"), Set(languages) != Set(Language.allCases.map(\.rawValue)) {
            reader.reportType("languages", "exactly en and es", at: reader.place(of: "languages"))
        }
    }
}

extension String {
    fileprivate var isSemanticVersion: Bool { wholeMatch(of: /\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?/) != nil }
}
