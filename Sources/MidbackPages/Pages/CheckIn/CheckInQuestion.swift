public import MidbackPlan

/// One numbered question of a check-in: the name of its field and the answer it gives.
public struct CheckInQuestion: Hashable, Sendable {
    /// Name of the field, `<measure>-<place>`.
    public var field: String
    /// The measure it belongs to.
    public var measure: MeasureID
    /// Place of the answer in the measure, from 0.
    public var place: Int
    /// Numbers that are taken.
    public var range: ClosedRange<Int>
    /// The question whose answer counts here too, so that nothing is asked twice: the first item of PEG is the average pain.
    public var sameAs: String?

    /// Every question of a check-in, in order; those with `sameAs` are not shown. `goals` is the number of the person's own
    /// goals.
    public static func all(_ due: CheckInPlan, goals: Int, in pack: PlanPack) -> [CheckInQuestion] {
        due.measures.compactMap(pack.measure).flatMap { measure in
            let count = measure.id == .goals ? min(max(1, goals), measure.answers[1]) : measure.answers[1]
            return (0..<count).map { place in question(measure, place, due) }
        }
    }

    private static func question(_ measure: OutcomeMeasure, _ place: Int, _ due: CheckInPlan) -> CheckInQuestion {
        let isRepeated = measure.id == .peg && place == 0 && due.measures.contains(.painAverage)
        return CheckInQuestion(
            field: "\(measure.id.rawValue)-\(place)", measure: measure.id, place: place,
            range: measure.answerRange[0]...measure.answerRange[1],
            sameAs: isRepeated ? "\(MeasureID.painAverage.rawValue)-0" : nil)
    }
}
