import Phrases
import PlanDomain
import Workflow

/// How a plan is divided: chapters with their sections, each with the way to its own page, and what can be added.
struct StructurePage: SitePage {
    static let template = "structure"
    let heading: String
    let refusal: String?
    let chapters: [ChapterRow]
    /// To the texts of the nota and the raadsmededeling.
    let papers: [PageLink]
    let forms: [StructureFormContent]

    init(
        _ present: PlanAtHand, forms: [StructureForm], refusal: Reason?, seal: @escaping () -> FormSeal,
        phrases: Phrases
    ) {
        heading = phrases.text("editor.structure.heading")
        self.refusal = refusal.map { phrases.sentence($0) }
        let version = present.plan.heads.text
        let plan = present.plan.id
        chapters = present.text.chapters.map { chapter in
            ChapterRow(
                title: chapter.heading?.plainTitle ?? phrases.text("editor.structure.untitled"),
                address: .chapterStructure(plan, chapter.id),
                sections: chapter.sections.map { section in
                    SectionRow(
                        section, in: present.plan, version: version, seal: seal(), phrases: phrases)
                })
        }
        papers =
            present.text.documents.map { document in
                PageLink(
                    label: phrases.text("editor.papers.heading", ["document": .text(document.name)]),
                    address: .papers(plan, document.name))
            } + [PageLink(label: phrases.text("annexes.heading"), address: .annexes(plan))]
        self.forms = forms.map {
            StructureFormContent($0, to: .structure(plan), version: version, seal: seal(), phrases: phrases)
        }
    }

    static let fields: PageFields<StructurePage> = [
        .text("heading") { $0.heading },
        .text("refusal") { $0.refusal },
        .list("chapters") { $0.chapters },
        .flag("hasPapers") { !$0.papers.isEmpty },
        .list("papers") { $0.papers },
        .list("forms") { $0.forms },
    ]

    struct ChapterRow: PageContent {
        let title: String
        let address: SiteAddress
        let sections: [SectionRow]

        static let fields: PageFields<ChapterRow> = [
            .text("chapterTitle") { $0.title },
            .text("chapterAddress") { $0.address.path },
            .flag("isEmpty") { $0.sections.isEmpty },
            .list("sections") { $0.sections },
        ]
    }

    struct SectionRow: PageContent {
        let title: String
        let owner: String?
        let words: String
        let write: SiteAddress
        let change: SiteAddress
        let version: CommitID
        let seal: FormSeal

        init(
            _ section: Section, in plan: ProjectedPlan, version: CommitID, seal: FormSeal, phrases: Phrases
        ) {
            let projected = plan.sections.first { $0.id == section.id }
            title = projected?.printedTitle ?? section.heading?.plainTitle ?? section.id.rawValue
            owner = section.owner
            words = phrases.text("editor.structure.words", ["count": .number(projected?.words ?? 0)])
            write = .sectionEditor(plan.id, section.id)
            change = .sectionStructure(plan.id, section.id)
            self.version = version
            self.seal = seal
        }

        static let fields: PageFields<SectionRow> = [
            .text("sectionTitle") { $0.title },
            .text("owner") { $0.owner },
            .text("words") { $0.words },
            .text("writeAddress") { $0.write.path },
            .text("changeAddress") { $0.change.path },
            .text("shown") { $0.version.rawValue },
            .text("formToken") { $0.seal.token },
            .text("requestID") { $0.seal.requestID },
        ]
    }
}

/// One section or chapter with everything that can be done with its place in the plan.
struct StructureItemPage: SitePage {
    static let template = "structure-item"
    let heading: String
    let refusal: String?
    let forms: [StructureFormContent]
    let plan: PlanID

    static let fields: PageFields<StructureItemPage> = [
        .text("heading") { $0.heading },
        .text("refusal") { $0.refusal },
        .list("forms") { $0.forms },
        .text("structure") { SiteAddress.structure($0.plan).path },
    ]
}

/// A form of the structure pages under its own heading.
struct StructureFormContent: PageContent {
    let action: String
    let heading: String
    let explanation: String
    let version: CommitID
    let form: FormContent

    init(
        _ structure: StructureForm, to address: SiteAddress, version: CommitID, seal: FormSeal, phrases: Phrases
    ) {
        action = structure.action
        heading = phrases.text("editor.structure.action.\(structure.action)")
        explanation = phrases.text("editor.structure.explained.\(structure.action)")
        self.version = version
        let content = FormContent(structure.form, to: address, seal: seal, submit: heading, phrases: phrases)
        form = structure.isGrave ? content.grave() : content
    }

    static let fields: PageFields<StructureFormContent> = [
        .text("action") { $0.action },
        .text("actionHeading") { $0.heading },
        .text("explanation") { $0.explanation },
        .text("shown") { $0.version.rawValue },
        .flag("isOpen") { !$0.form.errors.isEmpty },
        .part("form") { $0.form },
    ]
}
