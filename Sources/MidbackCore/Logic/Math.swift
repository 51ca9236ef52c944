#if canImport(Glibc)
    import Glibc
#else
    import Foundation
#endif

/// The few functions of real numbers the models need.
enum Math {
    /// Natural logarithm.
    static func ln(_ value: Double) -> Double { log(value) }

    /// Powers of e that sum to one, computed from scores without overflow.
    static func softmax(_ scores: [Double]) -> [Double] {
        guard let largest = scores.max(), largest > -.infinity else { return scores.map { _ in 0 } }
        var result = scores.map { exp($0 - largest) }
        let sum = result.reduce(0, +)
        for index in result.indices { result[index] /= sum }
        return result
    }

    /// Nine decimals: enough for every threshold, few enough that other machines agree.
    static func rounded(_ value: Double) -> Double { (value * 1e9).rounded() / 1e9 }
}
