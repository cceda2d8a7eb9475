/// A word, number or mark of a text together with the white space behind it.
///
/// Tokens are compared by the bytes of the word alone (`id`), so that a reflowed line is no change; the white space is
/// kept so that the text can be put together again. "1.000,50", "10.30" and "thema's" are one token, "**" is one, other
/// marks stand alone.
struct WordToken {
    let id: Int
    let word: Range<Int>
    let space: Range<Int>
    let isWord: Bool
}

/// Gives equal words equal numbers, by bytes: `String` would hold two normal forms of one letter for equal.
struct WordIndex {
    private var ids: [ArraySlice<UInt8>: Int] = [:]

    mutating func id(of word: ArraySlice<UInt8>) -> Int {
        if let id = ids[word] { return id }
        ids[word] = ids.count
        return ids.count - 1
    }
}

/// Cuts a range of a source into tokens.
struct WordTokenizer {
    /// How many `>` may stand at the start of a following line without being text.
    var quoteDepth = 0

    func tokens(of source: SourceLines, in range: Range<Int>, index: inout WordIndex) -> [WordToken] {
        let text = source.text(range)
        var tokens: [WordToken] = []
        var scan = ScalarCursor(text, offset: range.lowerBound)
        while !scan.isAtEnd {
            let start = scan.offset
            let isWord = scan.readWord()
            let word = start..<scan.offset
            scan.readSpace(quoteDepth: quoteDepth)
            tokens.append(
                WordToken(
                    id: index.id(of: source.bytes[word]), word: word, space: word.upperBound..<scan.offset,
                    isWord: isWord))
        }
        return tokens
    }
}

private struct ScalarCursor {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    /// In bytes of the source.
    private(set) var offset: Int

    init(_ text: String, offset: Int) {
        scalars = Array(text.unicodeScalars)
        self.offset = offset
    }

    var isAtEnd: Bool { position == scalars.count }

    private func peek(_ distance: Int = 0) -> Unicode.Scalar? {
        position + distance < scalars.count ? scalars[position + distance] : nil
    }

    private mutating func advance() {
        offset += UTF8.width(scalars[position])
        position += 1
    }

    /// Reads one word, number or mark, true for the first two; always at least one scalar.
    mutating func readWord() -> Bool {
        guard let first = peek() else { return false }
        advance()
        if first.isWordScalar {
            while let next = peek(), next.isWordScalar || joins(next) { advance() }
            if peek() == ":", peek(1) == "/", peek(2) == "/" { readAddress() }
            return true
        }
        while let next = peek(), next.isAttached || next == first && first.formsRuns { advance() }
        return false
    }

    /// The rest of `https://…`: an address changes as a whole.
    private mutating func readAddress() {
        while let next = peek(), !next.isSentenceSpace, !")>]\"<|".unicodeScalars.contains(next) { advance() }
    }

    /// An apostrophe between letters, a point, comma or colon between digits.
    private func joins(_ scalar: Unicode.Scalar) -> Bool {
        guard position > 0, let after = peek(1) else { return false }
        let before = scalars[position - 1]
        switch scalar {
        case "'", "’": return before.isLetter && after.isLetter
        case ".", ",", ":": return before.isDigit && after.isDigit
        default: return false
        }
    }

    mutating func readSpace(quoteDepth: Int) {
        var marksLeft = 0
        while let next = peek() {
            if next == "\n" || next == "\r" {
                marksLeft = quoteDepth
            } else if next == ">", marksLeft > 0 {
                marksLeft -= 1
            } else if next != " ", next != "\t" {
                return
            }
            advance()
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isWordScalar: Bool {
        properties.isAlphabetic || properties.numericType != nil || isAttached && self != "\u{FE0F}"
    }

    /// Belongs to the character before it: accents, joiners, variation selectors, skin tones.
    fileprivate var isAttached: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: true
        default: self == "\u{200D}" || properties.isEmojiModifier
        }
    }

    fileprivate var formsRuns: Bool {
        self == "*" || self == "_" || self == "~" || self == "`" || self == "." || self == "-" || self == "="
            || self == "#"
    }
}
