import HTTPTypes
import Hummingbird
import MidbackWorkflows

/// The visitor's cookie: ends with the browser session, is not readable by scripts, and goes to no other host.
struct VisitorCookie: Sendable {
    private let isSecure: Bool

    /// - Parameter isSecure: browsers come over HTTPS. Without it the `__Host-` prefix and `Secure` are left out,
    ///   because
    ///   browsers refuse them on plain HTTP; that is for the demo on one's own machine only.
    init(isSecure: Bool) { self.isSecure = isSecure }

    var name: String { isSecure ? "__Host-mb_p" : "mb_p" }

    private var attributes: String { "; Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "") }

    /// The session of a request; `nil` when there is none or it cannot be one.
    func session(_ request: Request) -> SessionToken? {
        // Two cookies of one name mean that somebody else planted one: neither is believed.
        let given = request.headers[values: .cookie].flatMap { $0.split(separator: ";") }
            .map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("\(name)=") }
        guard given.count == 1, let pair = given.first else { return nil }
        return SessionToken(pair.dropFirst(name.utf8.count + 1))
    }

    func set(_ session: SessionToken, on response: inout Response) {
        response.headers[values: .setCookie] += ["\(name)=\(session.text)\(attributes)"]
    }

    func clear(on response: inout Response) {
        response.headers[values: .setCookie] += ["\(name)=; Max-Age=0\(attributes)"]
    }

    /// Takes the cookie away and asks the browser to drop what it remembers of this site.
    func forget(on response: inout Response) {
        clear(on: &response)
        if let name = HTTPField.Name("Clear-Site-Data") {
            response.headers[name] = "\"cache\", \"cookies\", \"storage\""
        }
    }
}
