import MidbackCore
import MidbackPlan

extension Canvas {
    /// How large a drawing is shown, and whether it moves.
    enum FigureSize {
        /// Moves; three still moments under reduced motion.
        case large
        /// One telling moment beside a name: not described again.
        case small
        /// One telling moment, described.
        case described
        /// Three moments, for print and for those who want no movement.
        case still
    }

    /// The drawing of an exercise; empty when the pack no longer has it.
    func figure(_ id: String, _ size: FigureSize) -> HTML {
        guard let exercise = library.exercise(id) else { return .empty }
        let text = words.html(exercise.picture)
        switch size {
        case .large: return large(id, text)
        case .small: return one(exercise, .empty)
        case .described: return one(exercise, text)
        case .still:
            return self["plan-parts.still"].fill([
                "src": address(id, .still), "dark": address(id, .still, isDark: true), "alt": text,
            ])
        }
    }

    private func large(_ id: String, _ text: HTML) -> HTML {
        self["plan-parts.figure"].fill([
            "stillDark": address(id, .still, isDark: true), "still": address(id, .still),
            "dark": address(id, .moving, isDark: true), "src": address(id, .moving), "alt": text,
        ])
    }

    private func one(_ exercise: Exercise, _ text: HTML) -> HTML {
        let shape = Routes.FigureShape.frame(exercise.motion.tellingFrame)
        return self["plan-parts.small"].fill([
            "src": address(exercise.id, shape), "dark": address(exercise.id, shape, isDark: true), "alt": text,
        ])
    }

    private func address(_ id: String, _ shape: Routes.FigureShape, isDark: Bool = false) -> HTML {
        HTML(Routes.figure(id, shape, isDark: isDark, language))
    }
}

extension Motion {
    /// The key frame that is furthest from the start: it shows best what the exercise is about.
    var tellingFrame: Int {
        guard let start = frames.first?.pose else { return 0 }
        let distances = frames.map { frame in
            Set(frame.pose.keys).union(start.keys).sorted().reduce(0.0) { sum, key in
                sum + abs((frame.pose[key] ?? 0) - (start[key] ?? 0))
            }
        }
        let most = distances.max() ?? 0
        return distances.firstIndex(of: most) ?? 0
    }
}
