/// One question of a form: how it is asked, and what is taken for an answer.
///
/// Texts stand in the reader's language. A field is required unless it says otherwise; a form marks those that are not.
struct FormField: Sendable {
    let name: String
    let label: String
    let kind: Kind
    var hint: String?
    var isRequired = true
    /// Whether its label says that it may be left empty; not so where that holds for some answers alone.
    var isMarkedOptional: Bool
    /// In characters, as a reader counts them.
    var limit: Int
    /// What browsers fill in by themselves, such as `email` (WHATWG HTML, 4.10.18.7; WCAG 1.3.5).
    var autocomplete: String?
    /// Answers that were given before, for who types a line; any other will do too.
    var suggestions: [String] = []

    init(
        _ name: String, _ label: String, _ kind: Kind = .text, hint: String? = nil, isRequired: Bool = true,
        isMarkedOptional: Bool? = nil, limit: Int? = nil, autocomplete: String? = nil
    ) {
        self.name = name
        self.label = label
        self.kind = kind
        self.hint = hint
        self.isRequired = isRequired
        self.isMarkedOptional = isMarkedOptional ?? !isRequired
        self.limit = limit ?? kind.usualLimit
        self.autocomplete = autocomplete
    }

    enum Kind: Sendable {
        case text
        /// Several lines, shown with room for so many.
        case textarea(rows: Int)
        case mail
        case password
        /// A one-time code: digits, of which none is a number.
        case code
        case number(ClosedRange<Int>)
        /// Day, month and year in a box of their own each.
        case date
        case select([FormChoice])
        case radios([FormChoice])
        case checkboxes([FormChoice])
        /// `accept` as the browser's chooser takes it, such as `.pdf,.docx`.
        case file(accept: String, megabytes: Int)
        case hidden
        /// As `#154273`.
        case colour

        var usualLimit: Int {
            switch self {
            case .textarea: 5_000
            case .mail: 254
            case .colour: 7
            default: 200
            }
        }
    }

    /// The names under which the parts of a date are sent.
    static func dateParts(of name: String) -> [String] { ["\(name)-dag", "\(name)-maand", "\(name)-jaar"] }

    /// Where the field is found on the page; an error leads to its first part. Nil for one that cannot be seen.
    var anchor: String? {
        switch kind {
        case .hidden: nil
        case .date: "veld-\(Self.dateParts(of: name)[0])"
        case .radios, .checkboxes: "veld-\(name)-1"
        default: "veld-\(name)"
        }
    }

    var choices: [FormChoice] {
        switch kind {
        case .select(let choices), .radios(let choices), .checkboxes(let choices): choices
        default: []
        }
    }
}

/// One of the answers that a field offers.
struct FormChoice: Sendable {
    let value: String
    let label: String
    var hint: String?

    init(_ value: String, _ label: String, hint: String? = nil) {
        self.value = value
        self.label = label
        self.hint = hint
    }
}
