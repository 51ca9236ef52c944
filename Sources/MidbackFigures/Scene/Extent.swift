/// A rectangle on the drawing that grows to hold everything.
struct Extent: Hashable, Sendable {
    var left = Double.infinity
    var top = Double.infinity
    var right = -Double.infinity
    var bottom = -Double.infinity

    var width: Double { right - left }
    var height: Double { bottom - top }

    mutating func include(_ point: Vector2) {
        left = min(left, point.x)
        right = max(right, point.x)
        top = min(top, point.y)
        bottom = max(bottom, point.y)
    }

    mutating func include(_ outlines: [Outline]) {
        for outline in outlines {
            for point in outline.points { include(point) }
        }
    }

    /// Larger by a margin on all sides.
    func padded(_ margin: Double) -> Extent {
        Extent(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
    }

    /// Widened, or made higher at the top, to a ratio of width to height.
    func shaped(to ratio: Double) -> Extent {
        var result = self
        let wanted = height * ratio
        if width < wanted {
            result.left -= (wanted - width) / 2
            result.right += (wanted - width) / 2
        } else {
            result.top -= width / ratio - height
        }
        return result
    }
}
