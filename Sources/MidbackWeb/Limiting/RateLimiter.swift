import Crypto
import Foundation
import MidbackWorkflows
import Synchronization

/// Token buckets by network or survey. Both are kept as an HMAC under a key that lives as long as the process, in memory
/// only.
final class RateLimiter: Sendable {
    /// What is limited.
    enum Class: UInt8, Sendable {
        case surveyStart = 1
        case linkTry = 2
        case feedTry = 3
        case answerChange = 4
        case planPost = 5
    }

    private struct Bucket {
        var tokens: Double
        var at: Date
    }

    /// Beyond this many buckets the full ones, which say nothing, are dropped.
    private static let mostBuckets = 20_000

    private let key: SymmetricKey
    private let rates: [Class: Limits.Rate]
    private let environment: Environment
    private let buckets = Mutex<[Data: Bucket]>([:])

    init(_ limits: Limits, environment: Environment) {
        key = SymmetricKey(data: environment.randomBytes(32))
        rates = [
            .surveyStart: limits.surveyStarts, .linkTry: limits.linkTries, .feedTry: limits.linkTries,
            .answerChange: limits.answerChanges, .planPost: limits.planPosts,
        ]
        self.environment = environment
    }

    /// Takes one token.
    /// - Throws: `tooMany` with the seconds until there is one again.
    func take(_ kind: Class, network: String) throws(SiteError) { try take(kind, of: network) }

    /// Takes one token of a survey.
    /// - Throws: `tooMany` with the seconds until there is one again.
    func take(_ kind: Class, survey id: String) throws(SiteError) { try take(kind, of: id) }

    private func take(_ kind: Class, of owner: String) throws(SiteError) {
        guard let rate = rates[kind], rate.capacity.isFinite else { return }
        let id = id(kind, owner)
        let now = environment.now()
        let wait = buckets.withLock { buckets in
            if buckets.count > Self.mostBuckets { Self.dropFull(&buckets, rate, now) }
            return Self.take(&buckets[id, default: Bucket(tokens: rate.capacity, at: now)], rate, now)
        }
        if let wait { throw .tooMany(retryAfter: wait) }
    }

    private func id(_ kind: Class, _ owner: String) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: [kind.rawValue] + Array(owner.utf8), using: key).prefix(16))
    }

    private static func take(_ bucket: inout Bucket, _ rate: Limits.Rate, _ now: Date) -> Int? {
        let perSecond = rate.perMinute / 60
        let passed = max(0, now.timeIntervalSince(bucket.at))
        bucket.tokens = min(rate.capacity, bucket.tokens + passed * perSecond)
        bucket.at = now
        guard bucket.tokens < 1 else {
            bucket.tokens -= 1
            return nil
        }
        return perSecond > 0 ? Int(((1 - bucket.tokens) / perSecond).rounded(.up)) : 3_600
    }

    private static func dropFull(_ buckets: inout [Data: Bucket], _ rate: Limits.Rate, _ now: Date) {
        let refill = rate.perMinute > 0 ? rate.capacity / rate.perMinute * 60 : 3_600
        buckets = buckets.filter { now.timeIntervalSince($0.value.at) < refill }
        if buckets.count > mostBuckets { buckets.removeAll() }
    }
}
