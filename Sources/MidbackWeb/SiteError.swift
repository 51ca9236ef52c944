import HTTPTypes
import Logging
import MidbackPages
import MidbackWorkflows

/// Why a request gets an error page. Each case knows its status, its page, and how loudly it is logged.
enum SiteError: Error, Hashable, Sendable {
    /// The request cannot be understood.
    case badRequest
    /// A body that is not a form.
    case unsupportedType
    /// A body over the limit.
    case tooLarge
    /// A body that did not arrive in time.
    case timeout
    /// The request comes from another site, or names another host.
    case foreign
    /// The form belongs to no survey of this browser any more.
    case formExpired
    /// No such page.
    case notFound
    /// The page exists, but not for this method.
    case wrongMethod(allowed: [String])
    /// Too many requests; seconds to wait.
    case tooMany(retryAfter: Int)
    /// Somebody else, often another window, was faster; nothing of this request was stored.
    case changedElsewhere
    /// The survey holds as much as one may hold; nothing of this request was stored.
    case full
    /// Engine or store cannot serve now; the code is for the log.
    case unavailable(code: String)

    /// In the words of this room.
    init(_ error: IntakeError) {
        switch error {
        case .gone: self = .formExpired
        case .changedMeanwhile: self = .changedElsewhere
        case .tooMany: self = .full
        case .unavailable(let code): self = .unavailable(code: "store-\(code)")
        case .unreadable: self = .unavailable(code: "store-unreadable")
        }
    }

    var status: HTTPResponse.Status {
        switch self {
        case .badRequest: .badRequest
        case .unsupportedType: .unsupportedMediaType
        case .tooLarge: .contentTooLarge
        case .timeout: .requestTimeout
        case .foreign, .formExpired: .forbidden
        case .notFound: .notFound
        case .wrongMethod: .methodNotAllowed
        case .tooMany: .tooManyRequests
        case .changedElsewhere: .conflict
        case .full: .contentTooLarge
        case .unavailable: .serviceUnavailable
        }
    }

    var page: ErrorPage.Kind {
        switch self {
        case .badRequest, .unsupportedType, .tooLarge, .timeout: .badRequest
        case .foreign, .formExpired: .formExpired
        case .notFound, .wrongMethod: .notFound
        case .tooMany: .tooManyRequests
        case .changedElsewhere: .changedElsewhere
        case .full: .full
        // Fixed safety advice and the clinic's telephone, never a result (`standards.md` 5.4).
        case .unavailable: .failure
        }
    }

    var logLevel: Logger.Level {
        switch self {
        case .unavailable: .error
        case .foreign, .tooMany, .full: .notice
        default: .info
        }
    }

    /// For the log.
    var code: String {
        switch self {
        case .badRequest: "bad-request"
        case .unsupportedType: "unsupported-type"
        case .tooLarge: "too-large"
        case .timeout: "body-timeout"
        case .foreign: "foreign"
        case .formExpired: "form-expired"
        case .notFound: "not-found"
        case .wrongMethod: "wrong-method"
        case .tooMany: "too-many"
        case .changedElsewhere: "changed-elsewhere"
        case .full: "full"
        case .unavailable(let code): code
        }
    }

    /// Headers that belong to the error.
    var headers: HTTPFields {
        switch self {
        case .wrongMethod(let allowed): [.allow: allowed.joined(separator: ", ")]
        case .tooMany(let seconds): [.retryAfter: String(seconds)]
        case .unavailable: [.retryAfter: "10"]
        default: [:]
        }
    }
}
