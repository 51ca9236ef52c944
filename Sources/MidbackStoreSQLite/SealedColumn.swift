import MidbackSealing

/// Where each sealed column lives. The row part names everything that must not be exchanged unnoticed.
/// Names are part of the stored data: a renamed table keeps its old name here.
enum SealedColumn {
    static func answers(_ id: String, version: Int) -> SealContext {
        SealContext(table: "answers_version", column: "sealed", row: "\(id)/\(version)")
    }

    static func triagePayload(_ id: String, triageID: String, answersVersion: Int) -> SealContext {
        SealContext(table: "triage", column: "payload", row: "\(id)/\(triageID)/\(answersVersion)")
    }

    static func triageShownTexts(_ id: String, triageID: String, answersVersion: Int) -> SealContext {
        SealContext(table: "triage", column: "shown_texts", row: "\(id)/\(triageID)/\(answersVersion)")
    }

    static func acknowledgedPage(_ id: String, number: Int) -> SealContext {
        SealContext(table: "acknowledgement", column: "page", row: "\(id)/\(number)")
    }

    static func planPayload(_ id: String, number: Int, kind: String) -> SealContext {
        SealContext(table: "plan_entry", column: "payload", row: "\(id)/\(number)/\(kind)")
    }
}
