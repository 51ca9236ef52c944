import Foundation

/// A rotation: its columns are the directions of the rotated axes.
struct Matrix3: Hashable, Sendable {
    /// Where the x axis points: the front of a body part.
    var forward: Vector3
    /// Where the y axis points: along a body part, upward.
    var up: Vector3
    /// Where the z axis points: the right of a body part.
    var right: Vector3

    static let identity = Matrix3(
        forward: Vector3(1, 0, 0), up: Vector3(0, 1, 0), right: Vector3(0, 0, 1))

    static func * (matrix: Matrix3, vector: Vector3) -> Vector3 {
        matrix.forward * vector.x + matrix.up * vector.y + matrix.right * vector.z
    }

    static func * (first: Matrix3, second: Matrix3) -> Matrix3 {
        Matrix3(forward: first * second.forward, up: first * second.up, right: first * second.right)
    }

    /// Rotation about x by degrees.
    static func aboutX(_ degrees: Double) -> Matrix3 {
        let (sine, cosine) = turn(degrees)
        return Matrix3(
            forward: Vector3(1, 0, 0), up: Vector3(0, cosine, sine), right: Vector3(0, -sine, cosine))
    }

    /// Rotation about y by degrees.
    static func aboutY(_ degrees: Double) -> Matrix3 {
        let (sine, cosine) = turn(degrees)
        return Matrix3(
            forward: Vector3(cosine, 0, -sine), up: Vector3(0, 1, 0), right: Vector3(sine, 0, cosine))
    }

    /// Rotation about z by degrees.
    static func aboutZ(_ degrees: Double) -> Matrix3 {
        let (sine, cosine) = turn(degrees)
        return Matrix3(
            forward: Vector3(cosine, sine, 0), up: Vector3(-sine, cosine, 0), right: Vector3(0, 0, 1))
    }

    private static func turn(_ degrees: Double) -> (sine: Double, cosine: Double) {
        let radians = degrees * .pi / 180
        return (sin(radians), cos(radians))
    }
}
