extension BrokenExample {
    private static let heart = "redflags/01-heart.yaml"

    static let texts: [BrokenExample] = [
        BrokenExample(
            "missing-translation", "no Spanish wording", heart,
            "{en: Your chest is tight., es: Siente presión en el pecho.}",
            "{en: Your chest is tight.}", "?"),
        BrokenExample(
            "missing-translation", "an empty English wording", heart, "{en: Heart, es: Corazón}",
            "{en: \"\", es: Corazón}",
            "?"),
        BrokenExample(
            "missing-translation", "a sentence left in English", heart, "es: Siente presión en el pecho.",
            "es: Your chest is tight.", "?"),
        BrokenExample(
            "unwritten-text", "a text that is still to come", heart, "en: It can be the heart.", "en: To be written.",
            "?"),
        BrokenExample(
            "telephone-number", "an emergency number", heart, "en: It can be the heart.", "en: Call 911 now.", "?"),
        BrokenExample(
            "telephone-number", "a long number", "words/common.yaml", "es: Tengo dudas", "es: Llame al 1-800-222-1222",
            "?"),
        BrokenExample(
            "unknown-placeholder", "a parameter in a clinical text", "causes/serious/heart-attack.yaml",
            "{en: \"Call {emergency}.\", es: \"Llame al {emergency}.\"}",
            "{en: \"Call {step}.\", es: \"Llame al {step}.\"}",
            "?"),
        BrokenExample(
            "unknown-placeholder", "a number for half of the readers", "causes/serious/heart-attack.yaml",
            "es: \"Llame al {emergency}.\"", "es: \"Pida ayuda.\"", "?"),
        BrokenExample(
            "unknown-placeholder", "a loose brace", "causes/serious/heart-attack.yaml",
            "es: \"Llame al {emergency}.\"", "es: \"Llame al {emergency} }.\"", "?"),
        BrokenExample(
            "contacts", "a country without a number that texts use", "contacts.yaml", "{emergency: \"911\"}",
            "{poison: \"1\"}", "?"),
        BrokenExample(
            "contacts", "a number that nothing names", "contacts.yaml", "{emergency: \"911\"}",
            "{emergency: \"911\", taxi: \"1\"}", "?"),
        BrokenExample(
            "safety-net", "a level without its safety net", "safety-nets.yaml", "level: self-care",
            "level: same-day-ed", "?"),
        BrokenExample(
            "safety-net", "no sign to watch for", "safety-nets.yaml", "watchFor: [{en: Fever., es: Fiebre.}]",
            "watchFor: []",
            "?"),
        BrokenExample(
            "frightening-word", "cancer named at a calm level", heart, "en: It needs a check.",
            "en: It may be a tumor or an abscess.", "?"),
        BrokenExample(
            "frightening-word", "the same in Spanish", heart, "es: Le duele al toser desde hace semanas.",
            "es: Le preocupa el cáncer.", "?"),
    ]
}
