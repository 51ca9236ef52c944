public import MidbackPlan
import MidbackStore

/// Everything that was stored about one person's plan, in order.
public struct PlanLog: Sendable {
    /// Versions of the plan.
    public private(set) var versions: [PlanVersion] = []
    /// Plans, sessions, check-ins and decisions; `nil` before the first plan.
    public private(set) var history: PlanHistory?
    /// Danger screens.
    public private(set) var screens: [SignScreen] = []
    /// Flare-ups.
    public private(set) var flares: [FlareReport] = []
    /// A session was stopped for pain or a new sign since the last danger screen.
    public private(set) var needsScreen = false
    /// The session that was stored last; several of one day have no order of their own.
    public private(set) var lastSession: SessionRecord?
    /// Number of the newest entry; 0 for none.
    public private(set) var last = 0

    /// No plan yet.
    init() {}

    init(_ entries: [PlanEntry]) throws(IntakeError) {
        for entry in entries { try add(entry) }
    }

    /// The version that counts now.
    public var current: PlanVersion? { versions.last }

    /// A danger screen with signs whose questions were not opened yet.
    func openScreen(_ answersVersion: Int) -> SignScreen? {
        screens.last.flatMap { !$0.signs.isEmpty && $0.answersVersion == answersVersion ? $0 : nil }
    }

    private mutating func add(_ entry: PlanEntry) throws(IntakeError) {
        last = entry.number
        switch entry.kind {
        case .plan: add(try PlanCodec.decode(entry, as: PlanVersion.self))
        case .session: add(try PlanCodec.decode(entry, as: SessionRecord.self))
        case .checkIn:
            history?.add(try PlanCodec.decode(entry, as: CheckIn.self))
            needsScreen = false
        case .flare: flares.append(try PlanCodec.decode(entry, as: FlareReport.self))
        case .screen:
            screens.append(try PlanCodec.decode(entry, as: SignScreen.self))
            needsScreen = false
        }
    }

    private mutating func add(_ session: SessionRecord) {
        history?.add(session)
        lastSession = session
        if session.stop?.opensDangerScreen == true { needsScreen = true }
    }

    private mutating func add(_ version: PlanVersion) {
        versions.append(version)
        if history == nil { history = PlanHistory(version.plan) } else { history?.add(version.plan, version.decision) }
    }
}
