/// The three moments that tell most about a motion.
struct Moments {
    private let timeline: Timeline

    init(_ timeline: Timeline) { self.timeline = timeline }

    var three: [Schedule.Sample] {
        let count = timeline.stops.count
        if count == 1 { return [stop(0)] }
        if count == 2 { return [stop(0), Schedule.Sample(start: 0, end: 1, progress: 0.5), stop(1)] }
        if count == 3 { return [stop(0), stop(1), stop(2)] }
        // A centre, one side, the centre again and the other side: the second centre tells nothing new.
        let isCentre = timeline.stops[2].angles == timeline.stops[0].angles
        return isCentre ? [stop(0), stop(1), stop(3)] : [stop(0), stop(1), stop(2)]
    }

    private func stop(_ index: Int) -> Schedule.Sample { Schedule.Sample(start: index, end: index, progress: 0) }
}
