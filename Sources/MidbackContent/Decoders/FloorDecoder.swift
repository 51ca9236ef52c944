import MidbackCore

/// Reads what raises a level beside the rules: floors, conflicts and backstops.
enum FloorDecoder {
    /// Reads `redflags/floors.yaml`.
    static func floors(_ reader: NodeReader) -> [Floor] {
        reader.list("floors", isRequired: true) {
            Floor(
                id: $0.id(of: .floor), when: $0.expression("when", over: .answers), level: $0.level("level"),
                page: $0.word("page", or: .stop), trigger: $0.text("trigger"))
        }
    }

    /// Reads `redflags/conflicts.yaml`.
    static func conflicts(_ reader: NodeReader) -> [Conflict] {
        reader.list("conflicts", isRequired: true) {
            Conflict(
                id: $0.id(of: .conflict), when: $0.expression("when", over: .answers),
                items: $0.references("items", to: .item), text: $0.text("text"))
        }
    }

    /// Reads `redflags/backstop.yaml`.
    static func backstops(_ reader: NodeReader) -> [Backstop] {
        reader.list("backstops", isRequired: true) {
            Backstop(
                id: $0.id(of: .backstop), causes: $0.references("causes", to: .seriousClass), isSum: $0.flag("isSum"),
                threshold: $0.probability("threshold"), level: $0.level("level"))
        }
    }
}
