/// How a commit message is laid out, so that stock git finds in it what was put in.
enum CommitMessage {
    /// Subject, empty line, body, empty line, trailers; each part only when there is one.
    ///
    /// A line of three dashes in the body would end the message for `git interpret-trailers` (it expects a patch there),
    /// so it gets a space in front. Without trailers of its own, a message whose last paragraph looks like trailers has
    /// those trailers: that is git's reading, and a caller who does not want it must look before it writes.
    static func layOut(_ message: String, trailers: [Trailer], _ operation: String) throws(GitError) -> String {
        guard !message.utf8.contains(0) else { throw .invalid(operation, "a message cannot hold a null character") }
        let lines = message.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
            withoutTrailingSpace)
        guard let first = lines.firstIndex(where: { !$0.isEmpty }) else {
            throw .invalid(operation, "the message is empty")
        }
        let body = paragraphs(of: lines[(first + 1)...]).map(escapingDivider)
        var parts = [lines[first].trimmed]
        if !body.isEmpty { parts.append(body.joined(separator: "\n")) }
        if !trailers.isEmpty {
            var block: [String] = []
            for trailer in trailers { block.append(try trailer.lines(operation)) }
            parts.append(block.joined(separator: "\n"))
        }
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// The first paragraph on one line, as `git log --format=%s` shows it, and what follows it.
    static func split(_ message: String) -> (subject: String, body: String) {
        let lines = message.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" })
        let start = lines.firstIndex { !$0.trimmed.isEmpty } ?? lines.endIndex
        let end = lines[start...].firstIndex { $0.trimmed.isEmpty } ?? lines.endIndex
        let subject = lines[start..<end].map(\.trimmed).joined(separator: " ")
        return (subject, paragraphs(of: lines[end...].map(withoutTrailingSpace)[...]).joined(separator: "\n"))
    }

    /// Without empty lines at either end, and never two in a row.
    private static func paragraphs(of lines: ArraySlice<String>) -> [String] {
        var kept: [String] = []
        for line in lines where !(line.isEmpty && (kept.last?.isEmpty ?? true)) { kept.append(line) }
        if kept.last?.isEmpty == true { kept.removeLast() }
        return kept
    }

    private static func escapingDivider(_ line: String) -> String {
        TrailerBlock.isDivider(line) ? " " + line : line
    }

    private static func withoutTrailingSpace(_ line: some StringProtocol) -> String {
        var line = line[...]
        while line.last?.isWhitespace == true { line.removeLast() }
        return String(line)
    }
}
