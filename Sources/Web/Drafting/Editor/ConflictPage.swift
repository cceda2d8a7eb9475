import Phrases
import PlanDomain
import Prose
import Workflow

/// What two people changed in the same passages: both texts of each, to choose from. Everything else that was typed goes
/// along.
struct ConflictPage: SitePage {
    static let template = "conflict"
    let place: EditorPlace
    let form: FormContent
    let kept: [KeptField]
    let rows: [PassageRow]
    let lead: String

    init(
        _ conflict: TextConflict, at place: EditorPlace, session: EditorSession, typed values: FormValues,
        isAnswered: Bool, seal: FormSeal, phrases: Phrases
    ) {
        self.place = place
        let count = conflict.conflicts.count
        let choices = ConflictChoices(values)
        lead = phrases.text("editor.conflict-lead", ["count": .number(count)])
        let fields = (1...max(1, count)).map { number in
            FormField(
                ConflictChoices.choiceName(number),
                phrases.text("editor.passage", ["number": .number(number), "total": .number(count)]),
                .radios(
                    ConflictChoices.Side.allCases.map { side in
                        FormChoice(side.rawValue, phrases.text("editor.side.\(side.rawValue)"))
                    }))
        }
        var form = SiteForm(fields, typed: values)
        if isAnswered {
            for number in 1...max(1, count) where choices.side(number) == nil {
                form.refuse(ConflictChoices.choiceName(number), Reason("draft.choices-missing"))
            }
        }
        let content = FormContent(
            form, to: place.address, seal: seal, submit: phrases.text("editor.save-choices"), phrases: phrases)
        self.form = content
        rows = conflict.conflicts.enumerated().map { index, passage in
            PassageRow(passage, number: index + 1, in: content, typed: choices, phrases: phrases)
        }
        let replaced = ["basis": session.base.rawValue, "venster": session.tab.rawValue]
        kept =
            values.fields.filter { !Self.isAsked($0.name) && replaced[$0.name] == nil }.map {
                KeptField(name: $0.name, value: $0.value)
            } + replaced.sorted { $0.key < $1.key }.map { KeptField(name: $0.key, value: $0.value) }
            + [
                KeptField(name: "teller", value: String(session.version)),
                KeptField(name: "hunne", value: conflict.theirs.rawValue),
                KeptField(name: "passages", value: String(count)),
            ]
    }

    /// What this form asks or carries itself.
    private static func isAsked(_ name: String) -> Bool {
        name.hasPrefix("_") || ["actie", "teller", "hunne", "passages"].contains(name)
            || ["keuze-", "eigen-", "samen-"].contains { name.hasPrefix($0) }
    }

    static let fields: PageFields<ConflictPage> = [
        .text("heading") { $0.place.title },
        .text("lead") { $0.lead },
        .part("form") { $0.form },
        .list("kept") { $0.kept },
        .list("conflicts") { $0.rows },
    ]

    /// Something that was typed before and is sent along unseen.
    struct KeptField: PageContent {
        let name: String
        let value: String

        static let fields: PageFields<KeptField> = [
            .text("keptName") { $0.name },
            .text("keptValue") { $0.value },
        ]
    }

    /// One passage: how it was, and what either made of it.
    struct PassageRow: PageContent {
        let number: Int
        let about: String?
        let was: String
        let mine: Markup
        let theirs: Markup
        let together: String
        let own: String
        let choice: FieldContent?
        let ownLabel: String

        init(
            _ passage: TextConflict.Passage, number: Int, in form: FormContent, typed choices: ConflictChoices,
            phrases: Phrases
        ) {
            self.number = number
            let conflict = passage.conflict
            about = passage.field.map { phrases.capitalized(phrases.text($0.name)) }
            was = conflict.base.isEmpty ? phrases.text("editor.nothing") : conflict.base
            mine = Self.difference(conflict.base, conflict.mine, phrases)
            theirs = Self.difference(conflict.base, conflict.theirs, phrases)
            together = conflict.theirs + conflict.mine
            own = choices.own(number) ?? conflict.mine
            choice = form.field(ConflictChoices.choiceName(number))
            ownLabel = phrases.text("editor.own-text", ["number": .number(number)])
        }

        private static func difference(_ base: String, _ text: String, _ phrases: Phrases) -> Markup {
            guard text.contains(where: { !$0.isWhitespace }) || base.contains(where: { !$0.isWhitespace }) else {
                return Markup("<p>" + HTML.escape(phrases.text("editor.nothing")) + "</p>")
            }
            return ComparisonMarkup.inOneColumn(WordDiff(old: base, new: text), phrases)
        }

        static let fields: PageFields<PassageRow> = [
            .text("passageID") { "passage-\($0.number)" },
            .text("passageNumber") { String($0.number) },
            .text("about") { $0.about },
            .text("was") { $0.was },
            .markup("mine") { $0.mine },
            .markup("theirs") { $0.theirs },
            .text("together") { $0.together },
            .text("togetherName") { "samen-\($0.number)" },
            .part("choiceField") { $0.choice },
            .text("ownID") { "veld-eigen-\($0.number)" },
            .text("ownName") { ConflictChoices.ownName($0.number) },
            .text("ownText") { $0.own },
            .text("ownLabel") { $0.ownLabel },
        ]
    }
}

/// A text that is gone, such as that of a section that was merged into another, with what somebody had typed there.
struct GoneTextPage: SitePage {
    static let template = "gone-text"
    let place: EditorPlace
    let why: String
    let text: String
    let label: String

    init(_ place: EditorPlace, why: Reason, text: String, phrases: Phrases) {
        self.place = place
        self.why = phrases.sentence(why)
        self.text = text
        label = phrases.text("editor.gone-typed")
    }

    static let fields: PageFields<GoneTextPage> = [
        .text("heading") { $0.place.title },
        .text("why") { $0.why },
        .text("typed") { $0.text },
        .text("typedLabel") { $0.label },
        .text("structure") { SiteAddress.text($0.place.plan).path },
    ]
}
