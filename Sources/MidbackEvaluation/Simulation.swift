public import MidbackCore

/// Virtual visitors through the engine: how many reach which level.
public struct Simulation {
    private let engine: Engine
    private let model: VisitorModel
    private let seed: UInt64

    /// For one engine.
    public init(_ engine: Engine, seed: UInt64) {
        self.engine = engine
        self.seed = seed
        model = VisitorModel(engine.pack)
    }

    /// Shares per level of each group.
    public struct Report: Sendable {
        /// A group of visitors and how many reached each level, most urgent first.
        public struct Row: Sendable {
            /// Name of the group, or cause id.
            public var name: String
            /// Visitors per level, five numbers.
            public var levels: [Int]
            /// The level the cause usually needs; self-care for musculoskeletal groups.
            public var needed: Disposition
            var total: Int { levels.reduce(0, +) }

            /// Share at this level or a more urgent one.
            public func share(upTo level: Disposition) -> Double {
                total == 0 ? 0 : Double(levels.prefix(level.rawValue).reduce(0, +)) / Double(total)
            }
        }

        /// Musculoskeletal groups.
        public var benign: [Row]
        /// Serious classes.
        public var serious: [Row]
    }

    /// - Parameters:
    ///   - visitors: with a musculoskeletal cause.
    ///   - each: for each serious class.
    public func run(visitors: Int, each: Int, progress: (String) -> Void = { _ in }) -> Report {
        var random = RandomSource(seed: seed)
        var groups = ["all", "under 50", "50-64", "65+"].map {
            Report.Row(name: $0, levels: [0, 0, 0, 0, 0], needed: .selfCare)
        }
        for number in 0..<visitors {
            let age = Self.age(&random)
            let level = level(nil, age, &random)
            groups[0].levels[level.rawValue - 1] += 1
            groups[age < 50 ? 1 : age < 65 ? 2 : 3].levels[level.rawValue - 1] += 1
            if number % 1000 == 0 { progress("\(number) visitors") }
        }
        let needed = Dictionary(
            engine.pack.causes.map { ($0.id, $0.usualLevel) }, uniquingKeysWith: { first, _ in first })
        let serious = engine.pack.seriousModel.classes.map { serious in
            var row = Report.Row(
                name: serious.id, levels: [0, 0, 0, 0, 0], needed: needed[serious.id] ?? .urgent24To72h)
            for _ in 0..<each { row.levels[level(serious.id, ageOf(serious, &random), &random).rawValue - 1] += 1 }
            progress(serious.id)
            return row
        }
        return Report(benign: groups, serious: serious)
    }

    private func level(_ cause: String?, _ age: Int, _ random: inout RandomSource) -> Disposition {
        let sex = cause == "ectopic-pregnancy" || random.chance(0.55) ? "female" : "male"
        var visitor = model.visitor(cause, age: age, sex: sex, &random)
        // Medicine, self-harm and violence rules are a safety track of their own and no over-triage.
        if cause == nil {
            for finding in ["pain-medicine-over-limit", "self-harm-thoughts", "self-harm-plan", "unsafe-home"] {
                visitor.values[finding] = nil
            }
        }
        return engine.assess(visitor).triage.level
    }

    /// Visitors of a clinic's website: an expert estimate of the age mix.
    private static let ageBands: [(low: Int, high: Int, share: Double)] = [
        (18, 34, 0.27), (35, 49, 0.28), (50, 64, 0.25), (65, 74, 0.12), (75, 90, 0.08),
    ]

    private static func age(_ random: inout RandomSource) -> Int {
        var rest = random.unit()
        for band in ageBands {
            rest -= band.share
            if rest < 0 { return Int.random(in: band.low...band.high, using: &random) }
        }
        return 60
    }

    /// Ages of people with a cause: the age mix weighted with its prior.
    private func ageOf(_ serious: SeriousModel.Class, _ random: inout RandomSource) -> Int {
        if serious.gatedPrior != nil { return Int.random(in: 18...45, using: &random) }
        let weights = zip(Self.ageBands, serious.priorPercent).map { $0.share * $1 }
        var rest = random.unit() * weights.reduce(0, +)
        for (band, weight) in zip(Self.ageBands, weights) {
            rest -= weight
            if rest < 0 { return Int.random(in: band.low...band.high, using: &random) }
        }
        return 60
    }
}

extension Simulation.Report {
    /// Percentages as a table.
    public var table: String {
        var lines = [
            "musculoskeletal visitors: specificity of level 1 / levels 1-2 / levels 1-3, share sent to self-care (percent)"
        ]
        for row in benign where row.total > 0 {
            let shares = [Disposition.emergencyNow, .sameDayED, .urgent24To72h].map {
                Self.percent(1 - row.share(upTo: $0))
            }
            let selfCare = Self.percent(1 - row.share(upTo: .routine2Weeks))
            lines.append("  \(row.name) (n = \(row.total)): " + (shares + [selfCare]).joined(separator: " / "))
        }
        lines.append(
            "serious classes: share at the level they usually need or a more urgent one, and share at self-care (percent)"
        )
        for row in serious where row.total > 0 {
            let reached = Self.percent(row.share(upTo: row.needed))
            lines.append(
                "  \(row.name) (\(row.needed.id)): \(reached), self-care \(Self.percent(1 - row.share(upTo: .routine2Weeks)))"
            )
        }
        return lines.joined(separator: "\n")
    }

    private static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
