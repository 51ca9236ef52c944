public import Foundation
public import MidbackCore
public import MidbackStore

/// Computes a recorded decision again. A record stays provable for as long as its content and engine are kept.
public struct Replay: Sendable {
    /// What came out.
    public enum Outcome: Hashable, Sendable {
        /// The same bytes.
        case identical
        /// Other bytes: where the first difference is.
        case different(atByte: Int)
        /// The record was made with other content; load that one.
        case otherPack(version: String, digest: String)
        /// The record was made by another engine.
        case otherEngine(version: String)
        /// Record or answers cannot be read.
        case unreadable
    }

    private let engine: Engine
    private let explainer: Explainer

    /// With the content that the records name.
    public init(_ engine: Engine) {
        self.engine = engine
        explainer = Explainer(engine)
    }

    /// Decides again from the stored answers, and compares byte for byte.
    /// - Parameter answers: the bytes of the version that the record names.
    public func verify(_ decision: TriageDraft, answers: Data) -> Outcome {
        guard decision.packDigest == engine.pack.digest else {
            return .otherPack(version: decision.packVersion, digest: decision.packDigest)
        }
        guard decision.engineVersion == Engine.version else { return .otherEngine(version: decision.engineVersion) }
        guard let recorded = try? DecisionPayload(bytes: decision.payload),
            let response = try? AnswersCodec.decode(answers)
        else { return .unreadable }
        let again = DecisionPayload(engine, explainer, response, contradicted: recorded.contradicted).bytes
        return Self.compare(decision.payload, again)
    }

    /// Finds record and answers in a store and verifies them; `nil` when there is no such record.
    public func verify(recordID: String, in store: any ResponseStore) async throws(IntakeError) -> Outcome? {
        let record = try await storing { () async throws(StoreError) in try await store.triage(id: recordID) }
        guard let record else { return nil }
        let answers = try await storing { () async throws(StoreError) in
            try await store.version(record.decision.answersVersion, of: record.responseID)
        }
        guard let answers else { return .unreadable }
        return verify(record.decision, answers: answers.answers)
    }

    private static func compare(_ recorded: Data, _ again: Data) -> Outcome {
        if recorded == again { return .identical }
        let same = zip(recorded, again).prefix { $0 == $1 }.count
        return .different(atByte: same)
    }
}
