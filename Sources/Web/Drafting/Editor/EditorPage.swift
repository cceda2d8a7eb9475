import Phrases
import PlanDomain
import Workflow

/// The editor of one text: the text, why it changes and of what nature that is, with the draft that it goes on from.
struct EditorPage: SitePage {
    static let template = "editor"
    static let scripts = ["editor.js"]
    let place: EditorPlace
    let session: EditorSession
    let form: FormContent
    let surroundings: EditorSurroundings
    /// What the text looks like to a reader, where that was asked.
    let preview: Markup?
    let guidance: Markup?
    /// What the text can show or name.
    let annexes: [AnnexRow]

    init(
        _ place: EditorPlace, opened: OpenedText, session: EditorSession, form: EditorForm, seal: FormSeal,
        preview: String? = nil, phrases: Phrases
    ) {
        self.place = place
        self.session = session
        self.form = FormContent(
            form.form, to: place.address, seal: seal, submit: phrases.text("editor.save"), phrases: phrases)
        surroundings = EditorSurroundings(place, opened: opened, session: session, phrases: phrases)
        let shelf = AnnexShelf.working(opened.annexes, of: place.plan, at: opened.head)
        self.preview = preview.map { EditorPreview.markup(of: $0, shelf, phrases) }
        annexes = opened.annexes.map { AnnexRow($0, of: place.plan, at: opened.head, phrases: phrases) }
        let hints = Guidance.markdown(in: opened.saved)
        guidance =
            hints.isEmpty
            ? nil : SectionMarkup(hints, topLevel: 3, prefix: "aanwijzing-", phrases: phrases).render()
    }

    static let fields: PageFields<EditorPage> = [
        .text("heading") { $0.place.title },
        .part("surroundings") { $0.surroundings },
        .part("form") { $0.form },
        .part("titleField") { $0.form.field("titel") },
        .text("titleWas") { $0.place.ownTitle },
        .part("textField") { $0.form.field("tekst") },
        .part("summaryField") { $0.form.field("reden") },
        .part("natureField") { $0.form.field("aard") },
        .part("inputsField") { $0.form.field("inbreng") },
        .part("personalField") { $0.form.field(EditorScreening.field) },
        .text("base") { $0.session.base.rawValue },
        .text("tab") { $0.session.tab.rawValue },
        .text("version") { String($0.session.version) },
        .text("subject") { $0.place.subject.rawValue },
        .flag("hasPreview") { $0.preview != nil },
        .markup("preview") { $0.preview },
        .flag("hasGuidance") { $0.guidance != nil },
        .markup("guidance") { $0.guidance },
        .flag("hasAnnexes") { !$0.annexes.isEmpty },
        .list("annexes") { $0.annexes },
        .text("keepAddress") { SiteAddress.keepDraft($0.place.plan).path },
        .text("previewAddress") { SiteAddress.previewDraft($0.place.plan).path },
        .text("presenceAddress") { SiteAddress.presence($0.place.plan).path },
        .text("signIn") { SiteAddress.signIn(returningTo: $0.place.address.path).path },
        .text("cancelAddress") { $0.place.back.path },
    ]
}

/// What stands around an editor: whether the text can be saved, the draft, who else is at it.
struct EditorSurroundings: PageContent {
    let refusal: String?
    /// Who sent it back, and the reason as they wrote it.
    let sentBack: String?
    let sentBackReason: String?
    let draftNote: String?
    let otherDrafts: [OtherDraft]
    let editors: String?

    init(_ place: EditorPlace, opened: OpenedText, session: EditorSession, phrases: Phrases) {
        refusal = opened.refusal.map { phrases.sentence($0) }
        sentBack = opened.sentBack.map { back in
            phrases.text(
                "editor.sent-back",
                ["function": .text(back.function), "date": .text(phrases.writtenDate(back.day))])
        }
        sentBackReason = opened.sentBack?.reason
        draftNote = opened.draft.map { draft in
            let key = draft.base == opened.head ? "editor.draft-found" : "editor.draft-old"
            return phrases.text(key, ["moment": .text(phrases.moment(draft.keptAt))])
        }
        otherDrafts = opened.otherDrafts.map { draft in
            OtherDraft(
                label: phrases.text("editor.draft-of", ["moment": .text(phrases.moment(draft.keptAt))]),
                address: Self.address(of: place, tab: draft.place.tab))
        }
        editors = Self.sentence(about: opened.editors, phrases)
    }

    static func sentence(about editors: [Editor], _ phrases: Phrases) -> String? {
        let names = editors.reduce(into: [String]()) { if !$0.contains($1.name) { $0.append($1.name) } }
        guard !names.isEmpty else { return nil }
        return phrases.text(
            "editor.writing-too", ["names": .text(phrases.list(names)), "count": .number(names.count)])
    }

    private static func address(of place: EditorPlace, tab: DraftTab) -> SiteAddress {
        SiteAddress(own: place.address.path + "?venster=" + tab.rawValue)
    }

    static let fields: PageFields<EditorSurroundings> = [
        .text("refusal") { $0.refusal },
        .text("sentBack") { $0.sentBack },
        .text("sentBackReason") { $0.sentBackReason },
        .text("draftNote") { $0.draftNote },
        .flag("hasOtherDrafts") { !$0.otherDrafts.isEmpty },
        .list("otherDrafts") { $0.otherDrafts },
        .text("editors") { $0.editors },
    ]

    struct OtherDraft: PageContent {
        let label: String
        let address: SiteAddress

        static let fields: PageFields<OtherDraft> = [
            .text("draftLabel") { $0.label },
            .text("draftAddress") { $0.address.path },
        ]
    }
}

/// A text that is not saved yet, as its readers would get it.
enum EditorPreview {
    static func markup(of text: String, _ annexes: AnnexShelf, _ phrases: Phrases) -> Markup {
        SectionMarkup(text, topLevel: 3, prefix: "voorbeeld-", annexes: annexes, phrases: phrases).render()
    }
}
