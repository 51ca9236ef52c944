/// Collects the bytes of an SVG document.
struct SVGWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func byte(_ byte: UInt8) { bytes.append(byte) }

    mutating func append(_ more: [UInt8]) { bytes.append(contentsOf: more) }

    /// Text between tags or in quotes.
    mutating func escaped(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): raw("&amp;")
            case UInt8(ascii: "<"): raw("&lt;")
            case UInt8(ascii: ">"): raw("&gt;")
            case UInt8(ascii: "\""): raw("&quot;")
            default: bytes.append(byte)
            }
        }
    }

    mutating func number(_ value: Int) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        digits(value.magnitude)
    }

    private mutating func digits(_ value: UInt) {
        if value >= 10 { digits(value / 10) }
        bytes.append(UInt8(truncatingIfNeeded: 48 &+ value % 10))
    }

    /// A number after another one: the sign of a negative one serves as separator.
    mutating func next(_ value: Int) {
        if value >= 0 { bytes.append(UInt8(ascii: " ")) }
        number(value)
    }

    /// A share of 1 with three decimals and no leading zero.
    mutating func share(_ value: Double) {
        let thousandths = Int((value * 1000).rounded())
        if thousandths >= 1000 { return raw("1") }
        if thousandths <= 0 { return raw("0") }
        bytes.append(UInt8(ascii: "."))
        if thousandths < 100 { bytes.append(UInt8(ascii: "0")) }
        if thousandths < 10 { bytes.append(UInt8(ascii: "0")) }
        digits(UInt(thousandths))
        while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
    }

    /// Seconds with two decimals.
    mutating func seconds(_ value: Double) {
        let whole = Int(value)
        number(whole)
        let rest = value - Double(whole)
        if rest >= 0.005 { share((rest * 100).rounded() / 100) }
    }
}

extension SVGWriter {
    /// Outlines as one path. Control points go to even whole numbers: then the places between them are whole too, and
    /// the control points that SVG reflects are exact.
    mutating func path(_ outlines: [Outline]) {
        for outline in outlines { path(outline.points) }
    }

    private mutating func path(_ points: [Vector2]) {
        guard let last = points.last else { return }
        var control = GridPoint(last)
        var place = GridPoint(x: 0, y: 0)
        for (index, point) in points.enumerated() {
            let following = GridPoint(point)
            let middle = control.middle(following)
            if index == 0 {
                byte(UInt8(ascii: "M"))
                number(middle.x)
                next(middle.y)
            } else {
                step(from: place, through: control, to: middle, isFirst: index == 1)
            }
            place = middle
            control = following
        }
        step(from: place, through: control, to: GridPoint(last).middle(GridPoint(points[0])), isFirst: false)
        byte(UInt8(ascii: "z"))
    }

    private mutating func step(from place: GridPoint, through control: GridPoint, to end: GridPoint, isFirst: Bool) {
        if isFirst {
            byte(UInt8(ascii: "q"))
            number(control.x - place.x)
            next(control.y - place.y)
            next(end.x - place.x)
            next(end.y - place.y)
            byte(UInt8(ascii: "t"))
        } else {
            if bytes.last == UInt8(ascii: "t") { number(end.x - place.x) } else { next(end.x - place.x) }
            next(end.y - place.y)
        }
    }

    /// A straight line as a path.
    mutating func line(_ start: Vector2, _ end: Vector2) {
        byte(UInt8(ascii: "M"))
        number(Int(start.x.rounded()))
        next(Int(start.y.rounded()))
        byte(UInt8(ascii: "L"))
        number(Int(end.x.rounded()))
        next(Int(end.y.rounded()))
    }
}

/// A point on the grid of even numbers, or half-way between two of them.
private struct GridPoint {
    var x: Int
    var y: Int

    init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }

    init(_ point: Vector2) {
        x = Int((point.x / 2).rounded()) * 2
        y = Int((point.y / 2).rounded()) * 2
    }

    func middle(_ other: GridPoint) -> GridPoint { GridPoint(x: (x + other.x) / 2, y: (y + other.y) / 2) }
}
