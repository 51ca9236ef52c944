import HTTPTypes
import Hummingbird
import MidbackCore

/// Which language a request is answered in: the one in its path, else the one the browser prefers.
struct LanguageChoice: Sendable {
    /// Languages the clinic offers; the first is the default.
    let offered: [Language]

    private var standard: Language { offered.first ?? .en }

    /// Language of the page a request asks for.
    func language(of request: Request) -> Language {
        let first = request.uri.path.split(separator: "/").first.map(String.init) ?? ""
        return offered.first { $0.rawValue == first } ?? preferred(request.headers[.acceptLanguage])
    }

    /// The best offered language of an `Accept-Language` header (RFC 9110 section 12.5.4), else the default.
    func preferred(_ header: String?) -> Language {
        guard let header, header.utf8.count <= 1_000 else { return standard }
        var best: (language: Language, quality: Double)?
        for part in header.split(separator: ",") {
            let fields = part.split(separator: ";").map { $0.filter { $0 != " " } }
            guard let tag = fields.first?.lowercased(), let language = match(tag) else { continue }
            let quality = fields.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            if quality > best?.quality ?? 0 { best = (language, quality) }
        }
        return best?.language ?? standard
    }

    private func match(_ tag: String) -> Language? {
        if tag == "*" { return standard }
        return offered.first { tag == $0.rawValue || tag.hasPrefix("\($0.rawValue)-") }
    }
}
