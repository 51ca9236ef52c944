import MidbackCore
import MidbackFigures
import MidbackPlan

/// Draws what a name asks for.
struct FigureStudio: Sendable {
    private static let light = FigureRenderer(palette: .light)
    private static let dark = FigureRenderer(palette: .dark)

    /// The SVG text; `nil` when the motion of the exercise is faulty, which the content check does not let pass.
    static func svg(_ name: FigureName, _ language: Language) -> String? {
        let exercise = name.exercise
        let caption = FigureCaption(
            id: exercise.id, title: exercise.name[language], description: exercise.picture[language])
        let renderer = name.isDark ? dark : light
        do {
            switch name.shape {
            case .moving: return try renderer.animated(exercise.motion, caption)
            case .mirrored: return try renderer.animated(exercise.motion, caption, isOtherSide: true)
            case .still: return try renderer.still(exercise.motion, caption)
            case .frame(let number): return try renderer.moment(number, of: exercise.motion, caption)
            }
        } catch {
            return nil
        }
    }
}
