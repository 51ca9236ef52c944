import MidbackCore

/// Invented people, each with the answers one story needs. Not taken from any record.
enum Personas {
    /// A desk worker of 34 who twisted while lifting two days ago.
    static let strain = response(
        [
            "gate-now": ["none"], "gate-nerves": ["none"], "gate-other": ["none"], "sex-at-birth": ["male"],
            "pain-site": ["under-blade-left", "left-side"], "pain-spread": ["none"], "spot-size": ["palm"],
            "pain-duration": ["1-7d"], "onset-speed": ["sudden"], "onset-trigger": ["lift-twist"],
            "pain-quality": ["ache", "stiff"], "pain-trend": ["better"], "worse-moves": ["twist", "lifting"],
            "worse-other": ["cough-sneeze"], "symptoms-general": ["none"], "symptoms-local": ["none"],
            "health-main": ["none"], "health-recent": ["none"], "work-pattern": ["desk"],
        ], numbers: ["age-years": 34, "pain-severity-now": 4])

    /// A woman of 29 whose morning stiffness eases with moving, for a year.
    static let stiff = strain.with(
        [
            "pain-duration": ["over-12w"], "onset-speed": ["gradual"], "onset-trigger": ["none"],
            "sex-at-birth": ["female"], "pregnancy-status": ["no"], "pain-trend": ["same"],
            "worse-other": ["night-late", "morning-stiff"], "morning-stiff-time": ["over-60m"],
            "spa-features": ["onset-before-45", "buttock-pain", "nsaid-helps-fast"],
            "worse-moves": ["sitting"],
        ], numbers: ["age-years": 29])

    /// A woman of 74 with sudden pain on the bone after a small slip.
    static let fragile = strain.with(
        [
            "sex-at-birth": ["female"], "pain-site": ["mid-spine-bone"], "onset-trigger": ["fall-or-crash"],
            "injury-size": ["minor"], "health-main": ["thin-bones", "height-loss"], "worse-moves": ["upright-load"],
            "heart-risk": ["high-bp"], "health-more": ["none"], "press-test": ["spine-bone"],
        ], numbers: ["age-years": 74, "pain-severity-now": 7])

    /// A man of 39 who cannot pass water and is numb between the legs since yesterday.
    static let cord = strain.with(
        ["gate-nerves": ["saddle-numb", "pee-hard"], "neuro-tempo": ["hours"], "health-more": ["none"]],
        numbers: ["age-years": 39])

    /// A man of 58 with chest pressure at rest.
    static let heart = strain.with(
        [
            "gate-now": ["chest-tight", "cold-sweat"], "chest-pressure-when": ["rest-last-12h"],
            "heart-risk": ["high-bp", "smoke-now"], "health-more": ["none"],
        ], numbers: ["age-years": 58])

    /// Someone who was not sure about several lists.
    static let unsure = strain.with([
        "symptoms-general": ["not-sure"], "symptoms-general-unsure": ["fever", "weight-loss"],
        "fever-kind": ["felt-hot"], "worse-other": ["not-sure"], "worse-other-unsure": ["none"],
        "symptoms-local": ["not-sure"], "symptoms-local-unsure": ["none"], "health-more": ["none"],
        "heart-risk": ["none"],
    ])

    /// Someone with thoughts of self-harm and no plan.
    static let crisis = strain.with([
        "gate-other": ["self-harm"], "self-harm-often": ["several-days"], "self-harm-plan": ["no"],
    ])

    /// Someone who is not safe at home.
    static let unsafe = strain.with([
        "gate-other": ["unsafe"], "unsafe-alone": ["yes"], "unsafe-home": ["worried"],
    ])

    /// Someone who took too much medicine by mistake.
    static let poison = strain.with(["gate-other": ["too-much-medicine"], "medicine-amount": ["over-label-24h"]])

    private static func response(_ codes: [String: [String]], numbers: [String: Int]) -> QuestionnaireResponse {
        QuestionnaireResponse().with(codes, numbers: numbers)
    }
}

extension QuestionnaireResponse {
    /// The same answers with some replaced.
    func with(_ codes: [String: [String]], numbers: [String: Int] = [:]) -> QuestionnaireResponse {
        var answers = answers
        for (linkId, codes) in codes { answers[linkId] = .codes(codes) }
        for (linkId, number) in numbers { answers[linkId] = .number(number) }
        return QuestionnaireResponse(answers: answers)
    }
}
