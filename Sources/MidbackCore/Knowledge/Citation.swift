/// A published source, or the marker for an expert estimate.
public struct Citation: Codable, Hashable, Sendable {
    /// How far the source was read when the content was written.
    public enum Status: String, Codable, Sendable {
        /// Abstract, page or summary was read.
        case checked
        /// Cited from knowledge; read before release.
        case recalled
        /// Only a secondary summary was read.
        case secondary
        /// No study: clinical judgement.
        case estimate
    }

    /// Id used by content files, for example `R25` or `expert-estimate`.
    public var id: String
    /// Authors, title, journal, year.
    public var text: String
    /// Address, if one is known.
    public var url: String?
    /// How far it was read.
    public var status: Status
    /// Remark on the status, English.
    public var note: String?

    /// Makes a citation.
    public init(id: String, text: String, url: String? = nil, status: Status, note: String? = nil) {
        self.id = id
        self.text = text
        self.url = url
        self.status = status
        self.note = note
    }
}

/// How sure the project is of a rule or claim.
public enum EvidenceStrength: String, Codable, Sendable {
    /// Several studies or a guideline agree.
    case strong
    /// Some direct evidence.
    case moderate
    /// Expert estimate or indirect evidence.
    case weak
}
