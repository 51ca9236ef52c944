import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// An error for programs.
/// - Source: RFC 9457
struct Problem: Sendable {
    private struct Members: Encodable {
        var type: String
        var title: String
        var status: Int
        var instance: String
    }

    private let error: SiteError
    private let reference: String

    init(_ error: SiteError, reference: String) {
        self.error = error
        self.reference = reference
    }

    /// Programs say that they read JSON; browsers never do.
    static func isWanted(_ request: Request) -> Bool {
        let accepted = request.headers[.accept] ?? ""
        return accepted.contains("application/problem+json") || accepted.contains("application/json")
    }

    var response: Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let members = Members(
            type: "urn:midback:problem:\(name)", title: error.status.reasonPhrase, status: error.status.code,
            instance: reference)
        let body = (try? encoder.encode(members)) ?? Data()
        var response = Response(
            status: error.status, headers: [.contentType: "application/problem+json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
        for field in error.headers { response.headers.append(field) }
        return response
    }

    /// What happened inside of us is for the log only.
    private var name: String {
        if case .unavailable = error { "unavailable" } else { error.code }
    }
}
