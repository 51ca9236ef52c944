import HTTPTypes
import Hummingbird
import NIOCore

/// Takes the body of a request within the limits of size and time, and reads it as a form.
struct FormReader: Sendable {
    let limits: Limits

    /// The form that was posted.
    /// - Throws: `unsupportedType`, `tooLarge` or `timeout`; faults inside the form are part of the result.
    func read(_ request: Request) async throws -> DecodedForm {
        guard isForm(request.headers[.contentType]) else { throw SiteError.unsupportedType }
        if let length = request.headers[.contentLength].flatMap(Int.init), length > limits.formBytes {
            throw SiteError.tooLarge
        }
        let body = try await collect(request.body)
        return FormDecoder(mostFields: limits.formFields).decode(body.readableBytesView)
    }

    /// A body of zero bytes needs no type.
    private func isForm(_ type: String?) -> Bool {
        guard let type else { return true }
        let essence = type.split(separator: ";").first ?? ""
        return essence.lowercased().filter { $0 != " " } == "application/x-www-form-urlencoded"
    }

    /// The server's idle timeout does not see a body that drips, so the whole body has one deadline.
    private func collect(_ body: RequestBody) async throws -> ByteBuffer {
        let (limit, deadline) = (limits.formBytes, limits.bodySeconds)
        return try await withThrowingTaskGroup(of: ByteBuffer.self) { group in
            group.addTask { try await Self.collect(body, upTo: limit) }
            group.addTask {
                try await Task.sleep(for: .seconds(deadline))
                throw SiteError.timeout
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw SiteError.timeout }
            return first
        }
    }

    private static func collect(_ body: RequestBody, upTo limit: Int) async throws -> ByteBuffer {
        var whole = ByteBuffer()
        for try await var part in body {
            guard whole.readableBytes + part.readableBytes <= limit else { throw SiteError.tooLarge }
            whole.writeBuffer(&part)
        }
        return whole
    }
}
