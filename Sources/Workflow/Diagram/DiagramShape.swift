/// A box of the picture with the text in it, in points from the top left corner.
struct DiagramBox: Equatable, Sendable {
    var kind: Kind
    var frame: DiagramFrame
    var text: DiagramText

    enum Kind: Equatable, Sendable { case stage, frozenStage, gate, group, track }
}

struct DiagramFrame: Equatable, Sendable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var right: Double { x + width }
    var bottom: Double { y + height }

    func overlaps(_ other: DiagramFrame) -> Bool {
        x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }
}

/// An arrow through its corners, with the head at the last one.
struct DiagramArrow: Equatable, Sendable {
    var points: [Point]
    var isDashed: Bool

    struct Point: Equatable, Sendable {
        var x: Double
        var y: Double
    }
}

/// Text broken into lines for a box of a certain width.
struct DiagramText: Equatable, Sendable {
    private(set) var lines: [Line] = []
    let width: Double

    static let size = 11.0
    static let lineHeight = 14.0
    static let bulletIndent = 9.0

    struct Line: Equatable, Sendable {
        let text: String
        let isBold: Bool
        let indent: Double
        let hasBullet: Bool
        /// White above it, in points.
        let spaceBefore: Double
    }

    init(width: Double) {
        self.width = width
    }

    var height: Double { lines.reduce(0) { $0 + Self.lineHeight + $1.spaceBefore } }

    /// The foot of each line, from the top of the text.
    var feet: [Double] {
        var y = 0.0
        return lines.map { line in
            y += Self.lineHeight + line.spaceBefore
            return y
        }
    }

    /// The width at which no word has to be broken.
    var leastWidth: Double {
        lines.flatMap { line in
            line.text.split(separator: " ").map { TextMeasure.width(of: String($0), size: Self.size) + line.indent }
        }.max() ?? 0
    }

    mutating func heading(_ text: String) {
        add(text, isBold: true)
    }

    mutating func paragraph(_ text: String, spaceBefore: Double = 0) {
        add(text, spaceBefore: spaceBefore)
    }

    mutating func bullet(_ text: String) {
        add(text, indent: Self.bulletIndent, hasBullet: true)
    }

    /// A line that goes with the bullet above it.
    mutating func continuation(_ text: String) {
        add(text, indent: Self.bulletIndent)
    }

    /// Conditions, each with a mark that leads to who may set it aside.
    ///
    /// - Parameter add: how the text of one condition is put down.
    mutating func conditions(
        _ conditions: [WorkflowOutline.Condition], notes: inout [String], add: (inout DiagramText, String) -> Void
    ) {
        for condition in conditions {
            guard let override = condition.override else {
                add(&self, condition.text)
                continue
            }
            if !notes.contains(override) { notes.append(override) }
            let place = notes.firstIndex(of: override) ?? 0
            add(&self, condition.text + "\u{A0}" + String(repeating: "*", count: place + 1))
        }
    }

    /// What the marks stand for.
    mutating func footnotes(_ notes: [String]) {
        for (place, note) in notes.enumerated() {
            paragraph(String(repeating: "*", count: place + 1) + "\u{A0}" + note, spaceBefore: 4)
        }
    }

    private mutating func add(
        _ text: String, isBold: Bool = false, indent: Double = 0, hasBullet: Bool = false, spaceBefore: Double = 0
    ) {
        let wrapped = TextMeasure.wrap(text, width: width - indent, size: Self.size)
        lines += wrapped.enumerated().map { index, line in
            Line(
                text: line, isBold: isBold, indent: indent, hasBullet: hasBullet && index == 0,
                spaceBefore: index == 0 ? spaceBefore : 0)
        }
    }
}
