/// The trailers at the end of a commit message, found by the rules of `git interpret-trailers --parse`.
///
/// libgit2 has a parser too, but it takes the line after an empty value for part of that value. The rules: a line of
/// three dashes ends the message; comments and blank lines at the end do not count; the block is the last paragraph, not
/// the first, and every line in it is a trailer or continues one. With a line that git itself writes among them, such as
/// `Signed-off-by`, a quarter of the lines is enough.
struct TrailerBlock {
    private let lines: [Substring]

    init(of message: String) {
        var lines = message.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        if let divider = lines.firstIndex(where: Self.isDivider) { lines.removeSubrange(divider...) }
        Self.dropIgnoredEnd(&lines)
        self.lines = Self.start(in: lines).map { Array(lines[$0...]) } ?? []
    }

    var trailers: [Trailer] {
        var folded: [Substring] = []
        var continues = false
        for line in lines {
            if continues, Self.isIndented(line) {
                folded[folded.count - 1] += " " + line
            } else {
                continues = Self.separator(in: line) != nil
                if continues { folded.append(line) }
            }
        }
        return folded.compactMap { line in
            guard let colon = Self.separator(in: line), !Self.isComment(line) else { return nil }
            let value = line[line.index(after: colon)...].split(whereSeparator: \.isWhitespace)
            return Trailer(line[..<colon].trimmed, value.joined(separator: " "))
        }
    }

    /// Looks for the first line of the block from the end backwards.
    private static func start(in lines: [Substring]) -> Int? {
        let title = lines.firstIndex { !isComment($0) && $0.trimmed.isEmpty } ?? lines.endIndex
        var (trailers, others, continuations, isRecognized) = (0, 0, 0, false)
        for (number, line) in zip(lines.indices, lines).reversed() where number >= title {
            if isComment(line) {
                others += continuations
                continuations = 0
            } else if line.trimmed.isEmpty {
                others += continuations
                let isBlock = isRecognized ? trailers * 3 >= others : trailers > 0 && others == 0
                return isBlock ? number + 1 : nil
            } else if isWrittenByGit(line) || separator(in: line) != nil {
                if isWrittenByGit(line) { isRecognized = true }
                trailers += 1
                continuations = 0
            } else if isIndented(line) {
                continuations += 1
            } else {
                others += 1 + continuations
                continuations = 0
            }
        }
        return nil
    }

    /// Comments, blank lines and the list of conflicts that old versions of git left at the end.
    private static func dropIgnoredEnd(_ lines: inout [Substring]) {
        var start: Int?
        var isInConflicts = false
        for (number, line) in lines.enumerated() {
            if line == "Conflicts:" { isInConflicts = true }
            let isIgnored =
                isComment(line) || line.isEmpty || line == "Conflicts:" || (isInConflicts && line.hasPrefix("\t"))
            if !isIgnored { isInConflicts = false }
            start = isIgnored ? start ?? number : nil
        }
        if let start { lines.removeSubrange(start...) }
        while lines.last?.trimmed.isEmpty == true { lines.removeLast() }
    }

    /// The colon behind a key of letters, digits and dashes; there may be spaces between the two.
    private static func separator(in line: Substring) -> Substring.Index? {
        var hasSpace = false
        for index in line.indices {
            let character = line[index]
            if character == ":" { return index == line.startIndex ? nil : index }
            if character == " " || character == "\t", index != line.startIndex {
                hasSpace = true
            } else if hasSpace || !(character.isASCII && (character.isLetter || character.isNumber || character == "-"))
            {
                return nil
            }
        }
        return nil
    }

    private static func isWrittenByGit(_ line: Substring) -> Bool {
        line.hasPrefix("Signed-off-by: ") || line.hasPrefix("(cherry picked from commit ")
    }

    private static func isIndented(_ line: Substring) -> Bool { line.first == " " || line.first == "\t" }

    private static func isComment(_ line: Substring) -> Bool { line.first == "#" }

    /// Whether git would take the rest of the message for a patch.
    static func isDivider(_ line: some StringProtocol) -> Bool {
        let rest = line.unicodeScalars.dropFirst(3)
        return line.hasPrefix("---") && (rest.first.map(\.properties.isWhitespace) ?? true)
    }
}
