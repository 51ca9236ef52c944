import MidbackPlan
import Testing

@testable import MidbackFigures

/// The self-test vectors of the evidence, section 2.6, to their three decimals.
@Suite struct KinematicsTests {
    struct Vector: CustomTestStringConvertible, Sendable {
        var exercise: String
        var frame: Int
        var point: String
        var place: Vector3

        var testDescription: String { "\(exercise) \(frame) \(point)" }
    }

    static let vectors = [
        Vector(exercise: "cat-cow", frame: 0, point: "head", place: Vector3(0.381, 0.356, 0)),
        Vector(exercise: "cat-cow", frame: 0, point: "wristR", place: Vector3(0.266, 0.020, 0.100)),
        Vector(exercise: "cat-cow", frame: 0, point: "pelvis", place: Vector3(0, 0.275, 0)),
        Vector(exercise: "seated-twist", frame: 1, point: "shoulderR", place: Vector3(-0.068, 0.555, 0.073)),
        Vector(exercise: "seated-twist", frame: 1, point: "shoulderL", place: Vector3(0.068, 0.555, -0.073)),
        Vector(exercise: "seated-twist", frame: 1, point: "handR", place: Vector3(0.130, 0.592, 0.069)),
        Vector(exercise: "open-book", frame: 2, point: "handR", place: Vector3(-0.405, 0.352, -0.270)),
        Vector(exercise: "open-book", frame: 2, point: "head", place: Vector3(0, 0.090, -0.390)),
        Vector(exercise: "open-book", frame: 2, point: "kneeL", place: Vector3(0.241, 0.035, 0.043)),
        Vector(exercise: "bridge", frame: 1, point: "pelvis", place: Vector3(-0.033, 0.188, 0)),
        Vector(exercise: "bridge", frame: 1, point: "kneeR", place: Vector3(0.197, 0.272, 0.055)),
        Vector(exercise: "bridge", frame: 1, point: "toeR", place: Vector3(0.350, -0.007, 0.055)),
    ]

    @Test(arguments: vectors)
    func selfTestVector_isMet(_ vector: Vector) throws {
        let timeline = try Timeline(LibraryFixture.exercise(vector.exercise).motion)
        let point = try #require(BodyPoint(vector.point))
        let place = timeline.skeleton(at: vector.frame)[point]
        // Half of the last decimal, with a little room for the rounding of the vector itself.
        let tolerance = 0.0005 + 1e-9
        #expect(abs(place.x - vector.place.x) <= tolerance, "x \(place.x)")
        #expect(abs(place.y - vector.place.y) <= tolerance, "y \(place.y)")
        #expect(abs(place.z - vector.place.z) <= tolerance, "z \(place.z)")
    }

    @Test func standingFigure_hasTheLengthsOfTheConvention() throws {
        var skeleton = Skeleton(try PoseAngles([:]))
        skeleton.move(by: Vector3(0, 0.04 - skeleton.right.ankle.y, 0))
        #expect(abs(skeleton.pelvis.y - 0.53) < 1e-9)
        #expect(abs(skeleton.c7.y - 0.82) < 1e-9)
        #expect(abs(skeleton.right.toe.y) < 1e-9)
        #expect(abs(skeleton.right.shoulder.z - 0.1) < 1e-9)
    }

    @Test func keyOfOneSide_winsOverKeyOfBoth() throws {
        let angles = try PoseAngles(["shoulder": 10, "shoulderR": 40, "shoulderL_abd": 5])
        #expect(angles.limb(.shoulder, .right) == 40)
        #expect(angles.limb(.shoulder, .left) == 10)
        #expect(angles.limb(.shoulderAbduction, .left) == 5)
        #expect(angles.limb(.shoulderAbduction, .right) == 0)
    }

    @Test func unknownKey_isRefused() {
        #expect(throws: FigureError.unknownJoint("wing")) { try PoseAngles(["wing": 1]) }
        #expect(!Joint.isKey("kneeX"))
        #expect(Joint.isKey("shoulderR_abd"))
    }

    @Test func mirroring_exchangesSidesAndTurnsSigns() throws {
        let exercise = try LibraryFixture.exercise("thread-the-needle")
        let right = try Timeline(exercise.motion).skeleton(at: 1)
        let left = try Timeline(exercise.motion, isOtherSide: true).skeleton(at: 1)
        for part in BodyPoint.Part.allCases {
            let first = right[.limb(part, .right)]
            let second = left[.limb(part, .left)]
            #expect(abs(first.x - second.x) < 1e-9 && abs(first.y - second.y) < 1e-9 && abs(first.z + second.z) < 1e-9)
        }
    }

    @Test func mirroringTwice_givesThePoseBack() throws {
        for exercise in try LibraryFixture.exercises {
            for frame in exercise.motion.frames {
                let angles = try PoseAngles(frame.pose)
                #expect(angles.mirrored.mirrored == angles)
            }
        }
    }
}
