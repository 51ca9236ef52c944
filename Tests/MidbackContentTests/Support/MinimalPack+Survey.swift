extension MinimalPack {
    static let survey: [String: String] = [
        "questionnaire/00-gate.yaml": """
        number: 0
        id: gate
        title: {en: Is this happening now?, es: ¿Le pasa esto ahora?}
        items:
          - linkId: gate-now
            kind: multi-choice
            requirement: "yes"
            isGate: true
            text: {en: Do you have any of these?, es: ¿Tiene algo de esto?}
            notSure: true
            options:
              - code: chest-tight
                text: {en: Tight chest, es: Presión en el pecho}
                again: {en: A weight on my chest, es: Un peso en el pecho}
              - {code: rather-not-say, text: {en: I would rather not say, es: Prefiero no contestar}}
              - code: very-ill
                text: {en: Very ill, es: Muy mal}
                again: {en: I cannot get up, es: No puedo levantarme}
          - linkId: chest-when
            kind: choice
            requirement: "yes"
            enableWhen: gate-now=chest-tight OR gate-now-unsure=chest-tight
            text: {en: When?, es: ¿Cuándo?}
            options:
              - {code: rest, text: {en: At rest, es: En reposo}}
              - {code: effort, text: {en: With effort, es: Con esfuerzo}}
          - linkId: age-years
            kind: integer
            requirement: "yes"
            text: {en: How old are you?, es: ¿Qué edad tiene?}
            min: 0
            max: 120
        """,
        "questionnaire/01-location.yaml": """
        number: 1
        id: location
        title: {en: How does it feel?, es: ¿Cómo se siente?}
        items:
          - linkId: pain-duration
            kind: choice
            requirement: "yes"
            text: {en: How long?, es: ¿Cuánto tiempo?}
            options:
              - {code: days, text: {en: Days, es: Días}}
              - {code: weeks, text: {en: Weeks, es: Semanas}}
          - linkId: worse-moves
            kind: multi-choice
            requirement: "no"
            text: {en: What makes it worse?, es: ¿Qué lo empeora?}
            none: {en: Nothing does, es: Nada}
            options:
              - {code: twist, text: {en: Twisting, es: Girar}}
              - {code: cough, text: {en: Coughing, es: Toser}}
        """,
        "findings.yaml": """
        findings:
          - {id: age-years, kind: number, item: age-years}
          - id: chest-tight
            kind: bool
            values: [{id: "yes", when: gate-now=chest-tight}]
          - id: pain-duration
            kind: single
            values:
              - {id: days, when: pain-duration=days}
              - {id: weeks, when: pain-duration=weeks}
          - id: pain-worse-with
            kind: multi
            values:
              - {id: twist, when: worse-moves=twist}
              - {id: cough, when: worse-moves=cough}
        """,
    ]

    static let rules: [String: String] = [
        "redflags/macros.yaml": """
        macros:
          - {name: OLD, logic: age-years>=50, meaning: at least 50}
          - {name: OLD_OR_SHORT, logic: OLD OR pain-duration=days, meaning: old or short}
        """,
        "redflags/01-heart.yaml": """
        id: heart
        title: {en: Heart, es: Corazón}
        rules:
          - id: RF-1
            name: tight-chest
            level: emergency-now
            within: {en: now, es: ahora}
            logic: chest-tight AND OLD_OR_SHORT
            suspects: [heart-attack]
            trigger: {en: Your chest is tight., es: Siente presión en el pecho.}
            why: {en: It can be the heart., es: Puede ser el corazón.}
            strength: strong
            sources: [R01]
            cases:
              - {fires: true, given: {chest-tight: true, age-years: 60}}
              - {fires: false, given: {age-years: 60}}
          - id: RF-2
            name: long-cough
            level: routine-2-weeks
            within: {en: 2 weeks, es: 2 semanas}
            logic: pain-worse-with:cough AND pain-duration=weeks
            suspects: [heart-attack]
            trigger: {en: Coughing hurts for weeks., es: Le duele al toser desde hace semanas.}
            why: {en: It needs a check., es: Hay que revisarlo.}
            strength: weak
            sources: [expert-estimate]
            cases:
              - {fires: true, given: {pain-worse-with: [cough], pain-duration: weeks}}
              - {fires: false, given: {pain-worse-with: [cough, twist], pain-duration: days}}
        """,
        "redflags/floors.yaml": """
        floors:
          - id: very-ill
            when: gate-now=very-ill
            level: same-day-ed
            page: stop
            trigger: {en: You feel very ill., es: Se siente muy mal.}
        """,
        "redflags/conflicts.yaml": """
        conflicts:
          - id: young-and-long
            when: age-years<1 AND pain-duration=weeks
            items: [age-years, pain-duration]
            text: {en: These do not fit., es: Esto no encaja.}
        """,
        "redflags/backstop.yaml": """
        backstops:
          - {id: heart, causes: [heart-attack], isSum: false, threshold: 0.1, level: same-day-ed}
        """,
    ]

    static let models: [String: String] = [
        "causes/baseline.yaml": """
        baseline:
          - {atom: chest-tight, p: 0.01, older: 0.02}
          - {atom: pain-duration=days, p: 0.4}
          - {atom: pain-duration=weeks, p: 0.6}
          - {atom: pain-worse-with:twist, p: 0.3}
          - {atom: age-years>=50, p: 0.4}
          - {atom: age-years>=70, p: 0.2}
        groups:
          - {id: chest, members: [chest-tight, pain-duration], cap: 5.7}
          - {id: moves, members: [pain-worse-with:twist], cap: 5.7}
        damping: [1, 0.6]
        negativeCap: -3.4
        """,
        "causes/benign-features.yaml": """
        features:
          - id: worse-twist
            group: move
            values: [{id: "yes", when: pain-worse-with:twist, otherwise: 0.35}]
          - id: duration
            group: time
            values:
              - {id: short, when: pain-duration=days, otherwise: 0.5}
              - {id: long, when: pain-duration=weeks, otherwise: 0.5}
        groupWeights: {move: 0.7, time: 1}
        temper: 0.45
        noFactor: 0.5
        clampLow: 0.02
        clampHigh: 0.98
        toldMatch: 0.55
        toldOther: 0.03
        """,
        "causes/serious/heart-attack.yaml": """
        id: heart-attack
        kind: serious
        name: {en: Heart attack, es: Infarto}
        usualLevel: emergency-now
        summary: {en: A heart attack., es: Un infarto.}
        typical: {en: Tight chest., es: Presión.}
        course: {en: Fast., es: Rápido.}
        helps: {en: "Call {emergency}.", es: "Llame al {emergency}."}
        seeSomeone: {en: Now., es: Ahora.}
        sources: [R01]
        model:
          priorPercent: [0.1, 0.2, 0.3, 0.4, 0.5]
          female: 0.8
          male: 1.2
          likelihoods:
            - {atom: chest-tight, p: 0.8, sources: [R01]}
            - {atom: pain-duration=days, p: 0.9, sources: [expert-estimate]}
            - {atom: age-years>=50, p: 0.8, sources: [expert-estimate]}
            - {atom: age-years>=70, p: 0.5, sources: [expert-estimate]}
        """,
        "causes/benign/muscle-strain.yaml": """
        id: muscle-strain
        kind: benign
        name: {en: Muscle strain, es: Distensión muscular}
        usualLevel: self-care
        summary: {en: A strain., es: Una distensión.}
        typical: {en: Hurts on twisting., es: Duele al girar.}
        course: {en: Weeks., es: Semanas.}
        helps: {en: Moving., es: Moverse.}
        seeSomeone: {en: After 6 weeks., es: Después de 6 semanas.}
        sources: [expert-estimate]
        model:
          priorPercent: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
          likelihoods:
            worse-twist: {"yes": 0.6}
            duration: {short: 0.8, long: 0.2}
        """,
    ]
}
