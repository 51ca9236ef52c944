import HTTPTypes
import Hummingbird

/// The network a request comes from: the first 24 bits of an IPv4 address, the first 48 of an IPv6 address.
struct Network: Sendable {
    let trustedProxies: Set<String>

    func network(of request: Request, _ context: SiteContext) -> String {
        Self.prefix(of: address(request, context.peer ?? ""))
    }

    /// A trusted proxy appends the address it saw; what stands further left anybody could have written.
    private func address(_ request: Request, _ peer: String) -> String {
        guard trustedProxies.contains(peer), let name = HTTPField.Name("X-Forwarded-For") else { return peer }
        var listed: [String] = []
        for value in request.headers[values: name] {
            listed += value.split(separator: ",").map { part in part.filter { $0 != " " } }
        }
        return listed.last { !trustedProxies.contains($0) } ?? peer
    }

    static func prefix(of address: String) -> String {
        if address.contains(":") { return prefix6(address.lowercased()) }
        return address.split(separator: ".").prefix(3).joined(separator: ".")
    }

    private static func prefix6(_ address: String) -> String {
        if address.hasPrefix("::ffff:"), address.contains(".") { return prefix(of: String(address.dropFirst(7))) }
        let head = address.firstRange(of: "::").map { address[..<$0.lowerBound] } ?? address[...]
        let groups = head.split(separator: ":").prefix(3)
        return (groups + Array(repeating: "0", count: 3 - groups.count)).joined(separator: ":")
    }
}
