public import MidbackCore

/// What a device needs to know to put the plan on its home screen (W3C web app manifest).
public struct WebManifest: Hashable, Sendable {
    /// Media type to serve it with.
    public static let contentType = "application/manifest+json"

    /// Language of the names and of the start page.
    public var language: Language

    /// Makes a manifest.
    public init(language: Language) { self.language = language }
}

extension PageRenderer {
    /// The manifest as JSON text; icons are static files.
    public func text(_ manifest: WebManifest) -> String {
        let edition = edition(manifest.language)
        let words = edition.words
        let icons = [icon("icon", "any"), icon("maskable", "maskable")].compactMap { $0 }
        let entries = [
            "\"id\":\"/app\"", "\"name\":\(Self.quoted(words.plain("offline.app-name")))",
            "\"short_name\":\(Self.quoted(words.plain("offline.app-short")))",
            "\"lang\":\"\(manifest.language.rawValue)\"", "\"dir\":\"ltr\"",
            "\"start_url\":\"\(Routes.plan(manifest.language))\"", "\"scope\":\"/\"", "\"display\":\"standalone\"",
            "\"background_color\":\"#f6f5f1\"", "\"theme_color\":\"\(edition.clinic.accent.light.hex)\"",
            "\"icons\":[\(icons.joined(separator: ","))]",
        ]
        return "{" + entries.joined(separator: ",") + "}"
    }

    private func icon(_ stem: String, _ purpose: String) -> String? {
        staticFiles.first { $0.name.hasPrefix(stem + ".") && $0.name.hasSuffix(".svg") }.map {
            "{\"src\":\"\(Routes.asset($0.name))\",\"sizes\":\"any\",\"type\":\"image/svg+xml\","
                + "\"purpose\":\"\(purpose)\"}"
        }
    }

    /// A JSON string. Names hold no control characters: the content check sees to that.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
