/// Repeatable random numbers (SplitMix64): the same seed gives the same visitors on every machine.
struct RandomSource: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Uniform in 0..<1.
    mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

    /// True with this probability.
    mutating func chance(_ p: Double) -> Bool { unit() < p }

    /// One of several values with these probabilities; `nil` for the rest.
    mutating func pick(_ shares: [(String, Double)]) -> String? {
        var rest = unit()
        for (value, share) in shares {
            rest -= share
            if rest < 0 { return value }
        }
        return nil
    }
}
