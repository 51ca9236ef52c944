import MidbackCore
import MidbackPlan

/// The frame of the player, hidden until the script runs. All its words are in it, so that the script has none.
struct SessionPlayer {
    let page: SessionPage
    let canvas: Canvas

    var markup: HTML {
        let words = SessionWords(page: page, canvas: canvas)
        return canvas["session.player"].fill([
            "painKeys": keys("session.pain-low", "session.pain-high"),
            "effortKeys": keys("session.effort-low", "session.effort-high"), "rule": words.rule,
            "limit": words.limit, "signs": words.signs, "count": HTML("%n"),
            "figure": HTML(page.script.parts.first.map { Routes.figure($0.exercise, .moving, canvas.language) } ?? ""),
        ])
    }

    /// 0 to 10 as buttons, with words at both ends.
    private func keys(_ low: String, _ high: String) -> HTML {
        let numbers = (0...10).map { number in
            let end = number == 0 ? low : number == 10 ? high : nil
            return canvas["session.key"].fill([
                "number": HTML(number),
                "end": end.map { canvas["follow-up.end"].fill(["text": canvas.words.html($0)]) } ?? .empty,
            ])
        }
        return canvas["session.keys"].fill([
            "low": canvas.words.html(low), "high": canvas.words.html(high), "numbers": numbers.joined(),
        ])
    }
}
