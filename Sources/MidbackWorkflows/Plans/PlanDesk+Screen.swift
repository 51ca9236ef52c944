public import Foundation
import MidbackCore
import MidbackPlan
import MidbackStore

/// The short danger screen. A ticked sign opens the questions of the survey behind it again, so that the whole triage,
/// and not a part of it, decides how urgent the sign is. Until they are answered the plan rests.
extension PlanDesk {
    /// Takes a danger screen that stands alone, as after a stopped session.
    /// - Returns: the file afterwards.
    public func screen(
        _ signs: [String], key: UUID?, in visit: inout Visit
    ) async throws(PlanDeskError) -> PlanFile {
        let (file, _, _) = try await followed(visit)
        let unknown = signs.filter { id in !pack.escalation.signs.contains { $0.id == id } }
        guard unknown.isEmpty else { throw .rejected(unknown.map(TrackingProblem.unknownSign)) }
        _ = try await append(
            [screen(signs, file, visit)], file.log, visit, key: key, of: PostKey.screen("signs", signs))
        return try await reopened(&visit)
    }

    /// The file of a visitor, after the questions of a danger screen are open again. A screen is stored before the
    /// answers are, so whatever stops the program in between, the next request goes on here.
    public func reopened(_ visit: inout Visit) async throws(PlanDeskError) -> PlanFile {
        let file = try await reading(visit)
        guard let screen = file.log.openScreen(visit.version) else { return file }
        try await askAgain(screen.signs, &visit)
        return try await reading(visit)
    }

    func screen(_ signs: [String], _ file: PlanFile, _ visit: Visit) -> PlanEntryDraft {
        PlanCodec.draft(.screen, SignScreen(date: file.today, signs: signs, answersVersion: visit.version))
    }

    /// Stores the answers without those that the signs put in doubt, with the rows that the signs stand for.
    private func askAgain(_ signs: [String], _ visit: inout Visit) async throws(PlanDeskError) {
        let known = pack.escalation.signs.filter { signs.contains($0.id) }
        let response = SignAnswers(pack: survey).reopening(visit.response, known)
        let language = Language(rawValue: visit.record.language) ?? .en
        do {
            try await intake.save(response, language, in: &visit, signs: gateSigns(known))
        } catch {
            throw .intake(error)
        }
    }

    /// Signs that only the gate asks about: "none of these" there contradicts them.
    private func gateSigns(_ signs: [EscalationRules.Sign]) -> [(list: String, sign: String)] {
        let gates = Set(survey.questionnaire.items.filter(\.isGate).map(\.linkId))
        return signs.filter { $0.row == nil && $0.items.allSatisfy(gates.contains) }
            .flatMap { sign in sign.items.map { ($0, sign.id) } }
    }
}

/// What signs do to the answers of the survey.
struct SignAnswers {
    let pack: ContentPack

    /// A sign that stands for a row ticks it; one that does not takes its items' answers away, so that they are asked.
    func reopening(
        _ response: QuestionnaireResponse, _ signs: [EscalationRules.Sign]
    ) -> QuestionnaireResponse {
        var result = response
        for sign in signs {
            if let row = sign.row, tick(row, &result) { continue }
            for item in sign.items { result.answers[item] = nil }
        }
        return result
    }

    private func tick(_ row: String, _ response: inout QuestionnaireResponse) -> Bool {
        let parts = row.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let item = pack.questionnaire.items.first(where: { $0.linkId == parts[0] }),
            item.option(parts[1]) != nil
        else { return false }
        let kept = (response.answers[item.linkId]?.codes ?? []).filter { item.option($0)?.isExclusive == false }
        let codes = Set(kept + [parts[1]])
        response.answers[item.linkId] = .codes(item.options.map(\.code).filter(codes.contains))
        return true
    }
}
