import MidbackPlan

/// The drawing that moves.
struct AnimatedDocument {
    let drawing: Drawing
    let caption: FigureCaption
    let palette: FigureRenderer.Palette
    private let id: String
    private let timing: String

    init(drawing: Drawing, caption: FigureCaption, palette: FigureRenderer.Palette) {
        self.drawing = drawing
        self.caption = FigureCaption(id: caption.id + "-a", title: caption.title, description: caption.description)
        self.palette = palette
        id = self.caption.id
        timing = AnimatedDocument.timing(of: drawing.schedule)
    }

    /// All animations of a drawing share their times.
    private static func timing(of schedule: Schedule) -> String {
        var svg = SVGWriter(capacity: 400)
        svg.raw("<animate attributeName=\"d\" repeatCount=\"indefinite\" dur=\"")
        svg.seconds(schedule.seconds)
        svg.raw("s\" keyTimes=\"")
        for (index, beat) in schedule.beats.enumerated() {
            if index > 0 { svg.byte(UInt8(ascii: ";")) }
            svg.share(beat.time)
        }
        svg.raw("\" values=\"")
        return svg.text
    }

    var text: String {
        let extent = drawing.extent.padded(36).shaped(to: 4.0 / 3)
        var writer = DocumentWriter(palette: palette)
        writer.open(caption, "moving", extent)
        floor(extent, &writer)
        drawing.furniture.behind.forEach { writer.shape($0) }
        for group in drawing.back { add(group, &writer) }
        drawing.furniture.inFront.forEach { writer.shape($0) }
        held(&writer)
        for group in drawing.front where !group.isOverPillow { add(group, &writer) }
        drawing.furniture.underBelly.forEach { writer.shape($0) }
        for group in drawing.front where group.isOverPillow { add(group, &writer) }
        writer.close()
        return writer.text
    }

    private func floor(_ extent: Extent, _ writer: inout DocumentWriter) {
        if !drawing.scene.camera.seesFloorAsLine { return }
        writer.floorLine(extent)
        if drawing.scene.motion.pace == .steady { writer.runningFloor(extent, seconds: drawing.schedule.seconds) }
    }

    private func held(_ writer: inout DocumentWriter) {
        for line in drawing.lines {
            writer.openBand()
            animate(line.poses.map { pose in SVGWriter.bytes { $0.line(pose.start, pose.end) } }, &writer)
        }
        for track in drawing.weights { add(track, &writer) }
    }

    private func add(_ group: Drawing.Group, _ writer: inout DocumentWriter) {
        let edged = group.tracks.filter(\.hasEdge)
        if !edged.isEmpty {
            writer.group(group.name, id) { writer in
                for track in edged { add(track, &writer) }
            }
        }
        for track in group.tracks where !track.hasEdge { add(track, &writer) }
    }

    private func add(_ track: Drawing.Track, _ writer: inout DocumentWriter) {
        writer.openPath(track.paint, id)
        animate(track.poses.map { outlines in SVGWriter.bytes { $0.path(outlines) } }, &writer)
    }

    /// The first pose as the path itself, then all of them over time, unless nothing moves.
    private func animate(_ poses: [[UInt8]], _ writer: inout DocumentWriter) {
        writer.write { $0.raw(poses[0]) }
        if poses.allSatisfy({ $0 == poses[0] }) { return writer.raw("\"/>") }
        writer.raw("\">")
        writer.write { svg in
            svg.raw(timing)
            for (index, beat) in drawing.schedule.beats.enumerated() {
                if index > 0 { svg.byte(UInt8(ascii: ";")) }
                svg.raw(poses[beat.sample])
            }
        }
        writer.raw("\"/></path>")
    }
}

extension SVGWriter {
    mutating func raw(_ bytes: [UInt8]) { append(bytes) }

    /// What `body` writes.
    static func bytes(_ body: (inout SVGWriter) -> Void) -> [UInt8] {
        var svg = SVGWriter(capacity: 128)
        body(&svg)
        return svg.bytes
    }
}
