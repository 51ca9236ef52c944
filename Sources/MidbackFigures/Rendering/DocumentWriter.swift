/// Writes the pieces that all drawings share.
struct DocumentWriter {
    private(set) var svg: SVGWriter
    private let palette: FigureRenderer.Palette

    init(palette: FigureRenderer.Palette) {
        self.palette = palette
        svg = SVGWriter(capacity: 40_000)
    }

    var text: String { svg.text }

    mutating func open(_ caption: FigureCaption, _ kind: StaticString, _ extent: Extent) {
        svg.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"fig fig-")
        svg.raw(kind)
        svg.raw("\" viewBox=\"")
        viewBox(extent)
        svg.raw("\" role=\"img\" aria-labelledby=\"")
        svg.escaped(caption.id)
        svg.raw("-n ")
        svg.escaped(caption.id)
        svg.raw("-d\"><title id=\"")
        svg.escaped(caption.id)
        svg.raw("-n\">")
        svg.escaped(caption.title)
        svg.raw("</title><desc id=\"")
        svg.escaped(caption.id)
        svg.raw("-d\">")
        svg.escaped(caption.description)
        svg.raw("</desc>")
        gradient(caption.id)
    }

    private mutating func viewBox(_ extent: Extent) {
        svg.number(Int(extent.left.rounded(.down)))
        svg.byte(UInt8(ascii: " "))
        svg.number(Int(extent.top.rounded(.down)))
        svg.byte(UInt8(ascii: " "))
        svg.number(Int(extent.width.rounded(.up)))
        svg.byte(UInt8(ascii: " "))
        svg.number(Int(extent.height.rounded(.up)))
    }

    /// The mark fades out toward its edge.
    private mutating func gradient(_ id: String) {
        svg.raw("<defs><radialGradient id=\"")
        svg.escaped(id)
        svg.raw("-g\">")
        stop("0", "0.85")
        stop("0.55", "0.6")
        stop("1", "0")
        svg.raw("</radialGradient></defs>")
    }

    private mutating func stop(_ offset: StaticString, _ opacity: StaticString) {
        svg.raw("<stop class=\"fig-mark\" offset=\"")
        svg.raw(offset)
        svg.raw("\" stop-color=\"")
        svg.raw(color(.mark))
        svg.raw("\" stop-opacity=\"")
        svg.raw(opacity)
        svg.raw("\"/>")
    }

    mutating func close() { svg.raw("</svg>") }

    mutating func raw(_ text: StaticString) { svg.raw(text) }

    func color(_ paint: Paint) -> String { palette == .light ? paint.light : paint.dark }

    /// ` class="…" fill="…"`.
    mutating func fill(_ paint: Paint, _ id: String) {
        svg.raw(" class=\"")
        svg.raw(paint.rawValue)
        if paint == .mark {
            svg.raw("-area\" fill=\"url(#")
            svg.escaped(id)
            svg.raw("-g)\"")
        } else {
            svg.raw("\" fill=\"")
            svg.raw(color(paint))
            svg.raw("\"")
        }
    }

    mutating func floorLine(_ extent: Extent) {
        svg.raw("<path class=\"fig-floor\" stroke=\"")
        svg.raw(color(.floor))
        svg.raw("\" stroke-width=\"6\" stroke-linecap=\"round\" d=\"M")
        svg.number(Int(extent.left.rounded()) + 30)
        svg.raw(" 3H")
        svg.number(Int(extent.right.rounded()) - 30)
        svg.raw("\"/>")
    }

    /// Marks on the floor that pass by: two steps of 0.4 body heights in one loop.
    mutating func runningFloor(_ extent: Extent, seconds: Double) {
        svg.raw("<path class=\"fig-floor\" stroke=\"")
        svg.raw(color(.floor))
        svg.raw("\" stroke-width=\"6\" stroke-dasharray=\"50 150\" d=\"M")
        svg.number(Int(extent.left.rounded()) + 30)
        svg.raw(" 24H")
        svg.number(Int(extent.right.rounded()) - 30)
        svg.raw("\"><animate attributeName=\"stroke-dashoffset\" from=\"0\" to=\"800\" ")
        svg.raw("repeatCount=\"indefinite\" dur=\"")
        svg.seconds(seconds)
        svg.raw("s\"/></path>")
    }

    mutating func shape(_ shape: Shape) {
        switch shape.form {
        case .polygon(let points): polygon(points, shape)
        case .circle(let centre, let radius): oval(centre, radius, radius, shape)
        case .oval(let centre, let across, let down): oval(centre, across, down, shape)
        }
    }

    private mutating func polygon(_ points: [Vector2], _ shape: Shape) {
        svg.raw("<path")
        look(shape)
        svg.raw(" d=\"")
        for (index, point) in points.enumerated() {
            svg.byte(index == 0 ? UInt8(ascii: "M") : UInt8(ascii: "L"))
            svg.number(Int(point.x.rounded()))
            svg.next(Int(point.y.rounded()))
        }
        svg.raw("z\"/>")
    }

    private mutating func oval(_ centre: Vector2, _ across: Double, _ down: Double, _ shape: Shape) {
        svg.raw("<ellipse")
        look(shape)
        attribute(" cx=\"", centre.x)
        attribute(" cy=\"", centre.y)
        attribute(" rx=\"", across)
        attribute(" ry=\"", down)
        svg.raw("/>")
    }

    private mutating func attribute(_ name: StaticString, _ value: Double) {
        svg.raw(name)
        svg.number(Int(value.rounded()))
        svg.raw("\"")
    }

    private mutating func look(_ shape: Shape) {
        svg.raw(" class=\"")
        svg.raw(shape.paint.rawValue)
        svg.raw("\" fill=\"")
        svg.raw(color(shape.paint))
        svg.raw("\"")
        if shape.rounding > 0 {
            svg.raw(" stroke=\"")
            svg.raw(color(shape.paint))
            svg.raw("\" stroke-linejoin=\"round\"")
            attribute(" stroke-width=\"", shape.rounding)
        }
        if shape.opacity < 1 {
            svg.raw(" opacity=\"")
            svg.share(shape.opacity)
            svg.raw("\"")
        }
    }
}

extension DocumentWriter {
    /// A group of pieces, first as one dark edge and then in colour over it.
    mutating func group(_ name: String, _ id: String, _ body: (inout DocumentWriter) -> Void) {
        svg.raw("<use class=\"fig-edge\" stroke=\"")
        svg.raw(color(.edge))
        svg.raw("\" stroke-width=\"8\" stroke-linejoin=\"round\" href=\"#")
        groupId(name, id)
        svg.raw("\"/><g id=\"")
        groupId(name, id)
        svg.raw("\">")
        body(&self)
        svg.raw("</g>")
    }

    private mutating func groupId(_ name: String, _ id: String) {
        svg.escaped(id)
        svg.raw("-")
        svg.raw(name)
    }

    mutating func openPath(_ paint: Paint, _ id: String) {
        svg.raw("<path")
        fill(paint, id)
        svg.raw(" d=\"")
    }

    mutating func openBand() {
        svg.raw("<path class=\"fig-band\" fill=\"none\" stroke=\"")
        svg.raw(color(.band))
        svg.raw("\" stroke-width=\"11\" stroke-linecap=\"round\" d=\"")
    }

    mutating func write(_ body: (inout SVGWriter) -> Void) { body(&svg) }
}
