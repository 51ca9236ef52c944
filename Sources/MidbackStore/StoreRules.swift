public import Foundation

/// What every implementation refuses before it stores anything, so that all of them refuse the same.
public enum StoreRules {
    /// Ids are UUIDs in text.
    public static func isID(_ id: String) -> Bool { id.utf8.count == 36 && UUID(uuidString: id) != nil }

    /// Language tags, versions, digests and page names are short and not empty.
    public static func isWord(_ word: String) -> Bool { (1...StoreLimits.word).contains(word.utf8.count) }

    /// Payloads are not empty and not too large.
    public static func isPayload(_ payload: Data) -> Bool { (1...StoreLimits.payload).contains(payload.count) }

    /// Whether a decision may be stored. Text ids hold no line breaks.
    public static func accepts(_ draft: TriageDraft) -> Bool {
        let words = [draft.packVersion, draft.packDigest, draft.engineVersion, draft.language] + draft.shownTexts
        return isID(draft.id) && isPayload(draft.payload) && words.allSatisfy(isWord)
            && draft.shownTexts.allSatisfy { !$0.contains(where: \.isNewline) }
    }

    /// Whether entries of a plan may be stored together.
    public static func accepts(_ drafts: [PlanEntryDraft]) -> Bool {
        !drafts.isEmpty && drafts.allSatisfy { isPayload($0.payload) }
    }

    /// Throws `rejected` unless the rule holds.
    public static func require(_ holds: Bool, id: String) throws(StoreError) {
        guard holds else { throw .rejected(id: id) }
    }
}
