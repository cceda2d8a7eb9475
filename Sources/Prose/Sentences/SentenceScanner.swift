/// One pass over a text as Unicode scalars that finds where its sentences begin and end.
///
/// The text may be a projection of something else (Markdown without its marks): positions are those of the array given.
struct SentenceScanner {
    let scalars: [Unicode.Scalar]
    private let parentheses: ParenthesisMap

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        parentheses = ParenthesisMap(scalars)
    }

    /// The sentences in order. Each scalar is looked at a bounded number of times, whatever the text.
    func sentences() -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = skipWhitespace(from: 0)
        var position = start
        var protectedUntil = start
        while position < scalars.count {
            if scalars[position] == "(", position > start, let close = parentheses.close(of: position) {
                protectedUntil = max(protectedUntil, close)
            }
            let end = scalars[position].isStop ? endOfStop(at: position) : position
            let next = skipWhitespace(from: end)
            let isParagraphEnd = next > end && holdsEmptyLine(end..<next)
            let isEnd =
                isParagraphEnd
                || end > position && end > protectedUntil && next > end && next < scalars.count
                    && StopContext(self, sentenceStart: start, stop: position, end: end, next: next).endsSentence
            if isEnd, next < scalars.count {
                if start < end { sentences.append(start..<end) }
                (start, protectedUntil) = (next, next)
                position = next
            } else {
                position = max(position + 1, end)
            }
        }
        let end = trimmedEnd
        if start < end { sentences.append(start..<end) }
        return sentences
    }

    private var trimmedEnd: Int {
        var end = scalars.count
        while end > 0, scalars[end - 1].isSentenceSpace { end -= 1 }
        return end
    }

    /// Past the stops ("?!", "...") and the quotes and brackets that close with them.
    private func endOfStop(at position: Int) -> Int {
        var end = position
        while end < scalars.count, scalars[end].isStop { end += 1 }
        while end < scalars.count, scalars[end].isCloser { end += 1 }
        return end
    }

    func skipWhitespace(from position: Int) -> Int {
        var position = position
        while position < scalars.count, scalars[position].isSentenceSpace { position += 1 }
        return position
    }

    private func holdsEmptyLine(_ range: Range<Int>) -> Bool {
        var lineEnds = 0
        for index in range {
            let isPair = scalars[index] == "\n" && index > range.lowerBound && scalars[index - 1] == "\r"
            if scalars[index] == "\n" || scalars[index] == "\r", !isPair { lineEnds += 1 }
        }
        return lineEnds >= 2
    }
}

/// For each `(` the `)` that closes it, when that is near enough to be meant.
private struct ParenthesisMap {
    private var closes: [Int: Int] = [:]
    private static let reach = 600

    init(_ scalars: [Unicode.Scalar]) {
        var open: [Int] = []
        for (position, scalar) in scalars.enumerated() {
            if scalar == "(" { open.append(position) }
            guard scalar == ")", let start = open.popLast(), position - start <= Self.reach else { continue }
            closes[start] = position
        }
    }

    func close(of position: Int) -> Int? { closes[position] }
}

extension Unicode.Scalar {
    var isStop: Bool { self == "." || self == "!" || self == "?" || self == "…" }

    var isCloser: Bool {
        switch self {
        case "'", "\"", "’", "”", "»", "›", ")", "]", "}", "‘", "“", "¹", "²", "³": true
        default: false
        }
    }

    var isOpener: Bool {
        switch self {
        case "'", "\"", "‘", "“", "„", "‚", "«", "‹", "(", "[", "{", "’", "”", "¿", "¡": true
        default: false
        }
    }

    /// White space at which a line may end: a no-break space is not.
    var isSentenceSpace: Bool {
        properties.isWhitespace && self != "\u{A0}" && self != "\u{202F}" && self != "\u{2007}"
    }

    var isLetter: Bool { properties.isAlphabetic }
    var isDigit: Bool { properties.numericType == .decimal }
}
