extension BrokenExample {
    private static let heart = "redflags/01-heart.yaml"

    static let texts: [BrokenExample] = [
        BrokenExample(
            "missing-translation", "no Spanish wording", heart,
            "{en: Your chest is tight., es: Siente presión en el pecho.}",
            "{en: Your chest is tight.}",
            "\(heart):10: error: the Spanish wording (es) is missing"),
        BrokenExample(
            "missing-translation", "an empty English wording", heart, "{en: Heart, es: Corazón}",
            "{en: \"\", es: Corazón}",
            "\(heart):2: error: the English wording (en) is missing"),
        BrokenExample(
            "missing-translation", "a sentence left in English", heart, "es: Siente presión en el pecho.",
            "es: Your chest is tight.",
            "\(heart):10: warning: the Spanish wording is the English one"),
        BrokenExample(
            "unwritten-text", "a text that is still to come", heart, "en: It can be the heart.", "en: To be written.",
            "\(heart):11: error: the text (en) is still to be written"),
        BrokenExample(
            "telephone-number", "an emergency number", heart, "en: It can be the heart.", "en: Call 911 now.",
            "\(heart):11: error: '911' looks like a telephone number: use a placeholder"),
        BrokenExample(
            "telephone-number", "a long number", "words/common.yaml", "es: Tengo dudas", "es: Llame al 1-800-222-1222",
            "words/common.yaml:3: error: '1-800-222-1222' looks like a telephone number: use a placeholder"),
        BrokenExample(
            "unknown-placeholder", "a parameter in a clinical text", "causes/serious/heart-attack.yaml",
            "{en: \"Call {emergency}.\", es: \"Llame al {emergency}.\"}",
            "{en: \"Call {step}.\", es: \"Llame al {step}.\"}",
            "causes/serious/heart-attack.yaml:8: error: unknown placeholder '{step}'"),
        BrokenExample(
            "unknown-placeholder", "a number for half of the readers", "causes/serious/heart-attack.yaml",
            "es: \"Llame al {emergency}.\"", "es: \"Pida ayuda.\"",
            "causes/serious/heart-attack.yaml:8: error: placeholder '{emergency}' stands in en only"),
        BrokenExample(
            "unknown-placeholder", "a loose brace", "causes/serious/heart-attack.yaml",
            "es: \"Llame al {emergency}.\"", "es: \"Llame al {emergency} }.\"",
            "causes/serious/heart-attack.yaml:8: error: a brace without its partner"),
        BrokenExample(
            "contacts", "a country without a number that texts use", "contacts.yaml", "{emergency: \"911\"}",
            "{poison: \"1\"}",
            "contacts.yaml:2: error: 'XX' has no number for '{emergency}', which texts use"),
        BrokenExample(
            "contacts", "a number that nothing names", "contacts.yaml", "{emergency: \"911\"}",
            "{emergency: \"911\", taxi: \"1\"}",
            "contacts.yaml:2: error: 'XX' has a number for 'taxi', which is no placeholder"),
        BrokenExample(
            "safety-net", "a level without its safety net", "safety-nets.yaml", "level: self-care",
            "level: same-day-ed",
            "safety-nets.yaml:1: error: no safety net for 'self-care'",
            "safety-nets.yaml:30: error: duplicate safety net 'same-day-ed', first in safety-nets.yaml:9"),
        BrokenExample(
            "safety-net", "no sign to watch for", "safety-nets.yaml", "watchFor: [{en: Fever., es: Fiebre.}]",
            "watchFor: []",
            "safety-nets.yaml:2: error: the safety net of 'emergency-now' names no sign to watch for"),
        BrokenExample(
            "frightening-word", "cancer named at a calm level", heart, "en: It needs a check.",
            "en: It may be a tumor or an abscess.",
            "\(heart):24: error: rule 'RF-2' at level routine-2-weeks says 'tumor' (en)"),
        BrokenExample(
            "frightening-word", "the same in Spanish", heart, "es: Le duele al toser desde hace semanas.",
            "es: Le preocupa el cáncer.",
            "\(heart):23: error: rule 'RF-2' at level routine-2-weeks says 'cáncer' (es)"),
    ]
}
