import PlanDomain
import Workflow

/// The nota as its template reads it: every value already a text.
struct NotaPage: TemplateFields {
    let frame: DocumentFrame
    let labels: Labels
    let subject: String
    let team: FieldText
    /// The field table, in the order of the form.
    let rows: [FieldRow]
    /// "08-06-2023: Burgemeester"
    let signOffs: [String]
    /// Steps of the route that nobody has done yet.
    let awaited: [String]
    let scheduling: [String]
    /// *Definitief akkoord*, a date or that it was not given.
    let release: FieldText
    /// *B & W d.d.*, a date or that the board has not decided.
    let boardDay: FieldText
    /// Says that points are proposed as long as nobody decided on them.
    let decisionHeading: String
    let points: [Point]
    /// The sentence on what becomes public; unnumbered, after the points.
    let disclosure: String?
    let overrides: [Override]
    let texts: [TextBlock]

    init(_ content: NotaContent, words: DocumentWords, style: StyleSheet) {
        frame = DocumentFrame(
            title: words("nota.title") + " – " + content.subject, municipality: content.municipality,
            emptyHeadings: content.emptyHeadings, provenance: content.provenance, words: words, style: style)
        labels = Labels(words: words)
        subject = content.subject
        team = FieldText(content.team, words: words)
        rows = Self.rows(content.fields, words: words)
        signOffs = content.signOffs.map { Self.text(of: $0, words: words) }
        awaited = content.awaitedSignOffs.map { words("nota.awaited", ["step": .text(words.label($0))]) }
        scheduling = content.scheduling.map { Self.text(of: $0, words: words) }
        release = FieldText(content.finalRelease, words: words, notYet: "nota.no-release")
        boardDay = FieldText(content.decision, words: words, notYet: "nota.no-decision")
        decisionHeading = words(content.decision == .notYet ? "nota.proposed-decision" : "nota.decision")
        points = content.points.map { Point($0, words: words) }
        disclosure = content.disclosure.map { DisclosureSentence($0, words: words).text }
        overrides = content.overrides.map { Override($0, words: words) }
        texts = TextBlock.blocks(of: content.texts, words: words)
    }

    private static func rows(_ fields: NotaContent.Fields, words: DocumentWords) -> [FieldRow] {
        [
            FieldRow(label: words("nota.meeting"), value: FieldText(fields.meeting, words: words)),
            FieldRow(label: words("nota.number"), value: FieldText(fields.number, words: words)),
            FieldRow(label: words("nota.date"), value: FieldText(fields.date.map(words.field), words: words)),
            FieldRow(label: words("nota.programme"), value: FieldText(fields.programme, words: words)),
            FieldRow(label: words("nota.portfolio-holder"), value: FieldText(fields.portfolioHolder, words: words)),
            FieldRow(label: words("nota.attachments"), value: attachments(fields, words: words)),
        ]
    }

    /// A nota without annexes is complete.
    private static func attachments(_ fields: NotaContent.Fields, words: DocumentWords) -> FieldText {
        fields.attachments.isEmpty
            ? .filled(words("nota.no-attachments")) : FieldText(fields.attachments, words: words)
    }

    /// "08-06-2023: Burgemeester"
    private static func text(of line: FunctionLine, words: DocumentWords) -> String {
        words(
            "dated-line",
            [
                "day": .text(FieldText(line.day, words: words, notYet: "undated").lines[0]),
                "text": .text(words.function(of: line)),
            ])
    }

    /// Plain agreement is what a paraaf means; only another verdict is said.
    private static func text(of signOff: NotaContent.SignOffLine, words: DocumentWords) -> String {
        let line = text(of: signOff.line, words: words)
        guard signOff.verdict != .agreed else { return line }
        return words("nota.verdict-line", ["line": .text(line), "verdict": .text(words.verdict(signOff.verdict))])
    }

    static let fields: [String: @Sendable (NotaPage) -> Any?] = [
        "frame": { $0.frame }, "labels": { $0.labels }, "subject": { $0.subject }, "team": { $0.team },
        "rows": { $0.rows }, "signOffs": { $0.signOffs }, "awaited": { $0.awaited },
        "noSignOffs": { $0.signOffs.isEmpty && $0.awaited.isEmpty }, "scheduling": { $0.scheduling },
        "isScheduled": { !$0.scheduling.isEmpty }, "hasPoints": { !$0.points.isEmpty }, "release": { $0.release },
        "boardDay": { $0.boardDay }, "decisionHeading": { $0.decisionHeading }, "points": { $0.points },
        "disclosure": { $0.disclosure }, "overrides": { $0.overrides }, "hasOverrides": { !$0.overrides.isEmpty },
        "texts": { $0.texts },
    ]
}

extension NotaPage {
    struct Labels: TemplateFields {
        private let words: DocumentWords

        init(words: DocumentWords) { self.words = words }

        private static let keys = [
            "title", "team", "subject", "fields", "sign-offs", "no-sign-offs", "scheduling", "no-scheduling",
            "release", "board-day", "no-points", "no-disclosure", "overrides",
        ]

        static let fields: [String: @Sendable (Labels) -> Any?] = Dictionary(
            uniqueKeysWithValues: keys.map { key in (key, { @Sendable in $0.words("nota." + key) }) })
    }

    /// A decision point; `outcome` only where it is not plainly adopted.
    struct Point: TemplateFields {
        let number: Int
        let text: String
        let outcome: String?

        init(_ point: NotaContent.DecisionPointLine, words: DocumentWords) {
            number = point.number
            text = point.text ?? words("nota.point-gone")
            outcome = point.outcome.flatMap { outcome in
                outcome == .adopted ? nil : words("nota.outcome-line", ["outcome": .text(words.outcome(outcome))])
            }
        }

        static let fields: [String: @Sendable (Point) -> Any?] = [
            "number": { $0.number }, "text": { $0.text }, "outcome": { $0.outcome },
        ]
    }

    struct Override: TemplateFields {
        let text: String
        let reason: String?

        init(_ line: NotaContent.OverrideLine, words: DocumentWords) {
            text = words(
                "nota.override-line",
                [
                    "line": .text(NotaPage.text(of: line.line, words: words)),
                    "condition": .text(words.text(of: line.condition)),
                ])
            reason = line.reason.map { words("reason-line", ["reason": .text(words.text(of: $0))]) }
        }

        static let fields: [String: @Sendable (Override) -> Any?] = [
            "text": { $0.text }, "reason": { $0.reason },
        ]
    }
}
