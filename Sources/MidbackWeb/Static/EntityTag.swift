/// Compares entity tags.
/// - Source: RFC 9110 section 13.1.2.
enum EntityTag {
    /// Whether `If-None-Match` names this strong tag; a weak form of it counts too.
    static func matches(_ header: String?, _ tag: String) -> Bool {
        guard let header else { return false }
        if header == "*" { return true }
        return header.split(separator: ",").contains { part in
            let candidate = part.filter { $0 != " " }
            return candidate == tag || candidate == "W/\(tag)"
        }
    }
}
