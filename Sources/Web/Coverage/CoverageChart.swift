import Foundation
import Workflow

/// Pictures of the overview. Colours are classes of the style sheet, so that they are legible by day, by night and on paper;
/// whatever a colour tells, a number or a pattern tells too, and every number stands in the table beside it.
enum CoverageChart {
    /// A row of a map: what it is about, and a number for each column.
    struct MapRow {
        let label: String
        let counts: [Int]
    }

    /// Rows of squares, the label above each, so that a map of many columns is legible on a phone. The more there are, the
    /// darker the square; the number stands in it.
    static func map(_ rows: [MapRow], columns: [String], title: String) -> Markup? {
        guard !rows.isEmpty, !columns.isEmpty else { return nil }
        let (square, height, head) = (30.0, 52.0, 22.0)
        let most = max(1, rows.flatMap(\.counts).max() ?? 1)
        let heads = columns.enumerated().map { place, label in
            text(label, x: (Double(place) + 0.5) * square, y: 15, "map-head", anchor: "middle")
        }
        let body = rows.enumerated().flatMap { line, row -> [SVGElement] in
            let top = head + Double(line) * height
            let total = row.counts.reduce(0, +)
            let label = text("\(shortened(row.label, to: columns.count)) (\(total))", x: 0, y: top + 14, "chart-label")
            return [label]
                + row.counts.enumerated().flatMap { place, count in
                    cell(count, of: most, x: Double(place) * square, y: top + 19, size: square - 2)
                }
        }
        let width = max(Double(columns.count) * square, 300)
        // Fewer columns grow with the page; more are drawn as they are, and turned to sideways.
        return picture(
            heads + body, width: width, height: head + Double(rows.count) * height, title: title,
            columns.count > 12 ? "map-chart map-wide" : "map-chart")
    }

    private static func cell(_ count: Int, of most: Int, x: Double, y: Double, size: Double) -> [SVGElement] {
        // By the root, so that one beside a hundred can still be seen.
        let level = count == 0 ? 0 : min(4, 1 + Int((Double(count) / Double(most)).squareRoot() * 3.99))
        let square = rectangle(x: x, y: y, width: size, height: size, "map-cell map-\(level)")
        guard count > 0 else { return [square] }
        return [
            square,
            text(
                "\(count)", x: x + size / 2, y: y + size / 2 + 4.5, level >= 3 ? "map-number-light" : "map-number",
                anchor: "middle"),
        ]
    }

    /// Lying bars of two parts, each under its label.
    static func stacks(_ rows: [(label: String, first: Int, second: Int, note: String)], title: String) -> Markup? {
        guard !rows.isEmpty else { return nil }
        let (width, row) = (400.0, 42.0)
        let longest = Double(max(1, rows.map { $0.first + $0.second }.max() ?? 1))
        let elements = rows.enumerated().flatMap { index, line -> [SVGElement] in
            let top = Double(index) * row
            let (first, second) = (Double(line.first) / longest * width, Double(line.second) / longest * width)
            return [
                text("\(line.label): \(line.note)", x: 0, y: top + 14, "chart-label"),
                rectangle(x: 0, y: top + 20, width: first, height: 14, "chart-bar"),
                rectangle(x: first, y: top + 20, width: max(second - 1, 0), height: 14, "chart-rest"),
            ]
        }
        return picture(elements, width: width, height: Double(rows.count) * row, title: title)
    }

    /// Lying bars of a share from 0 to 1, each under its label; the share of all together is a line across them.
    static func shares(_ rows: [(label: String, share: Double, note: String)], all: Double?, title: String) -> Markup? {
        guard !rows.isEmpty else { return nil }
        let (width, row) = (400.0, 42.0)
        let bars = rows.enumerated().flatMap { index, line -> [SVGElement] in
            let top = Double(index) * row
            return [
                text("\(line.label): \(line.note)", x: 0, y: top + 14, "chart-label"),
                rectangle(x: 0, y: top + 20, width: width, height: 14, "chart-room"),
                rectangle(x: 0, y: top + 20, width: max(line.share * width, 1), height: 14, "chart-bar"),
            ]
        }
        let marks = all.map { share in
            rows.indices.map { index in
                line(
                    x1: share * width, y1: Double(index) * row + 18, x2: share * width,
                    y2: Double(index) * row + 36, "chart-mark")
            }
        }
        return picture(bars + (marks ?? []), width: width, height: Double(rows.count) * row, title: title)
    }

    /// Two bars a week, and a line of how many were waiting at the end of it.
    static func weeks(_ weeks: [(received: Int, answered: Int, waiting: Int)], ends: (String, String), title: String)
        -> Markup?
    {
        guard !weeks.isEmpty else { return nil }
        let (width, height, left) = (400.0, 150.0, 34.0)
        let most = Double(max(1, weeks.map { max($0.received, $0.answered, $0.waiting) }.max() ?? 1))
        let step = (width - left) / Double(weeks.count)
        func top(_ count: Int) -> Double { 12 + height - Double(count) / most * height }
        let bars = weeks.enumerated().flatMap { place, week -> [SVGElement] in
            let x = left + Double(place) * step
            let bar = max(step * 0.4, 1)
            return [
                rectangle(
                    x: x, y: top(week.received), width: bar, height: 12 + height - top(week.received), "chart-bar"),
                rectangle(
                    x: x + bar, y: top(week.answered), width: bar, height: 12 + height - top(week.answered),
                    "chart-rest"),
            ]
        }
        let points = weeks.enumerated().map { place, week in
            "\(svgLength(left + (Double(place) + 0.4) * step)),\(svgLength(top(week.waiting)))"
        }
        let open = SVGElement("polyline", [("class", "chart-line"), ("points", points.joined(separator: " "))])
        let dots = points.map { point in
            let parts = point.split(separator: ",").map(String.init)
            return SVGElement("circle", [("class", "chart-dot"), ("cx", parts[0]), ("cy", parts[1]), ("r", "3")])
        }
        let frame =
            [
                line(x1: left, y1: 12 + height, x2: width, y2: 12 + height, "chart-ground"),
                text("\(Int(most))", x: left - 6, y: 17, "chart-note", anchor: "end"),
                text("0", x: left - 6, y: 12 + height, "chart-note", anchor: "end"),
                text(ends.0, x: left, y: height + 30, "chart-note"),
            ] + (weeks.count > 1 ? [text(ends.1, x: width, y: height + 30, "chart-note", anchor: "end")] : [])
        return picture(frame + bars + [open] + dots, width: width, height: height + 36, title: title)
    }
}

extension CoverageChart {
    private static func picture(
        _ elements: [SVGElement], width: Double, height: Double, title: String, _ name: String = "chart"
    ) -> Markup {
        Markup(
            SVGElement(
                "svg",
                [
                    ("class", name), ("viewBox", "0 0 \(svgLength(width)) \(svgLength(height))"),
                    ("width", svgLength(width)), ("height", svgLength(height)), ("role", "img"), ("aria-label", title),
                ], children: elements
            ).markup)
    }

    private static func text(
        _ text: String, x: Double, y: Double, _ name: String, anchor: String? = nil
    ) -> SVGElement {
        SVGElement(
            "text",
            [("class", name), ("x", svgLength(x)), ("y", svgLength(y))] + (anchor.map { [("text-anchor", $0)] } ?? []),
            text: text)
    }

    private static func rectangle(x: Double, y: Double, width: Double, height: Double, _ name: String) -> SVGElement {
        SVGElement(
            "rect",
            [
                ("class", name), ("x", svgLength(x)), ("y", svgLength(y)), ("width", svgLength(width)),
                ("height", svgLength(height)),
            ])
    }

    private static func line(x1: Double, y1: Double, x2: Double, y2: Double, _ name: String) -> SVGElement {
        SVGElement(
            "line",
            [
                ("class", name), ("x1", svgLength(x1)), ("y1", svgLength(y1)), ("x2", svgLength(x2)),
                ("y2", svgLength(y2)),
            ])
    }

    /// What fits above so many squares; the whole of it stands in the table.
    private static func shortened(_ text: String, to columns: Int) -> String {
        let room = max(36, columns * 4)
        return text.count <= room ? text : text.prefix(room - 1).trimmingCharacters(in: .whitespaces) + "…"
    }
}
