/// The picture of a workflow, and the same in words.
///
/// The picture is A4 across with letters of 11 points, black on white and grey, so that it can be printed and hung on
/// the wall; a long workflow takes a second sheet, and no box is cut where the sheets meet. It holds no sentence of its
/// own: `phrase` turns a reason into words, and labels come from the workflow file.
public struct WorkflowDiagram {
    private let definition: WorkflowDefinition
    private let language: String
    private let phrase: (Reason) -> String

    /// - Parameter language: `nl` or `en`; the one that `phrase` speaks.
    public init(_ definition: WorkflowDefinition, language: String, phrase: @escaping (Reason) -> String) {
        self.definition = definition
        self.language = language
        self.phrase = phrase
    }

    /// The workflow in words, stage by stage.
    public var textEquivalent: WorkflowOutline {
        WorkflowWording(definition: definition, language: language, phrase: phrase).outline
    }

    /// The picture as an SVG element of its own, the same bytes for the same definition and phrases.
    ///
    /// - Parameter id: begins the ids within it, so that two pictures can stand on one page.
    public func svg(id: String = "workflow") -> String {
        let outline = textEquivalent
        let layout = DiagramLayout(outline: outline, definition: definition)
        let root = SVGElement(
            "svg",
            [
                ("xmlns", "http://www.w3.org/2000/svg"), ("role", "img"), ("lang", language), ("xml:lang", language),
                ("aria-labelledby", "\(id)-title"), ("aria-describedby", "\(id)-desc"),
                ("viewBox", "0 0 \(svgLength(DiagramLayout.pageWidth)) \(svgLength(layout.height))"),
                ("font-family", "Open Sans, Arial, Helvetica, sans-serif"),
                ("font-size", svgLength(DiagramText.size)), ("fill", "#1a1a1a"),
            ],
            children: [
                SVGElement("title", [("id", "\(id)-title")], text: outline.title),
                SVGElement("desc", [("id", "\(id)-desc")], text: outline.plainText),
                rectangle(DiagramFrame(x: 0, y: 0, width: DiagramLayout.pageWidth, height: layout.height), "#ffffff"),
            ] + elements(of: layout))
        return root.markup + "\n"
    }

    private func elements(of layout: DiagramLayout) -> [SVGElement] {
        let origin = DiagramFrame(x: DiagramLayout.margin, y: DiagramLayout.margin, width: 0, height: 0)
        return texts(layout.title, in: origin, padding: 0) + layout.boxes.flatMap(box)
            + layout.arrows.flatMap(arrow) + layout.gateMarks.enumerated().flatMap { mark($0.element, $0.offset + 1) }
    }

    /// Frozen stages are grey and have a thick square border, so that they are told apart in any print.
    private func box(_ box: DiagramBox) -> [SVGElement] {
        var rectangle: SVGElement
        switch box.kind {
        case .stage: rectangle = self.rectangle(box.frame, "#ffffff", stroke: "#1a1a1a", width: 1.2, radius: 6)
        case .frozenStage: rectangle = self.rectangle(box.frame, "#e6e6e6", stroke: "#1a1a1a", width: 2.4, radius: 0)
        case .gate: rectangle = self.rectangle(box.frame, "#ffffff", stroke: "#595959", width: 0.8, radius: 0)
        case .group: rectangle = self.rectangle(box.frame, "#f2f2f2", radius: 0)
        case .track: rectangle = self.rectangle(box.frame, "#ffffff", stroke: "#595959", width: 0.8, radius: 3)
        }
        rectangle.attributes.append((name: "class", value: "box"))
        return [rectangle] + texts(box.text, in: box.frame, padding: DiagramLayout.padding)
    }

    private func rectangle(
        _ frame: DiagramFrame, _ fill: String, stroke: String? = nil, width: Double = 0, radius: Double = 0
    ) -> SVGElement {
        var attributes = [
            ("x", svgLength(frame.x)), ("y", svgLength(frame.y)), ("width", svgLength(frame.width)),
            ("height", svgLength(frame.height)), ("fill", fill),
        ]
        if radius > 0 { attributes.append(("rx", svgLength(radius))) }
        if let stroke { attributes += [("stroke", stroke), ("stroke-width", svgLength(width))] }
        return SVGElement("rect", attributes)
    }

    /// Each line a text element of its own, because SVG does not break lines.
    private func texts(_ text: DiagramText, in frame: DiagramFrame, padding: Double) -> [SVGElement] {
        zip(text.lines, text.feet).flatMap { line, foot -> [SVGElement] in
            let x = frame.x + padding
            // The letters stand some way above the foot of their line.
            let baseline = frame.y + padding + foot - 3.5
            var attributes = [("x", svgLength(x + line.indent)), ("y", svgLength(baseline))]
            if line.isBold { attributes.append(("font-weight", "bold")) }
            let element = SVGElement("text", attributes, text: line.text)
            guard line.hasBullet else { return [element] }
            let bullet = SVGElement(
                "circle", [("cx", svgLength(x + 3)), ("cy", svgLength(baseline - 3.7)), ("r", "1.6")])
            return [bullet, element]
        }
    }

    private func arrow(_ arrow: DiagramArrow) -> [SVGElement] {
        guard let tip = arrow.points.last, let before = arrow.points.dropLast().last else { return [] }
        let points = arrow.points.map { "\(svgLength($0.x)),\(svgLength($0.y))" }.joined(separator: " ")
        var attributes = [("points", points), ("fill", "none"), ("stroke", "#1a1a1a"), ("stroke-width", "1.2")]
        if arrow.isDashed { attributes.append(("stroke-dasharray", "4 3")) }
        return [SVGElement("polyline", attributes), SVGElement("polygon", [("points", head(tip, from: before))])]
    }

    /// The head of an arrow that arrives level or upright.
    private func head(_ tip: DiagramArrow.Point, from before: DiagramArrow.Point) -> String {
        let isLevel = abs(tip.x - before.x) > abs(tip.y - before.y)
        let sign = (isLevel ? tip.x - before.x : tip.y - before.y) < 0 ? 1.0 : -1.0
        let corners = [(0.0, 0.0), (sign * 6, 3.5), (sign * 6, -3.5)].map { along, across in
            isLevel ? (tip.x + along, tip.y + across) : (tip.x + across, tip.y + along)
        }
        return corners.map { "\(svgLength($0.0)),\(svgLength($0.1))" }.joined(separator: " ")
    }

    /// The number of a gate on the arrow that it guards.
    private func mark(_ point: DiagramArrow.Point, _ number: Int) -> [SVGElement] {
        [
            SVGElement(
                "circle",
                [
                    ("cx", svgLength(point.x)), ("cy", svgLength(point.y)),
                    ("r", svgLength(DiagramLayout.markRadius)), ("fill", "#ffffff"), ("stroke", "#1a1a1a"),
                    ("stroke-width", "1.2"),
                ]),
            SVGElement(
                "text",
                [("x", svgLength(point.x)), ("y", svgLength(point.y + 4)), ("text-anchor", "middle")],
                text: "\(number)"),
        ]
    }
}
