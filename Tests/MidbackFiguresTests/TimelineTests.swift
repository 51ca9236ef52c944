import MidbackCore
import MidbackPlan
import Testing

@testable import MidbackFigures

@Suite struct TimelineTests {
    private func motion(_ loop: Motion.Loop, holds: [Double], pace: Motion.Pace = .eased) -> Motion {
        let frames = holds.enumerated().map { index, hold in
            KeyFrame(
                name: LocalizedText(en: "", es: ""), move: Double(index + 1), hold: hold,
                pose: ["elbow": Double(index) * 40])
        }
        return Motion(
            view: .side, anchor: Anchor(point: "pelvis", x: 0, y: 0.5), loop: loop, pace: pace, region: .midBack,
            isMirrored: false, props: [], contacts: [], frames: frames)
    }

    @Test func cycle_returnsToTheFirstFrameWithItsTime() throws {
        let legs = try Timeline(motion(.cycle, holds: [0.5, 0, 2])).legs(isPreview: true)
        #expect(legs.map(\.seconds) == [0.5, 2, 3, 2, 1])
        #expect(legs.last == Timeline.Leg(start: 2, end: 0, seconds: 1))
    }

    @Test func pingpong_goesBackWithTheSameTimes() throws {
        let legs = try Timeline(motion(.pingpong, holds: [0.5, 1, 2])).legs(isPreview: true)
        #expect(legs.map(\.seconds) == [0.5, 2, 1, 3, 2, 3, 1, 2])
        #expect(legs.last == Timeline.Leg(start: 1, end: 0, seconds: 2))
    }

    @Test func longHold_isShortOnlyInThePreview() throws {
        let timeline = try Timeline(motion(.pingpong, holds: [0, 20]))
        #expect(timeline.legs(isPreview: true).map(\.seconds) == [2, 2, 2])
        #expect(timeline.legs(isPreview: false).map(\.seconds) == [2, 20, 2])
    }

    @Test func halfWayThroughAMove_anglesAreHalfWay() throws {
        let timeline = try Timeline(motion(.pingpong, holds: [0, 0]))
        let middle = timeline.skeleton(after: 1)
        #expect(middle == timeline.skeleton(from: 0, to: 1, progress: 0.5))
    }

    @Test(arguments: [Motion.Pace.eased, .steady])
    func time_isTheInverseOfProgress(_ pace: Motion.Pace) throws {
        let timeline = try Timeline(motion(.cycle, holds: [0, 0], pace: pace))
        for step in 0...20 {
            let progress = Double(step) / 20
            #expect(abs(timeline.progress(timeline.time(of: progress)) - progress) < 1e-9)
        }
    }

    @Test func easedMove_startsSlowly() throws {
        #expect(try Timeline(motion(.cycle, holds: [0, 0])).progress(0.1) < 0.05)
        #expect(try Timeline(motion(.cycle, holds: [0, 0], pace: .steady)).progress(0.1) == 0.1)
    }

    @Test func framesWithOwnAnchors_moveThePelvisEvenly() throws {
        let timeline = try Timeline(LibraryFixture.exercise("foam-roll-thoracic").motion)
        let start = timeline.skeleton(at: 0).pelvis
        let end = timeline.skeleton(at: 1).pelvis
        let middle = timeline.skeleton(from: 0, to: 1, progress: 0.5).pelvis
        #expect(abs(middle.x - (start.x + end.x) / 2) < 1e-9)
        #expect(abs(middle.y - (start.y + end.y) / 2) < 1e-9)
    }

    @Test func schedule_coversTheLoopInOrder() throws {
        for exercise in try LibraryFixture.exercises {
            let schedule = Schedule(try Timeline(exercise.motion))
            let times = schedule.beats.map(\.time)
            #expect(times.first == 0)
            #expect(abs((times.last ?? 0) - 1) < 1e-9)
            #expect(times == times.sorted())
            #expect(schedule.beats.first?.sample == schedule.beats.last?.sample, "\(exercise.id) closes its loop")
        }
    }

    @Test func secondsPerRepetition_isTheSumOfMovesAndHolds() throws {
        #expect(try LibraryFixture.exercise("cat-cow").motion.secondsPerRepetition == 9.5)
    }
}
