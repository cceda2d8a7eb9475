import Phrases
import PlanDomain

/// One form with which somebody does something official with a plan, or the last look at it before it is sent.
struct DeedPage: SitePage {
    static let template = "deed"
    let heading: String
    let paragraphs: [TextLine]
    /// Where the text was changed while the form stood open.
    let moved: MovedText?
    /// Of a last look, what was answered.
    let answers: [Answer]
    let obstacles: [TextLine]
    /// Nil where something stands in the way, unless it was sent all the same.
    let form: FormContent?
    let back: SiteAddress

    init(_ deed: PlanDeed, form: FormContent, moved: MovedText? = nil, answers: [Answer] = []) {
        heading = deed.heading
        let isBlocked = !deed.obstacles.isEmpty && form.errors.isEmpty && moved == nil
        paragraphs = isBlocked ? [] : deed.lead.map(TextLine.init)
        obstacles = isBlocked ? deed.obstacles.map(TextLine.init) : []
        self.form = isBlocked ? nil : form
        back = deed.back
        self.moved = moved
        self.answers = answers
    }

    static let fields: PageFields<DeedPage> = [
        .text("heading") { $0.heading },
        .list("paragraphs") { $0.paragraphs },
        .part("moved") { $0.moved },
        .flag("isCheck") { !$0.answers.isEmpty },
        .list("answers") { $0.answers },
        .flag("isBlocked") { !$0.obstacles.isEmpty },
        .list("obstacles") { $0.obstacles },
        .text("back") { $0.back.path },
        .part("form") { $0.form },
    ]

    struct Answer: PageContent {
        let label: String
        let value: String

        static let fields: PageFields<Answer> = [
            .text("label") { $0.label },
            .text("value") { $0.value },
        ]
    }
}

/// What changed in a plan since a form was shown, with the way to each difference.
struct MovedText: PageContent {
    let sections: [PageLink]
    /// Documents that changed; they have no comparison of their own.
    let documents: String?
    let touchesFields: Bool

    /// - Parameter changes: of the plan, newest first.
    init(from shown: CommitID, to present: ProjectedPlan, changes: [Change], phrases: Phrases) {
        let later = changes.prefix { $0.id != shown }
        let changed = Set(later.flatMap(\.sections).map(\.section))
        sections = present.sections.filter { changed.contains($0.id) }.map { section in
            PageLink(
                label: section.printedTitle,
                address: .comparison(present.id, section.id, from: shown, to: present.heads.text))
        }
        let names = Set(later.flatMap(\.documents)).sorted()
        documents = names.isEmpty ? nil : phrases.list(names)
        touchesFields = later.contains(where: \.touchesMetadata)
    }

    static let fields: PageFields<MovedText> = [
        .flag("hasSections") { !$0.sections.isEmpty },
        .list("movedSections") { $0.sections },
        .text("movedDocuments") { $0.documents },
        .flag("touchesFields") { $0.touchesFields },
    ]
}
