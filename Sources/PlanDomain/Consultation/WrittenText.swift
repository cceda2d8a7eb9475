import Workflow

/// What people type into forms, before it is kept.
enum WrittenText {
    /// One line with single spaces. Throws `invalid` when nothing is left, or it is longer than `limit` characters.
    static func line(_ text: String, limit: Int, empty key: String) throws(PlanError) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !line.isEmpty else { throw PlanError(.invalid, Reason(key)) }
        return try self.text(line, limit: limit)
    }

    /// Lines that are not empty.
    static func lines(_ lines: [String], limit: Int) throws(PlanError) -> [String] {
        var kept: [String] = []
        for line in lines where line.contains(where: { !$0.isWhitespace }) {
            kept.append(try self.line(line, limit: limit, empty: "consultation.text-empty"))
        }
        return kept
    }

    /// Running text without the white space around it, with plain line ends.
    static func text(_ text: String, limit: Int) throws(PlanError) -> String {
        let text = text.replacing("\r\n", with: "\n").trimmed
        guard text.count <= limit else {
            throw PlanError(.invalid, Reason("consultation.text-long", ["limit": .number(limit)]))
        }
        guard !text.unicodeScalars.contains("\0") else { throw PlanError(.invalid, Reason("text.binary")) }
        return text
    }
}
