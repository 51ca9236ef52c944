/// Every route with its methods, so that a wrong method gets 405 and not 404.
struct RouteTable: Sendable {
    private var methodsByPattern: [[Substring]: [String]] = [:]

    /// Notes a route; `{name}` stands for one part of the path.
    mutating func add(_ pattern: String, _ method: String) {
        methodsByPattern[pattern.split(separator: "/"), default: []].append(method)
    }

    /// Methods of the route that a path matches; empty when there is none.
    func methods(for path: String) -> [String] {
        let parts = path.split(separator: "/")
        for (pattern, methods) in methodsByPattern where Self.matches(pattern, parts) {
            return (methods.contains("GET") ? methods + ["HEAD"] : methods).sorted()
        }
        return []
    }

    private static func matches(_ pattern: [Substring], _ parts: [Substring]) -> Bool {
        pattern.count == parts.count && zip(pattern, parts).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
    }
}
