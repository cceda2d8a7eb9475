/// A line of a field table: a label and what stands beside it.
struct FieldRow: TemplateFields {
    let label: String
    let value: FieldText

    static let fields: [String: @Sendable (FieldRow) -> Any?] = ["label": { $0.label }, "value": { $0.value }]
}

/// What a field says, and whether it is only that there is nothing to say yet.
struct FieldText: TemplateFields {
    let lines: [String]
    let isMissing: Bool

    static func filled(_ text: String) -> FieldText { FieldText(lines: [text], isMissing: false) }
    static func missing(_ text: String) -> FieldText { FieldText(lines: [text], isMissing: true) }

    /// The field's text, or the phrase for a field that nobody filled in.
    init(_ text: String?, words: DocumentWords) {
        self.init(text.map { [$0] } ?? [], words: words)
    }

    init(_ lines: [String], words: DocumentWords) {
        isMissing = lines.isEmpty
        self.lines = lines.isEmpty ? [words("not-filled-in")] : lines
    }

    /// The day of an act in a field, or that it has not happened.
    init(_ day: ActDay, words: DocumentWords, notYet: String) {
        switch day {
        case .notYet: self = .missing(words(notYet))
        case .on(let date): self = .filled(words.field(date))
        case .undated: self = .filled(words("undated"))
        }
    }

    private init(lines: [String], isMissing: Bool) {
        self.lines = lines
        self.isMissing = isMissing
    }

    static let fields: [String: @Sendable (FieldText) -> Any?] = [
        "lines": { $0.lines }, "isMissing": { $0.isMissing }, "single": { $0.lines.count == 1 ? $0.lines[0] : nil },
    ]
}
