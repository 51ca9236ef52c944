import HTTPTypes
import Hummingbird
import NIOCore

/// The network a request comes from: the first 24 bits of an IPv4 address, the first 48 of an IPv6 address.
struct Network: Sendable {
    private let trustedProxies: Set<String>

    init(trustedProxies: Set<String>) { self.trustedProxies = Set(trustedProxies.map { Self.address($0) ?? $0 }) }

    func network(of request: Request, _ context: SiteContext) -> String {
        Self.prefix(of: address(request, context.peer ?? ""))
    }

    private func address(_ request: Request, _ peer: String) -> String {
        let peer = Self.address(peer) ?? peer
        guard trustedProxies.contains(peer), let name = HTTPField.Name("X-Forwarded-For") else { return peer }
        return visitor(request.headers[values: name]) ?? peer
    }

    /// A trusted proxy appends the address it saw; what stands further left, or left of something that is no address,
    /// anybody could have written.
    func visitor(_ headers: [String]) -> String? {
        for entry in headers.flatMap({ $0.split(separator: ",") }).reversed() {
            guard let address = Self.address(entry) else { return nil }
            if !trustedProxies.contains(address) { return address }
        }
        return nil
    }

    /// An IP address in its usual spelling, out of `1.2.3.4`, `1.2.3.4:567`, `::1`, `[::1]` or `[::1]:567`, quoted or
    /// not; `nil` for anything else.
    static func address(_ text: some StringProtocol) -> String? {
        let bare = withoutPort(String(text).filter { !" \t\"".contains($0) })
        guard let bare, let address = try? SocketAddress(ipAddress: bare, port: 0).ipAddress else { return nil }
        let mapped = "::ffff:"
        return address.hasPrefix(mapped) && address.contains(".") ? String(address.dropFirst(mapped.count)) : address
    }

    private static func withoutPort(_ text: String) -> String? {
        if text.hasPrefix("[") {
            let parts = text.dropFirst().split(separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, parts[1].isEmpty || isPort(parts[1]) else { return nil }
            return String(parts[0])
        }
        guard let colon = text.firstIndex(of: ":"), text.lastIndex(of: ":") == colon else { return text }
        return isPort(text[colon...]) ? String(text[..<colon]) : nil
    }

    private static func isPort(_ text: Substring) -> Bool {
        text.first == ":" && UInt16(text.dropFirst()) != nil && text.dropFirst().allSatisfy(\.isNumber)
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
