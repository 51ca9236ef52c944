public import MidbackPlan

/// Draws exercises as SVG: the same motion and caption give the same bytes.
///
/// Colours are classes with a written colour to fall back on (`FigureStyle.sheet` holds the style for pages), there is no
/// script, no style element and no style attribute, and movement is SMIL, so that a drawing works in a page under a
/// strict content security policy as well as in a picture file.
public struct FigureRenderer: Sendable {
    /// Colours written into the drawing.
    public enum Palette: Sendable {
        /// For light pages and print.
        case light
        /// For dark pages.
        case dark
    }

    private let body: FigureBody
    private let palette: Palette

    /// Makes a renderer.
    public init(body: FigureBody = .standard, palette: Palette = .light) {
        self.body = body
        self.palette = palette
    }

    /// The moving figure. `isOtherSide` exchanges left and right. Throws when the motion is faulty.
    public func animated(
        _ motion: Motion, _ caption: FigureCaption, isOtherSide: Bool = false
    ) throws(FigureError) -> String {
        let scene = try Scene(motion, body: body, isOtherSide: isOtherSide)
        let drawing = Drawing(scene, Schedule(scene.timeline))
        return AnimatedDocument(drawing: drawing, caption: caption, palette: palette).text
    }

    /// Three telling moments side by side, or below each other when they are wide: for reduced motion and print.
    public func still(
        _ motion: Motion, _ caption: FigureCaption, isOtherSide: Bool = false
    ) throws(FigureError) -> String {
        let scene = try Scene(motion, body: body, isOtherSide: isOtherSide)
        let moments = Moments(scene.timeline).three
        return StillDocument(scene: scene, moments: moments, caption: caption, palette: palette).text
    }

    /// One key frame, for step-by-step pages and small pictures.
    public func moment(
        _ frame: Int, of motion: Motion, _ caption: FigureCaption, isOtherSide: Bool = false
    ) throws(FigureError) -> String {
        let scene = try Scene(motion, body: body, isOtherSide: isOtherSide)
        let index = min(max(frame, 0), motion.frames.count - 1)
        let sample = Schedule.Sample(start: index, end: index, progress: 0)
        return StillDocument(scene: scene, moments: [sample], caption: caption, palette: palette).text
    }
}
