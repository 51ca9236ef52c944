/// A place or direction in the world: x forward, y up, z to the figure's right; lengths in body heights.
public struct Vector3: Hashable, Sendable {
    /// Forward.
    public var x: Double
    /// Up.
    public var y: Double
    /// To the figure's right.
    public var z: Double

    /// Makes a vector.
    public init(_ x: Double, _ y: Double, _ z: Double) {
        self.x = x
        self.y = y
        self.z = z
    }

    static let zero = Vector3(0, 0, 0)

    static func + (first: Vector3, second: Vector3) -> Vector3 {
        Vector3(first.x + second.x, first.y + second.y, first.z + second.z)
    }

    static func - (first: Vector3, second: Vector3) -> Vector3 {
        Vector3(first.x - second.x, first.y - second.y, first.z - second.z)
    }

    static func * (vector: Vector3, factor: Double) -> Vector3 {
        Vector3(vector.x * factor, vector.y * factor, vector.z * factor)
    }

    /// The point a share of the way to another one.
    func toward(_ other: Vector3, _ share: Double) -> Vector3 { self + (other - self) * share }
}
