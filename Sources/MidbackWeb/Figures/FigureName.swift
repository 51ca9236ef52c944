import MidbackPlan

/// The name of a drawing taken apart: `cat-cow-mirror-dark.svg`.
struct FigureName: Hashable, Sendable {
    /// What is shown.
    enum Shape: Hashable, Sendable {
        case moving, mirrored, still
        case frame(Int)
    }

    let exercise: Exercise
    let shape: Shape
    let isDark: Bool

    /// `nil` for anything that is no drawing of the library.
    init?(_ name: String, _ library: ExerciseLibrary) {
        guard name.hasSuffix(".svg"), name.utf8.count <= 80 else { return nil }
        var stem = String(name.dropLast(4))
        isDark = stem.hasSuffix("-dark")
        if isDark { stem.removeLast(5) }
        if let exercise = library.exercise(stem) {
            (self.exercise, shape) = (exercise, .moving)
            return
        }
        guard let dash = stem.lastIndex(of: "-"), let exercise = library.exercise(String(stem[..<dash])),
            let shape = Self.shape(stem[stem.index(after: dash)...], exercise.motion)
        else { return nil }
        (self.exercise, self.shape) = (exercise, shape)
    }

    private static func shape(_ suffix: Substring, _ motion: Motion) -> Shape? {
        switch suffix {
        case "mirror": return .mirrored
        case "still": return .still
        default:
            guard let number = Int(suffix), motion.frames.indices.contains(number), String(number) == suffix else {
                return nil
            }
            return .frame(number)
        }
    }
}
