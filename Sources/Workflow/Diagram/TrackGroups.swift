/// The tracks of each stage, in a frame of their own: what runs side by side stands above each other, and what waits
/// stands further right.
struct TrackGroups {
    let outline: WorkflowOutline
    let definition: WorkflowDefinition
    let width: Double
    private(set) var boxes: [DiagramBox] = []
    private(set) var arrows: [DiagramArrow] = []
    private(set) var bottom = 0.0

    private let heights = MeasuredHeights()

    private static let arrowGap = 20.0
    private static let cardGap = 8.0
    private static let padding = DiagramLayout.padding

    init(outline: WorkflowOutline, definition: WorkflowDefinition, width: Double) {
        self.outline = outline
        self.definition = definition
        self.width = width
    }

    /// Puts all groups down in rows, each row as wide as the page, so that the last ends as high as can be.
    mutating func place(x: Double, y: Double) {
        bottom = y
        for row in bestRows(from: y) {
            let widths = widths(of: row)
            let tallest = height(of: row)
            let top = Self.top(of: tallest, below: bottom)
            var left = x
            for (group, groupWidth) in zip(row, widths) {
                place(group, in: DiagramFrame(x: left, y: top, width: groupWidth, height: tallest))
                left += groupWidth + DiagramLayout.gap
            }
            bottom = top + tallest + DiagramLayout.gap
        }
        if bottom > y { bottom -= DiagramLayout.gap }
    }

    /// Where a row of this height begins: at once, or on the next sheet where it would be cut in two.
    private static func top(of height: Double, below y: Double) -> Double {
        let sheet = DiagramLayout.pageHeight
        let end = ((y / sheet).rounded(.down) + 1) * sheet
        let fits = y + height + DiagramLayout.margin <= end || height + 2 * DiagramLayout.margin > sheet
        return fits ? y : end + DiagramLayout.margin
    }

    private struct Group {
        let number: Int
        let stage: WorkflowOutline.Stage
        /// Tracks by how many others they wait for, one after another.
        let levels: [[WorkflowOutline.Track]]
    }

    /// Of all ways to break the groups into rows, the one that ends highest; of equals the one with the fewest rows.
    private func bestRows(from y: Double) -> [[Group]] {
        let groups = outline.stages.enumerated().filter { !$0.element.tracks.isEmpty }.map { index, stage in
            Group(number: index + 1, stage: stage, levels: levels(of: stage))
        }
        guard !groups.isEmpty else { return [] }
        // With very many stages all ways are too many to look at; then each group has a row of its own.
        guard groups.count <= 10 else { return groups.map { [$0] } }
        var best: (rows: [[Group]], end: Double)?
        for breaks in 0..<(1 << (groups.count - 1)) {
            let rows = Self.rows(of: groups, breaks: breaks)
            guard rows.allSatisfy({ $0.count == 1 || least(of: $0) <= width }) else { continue }
            let end = rows.reduce(y) { bottom, row in
                let height = height(of: row)
                return Self.top(of: height, below: bottom) + height + DiagramLayout.gap
            }
            if end < best?.end ?? .infinity { best = (rows, end) }
        }
        return best?.rows ?? []
    }

    /// Bit n of `breaks` says that a row ends after group n.
    private static func rows(of groups: [Group], breaks: Int) -> [[Group]] {
        var rows: [[Group]] = [[]]
        for (index, group) in groups.enumerated() {
            rows[rows.count - 1].append(group)
            if breaks & (1 << index) != 0 { rows.append([]) }
        }
        return rows
    }

    private func least(of row: [Group]) -> Double {
        row.map(leastWidth).reduce(0, +) + Double(row.count - 1) * DiagramLayout.gap
    }

    private func widths(of row: [Group]) -> [Double] {
        let columns = DiagramColumns(total: width, gap: DiagramLayout.gap, least: row.map(leastWidth))
        return columns.widths { height(of: row[$0], width: $1) }
    }

    private func height(of row: [Group]) -> Double {
        zip(row, widths(of: row)).map { height(of: $0, width: $1) }.max() ?? 0
    }

    private func levels(of stage: WorkflowOutline.Stage) -> [[WorkflowOutline.Track]] {
        var levels: [[WorkflowOutline.Track]] = []
        for track in stage.tracks {
            let level = depth(of: track.id, in: stage.id)
            while levels.count <= level { levels.append([]) }
            levels[level].append(track)
        }
        return levels.filter { !$0.isEmpty }
    }

    /// How many tracks of the same stage come before it, one after another; sound definitions have no circles.
    private func depth(of track: String, in stage: StageID) -> Int {
        predecessors(of: track).filter { definition.track($0)?.stage == stage }
            .map { depth(of: $0, in: stage) + 1 }.max() ?? 0
    }

    private func predecessors(of track: String) -> [String] {
        definition.track(track).map(definition.predecessors) ?? []
    }

    private func leastWidth(_ group: Group) -> Double {
        max(
            heading(group, width: .infinity).leastWidth,
            leastWidths(group).reduce(0, +) + Double(group.levels.count - 1) * Self.arrowGap) + 2 * Self.padding
    }

    /// Per level, the width at which no word has to be broken.
    private func leastWidths(_ group: Group) -> [Double] {
        group.levels.map { tracks in
            (tracks.map { cardText($0, width: .infinity).leastWidth }.max() ?? 0) + 2 * Self.padding
        }
    }

    private func cardWidths(_ group: Group, width: Double) -> [Double] {
        let columns = DiagramColumns(
            total: width - 2 * Self.padding, gap: Self.arrowGap, least: leastWidths(group))
        return columns.widths { height(of: group.levels[$0], width: $1) }
    }

    private func height(of tracks: [WorkflowOutline.Track], width: Double) -> Double {
        let cards = tracks.map { track in
            heights.height(of: "track " + track.id, width: width) {
                cardText(track, width: width - 2 * Self.padding).height + 2 * Self.padding
            }
        }
        return cards.reduce(0, +) + Double(tracks.count - 1) * Self.cardGap
    }

    private func height(of group: Group, width: Double) -> Double {
        heights.height(of: "group " + group.stage.id.rawValue, width: width) {
            let cards = zip(group.levels, cardWidths(group, width: width)).map { height(of: $0, width: $1) }
            return heading(group, width: width - 2 * Self.padding).height + 2 + (cards.max() ?? 0) + 2 * Self.padding
        }
    }

    private func heading(_ group: Group, width: Double) -> DiagramText {
        var heading = DiagramText(width: width)
        heading.heading("\(group.number). \(group.stage.label)")
        return heading
    }

    /// Cards from left to right by level, and within a level below each other.
    private mutating func place(_ group: Group, in frame: DiagramFrame) {
        let heading = heading(group, width: frame.width - 2 * Self.padding)
        boxes.append(DiagramBox(kind: .group, frame: frame, text: heading))
        var placed: [String: DiagramFrame] = [:]
        var left = frame.x + Self.padding
        for (tracks, width) in zip(group.levels, cardWidths(group, width: frame.width)) {
            var top = frame.y + Self.padding + heading.height + 2
            for track in tracks {
                let text = cardText(track, width: width - 2 * Self.padding)
                let card = DiagramFrame(x: left, y: top, width: width, height: text.height + 2 * Self.padding)
                boxes.append(DiagramBox(kind: .track, frame: card, text: text))
                placed[track.id] = card
                top = card.bottom + Self.cardGap
            }
            left += width + Self.arrowGap
        }
        connect(group, placed)
    }

    /// An arrow from each track to those that wait for it, each arriving a little lower than the one before.
    private mutating func connect(_ group: Group, _ placed: [String: DiagramFrame]) {
        for track in group.stage.tracks {
            guard let to = placed[track.id] else { continue }
            let sources = predecessors(of: track.id).compactMap { placed[$0] }.sorted { $0.y < $1.y }
            for (index, from) in sources.enumerated() {
                let end = DiagramArrow.Point(x: to.x, y: to.y + min(to.height / 2, 16 + 12 * Double(index)))
                let start = DiagramArrow.Point(x: from.right, y: index == 0 ? min(end.y, from.bottom - 6) : from.y + 16)
                let turn = to.x - Self.arrowGap / 2
                let corners = start.y == end.y ? [] : [(turn, start.y), (turn, end.y)]
                arrows.append(
                    DiagramArrow(
                        points: [start] + corners.map { DiagramArrow.Point(x: $0.0, y: $0.1) } + [end],
                        isDashed: false))
            }
        }
    }

    /// A track with its steps, who does them and what must hold first.
    private func cardText(_ track: WorkflowOutline.Track, width: Double) -> DiagramText {
        var text = DiagramText(width: width)
        text.heading(track.label)
        for note in track.notes { text.paragraph(note) }
        if let actors = track.actors { text.paragraph(actors) }
        var notes: [String] = []
        for step in track.steps {
            text.bullet(step.text)
            text.conditions(step.conditions, notes: &notes) { $0.continuation($1) }
        }
        text.footnotes(notes)
        return text
    }
}

/// Heights that were measured before: the search for good widths asks for the same ones again and again.
private final class MeasuredHeights {
    private struct Key: Hashable {
        let name: String
        let width: Double
    }

    private var known: [Key: Double] = [:]

    func height(of name: String, width: Double, measure: () -> Double) -> Double {
        let key = Key(name: name, width: width)
        if let height = known[key] { return height }
        let height = measure()
        known[key] = height
        return height
    }
}
