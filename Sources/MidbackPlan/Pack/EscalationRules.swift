public import MidbackCore

/// When to ask for help.
/// - Source: `plan-logic.md` section 12.
public struct EscalationRules: Codable, Hashable, Sendable {
    /// One trigger.
    public struct Trigger: Codable, Hashable, Sendable {
        /// Which.
        public var id: EscalationID
        /// The urgency it asks for at least, or `nil` when it is only an offer.
        public var level: String?
        /// What the person reads.
        public var text: LocalizedText
        /// What the clinic does.
        public var clinic: LocalizedText
        /// Citations.
        public var sources: [String]
    }

    /// A new sign that leads back to the danger questions.
    public struct Sign: Codable, Hashable, Sendable {
        /// Id.
        public var id: String
        /// The question.
        public var text: LocalizedText
        /// Items of the survey to ask again.
        public var items: [String]
        /// Row that the tick stands for, `item=row`, if there is one.
        public var row: String?
    }

    /// Triggers, most urgent first.
    public var triggers: [Trigger]
    /// Signs asked at every check-in, before an offline session and after a stop.
    public var signs: [Sign]
}

/// A trigger of escalation.
public enum EscalationID: String, Codable, CaseIterable, Sendable {
    /// A danger sign: its own urgency.
    case dangerSign = "danger-sign"
    /// Strong pain after three days.
    case severeAfter72h = "severe-after-72h"
    /// A new sign since the last time.
    case newSign = "new-sign"
    /// Acute and no change after two weeks.
    case noChange2Weeks = "no-change-2-weeks"
    /// A flare that lasts a week.
    case flare7Days = "flare-7-days"
    /// Worse by two points after two weeks.
    case worse2Weeks = "worse-2-weeks"
    /// Little change after six weeks.
    case littleChange6Weeks = "little-change-6-weeks"
    /// Still limited after twelve weeks.
    case limited12Weeks = "limited-12-weeks"
    /// Low mood or worry.
    case moodOrWorry = "mood-or-worry"
    /// Needs much support from the start.
    case supportFromStart = "support-from-start"
    /// Off work for two weeks.
    case offWork = "off-work"
    /// Few sessions for two weeks.
    case fewSessions = "few-sessions"
    /// Few exercises are left.
    case fewExercises = "few-exercises"
}
