import MidbackCore

/// Hands the root of a file to its decoder and puts what comes back in its place.
enum PartReader {
    static func read(_ reader: NodeReader, _ role: ContentLayout.Role, into parts: inout PackParts) {
        switch role {
        case .manifest: parts.manifest = ManifestDecoder.decode(reader)
        case .words: parts.words.merge(WordsDecoder.decode(reader)) { first, _ in first }
        case .questionnaire: parts.steps.append(step(reader, parts))
        case .findings: parts.findings = FindingsDecoder.decode(reader)
        case .sources: parts.sources = KnowledgeDecoder.sources(reader)
        case .safetyNets: parts.safetyNets = KnowledgeDecoder.safetyNets(reader)
        case .contacts: parts.contacts = KnowledgeDecoder.contacts(reader)
        case .vignetteFacts: VignetteDecoder.facts(reader, into: &parts.adapter)
        case .diagnoses: VignetteDecoder.diagnoses(reader, into: &parts.adapter)
        case .findingsCases: parts.cases.findings = cases(parts).findings(reader)
        case .benignCases: parts.cases.benign = cases(parts).benign(reader)
        case .macros, .rules, .floors, .conflicts, .backstops: readTriage(reader, role, &parts)
        case .baseline, .features, .serious, .rulesOnly, .benign: readCauses(reader, role, &parts)
        case .outside: break
        }
    }

    private static func readTriage(_ reader: NodeReader, _ role: ContentLayout.Role, _ parts: inout PackParts) {
        switch role {
        case .macros: parts.macros = RuleDecoder.macros(reader)
        case .floors: parts.floors = FloorDecoder.floors(reader)
        case .conflicts: parts.conflicts = FloorDecoder.conflicts(reader)
        case .backstops: parts.backstops = FloorDecoder.backstops(reader)
        default: parts.ruleGroups.append(RuleDecoder(given: GivenDecoder(parts.findings)).decode(reader))
        }
    }

    private static func readCauses(_ reader: NodeReader, _ role: ContentLayout.Role, _ parts: inout PackParts) {
        switch role {
        case .baseline: BaselineDecoder.decode(reader, into: &parts.serious)
        case .features: FeaturesDecoder.decode(reader, into: &parts.benign)
        case .rulesOnly: parts.causes.append(CauseDecoder.rulesOnly(reader))
        case .benign:
            let (cause, model) = CauseDecoder.benign(reader)
            if let cause { parts.causes.append(cause) }
            if let model { parts.benign.classes.append(model) }
        default:
            let (cause, model) = CauseDecoder.serious(reader)
            parts.causes.append(cause)
            if let model { parts.serious.classes.append(model) }
        }
    }

    private static func step(_ reader: NodeReader, _ parts: PackParts) -> SurveyStep {
        QuestionnaireDecoder(common: CommonWords(parts.words, in: reader.context)).decode(reader)
    }

    private static func cases(_ parts: PackParts) -> CasesDecoder {
        CasesDecoder(given: GivenDecoder(parts.findings))
    }
}
