import Testing

@testable import MidbackCore
@testable import MidbackPlan

/// A file of cases.
struct CaseFile: Decodable, Sendable {
    var base: [String: CaseAnswer]?
    var cases: [PlanCase]
}

/// An answer as an author writes it.
enum CaseAnswer: Decodable, Sendable {
    case number(Int)
    case codes([String])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let codes = try? container.decode([String].self) {
            self = .codes(codes)
        } else if let number = try? container.decode(Int.self) {
            self = .number(number)
        } else {
            self = .codes([try container.decode(String.self)])
        }
    }
}

/// A person and what the plan must be.
struct PlanCase: Decodable, Sendable, CustomTestStringConvertible {
    var id: String
    var title: String
    var answers: [String: CaseAnswer]?
    var without: [String]?
    var shares: [String: Double]?
    var level: String
    var planFlags: [String]?
    var fired: [String]?
    var clinicianHasSeen: Bool?
    var fractureIsCleared: Bool?
    /// A serious cause that leads the list.
    var leading: String?
    var expect: Expectation

    var testDescription: String { id }

    /// What is checked; missing means not checked.
    struct Expectation: Decodable, Sendable {
        var stage: Stage?
        var severity: Severity?
        var irritability: Irritability?
        var riskPoints: Int?
        var risk: RecoveryRisk.Level?
        var flags: [PlanFlag]?
        var scope: PlanScope?
        var track: TrackID?
        var modifiers: [TrackID]?
        var phase: Phase?
        var painCeiling: Int?
        var sessions: Int?
        var slots: [Slot]?
        var levels: [String: Int]?
        var maxLevel: Int?
        var has: [String]?
        var hasOneOf: [[String]]?
        var hasNot: [String]?
        var onlyFrom: [String]?
        var outBecause: [String: PlanFlag]?
        var doses: [String: String]?
        var halfRange: [String]?
        var strengthDays: Int?
        var breaksEvery: [Int]?
        var walk: Int?
        var walksADay: Int?
        var relaxes: Bool?
        var isPaced: Bool?
        var hasFearLadder: Bool?
        var remedies: [String]?
        var remediesOut: [String]?
        var medicine: [String: String]?
        var medicineRows: [String: [String]]?
        var medicineCeiling: [String: Int]?
        var education: [String]?
        var educationOut: [String]?
        var advice: [String]?
        var adviceOut: [String]?
        var outReason: [String: ReasonID]?
        var first: String?
        var escalations: [EscalationID]?
        var forecast: [Int]?
    }

    func profile(base: [String: CaseAnswer], _ pack: PlanPack) throws -> PlanProfile {
        var all = base.merging(answers ?? [:]) { $1 }
        for item in without ?? [] { all[item] = nil }
        let response = QuestionnaireResponse(
            answers: all.mapValues { answer in
                switch answer {
                case .number(let number): .number(number)
                case .codes(let codes): .codes(codes)
                }
            })
        let clearance = Clearance(
            clinicianHasSeen: clinicianHasSeen ?? false, fractureIsCleared: fractureIsCleared ?? false)
        return ProfileReader(pack).profile(response, try assessment(), clearance: clearance)
    }

    private func assessment() throws -> Assessment {
        let level = try #require(Disposition(id: level))
        let shares = shares ?? ["nonspecific-mid-back-pain": 0.6, "muscle-strain": 0.4]
        let triage = Triage(
            level: level, reasons: [], fired: (fired ?? []).map { .init(id: $0, level: level) }, possible: [],
            floors: [], backstops: [], conflicts: [], mustShow: [], unknownItems: [], hasTooLittleInformation: false,
            planFlags: planFlags ?? [], isOutsideMidBack: false)
        let differential = Differential(
            serious: leading.map { Probabilities(byId: [$0: 0.6]) } ?? .none, musculoskeletal: leading == nil ? 1 : 0.4,
            benignShares: Probabilities(byId: shares), needsCheck: [],
            likely: leading.map { [.init(cause: $0, probability: 0.6, band: .fitsBest)] } ?? [],
            ranking: shares.keys.sorted(), isFlat: false)
        return Assessment(triage: triage, differential: differential)
    }
}
