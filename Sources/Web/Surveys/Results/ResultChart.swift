import Foundation
import Survey
import Workflow

/// A picture of a result: lying bars, each under its label. Colours are classes of the style sheet, so that it is legible by
/// day and by night. Every number in it stands in the table beside it, too.
enum ResultChart {
    private static let (width, row, bar) = (400.0, 42.0, 14.0)

    static func bars(_ rows: [ResultTable.Row], title: String, numbers: ResultNumbers) -> Markup {
        // Shares of a ranking are far below one, so the longest bar fills the picture; never more than doubled.
        let longest = max(rows.compactMap(\.share).max() ?? 0, 0.25)
        let room = width - 62
        let elements = rows.enumerated().flatMap { index, line -> [SVGElement] in
            let top = Double(index) * row
            let length = (line.share ?? 0) / longest * room
            let label = text(shortened(line.label), x: 0, y: top + 14)
            guard line.share != nil else {
                return [label, text(numbers.share(nil), x: 0, y: top + 33, class: "chart-note")]
            }
            return [
                label,
                SVGElement(
                    "rect",
                    [
                        ("class", "chart-bar"), ("x", "0"), ("y", svgLength(top + 20)),
                        ("width", svgLength(max(length, 1))), ("height", svgLength(bar)),
                    ]),
                text(numbers.share(line.share), x: length + 6, y: top + 32),
            ]
        }
        return picture(elements, height: Double(rows.count) * row, title: title)
    }

    /// How many came in on each day, from the first to the last.
    static func days(_ counts: [(day: CalendarDate, count: Int)], title: String) -> Markup? {
        guard let first = counts.first?.day, let last = counts.last?.day else { return nil }
        let days = last.dayNumber - first.dayNumber + 1
        let most = Double(counts.map(\.count).max() ?? 1)
        let step = width / Double(days)
        let elements = counts.map { day, count in
            let height = Double(count) / most * 110
            return SVGElement(
                "rect",
                [
                    ("class", "chart-bar"), ("x", svgLength(Double(day.dayNumber - first.dayNumber) * step)),
                    ("y", svgLength(120 - height)), ("width", svgLength(max(step - 1, 1))),
                    ("height", svgLength(height)),
                ])
        }
        let ground = SVGElement(
            "line", [("class", "chart-ground"), ("x1", "0"), ("y1", "120"), ("x2", svgLength(width)), ("y2", "120")])
        return picture(elements + [ground], height: 124, title: title)
    }

    private static func picture(_ elements: [SVGElement], height: Double, title: String) -> Markup {
        Markup(
            SVGElement(
                "svg",
                [
                    ("class", "chart"), ("viewBox", "0 0 \(svgLength(width)) \(svgLength(height))"), ("role", "img"),
                    ("aria-label", title),
                ], children: elements
            ).markup)
    }

    private static func text(_ text: String, x: Double, y: Double, class name: String = "chart-label") -> SVGElement {
        SVGElement("text", [("class", name), ("x", svgLength(x)), ("y", svgLength(y))], text: text)
    }

    /// The whole of it stands in the table.
    private static func shortened(_ text: String) -> String {
        text.count <= 46 ? text : text.prefix(45).trimmingCharacters(in: .whitespaces) + "…"
    }
}
