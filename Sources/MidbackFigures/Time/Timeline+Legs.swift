import MidbackPlan

/// The way through the frames of one whole loop.
extension Timeline {
    /// A stretch of time on the way from one frame to another, or a stay when both are the same.
    public struct Leg: Hashable, Sendable {
        /// Frame at its start.
        public var start: Int
        /// Frame at its end.
        public var end: Int
        /// Seconds.
        public var seconds: Double
    }

    /// Longest stay in a preview; the guided session keeps the real one.
    public static let longestPreviewHold = 2.0

    /// Stays and moves of one loop in order, beginning with the stay at the first frame. Stays of 10 s and more are
    /// shortened when `isPreview`.
    public func legs(isPreview: Bool) -> [Leg] {
        var legs = [stay(at: 0, isPreview)]
        for index in stops.indices.dropFirst() {
            legs.append(Leg(start: index - 1, end: index, seconds: stops[index].move))
            legs.append(stay(at: index, isPreview))
        }
        legs += wayBack(isPreview)
        return legs.filter { $0.seconds > 0 }
    }

    private func wayBack(_ isPreview: Bool) -> [Leg] {
        let last = stops.count - 1
        if last == 0 { return [] }
        if loop == .cycle { return [Leg(start: last, end: 0, seconds: stops[0].move)] }
        var legs: [Leg] = []
        for index in stride(from: last, to: 0, by: -1) {
            legs.append(Leg(start: index, end: index - 1, seconds: stops[index].move))
            if index > 1 { legs.append(stay(at: index - 1, isPreview)) }
        }
        return legs
    }

    private func stay(at index: Int, _ isPreview: Bool) -> Leg {
        let hold = stops[index].hold
        let isShortened = isPreview && hold >= 10
        return Leg(start: index, end: index, seconds: isShortened ? Timeline.longestPreviewHold : hold)
    }

    /// The figure after some seconds of the loop, which begins again when it is over.
    public func skeleton(after seconds: Double, isPreview: Bool = true) -> Skeleton {
        let legs = legs(isPreview: isPreview)
        let total = legs.reduce(0) { $0 + $1.seconds }
        guard total > 0 else { return skeleton(at: 0) }
        var rest = seconds.truncatingRemainder(dividingBy: total)
        for leg in legs {
            if rest < leg.seconds {
                return skeleton(from: leg.start, to: leg.end, progress: progress(rest / leg.seconds))
            }
            rest -= leg.seconds
        }
        return skeleton(at: 0)
    }

    /// Share of the change after a share of the time.
    func progress(_ time: Double) -> Double {
        pace == .steady ? time : time * time * (3 - 2 * time)
    }

    /// Share of the time after which a share of the change is done; the inverse of `progress`.
    func time(of progress: Double) -> Double {
        if pace == .steady { return progress }
        var time = progress
        for _ in 0..<12 {
            let slope = 6 * time * (1 - time)
            if slope < 1e-6 { break }
            time -= (time * time * (3 - 2 * time) - progress) / slope
        }
        return time
    }
}
