import HTTPTypes
import Hummingbird

/// Which hosts and origins are this site.
struct SiteOrigin: Sendable {
    /// Configured address, or `nil` to take the name the browser used.
    private let configured: String?
    private let scheme: String

    init(_ configuration: ServerConfiguration) {
        configured = configuration.origin.map(Self.normalized)
        scheme = configuration.tls == nil ? "http" : "https"
    }

    /// Whether the request names this site. Without a configured origin any name is accepted that cannot be a
    /// stranger's domain pointed at this machine (DNS rebinding): IP addresses, `localhost`, names without a dot,
    /// `.local` names.
    func accepts(host: String?) -> Bool {
        guard let host, !host.isEmpty, host.utf8.count <= 255, host.allSatisfy(Self.mayBeInAHost) else { return false }
        if let configured { return Self.normalized("\(Self.scheme(of: configured))://\(host)") == configured }
        let name = Self.name(host)
        return name == "localhost" || Self.isAddress(name) || (!name.contains(".") && !name.isEmpty)
            || name.hasSuffix(".local")
    }

    /// The origin that forms of this request must come from.
    func expected(host: String?) -> String { configured ?? Self.normalized("\(scheme)://\(host ?? "")") }

    /// Origin of a `Referer`, or of any address; `nil` when it is none.
    static func origin(of address: String) -> String? {
        guard let range = address.firstRange(of: "://") else { return nil }
        let authority = address[range.upperBound...].prefix { !"/?#".contains($0) }
        return normalized("\(address[..<range.lowerBound])://\(authority)")
    }

    private static func mayBeInAHost(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || ".-:[]_".contains(character))
    }

    private static func scheme(of origin: String) -> Substring { origin.prefix { $0 != ":" } }

    /// Lower case, without path, without the port that the scheme implies.
    static func normalized(_ origin: String) -> String {
        var text = origin.lowercased()
        while text.hasSuffix("/") { text.removeLast() }
        if text.hasPrefix("http://"), text.hasSuffix(":80") { text.removeLast(3) }
        if text.hasPrefix("https://"), text.hasSuffix(":443") { text.removeLast(4) }
        return text
    }

    /// Host without port, IPv6 without brackets.
    private static func name(_ host: String) -> String {
        if host.hasPrefix("[") { return String(host.dropFirst().prefix { $0 != "]" }) }
        return String(host.prefix { $0 != ":" }).lowercased()
    }

    private static func isAddress(_ name: String) -> Bool {
        if name.contains(":") { return name.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." } }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }
}
