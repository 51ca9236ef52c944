/// How much flesh the skeleton carries. Figures stay neutral in sex and age.
public enum FigureBody: String, CaseIterable, Hashable, Sendable {
    /// Average.
    case standard
    /// The same skeleton with a fuller body.
    case larger

    var trunk: Double { self == .standard ? 1 : 1.24 }
    var limb: Double { self == .standard ? 1 : 1.2 }
}
