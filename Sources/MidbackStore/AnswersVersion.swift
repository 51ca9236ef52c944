public import Foundation

/// All answers as they stood after one step. Versions are only ever added; a correction is a newer version.
public struct AnswersVersion: Hashable, Sendable {
    /// 1, 2, 3 and so on without gaps.
    public var number: Int
    /// The bytes that were handed in, usually a `QuestionnaireResponse` as JSON.
    public var answers: Data
    /// When it was stored.
    public var savedAt: Date

    /// Makes a version.
    public init(number: Int, answers: Data, savedAt: Date) {
        self.number = number
        self.answers = answers
        self.savedAt = savedAt
    }
}
