/// Moments of a motion beside each other, or below each other when they are wide.
struct StillDocument {
    let scene: Scene
    let moments: [Schedule.Sample]
    let caption: FigureCaption
    let palette: FigureRenderer.Palette
    private let id: String

    init(scene: Scene, moments: [Schedule.Sample], caption: FigureCaption, palette: FigureRenderer.Palette) {
        self.scene = scene
        self.moments = moments
        self.caption = FigureCaption(id: caption.id + "-s", title: caption.title, description: caption.description)
        self.palette = palette
        id = self.caption.id
    }

    var text: String {
        let drawing = Drawing(scene, Schedule(moments: moments))
        let panel = drawing.extent.padded(30)
        let isColumn = panel.width > panel.height * 1.5
        var writer = DocumentWriter(palette: palette)
        writer.open(caption, "still", whole(panel, isColumn))
        for index in moments.indices { add(index, drawing, panel, isColumn, &writer) }
        writer.close()
        return writer.text
    }

    private func whole(_ panel: Extent, _ isColumn: Bool) -> Extent {
        var whole = panel
        let more = Double(moments.count - 1)
        if isColumn { whole.bottom += panel.height * more } else { whole.right += panel.width * more }
        return whole
    }

    private func add(
        _ index: Int, _ drawing: Drawing, _ panel: Extent, _ isColumn: Bool, _ writer: inout DocumentWriter
    ) {
        let shift = (isColumn ? panel.height : panel.width).rounded() * Double(index)
        writer.write { svg in
            svg.raw("<g transform=\"translate(")
            svg.number(isColumn ? 0 : Int(shift))
            svg.next(isColumn ? Int(shift) : 0)
            svg.raw(")\">")
        }
        picture(index, drawing, panel, &writer)
        writer.raw("</g>")
    }

    private func picture(_ index: Int, _ drawing: Drawing, _ panel: Extent, _ writer: inout DocumentWriter) {
        if scene.camera.seesFloorAsLine { writer.floorLine(panel) }
        drawing.furniture.behind.forEach { writer.shape($0) }
        for group in drawing.back { add(group, index, &writer) }
        drawing.furniture.inFront.forEach { writer.shape($0) }
        for line in drawing.lines {
            writer.openBand()
            writer.write { $0.line(line.poses[index].start, line.poses[index].end) }
            writer.raw("\"/>")
        }
        for track in drawing.weights { add(track, index, &writer) }
        for group in drawing.front where !group.isOverPillow { add(group, index, &writer) }
        drawing.furniture.underBelly.forEach { writer.shape($0) }
        for group in drawing.front where group.isOverPillow { add(group, index, &writer) }
    }

    private func add(_ group: Drawing.Group, _ index: Int, _ writer: inout DocumentWriter) {
        let edged = group.tracks.filter(\.hasEdge)
        if !edged.isEmpty {
            writer.group("\(index)" + group.name, id) { writer in
                for track in edged { add(track, index, &writer) }
            }
        }
        for track in group.tracks where !track.hasEdge { add(track, index, &writer) }
    }

    private func add(_ track: Drawing.Track, _ index: Int, _ writer: inout DocumentWriter) {
        writer.openPath(track.paint, id)
        writer.write { $0.path(track.poses[index]) }
        writer.raw("\"/>")
    }
}
