public import Foundation
public import MidbackPlan

/// The plan part of the content with the digest of its compiled form, which every stored plan names.
public struct PlanContent: Sendable {
    /// Exercises, tracks, doses, measures, texts.
    public let pack: PlanPack
    /// SHA-256 of the compiled form.
    public let digest: String

    /// The content of a pack that was read from its files.
    public init(_ pack: PlanPack) throws(ContentError) {
        self.pack = pack
        digest = CanonicalJSON.digest(of: try CanonicalJSON.encode(pack))
    }

    /// The content in a compiled form.
    /// - Throws: `ContentError.compiledFormUnreadable`.
    public init(compiled data: Data) throws(ContentError) {
        guard let pack = try? JSONDecoder().decode(PlanPack.self, from: data) else { throw .compiledFormUnreadable }
        self.pack = pack
        digest = CanonicalJSON.digest(of: data)
    }

    /// The compiled form: canonical JSON.
    public func compiled() throws(ContentError) -> Data { try CanonicalJSON.encode(pack) }
}
