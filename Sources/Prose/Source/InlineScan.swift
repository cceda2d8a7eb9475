/// What each character of a paragraph's Markdown is: text, a mark, code, part of a link.
///
/// This is not a Markdown parser but a cautious reading of one paragraph, for two users: the normaliser must know where
/// it may cut a line (and asks cmark afterwards whether the rendering stayed the same), the diff must know which
/// characters a reader sees. Each pass is linear in the length of the text.
struct InlineScan {
    struct Role: OptionSet {
        let rawValue: UInt16
        /// Not seen by a reader: marks, destinations, tags.
        static let hidden = Role(rawValue: 1)
        /// A line may not end within.
        static let unbreakable = Role(rawValue: 2)
        /// A line end within stays a line end.
        static let keepsLineEnds = Role(rawValue: 4)
        static let destination = Role(rawValue: 8)
        static let code = Role(rawValue: 16)
        static let strong = Role(rawValue: 32)
        static let emphasis = Role(rawValue: 64)
        static let strikethrough = Role(rawValue: 128)
        static let html = Role(rawValue: 256)
        /// What stands between two backticks, or in an address between `<` and `>`.
        static let opaque = Role(rawValue: 512)
    }

    let scalars: [Unicode.Scalar]
    private(set) var roles: [Role]
    private let parentheses: NextPosition

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        parentheses = NextPosition(of: ")", in: scalars)
        roles = Array(repeating: [], count: scalars.count)
        markEscapesCodeAndTags()
        markBrackets()
        markEmphasis()
    }

    private mutating func mark(_ range: Range<Int>, _ role: Role) {
        for index in range { roles[index].formUnion(role) }
    }

    private mutating func markEscapesCodeAndTags() {
        let ticks = BacktickRuns(scalars)
        let angles = NextPosition(of: ">", in: scalars)
        var position = 0
        while position < scalars.count {
            switch scalars[position] {
            case "\\" where position + 1 < scalars.count && scalars[position + 1].isASCIIPunctuation:
                mark(position..<position + 1, [.hidden, .unbreakable])
                roles[position + 1].formUnion(.opaque)
                position += 2
            case "`":
                position = markCode(at: position, ticks)
            case "<":
                position = markTag(at: position, angles)
            default: position += 1
            }
        }
    }

    /// A code span ends with a run of as many backticks; a run that finds none is text.
    private mutating func markCode(at start: Int, _ ticks: BacktickRuns) -> Int {
        let width = ticks.width(at: start)
        guard let close = ticks.nextRun(ofWidth: width, from: start + width) else { return start + width }
        mark(start..<close + width, [.unbreakable, .opaque])
        mark(start..<start + width, .hidden)
        mark(close..<close + width, .hidden)
        mark(start + width..<close, .code)
        return close + width
    }

    /// `<b>`, `</b>`, `<!-- -->`, `<?php ?>` and `<https://…>`.
    private mutating func markTag(at start: Int, _ angles: NextPosition) -> Int {
        guard start + 1 < scalars.count, let close = angles[start] else { return start + 1 }
        let first = scalars[start + 1]
        guard first.isASCIILetter || first == "/" || first == "!" || first == "?" else { return start + 1 }
        let body = scalars[start + 1..<close]
        if body.contains(where: { $0 == ":" || $0 == "@" }), !body.contains(where: \.isSentenceSpace) {
            mark(start..<close + 1, [.unbreakable, .opaque])
            mark(start..<start + 1, .hidden)
            mark(close..<close + 1, .hidden)
        } else {
            mark(start..<close + 1, [.unbreakable, .opaque, .keepsLineEnds, .html])
        }
        return close + 1
    }

    /// Pairs brackets from the inside out, as CommonMark looks for links.
    private mutating func markBrackets() {
        var open: [Int] = []
        var position = 0
        while position < scalars.count {
            defer { position += 1 }
            guard !roles[position].contains(.opaque) else { continue }
            if scalars[position] == "[" { open.append(position) }
            guard scalars[position] == "]", let start = open.popLast() else { continue }
            position = markBracketPair(start, position) - 1
        }
    }

    /// Marks a link, image, footnote mark or mere pair of brackets and gives the position behind it.
    private mutating func markBracketPair(_ start: Int, _ close: Int) -> Int {
        let isNear = close - start < Self.bracketReach
        if start + 1 < close, scalars[start + 1] == "^" {
            mark(start..<close + 1, isNear ? [.unbreakable, .hidden] : [])
            return close + 1
        }
        guard let end = linkEnd(after: close) else {
            if isNear { mark(start..<close + 1, .unbreakable) }
            return close + 1
        }
        let isImage = start > 0 && scalars[start - 1] == "!" && !roles[start - 1].contains(.opaque)
        mark((isImage ? start - 1 : start)..<end, .unbreakable)
        mark((isImage ? start - 1 : start)..<start + 1, .hidden)
        mark(close..<end, [.hidden, .keepsLineEnds, .opaque])
        if scalars[close + 1] == "(" { mark(close..<end, .destination) }
        return end
    }

    private static let bracketReach = 400
    private static let destinationReach = 2_000

    /// Behind `(destination "title")` or `[label]`.
    private func linkEnd(after close: Int) -> Int? {
        guard close + 1 < scalars.count else { return nil }
        let limit = min(scalars.count, close + Self.destinationReach)
        if scalars[close + 1] == "[" {
            return (close + 2..<max(limit, close + 2)).first { scalars[$0] == "]" }.map { $0 + 1 }
        }
        guard scalars[close + 1] == "(", let parenthesis = parentheses[close], parenthesis < limit else { return nil }
        var depth = 0
        var quote: Unicode.Scalar?
        for index in close + 1..<limit {
            let scalar = scalars[index]
            if roles[index].contains(.opaque) || roles[index].contains(.hidden) { continue }
            if let open = quote {
                if scalar == open { quote = nil }
            } else if scalar == "\"" || scalar == "'", scalars[index - 1].isSentenceSpace {
                quote = scalar
            } else if scalar == "(" {
                depth += 1
            } else if scalar == ")" {
                depth -= 1
                if depth == 0 { return index + 1 }
            }
        }
        return nil
    }

    /// A stack of opening runs, closed by a run of the same character: what CommonMark does, without its rule of three.
    private mutating func markEmphasis() {
        var open: [(character: Unicode.Scalar, range: Range<Int>)] = []
        var position = 0
        while position < scalars.count {
            let character = scalars[position]
            guard character == "*" || character == "_" || character == "~", !roles[position].contains(.opaque) else {
                position += 1
                continue
            }
            var end = position
            while end < scalars.count, scalars[end] == character, !roles[end].contains(.opaque) { end += 1 }
            let run = DelimiterRun(scalars, position..<end)
            if character != "~" || run.range.count == 2 {
                var rest = run.range
                while run.canClose, !rest.isEmpty,
                    let index = open.suffix(16).lastIndex(where: { $0.character == character })
                {
                    let width = min(2, open[index].range.count, rest.count)
                    let opener = open[index].range
                    markStyle(character, width, opener.upperBound - width..<opener.upperBound, rest.lowerBound)
                    open[index].range = opener.lowerBound..<opener.upperBound - width
                    rest = rest.lowerBound + width..<rest.upperBound
                    open.removeSubrange((open[index].range.isEmpty ? index : index + 1)...)
                }
                if run.canOpen, !rest.isEmpty { open.append((character, rest)) }
            }
            position = end
        }
    }

    private mutating func markStyle(_ character: Unicode.Scalar, _ width: Int, _ opener: Range<Int>, _ closer: Int) {
        let role: Role = character == "~" ? .strikethrough : width == 2 ? .strong : .emphasis
        mark(opener, .hidden)
        mark(closer..<closer + width, .hidden)
        guard closer - opener.upperBound <= Self.styleReach else { return }
        mark(opener.upperBound..<closer, role)
    }

    /// Style is not marked over more than this: nested runs would make the work quadratic.
    private static let styleReach = 4_000
}

/// Whether a run of `*`, `_` or `~` may open or close, by the characters around it (CommonMark 0.29, section 6.4).
private struct DelimiterRun {
    let range: Range<Int>
    let canOpen: Bool
    let canClose: Bool

    init(_ scalars: [Unicode.Scalar], _ range: Range<Int>) {
        self.range = range
        let before = range.lowerBound > 0 ? scalars[range.lowerBound - 1] : " "
        let after = range.upperBound < scalars.count ? scalars[range.upperBound] : " "
        let opens =
            !after.isMarkdownSpace
            && (!after.isMarkdownPunctuation || before.isMarkdownSpace || before.isMarkdownPunctuation)
        let closes =
            !before.isMarkdownSpace
            && (!before.isMarkdownPunctuation || after.isMarkdownSpace || after.isMarkdownPunctuation)
        let isUnderscore = scalars[range.lowerBound] == "_"
        canOpen = opens && (!isUnderscore || !closes || before.isMarkdownPunctuation)
        canClose = closes && (!isUnderscore || !opens || after.isMarkdownPunctuation)
    }
}

/// Runs of backticks, found by width in one step each.
private struct BacktickRuns {
    private var widths: [Int: Int] = [:]
    private var starts: [Int: [Int]] = [:]

    init(_ scalars: [Unicode.Scalar]) {
        var position = 0
        while position < scalars.count {
            guard scalars[position] == "`" else {
                position += 1
                continue
            }
            var end = position
            while end < scalars.count, scalars[end] == "`" { end += 1 }
            widths[position] = end - position
            starts[end - position, default: []].append(position)
            position = end
        }
    }

    func width(at position: Int) -> Int { widths[position] ?? 1 }

    func nextRun(ofWidth width: Int, from position: Int) -> Int? {
        guard let candidates = starts[width] else { return nil }
        var (low, high) = (0, candidates.count)
        while low < high {
            let middle = (low + high) / 2
            if candidates[middle] < position { low = middle + 1 } else { high = middle }
        }
        return low < candidates.count ? candidates[low] : nil
    }
}

/// For every position the next one that holds a given character.
private struct NextPosition {
    private var next: [Int]

    init(of scalar: Unicode.Scalar, in scalars: [Unicode.Scalar]) {
        next = Array(repeating: -1, count: scalars.count)
        var last = -1
        for index in scalars.indices.reversed() {
            if scalars[index] == scalar { last = index }
            next[index] = last
        }
    }

    subscript(position: Int) -> Int? { next[position] < 0 ? nil : next[position] }
}

extension Unicode.Scalar {
    var isASCIILetter: Bool { isASCII && properties.isAlphabetic }

    var isASCIIPunctuation: Bool {
        switch value {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    fileprivate var isMarkdownSpace: Bool { properties.isWhitespace }

    fileprivate var isMarkdownPunctuation: Bool {
        if isASCIIPunctuation { return true }
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .closePunctuation, .finalPunctuation, .initialPunctuation,
            .otherPunctuation, .openPunctuation:
            return true
        default: return false
        }
    }
}
