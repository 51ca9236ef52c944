import HTTPTypes
import Hummingbird
import HummingbirdTesting
import MidbackCore
import NIOCore
import Synchronization
import Testing

/// What a browser without scripts does: keeps its cookie, sends forms with what the page put into them.
final class Browser: Sendable {
    private let client: any TestClientProtocol
    private let jar = Mutex<[String: String]>([:])

    init(_ client: any TestClientProtocol) { self.client = client }

    var cookies: [String: String] { jar.withLock { $0 } }

    func setCookie(_ name: String, _ value: String?) { jar.withLock { $0[name] = value } }

    @discardableResult
    func get(_ path: String, headers: [String: String] = [:]) async throws -> Answer {
        try await send(path, .get, headers, nil)
    }

    /// Posts a form the way a browser does: same origin, URL-encoded.
    @discardableResult
    func post(
        _ path: String, _ form: [String: [String]], headers: [String: String] = ["Sec-Fetch-Site": "same-origin"]
    ) async throws -> Answer {
        try await post(path, raw: Self.encode(form), headers: headers)
    }

    @discardableResult
    func post(
        _ path: String, raw: String, headers: [String: String] = ["Sec-Fetch-Site": "same-origin"]
    ) async throws -> Answer {
        try await post(path, bytes: Array(raw.utf8), headers: headers)
    }

    @discardableResult
    func post(
        _ path: String, bytes: [UInt8], headers: [String: String] = ["Sec-Fetch-Site": "same-origin"]
    ) async throws -> Answer {
        let type = ["Content-Type": "application/x-www-form-urlencoded"]
        return try await send(path, .post, type.merging(headers) { _, given in given }, ByteBuffer(bytes: bytes))
    }

    func send(
        _ path: String, _ method: HTTPRequest.Method, _ headers: [String: String], _ body: ByteBuffer?
    ) async throws -> Answer {
        var fields = HTTPFields()
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        let cookies = cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
        if !cookies.isEmpty { fields[.cookie] = cookies }
        let response = try await client.execute(uri: path, method: method, headers: fields, body: body)
        keepCookies(response.headers[values: .setCookie])
        return Answer(path: path, response: response)
    }

    private func keepCookies(_ headers: [String]) {
        for header in headers {
            let pair = header.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            jar.withLock { $0[String(pair[0])] = header.contains("Max-Age=0") ? nil : String(pair[1]) }
        }
    }

    /// GETs what a redirect leads to, within the site.
    func follow(_ answer: Answer) async throws -> Answer {
        var answer = answer
        for _ in 0..<5 {
            guard let location = answer.location, location.hasPrefix("/") else { return answer }
            answer = try await get(location)
        }
        return answer
    }

    private static func encode(_ form: [String: [String]]) -> String {
        form.sorted { $0.key < $1.key }
            .flatMap { name, values in values.map { "\(escape(name))=\(escape($0))" } }.joined(separator: "&")
    }

    static func escape(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            let hex = String(byte, radix: 16, uppercase: true)
            return isPlain || byte == 45 || byte == 95
                ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + hex
        }.joined()
    }
}

/// One answer of the server.
struct Answer: Sendable {
    let path: String
    let response: TestResponse

    var status: Int { response.status.code }
    var text: String { String(buffer: response.body) }
    var location: String? { response.headers[.location] }
    var title: String { text.firstMatch(of: /<title>([^<]*)<\/title>/).map { String($0.1) } ?? "" }
    var heading: String { text.firstMatch(of: /<h1[^>]*>([^<]*)/).map { String($0.1) } ?? "" }

    func header(_ name: String) -> String? {
        HTTPField.Name(name).flatMap { name in
            let values = response.headers[values: name]
            return values.isEmpty ? nil : values.joined(separator: ", ")
        }
    }

    /// Hidden fields of the page's forms: `_token`, `_version`.
    func hidden(_ name: String) -> String? {
        for match in text.matches(of: /<input[^>]*>/) where match.0.contains("name=\"\(name)\"") {
            if let value = match.0.firstMatch(of: /value="([^"]*)"/) { return String(value.1) }
        }
        return nil
    }
}
