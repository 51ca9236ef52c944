/// A line of a content file.
struct SourceLocation: Hashable, Sendable {
    /// Path relative to the content folder.
    var file: String
    /// Line, from 1.
    var line: Int
}

/// The kinds of things that content defines under an id, or names by it.
enum EntityKind: String, Sendable {
    case step, item, option
    case finding, findingValue = "value"
    case macro, ruleGroup = "rule group", rule, ruleCase = "rule case"
    case floor, conflict, backstop
    case cause, seriousClass = "serious cause", benignClass = "benign cause"
    case baseline, likelihood, evidenceGroup = "evidence group", groupMember = "group member"
    case feature, featureValue = "feature value", featureGroup = "feature group"
    case source, safetyNet = "safety net", country, word
    case diagnosis, vignetteFact = "vignette fact", wholeCase = "case"
}

/// An id within its kind; parts of something are joined by `=`: `gate-now=chest-tight`.
struct EntityID: Hashable, Sendable {
    /// What it is.
    var kind: EntityKind
    /// Its id.
    var id: String

    /// Makes an id.
    init(_ kind: EntityKind, _ id: String) {
        self.kind = kind
        self.id = id
    }

    /// Makes the id of a part, for example an option of an item.
    init(_ kind: EntityKind, _ owner: String, _ part: String) {
        self.init(kind, "\(owner)=\(part)")
    }
}

/// Where each thing was defined first.
struct SourceMap: Sendable {
    private var locations: [EntityID: SourceLocation] = [:]

    /// Remembers the first definition; later ones are duplicates.
    mutating func record(_ id: EntityID, at location: SourceLocation) {
        if locations[id] == nil { locations[id] = location }
    }

    /// The place of a thing, or `nil` if nothing defines it.
    subscript(_ id: EntityID) -> SourceLocation? { locations[id] }

    /// The place of a thing; the first line of the pack for what no file defines.
    func location(of kind: EntityKind, _ id: String) -> SourceLocation {
        locations[EntityID(kind, id)] ?? .pack
    }

    /// The place of a part; its owner's for parts that the loader added itself.
    func location(of kind: EntityKind, _ owner: String, _ part: String, in ownerKind: EntityKind) -> SourceLocation {
        locations[EntityID(kind, owner, part)] ?? location(of: ownerKind, owner)
    }
}

extension SourceLocation {
    /// The place for faults of the pack as a whole.
    static let pack = SourceLocation(file: "pack.yaml", line: 1)
}
