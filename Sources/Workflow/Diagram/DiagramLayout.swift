/// Where everything of the picture stands: the stages in a row, what must hold to go on below, and below that the work
/// that runs beside each stage.
struct DiagramLayout {
    let outline: WorkflowOutline
    let definition: WorkflowDefinition
    private(set) var boxes: [DiagramBox] = []
    private(set) var arrows: [DiagramArrow] = []
    /// Numbered marks on the way out of a stage, one for each gate.
    private(set) var gateMarks: [DiagramArrow.Point] = []
    private(set) var title = DiagramText(width: pageWidth - 2 * margin)
    private(set) var height = pageHeight

    /// A4 across, in points; a workflow that does not fit goes on on a second sheet below, never in smaller letters.
    static let pageWidth = 842.0
    static let pageHeight = 595.0
    static let margin = 24.0
    static let padding = 7.0
    static let stageGap = 30.0
    static let gap = 12.0
    static let markRadius = 8.0
    private static let laneHeight = 9.0

    init(outline: WorkflowOutline, definition: WorkflowDefinition) {
        self.outline = outline
        self.definition = definition
        title.heading("\(outline.title) (\(outline.version))")
        if let description = outline.description { title.paragraph(description) }
        var y = Self.margin + title.height + 4 + sendBackLanes * Self.laneHeight + 10
        y = placeStages(at: y) + Self.gap
        y = placeGates(at: y) + Self.gap
        placeSendBacks()
        y = placeTracks(at: y)
        height = max(Self.pageHeight, y + Self.margin)
    }

    private var contentWidth: Double { Self.pageWidth - 2 * Self.margin }
    private var sendBackLanes: Double { Double(definition.stages.count { $0.sendBack != nil }) }
    private var stageFrames: [DiagramFrame] {
        boxes.filter { $0.kind == .stage || $0.kind == .frozenStage }.map(\.frame)
    }

    /// Boxes of one size in a row over the whole width; returns where they end.
    private mutating func placeStages(at y: Double) -> Double {
        let count = Double(outline.stages.count)
        let width = min(180, (contentWidth - (count - 1) * Self.stageGap) / count)
        let texts = outline.stages.enumerated().map { number, stage in
            var text = DiagramText(width: width - 2 * Self.padding)
            text.heading("\(number + 1). \(stage.label)")
            text.paragraph(stage.subject)
            return text
        }
        let height = (texts.map(\.height).max() ?? 0) + 2 * Self.padding
        let step = outline.stages.count > 1 ? (contentWidth - width) / (count - 1) : 0
        for (index, text) in texts.enumerated() {
            let frame = DiagramFrame(x: Self.margin + Double(index) * step, y: y, width: width, height: height)
            let kind: DiagramBox.Kind = definition.stages[index].subject == .version ? .frozenStage : .stage
            boxes.append(DiagramBox(kind: kind, frame: frame, text: text))
        }
        placeMoves(between: boxes.map(\.frame))
        return y + height
    }

    /// An arrow to each following stage; to the neighbour straight on, past others underneath.
    private mutating func placeMoves(between frames: [DiagramFrame]) {
        for (index, stage) in definition.stages.enumerated() where !stage.isEnd {
            let from = frames[index]
            for target in stage.next.compactMap(definition.rank) {
                let to = frames[target]
                let middle = from.y + from.height / 2
                if target == index + 1 {
                    arrows.append(
                        DiagramArrow(
                            points: [.init(x: from.right, y: middle), .init(x: to.x, y: middle)], isDashed: false))
                } else {
                    let below = from.bottom + Self.gap / 2
                    arrows.append(
                        DiagramArrow(
                            points: [
                                .init(x: from.right - 14, y: from.bottom), .init(x: from.right - 14, y: below),
                                .init(x: to.x + 14, y: below), .init(x: to.x + 14, y: to.bottom),
                            ], isDashed: false))
                }
            }
            let neighbour = frames.indices.contains(index + 1) ? frames[index + 1].x : from.right + Self.stageGap
            gateMarks.append(.init(x: (from.right + neighbour) / 2 - 2, y: from.y + from.height / 2))
        }
    }

    /// One panel for each gate, with the mark's number, as wide as its text needs.
    private mutating func placeGates(at y: Double) -> Double {
        let gates = outline.stages.filter { $0.movers != nil }
        guard !gates.isEmpty else { return y }
        let least = gates.indices.map {
            gateText(gates[$0], number: $0 + 1, width: .infinity).leastWidth + 2 * Self.padding
        }
        let columns = DiagramColumns(total: contentWidth, gap: Self.gap, least: least)
        let widths = columns.widths { gateText(gates[$0], number: $0 + 1, width: $1 - 2 * Self.padding).height }
        let texts = gates.indices.map {
            gateText(gates[$0], number: $0 + 1, width: widths[$0] - 2 * Self.padding)
        }
        let height = (texts.map(\.height).max() ?? 0) + 2 * Self.padding
        var x = Self.margin
        for (text, width) in zip(texts, widths) {
            let frame = DiagramFrame(x: x, y: y, width: width, height: height)
            boxes.append(DiagramBox(kind: .gate, frame: frame, text: text))
            x += width + Self.gap
        }
        return y + height
    }

    /// The conditions, who may set them aside, who moves on and who sends back.
    private func gateText(_ stage: WorkflowOutline.Stage, number: Int, width: Double) -> DiagramText {
        var text = DiagramText(width: width)
        text.heading("(\(number)) \(stage.gateHeading ?? "")")
        var notes: [String] = []
        text.conditions(stage.conditions, notes: &notes) { $0.bullet($1) }
        text.footnotes(notes)
        if let movers = stage.movers { text.paragraph(movers, spaceBefore: 4) }
        if let sendBack = stage.sendBack { text.paragraph(sendBack, spaceBefore: 4) }
        return text
    }

    /// Each send-back leaves the top of its stage along a lane of its own.
    private mutating func placeSendBacks() {
        let frames = stageFrames
        var lane = 0.0
        for (index, stage) in definition.stages.enumerated() {
            guard let sendBack = stage.sendBack else { continue }
            let y = frames[index].y - 10 - lane * Self.laneHeight
            let start = frames[index].right - 12 - lane * 4
            // The furthest target takes the whole lane; arrows to nearer ones drop from it.
            for (order, rank) in sendBack.targets.compactMap(definition.rank).sorted().enumerated() {
                let end = frames[rank].x + 12 + lane * 7
                let way: [DiagramArrow.Point] = [.init(x: start, y: frames[index].y), .init(x: start, y: y)]
                let drop: [DiagramArrow.Point] = [.init(x: end, y: y), .init(x: end, y: frames[rank].y)]
                arrows.append(DiagramArrow(points: order == 0 ? way + drop : drop, isDashed: true))
            }
            lane += 1
        }
    }

    private mutating func placeTracks(at y: Double) -> Double {
        var groups = TrackGroups(outline: outline, definition: definition, width: contentWidth)
        groups.place(x: Self.margin, y: y)
        boxes += groups.boxes
        arrows += groups.arrows
        return groups.bottom
    }
}
