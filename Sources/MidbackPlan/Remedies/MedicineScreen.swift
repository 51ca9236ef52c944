public import MidbackCore

/// A medicine from the shelf.
public enum Medicine: String, Codable, CaseIterable, Sendable {
    /// Ibuprofen; Advil and Motrin are ibuprofen.
    case ibuprofen
    /// Naproxen sodium; Aleve is naproxen.
    case naproxen
    /// Acetaminophen; Tylenol is acetaminophen.
    case acetaminophen
    /// Diclofenac gel: its US label does not allow the back.
    case diclofenacGel = "diclofenac-gel"

    /// What rows of the screen apply.
    public var group: Group {
        switch self {
        case .ibuprofen, .naproxen: .nsaid
        case .acetaminophen: .acetaminophen
        case .diclofenacGel: .notForBack
        }
    }

    /// Medicines that share the rows of a screen.
    public enum Group: String, Codable, CaseIterable, Sendable {
        /// Anti-inflammatory tablets.
        case nsaid
        /// Acetaminophen.
        case acetaminophen
        /// Never suggested for the back.
        case notForBack = "not-for-back"
    }
}

/// The safety screen of medicines and what the label allows.
/// - Source: `plan-logic.md` section 8.4; `survey.md` section 3.
public struct MedicineScreen: Codable, Hashable, Sendable {
    /// What a row asks for.
    public enum Verdict: String, Codable, CaseIterable, Comparable, Sendable {
        /// Ask a pharmacist or doctor first.
        case ask
        /// Do not take.
        case stop

        /// Stop is larger.
        public static func < (left: Self, right: Self) -> Bool { left == .ask && right == .stop }
    }

    /// One row of the screen.
    public struct Row: Codable, Hashable, Sendable {
        /// Id.
        public var id: String
        /// Medicines it is about.
        public var group: Medicine.Group
        /// What it asks for.
        public var verdict: Verdict
        /// Expression over answers; `flag=…` reads the flags of the plan. "Not sure" counts as yes.
        public var when: String
        /// Why, in plain words.
        public var text: LocalizedText
        /// Citations.
        public var sources: [String]
    }

    /// What the label of one medicine says, within the limits of this product.
    public struct Label: Codable, Hashable, Sendable {
        /// Which.
        public var medicine: Medicine
        /// Name with the brand that is the same drug.
        public var name: LocalizedText
        /// One dose, milligrams: smallest and largest; empty when none may be shown.
        public var single: [Int]
        /// Hours between doses: shortest and longest.
        public var hours: [Int]
        /// Most milligrams in 24 hours.
        public var dailyCeiling: Int
        /// Most days without advice.
        public var days: Int
        /// The same with numbers, in words.
        public var text: LocalizedText
        /// What to expect of it.
        public var effect: LocalizedText
        /// Citations.
        public var sources: [String]
    }

    /// Labels in the order they are offered.
    public var labels: [Label]
    /// Rows.
    public var rows: [Row]
    /// Average pain from which a medicine is offered at all.
    public var fromPain: Int
    /// Age below which nothing is shown.
    public var adultAge: Int
    /// Items that must be answered.
    public var items: [String]
    /// Item that asks for it.
    public var wanted: String
    /// Said with every medicine text.
    public var always: [LocalizedText]
    /// When to stop and get help.
    public var stopSigns: [LocalizedText]
    /// Said instead of a dose.
    public var askText: LocalizedText
    /// Said instead of a dose.
    public var stopText: LocalizedText
    /// Citations.
    public var sources: [String]

    /// The label of a medicine.
    public func label(_ medicine: Medicine) -> Label? { labels.first { $0.medicine == medicine } }
}

/// What the screen found in the answers. Made only by `ProfileReader`.
public struct MedicineFacts: Codable, Hashable, Sendable {
    /// The person asked for it.
    public var isWanted: Bool
    /// Every item of the screen was answered.
    public var isComplete: Bool
    /// Rows that hold or cannot be ruled out, in screen order.
    public var rows: [String]

    /// Nothing asked.
    public static let none = MedicineFacts(isWanted: false, isComplete: false, rows: [])
}

/// What is said about one medicine. A dose exists in the passed case only.
public enum MedicineAdvice: Codable, Hashable, Sendable {
    /// The screen is passed.
    case dose(ScreenedDose)
    /// Ask a pharmacist or doctor first; no dose.
    case ask(Medicine, rows: [String])
    /// Do not take; no dose.
    case stop(Medicine, rows: [String])
    /// The screen was not answered, so nothing is suggested.
    case notScreened(Medicine)
    /// Not needed for this pain.
    case notNeeded(Medicine)
    /// Never suggested for the back, or not for this age.
    case never(Medicine)

    /// Which medicine.
    public var medicine: Medicine {
        switch self {
        case .dose(let dose): dose.medicine
        case .ask(let medicine, _), .stop(let medicine, _), .notScreened(let medicine), .notNeeded(let medicine),
            .never(let medicine):
            medicine
        }
    }
}

/// A dose that passed the screen. No other code can make one.
public struct ScreenedDose: Codable, Hashable, Sendable {
    /// Which medicine.
    public let medicine: Medicine
    /// One dose, milligrams: smallest and largest.
    public let single: [Int]
    /// Hours between doses.
    public let hours: [Int]
    /// Most milligrams in 24 hours.
    public let dailyCeiling: Int
    /// Most days.
    public let days: Int

    fileprivate init(_ label: MedicineScreen.Label) {
        medicine = label.medicine
        single = label.single
        hours = label.hours
        dailyCeiling = label.dailyCeiling
        days = label.days
    }
}

extension MedicineScreen {
    /// Advice on every medicine, in the order of the labels.
    /// - Parameters:
    ///   - facts: what the screen found.
    ///   - age: years; an age that is not known shows no dose.
    ///   - pain: average pain, 0 to 10.
    public func advice(_ facts: MedicineFacts, age: Int?, pain: Int) -> [MedicineAdvice] {
        labels.map { advice(on: $0, facts, age: age, pain: pain) }
    }

    private func advice(on label: Label, _ facts: MedicineFacts, age: Int?, pain: Int) -> MedicineAdvice {
        let medicine = label.medicine
        guard medicine.group != .notForBack, let age, age >= adultAge, label.single.count == 2 else {
            return .never(medicine)
        }
        // By index: a copy of every row with its texts would cost more than the whole screen.
        let hits = rows.indices.filter { rows[$0].group == medicine.group && facts.rows.contains(rows[$0].id) }
        let ids = hits.map { rows[$0].id }
        // A known reason against a medicine is said even when the screen was not finished.
        if hits.contains(where: { rows[$0].verdict == .stop }) { return .stop(medicine, rows: ids) }
        guard facts.isWanted, facts.isComplete else { return .notScreened(medicine) }
        if !hits.isEmpty { return .ask(medicine, rows: ids) }
        return pain >= fromPain ? .dose(ScreenedDose(label)) : .notNeeded(medicine)
    }
}
