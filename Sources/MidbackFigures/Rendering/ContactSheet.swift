public import MidbackCore
public import MidbackPlan

/// All figures of a library as files to look at: every exercise moving and at three moments, one page and one big picture.
public struct ContactSheet: Sendable {
    /// A file of the sheet.
    public struct File: Hashable, Sendable {
        /// Path inside the folder, with `/`.
        public var path: String
        /// Whole text.
        public var text: String
    }

    private let exercises: [Exercise]
    private let language: Language
    private let renderer: FigureRenderer

    private static let columns = 4
    private static let cell = (width: 420.0, height: 340.0)

    /// Makes a sheet of exercises in library order.
    public init(_ exercises: [Exercise], language: Language = .en, renderer: FigureRenderer = FigureRenderer()) {
        self.exercises = exercises.sorted { $0.number < $1.number }
        self.language = language
        self.renderer = renderer
    }

    /// `index.html`, `figures.css`, `contact-sheet.svg`, and `moving/` and `still/` with one file per exercise.
    public func files() throws(FigureError) -> [File] {
        var files = [
            File(path: "index.html", text: page), File(path: "figures.css", text: FigureStyle.sheet),
            File(path: "contact-sheet.svg", text: try picture()),
        ]
        for exercise in exercises {
            let caption = caption(exercise)
            files.append(
                File(path: "moving/\(exercise.id).svg", text: try renderer.animated(exercise.motion, caption)))
            files.append(File(path: "still/\(exercise.id).svg", text: try renderer.still(exercise.motion, caption)))
        }
        return files
    }

    private func caption(_ exercise: Exercise) -> FigureCaption {
        FigureCaption(
            id: exercise.id, title: exercise.name[language], description: exercise.picture[language])
    }

    /// All exercises at three moments in one picture.
    public func picture() throws(FigureError) -> String {
        let rows = (exercises.count + Self.columns - 1) / Self.columns
        let width = Int(Self.cell.width) * Self.columns
        let height = Int(Self.cell.height) * rows
        var text = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" "
        text += "font-family=\"sans-serif\" font-size=\"18\">"
        text += "<rect width=\"\(width)\" height=\"\(height)\" fill=\"#fff\"/>"
        for (index, exercise) in exercises.enumerated() { text += try cell(exercise, index) }
        return text + "</svg>"
    }

    private func cell(_ exercise: Exercise, _ index: Int) throws(FigureError) -> String {
        let x = Int(Self.cell.width) * (index % Self.columns)
        let y = Int(Self.cell.height) * (index / Self.columns)
        let still = try renderer.still(exercise.motion, caption(exercise))
        let place = "<svg x=\"\(x + 10)\" y=\"\(y + 34)\" width=\"\(Int(Self.cell.width) - 20)\" "
        let size = "height=\"\(Int(Self.cell.height) - 44)\" "
        let name = escaped(exercise.name[language])
        let label = "<text x=\"\(x + 14)\" y=\"\(y + 24)\">\(exercise.number) \(name)</text>"
        return label + place + size + still.dropFirst("<svg ".count)
    }

    private var page: String {
        let figures = exercises.map(section).joined(separator: "\n")
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Midback: \(exercises.count) figures</title>
            <link rel="stylesheet" href="figures.css">
            \(figures)
            </html>

            """
    }

    private func section(_ exercise: Exercise) -> String {
        let name = escaped(exercise.name[language])
        let description = escaped(exercise.picture[language])
        return """
            <h2>\(exercise.number). \(name)</h2>
            <p>\(description)</p>
            <img src="moving/\(exercise.id).svg" alt="" width="480" height="360">
            <img src="still/\(exercise.id).svg" alt="" height="360">
            """
    }

    private func escaped(_ text: String) -> String {
        var writer = SVGWriter(capacity: text.utf8.count)
        writer.escaped(text)
        return writer.text
    }
}
