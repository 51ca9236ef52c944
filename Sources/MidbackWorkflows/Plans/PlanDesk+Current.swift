extension PlanDesk {
    /// The plan as it may be followed now: when the answers or the content changed since it was made, the next version
    /// is made first. With open questions of the survey it stays as it is and rests.
    /// - Returns: the file, and whether a new version was made.
    public func current(_ visit: inout Visit) async throws(PlanDeskError) -> (file: PlanFile, isNew: Bool) {
        let file = try await reopened(&visit)
        switch file.rest {
        case nil, .openQuestions, .openScreen: return (file, false)
        case .newAnswers, .newContent: return (try await make(visit), true)
        }
    }
}
