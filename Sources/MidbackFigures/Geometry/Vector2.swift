/// A place or direction on the drawing: x to the right, y down.
struct Vector2: Hashable, Sendable {
    var x: Double
    var y: Double

    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }

    static let zero = Vector2(0, 0)

    static func + (first: Vector2, second: Vector2) -> Vector2 { Vector2(first.x + second.x, first.y + second.y) }

    static func - (first: Vector2, second: Vector2) -> Vector2 { Vector2(first.x - second.x, first.y - second.y) }

    static func * (vector: Vector2, factor: Double) -> Vector2 { Vector2(vector.x * factor, vector.y * factor) }

    var length: Double { (x * x + y * y).squareRoot() }

    /// A quarter turn to the left of the direction, as seen on the drawing.
    var normal: Vector2 { Vector2(y, -x) }

    func dot(_ other: Vector2) -> Double { x * other.x + y * other.y }

    /// The direction with length 1, or `fallback` when it is too short to have one.
    func unit(or fallback: Vector2) -> Vector2 {
        let length = length
        return length < 1e-4 ? fallback : self * (1 / length)
    }
}
