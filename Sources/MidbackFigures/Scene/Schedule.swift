import MidbackPlan

/// Which poses an animation needs and when it shows them.
struct Schedule: Sendable {
    /// A pose between two key frames.
    struct Sample: Hashable, Sendable {
        var start: Int
        var end: Int
        var progress: Double
    }

    /// A moment of the animation.
    struct Beat: Hashable, Sendable {
        /// Share of the whole time.
        var time: Double
        /// Index into `samples`.
        var sample: Int
    }

    private(set) var samples: [Sample] = []
    private(set) var beats: [Beat] = []
    /// Seconds of one loop.
    private(set) var seconds = 0.0

    /// Degrees a joint may turn between two poses; in between, outlines move along straight lines.
    private static let largestStep = 20.0

    init(_ timeline: Timeline) {
        let legs = timeline.legs(isPreview: true)
        seconds = legs.reduce(0) { $0 + $1.seconds }
        var elapsed = 0.0
        add(Sample(start: 0, end: 0, progress: 0), at: 0)
        for leg in legs {
            append(leg, of: timeline, after: elapsed)
            elapsed += leg.seconds
        }
    }

    /// Single moments, without times.
    init(moments: [Sample]) { samples = moments }

    private mutating func append(_ leg: Timeline.Leg, of timeline: Timeline, after elapsed: Double) {
        if leg.start == leg.end {
            return add(Sample(start: leg.start, end: leg.start, progress: 0), at: elapsed + leg.seconds)
        }
        let count = Schedule.steps(leg, of: timeline)
        for step in 1...count {
            let progress = Double(step) / Double(count)
            let time = elapsed + timeline.time(of: progress) * leg.seconds
            add(Schedule.sample(leg, step, of: count), at: time)
        }
    }

    private static func steps(_ leg: Timeline.Leg, of timeline: Timeline) -> Int {
        let change = timeline.stops[leg.start].angles.largestChange(to: timeline.stops[leg.end].angles)
        let least = timeline.pace == .steady ? 3 : 4
        return min(max(Int((change / largestStep).rounded(.up)), least), 7)
    }

    /// The way back passes through the same poses as the way forward.
    private static func sample(_ leg: Timeline.Leg, _ step: Int, of count: Int) -> Sample {
        if step == count { return Sample(start: leg.end, end: leg.end, progress: 0) }
        let isBackward = leg.end == leg.start - 1
        let share = Double(isBackward ? count - step : step) / Double(count)
        return Sample(start: isBackward ? leg.end : leg.start, end: isBackward ? leg.start : leg.end, progress: share)
    }

    private mutating func add(_ sample: Sample, at time: Double) {
        let index = samples.firstIndex(of: sample) ?? samples.count
        if index == samples.count { samples.append(sample) }
        beats.append(Beat(time: seconds > 0 ? min(time / seconds, 1) : 0, sample: index))
    }
}
