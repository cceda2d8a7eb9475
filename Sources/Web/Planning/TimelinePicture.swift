import Foundation
import Phrases
import PlanDomain
import Workflow

/// A planning as a picture: time from left to right, a bar for what lasts, a diamond for a day, recess as a band and today
/// as a line. Everything in it stands in the table beside it, too.
struct TimelinePicture {
    private static let (width, row, head) = (400.0, 34.0, 26.0)

    private let timeline: PlanTimeline
    private let phrases: Phrases

    init(_ timeline: PlanTimeline, phrases: Phrases) {
        self.timeline = timeline
        self.phrases = phrases
    }

    /// Nil where nothing was planned.
    var markup: Markup? {
        guard let span = timeline.span else { return nil }
        let axis = Axis(span, width: Self.width)
        let height = Self.head + Double(timeline.entries.count) * Self.row + 4
        let bands = timeline.recesses.map { recess in
            let (from, until) = (axis.place(max(recess.from, axis.first)), axis.place(recess.until.adding(days: 1)))
            return rectangle("timeline-recess", x: from, y: Self.head, width: until - from, height: height - Self.head)
        }
        let months = axis.months.flatMap { month in
            [
                line("chart-ground", x: axis.place(month), from: Self.head - 4, to: height),
                text(phrases.text("planning.month-\(month.month)"), x: axis.place(month) + 2, y: 10),
                text(String(month.year), x: axis.place(month) + 2, y: 20, class: "chart-note"),
            ]
        }
        let today = line("timeline-today", x: axis.place(timeline.today), from: Self.head - 8, to: height)
        let entries = timeline.entries.enumerated().flatMap { mark($1, at: $0, on: axis) }
        return Markup(
            SVGElement(
                "svg",
                [
                    ("class", "chart timeline"), ("viewBox", "0 0 \(svgLength(Self.width)) \(svgLength(height))"),
                    ("role", "img"), ("aria-label", phrases.text("planning.picture")),
                ], children: bands + months + [today] + entries
            ).markup)
    }

    private func mark(_ entry: PlanTimeline.Entry, at index: Int, on axis: Axis) -> [SVGElement] {
        let top = Self.head + Double(index) * Self.row
        let (from, until) = (axis.place(entry.from), axis.place(entry.until))
        let style =
            switch entry.state {
            case .overdue: "timeline-late"
            case .past, .met: "timeline-done"
            case .running, .toCome: "chart-bar"
            }
        let shape =
            entry.from == entry.until
            ? SVGElement(
                "path",
                [
                    ("class", style),
                    (
                        "d",
                        "M\(svgLength(until)) \(svgLength(top + 17)) l6 6 l-6 6 l-6 -6 z"
                    ),
                ])
            : rectangle(style, x: from, y: top + 19, width: max(until - from, 3), height: 8)
        // A name stands over its mark, and is pushed back where it would leave the picture.
        let name = Self.shortened(phrases.text(entry.name))
        let isRight = from > Self.width * 0.55
        return [
            text(name, x: isRight ? min(until + 6, Self.width) : max(from - 6, 0), y: top + 13, isRight: isRight),
            shape,
        ]
    }

    private func rectangle(_ style: String, x: Double, y: Double, width: Double, height: Double) -> SVGElement {
        SVGElement(
            "rect",
            [
                ("class", style), ("x", svgLength(x)), ("y", svgLength(y)), ("width", svgLength(width)),
                ("height", svgLength(height)),
            ])
    }

    private func line(_ style: String, x: Double, from top: Double, to bottom: Double) -> SVGElement {
        SVGElement(
            "line",
            [
                ("class", style), ("x1", svgLength(x)), ("y1", svgLength(top)), ("x2", svgLength(x)),
                ("y2", svgLength(bottom)),
            ])
    }

    private func text(
        _ text: String, x: Double, y: Double, class style: String = "chart-label", isRight: Bool = false
    ) -> SVGElement {
        SVGElement(
            "text",
            [("class", style), ("x", svgLength(x)), ("y", svgLength(y))] + (isRight ? [("text-anchor", "end")] : []),
            text: text)
    }

    /// The whole of it stands in the table.
    private static func shortened(_ text: String) -> String {
        text.count <= 40 ? text : text.prefix(39).trimmingCharacters(in: .whitespaces) + "…"
    }
}

/// Days as places from left to right, from the first of a month to the end of another.
private struct Axis {
    let first: CalendarDate
    private let days: Double
    private let width: Double

    init(_ span: ClosedRange<CalendarDate>, width: Double) {
        first = span.lowerBound.adding(days: 1 - span.lowerBound.day)
        // Room for the mark of the last day.
        days = Double(span.upperBound.dayNumber - first.dayNumber + 1) * 1.03 + 2
        self.width = width
    }

    func place(_ day: CalendarDate) -> Double {
        min(max(Double(day.dayNumber - first.dayNumber) / days, 0), 1) * width
    }

    /// First days of months, so far apart that their names fit.
    var months: [CalendarDate] {
        let count = max(1, Int((days / 30).rounded()))
        let step = [1, 2, 3, 6, 12].first { count / $0 <= 10 } ?? 24
        var months: [CalendarDate] = []
        var day = first
        while Double(day.dayNumber - first.dayNumber) < days {
            if (day.month - first.month + 12 * (day.year - first.year)).isMultiple(of: step) { months.append(day) }
            let next = day.adding(days: 31)
            day = next.adding(days: 1 - next.day)
        }
        return months
    }
}
