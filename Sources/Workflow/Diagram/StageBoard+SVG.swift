/// The board as a picture: as long as the plan has sections, and no wider than a page.
extension StageBoard {
    private static let width = 842.0
    private static let margin = 10.0
    private static let rowHeight = 18.0
    private static let titleShare = 0.36

    /// An SVG element of its own, the same bytes for the same board.
    ///
    /// - Parameters:
    ///   - language: of the words in the board.
    ///   - id: begins the ids within it, so that two pictures can stand on one page.
    public func svg(language: String, id: String = "board") -> String {
        let headings = columns.map { column in
            TextMeasure.wrap("\(column.label) (\(column.count))", width: columnWidth - 6, size: DiagramText.size)
        }
        let headingHeight = Double(headings.map(\.count).max() ?? 1) * DiagramText.lineHeight + 8
        let foot = headingHeight + Double(rows.count) * Self.rowHeight + Self.margin
        let height = foot + Self.rowHeight + 2 * Self.margin
        let root = SVGElement(
            "svg",
            [
                ("xmlns", "http://www.w3.org/2000/svg"), ("role", "img"), ("lang", language), ("xml:lang", language),
                ("aria-labelledby", "\(id)-title"), ("aria-describedby", "\(id)-desc"),
                ("viewBox", "0 0 \(svgLength(Self.width)) \(svgLength(height))"),
                ("font-family", "Open Sans, Arial, Helvetica, sans-serif"),
                ("font-size", svgLength(DiagramText.size)), ("fill", "#1a1a1a"),
            ],
            children: [
                SVGElement("title", [("id", "\(id)-title")], text: title),
                SVGElement("desc", [("id", "\(id)-desc")], text: rows.map(\.summary).joined(separator: "\n")),
                rectangle(x: 0, y: 0, width: Self.width, height: height, fill: "#ffffff"),
            ] + heading(headings, height: headingHeight)
                + rows.enumerated().flatMap { line($0.element, number: $0.offset, below: headingHeight) }
                + legend(at: foot + Self.margin))
        return root.markup + "\n"
    }

    private var titleWidth: Double { (Self.width - 2 * Self.margin) * Self.titleShare }
    private var columnWidth: Double {
        (Self.width - 2 * Self.margin - titleWidth) / Double(max(1, columns.count))
    }

    private func center(of column: Int) -> Double {
        Self.margin + titleWidth + (Double(column) + 0.5) * columnWidth
    }

    private func heading(_ headings: [[String]], height: Double) -> [SVGElement] {
        let bottom = Self.margin + height - 8
        let sections = SVGElement(
            "text", [("x", svgLength(Self.margin + 4)), ("y", svgLength(bottom - 3)), ("font-weight", "bold")],
            text: sectionHeading)
        return [sections]
            + headings.enumerated().flatMap { column, lines in
                lines.enumerated().map { index, line in
                    let y = bottom - 3 - Double(lines.count - 1 - index) * DiagramText.lineHeight
                    return SVGElement(
                        "text",
                        [
                            ("x", svgLength(center(of: column))), ("y", svgLength(y)), ("text-anchor", "middle"),
                            ("font-weight", "bold"),
                        ], text: line)
                }
            }
    }

    private func line(_ row: Row, number: Int, below headingHeight: Double) -> [SVGElement] {
        let top = Self.margin + headingHeight + Double(number) * Self.rowHeight
        let middle = top + Self.rowHeight / 2
        var elements: [SVGElement] = []
        if number.isMultiple(of: 2) {
            elements.append(
                rectangle(
                    x: Self.margin, y: top, width: Self.width - 2 * Self.margin, height: Self.rowHeight,
                    fill: "#f2f2f2"))
        }
        elements.append(
            SVGElement(
                "text", [("x", svgLength(Self.margin + 4)), ("y", svgLength(middle + 4))],
                text: Self.shortened(row.title, to: titleWidth - 12)))
        return elements + row.cells.enumerated().map { symbol($0.element.state, x: center(of: $0.offset), y: middle) }
    }

    /// What the symbols mean.
    private func legend(at y: Double) -> [SVGElement] {
        var x = Self.margin + 12
        return states.flatMap { cell -> [SVGElement] in
            defer { x += TextMeasure.width(of: cell.text, size: DiagramText.size) + 40 }
            return [
                symbol(cell.state, x: x, y: y),
                SVGElement("text", [("x", svgLength(x + 12)), ("y", svgLength(y + 4))], text: cell.text),
            ]
        }
    }

    /// The symbols as shapes, because not every font has the letters.
    private func symbol(_ state: State, x: Double, y: Double) -> SVGElement {
        let center = [("cx", svgLength(x)), ("cy", svgLength(y))]
        let outline = [("fill", "none"), ("stroke", "#1a1a1a")]
        switch state {
        case .present: return SVGElement("circle", center + [("r", "5.5")])
        case .ahead: return SVGElement("circle", center + [("r", "3")] + outline + [("stroke-width", "1")])
        case .past:
            let corners = [(x - 5, y), (x - 1.5, y + 4), (x + 5, y - 4.5)]
            let points = corners.map { "\(svgLength($0.0)),\(svgLength($0.1))" }.joined(separator: " ")
            return SVGElement("polyline", [("points", points)] + outline + [("stroke-width", "2")])
        }
    }

    private func rectangle(x: Double, y: Double, width: Double, height: Double, fill: String) -> SVGElement {
        SVGElement(
            "rect",
            [
                ("x", svgLength(x)), ("y", svgLength(y)), ("width", svgLength(width)), ("height", svgLength(height)),
                ("fill", fill),
            ])
    }

    /// A title that is too long ends in an ellipsis; the description of the picture has it whole.
    private static func shortened(_ title: String, to width: Double) -> String {
        guard TextMeasure.width(of: title, size: DiagramText.size) > width else { return title }
        var short = title
        while !short.isEmpty, TextMeasure.width(of: short + "…", size: DiagramText.size) > width {
            short.removeLast()
        }
        return short + "…"
    }
}
