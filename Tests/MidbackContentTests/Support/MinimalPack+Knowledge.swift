extension MinimalPack {
    static let knowledge: [String: String] = [
        "pack.yaml": """
        id: minimal
        version: 1.0.0
        evidenceCutOff: "2026-06-30"
        reviewers: []
        languages: [en, es]
        """,
        "sources.yaml": """
        sources:
          - {id: R01, text: "Invented A. Journal 2020.", status: checked}
          - {id: expert-estimate, text: Clinical judgement., status: estimate}
        """,
        "words/common.yaml": """
        words:
          common.none: {en: None of these, es: Nada de esto}
          common.not-sure: {en: Not sure, es: Tengo dudas}
          common.unsure-title: {en: Tick each one that might be true., es: Marque cada una que podría ser cierta.}
          common.unsure-none: {en: None after all, es: Ninguna}
          common.yes: {en: "Yes", es: Sí}
          common.no: {en: "No", es: "No"}
          common.call: {en: "Call {emergency}, step {step}.", es: "Llame al {emergency}, paso {step}."}
        """,
        "contacts.yaml": """
        contacts:
          - country: XX
            name: {en: Testland, es: Testlandia}
            numbers: {emergency: "911"}
            note: Invented.
        """,
        "safety-nets.yaml": """
        safetyNets:
        \(["emergency-now", "same-day-ed", "urgent-24-72h", "routine-2-weeks", "self-care"].map(net).joined())
        """,
        "vignettes/adapter.yaml": """
        facts:
          age: {years: [age-years=N]}
          chest: {tight: [gate-now=chest-tight, A1]}
        narrativeOnly: {quality: [itching]}
        """,
        "vignettes/diagnoses.yaml": """
        diagnoses:
          heart-attack: [myocardial-infarction]
        diagnosisClasses:
          myocardial-infarction: heart
        """,
        "cases/findings.yaml": """
        cases:
          - id: "1"
            title: Tight chest
            given: {chest-tight: true, age-years: 60}
            level: emergency-now
            mustFire: RF-1
          - {id: "2", title: Nothing, given: {}, level: self-care, mustFire: null}
        """,
        "cases/benign.yaml": """
        cases:
          - id: "1"
            title: Strain
            ageBand: 18-34
            sex: female
            yes: [worse-twist]
            choices: {duration: short}
            top: [{cause: muscle-strain, share: 1}]
        """,
    ]

    private static func net(_ level: String) -> String {
        """
          - level: \(level)
            action: {en: Do this., es: Haga esto.}
            detail: {en: Detail., es: Detalle.}
            meanwhile: [{en: Rest., es: Descanse.}]
            watchFor: [{en: Fever., es: Fiebre.}]
            ifWorse: {en: Call., es: Llame.}
            expect: {en: It gets better., es: Mejora.}

        """
    }
}
