import MidbackCore
import MidbackPlan
import Testing

@testable import MidbackFigures

/// Every key frame is something a body can do where the props allow it.
@Suite struct PoseTests {
    private static let ranges: [(keys: [String], range: ClosedRange<Double>)] = [
        (["lumbar"], -32...60), (["thoracic"], -32...45), (["neck"], -65...60), (["hip"], -32...150),
        (["knee"], -1...162), (["shoulder"], -65...195), (["elbow"], 0...152),
    ]

    @Test func angles_areInsideOrdinaryRanges() throws {
        for exercise in try LibraryFixture.exercises {
            for frame in exercise.motion.frames {
                for (key, angle) in frame.pose {
                    #expect(Joint.isKey(key), "\(exercise.id) \(key)")
                    let isOneSided = key.hasSuffix("L") || key.hasSuffix("R")
                    let plain = isOneSided ? String(key.dropLast()) : key
                    let range = Self.ranges.first { $0.keys.contains(plain) }?.range ?? -180...180
                    #expect(range.contains(angle), "\(exercise.id) \(frame.name.en) \(key)")
                }
            }
        }
    }

    @Test func noPoint_isBelowTheFloor() throws {
        for exercise in try LibraryFixture.exercises {
            let timeline = try Timeline(exercise.motion)
            for index in timeline.stops.indices {
                let skeleton = timeline.skeleton(at: index)
                for point in Self.points {
                    #expect(skeleton[point].y >= -0.0205, "\(exercise.id) \(index) \(point)")
                }
            }
        }
    }

    private static let points: [BodyPoint] =
        [.pelvis, .c7, .head] + BodySide.allCases.flatMap { side in BodyPoint.Part.allCases.map { .limb($0, side) } }

    @Test func feetThatStand_touchTheFloor() throws {
        for exercise in try LibraryFixture.exercises {
            let timeline = try Timeline(exercise.motion)
            for side in BodySide.allCases where exercise.motion.contacts.contains("foot" + side.rawValue) {
                for index in timeline.stops.indices {
                    let limbs = timeline.skeleton(at: index).limbs(side)
                    let height = min(limbs.heel.y, limbs.toe.y)
                    #expect(abs(height) <= 0.045, "\(exercise.id) \(index) \(side) \(height)")
                }
            }
        }
    }

    @Test func handsOnFurniture_areWhereItIs() throws {
        for exercise in try LibraryFixture.exercises {
            let timeline = try Timeline(exercise.motion)
            for side in BodySide.allCases {
                for index in timeline.stops.indices {
                    let limbs = timeline.skeleton(at: index).limbs(side)
                    let motion = exercise.motion
                    if motion.contacts.contains("hand\(side.rawValue):wall"), let x = wall(motion) {
                        let gap = min(abs(limbs.hand.x - x), abs(limbs.wrist.x - x))
                        #expect(gap <= 0.045, "\(exercise.id) \(index) \(gap)")
                    }
                    if motion.contacts.contains("hand\(side.rawValue):table"), let y = table(motion) {
                        #expect(abs(limbs.hand.y - y) <= 0.045, "\(exercise.id) \(index) \(limbs.hand.y - y)")
                    }
                }
            }
        }
    }

    private func wall(_ motion: Motion) -> Double? { motion.props.first { $0.kind == .wall }?.x }

    private func table(_ motion: Motion) -> Double? { motion.props.first { $0.kind == .table }?.y }
}
