import PlanDomain
import Workflow

/// The annotated plan as its template reads it.
struct AnnotatedPlanPage: TemplateFields {
    let frame: DocumentFrame
    let labels: Labels
    let title: String
    let typeLabel: String
    let rows: [FieldRow]
    let chapters: [Chapter]
    let organisations: [String]
    let removed: [HistoryPage]
    let otherChanges: [ChangePage]
    let acts: [ActPage]

    init(_ content: AnnotatedPlanContent, words: DocumentWords, style: StyleSheet) {
        frame = DocumentFrame(
            title: content.title + " – " + words("plan.list-title"), municipality: content.municipality,
            emptyHeadings: [],
            provenance: content.provenance, words: words, style: style)
        labels = Labels(words: words)
        title = content.title
        typeLabel = words.label(content.typeLabel)
        rows = Self.rows(content, words: words)
        let actWords = ActWords(
            words: words, stages: content.stageLabels, steps: content.stepLabels, audiences: content.roundAudiences)
        chapters = content.chapters.map { Chapter($0, words: words, acts: actWords) }
        organisations = content.organisations
        removed = content.removedSections.map { HistoryPage(removed: $0, words: words, acts: actWords) }
        otherChanges = content.otherChanges.map { ChangePage($0, words: words) }
        acts = content.acts.map { ActPage($0, words: actWords) }
    }

    /// Fields that say nothing are left out here: a plan need not have a programme, as a nota must.
    private static func rows(_ content: AnnotatedPlanContent, words: DocumentWords) -> [FieldRow] {
        let details = content.details
        let changed = content.version.changedAt.map(words.written)
        let values: [(String, String?)] = [
            ("stage", content.version.stage.map(words.label)),
            (
                "version",
                words(
                    changed == nil ? "plan.version-value" : "plan.version-value-dated",
                    ["text": .text(content.version.text.short), "day": .text(changed ?? "")])
            ),
            ("register", words("plan.register-value", ["number": .text(String(content.version.lastAct))])),
            ("period", details.period), ("programme", details.programme), ("team", details.team),
            ("portfolio-holder", details.portfolioHolder), ("number", details.number),
            ("follows", details.follows?.rawValue),
        ]
        return values.compactMap { key, value in
            value.map { FieldRow(label: words("plan." + key), value: .filled($0)) }
        }
    }

    static let fields: [String: @Sendable (AnnotatedPlanPage) -> Any?] = [
        "frame": { $0.frame }, "labels": { $0.labels }, "title": { $0.title }, "typeLabel": { $0.typeLabel },
        "rows": { $0.rows }, "chapters": { $0.chapters }, "organisations": { $0.organisations },
        "hasOrganisations": { !$0.organisations.isEmpty }, "removed": { $0.removed },
        "hasRemoved": { !$0.removed.isEmpty }, "otherChanges": { $0.otherChanges },
        "hasOtherChanges": { !$0.otherChanges.isEmpty }, "acts": { $0.acts },
    ]

    struct Labels: TemplateFields {
        private let words: DocumentWords

        init(words: DocumentWords) { self.words = words }

        private static let keys = [
            "subtitle", "details", "contents", "decisions", "decisions-intro", "organisations", "removed",
            "removed-intro", "other-changes", "unnamed",
        ]

        static let fields: [String: @Sendable (Labels) -> Any?] = Dictionary(
            uniqueKeysWithValues: keys.map { key in (key, { @Sendable in $0.words("plan." + key) }) })
    }
}

extension AnnotatedPlanPage {
    struct Chapter: TemplateFields {
        let heading: HeadingPage?
        let sections: [Section]

        init(_ chapter: AnnotatedPlanContent.ChapterContent, words: DocumentWords, acts: ActWords) {
            heading = chapter.heading.map { HeadingPage($0, level: 2, id: "hoofdstuk-" + chapter.id, words: words) }
            let level = chapter.heading == nil ? 1 : 2
            sections = chapter.sections.map { Section($0, below: level, words: words, acts: acts) }
        }

        static let fields: [String: @Sendable (Chapter) -> Any?] = [
            "chapterHeading": { $0.heading }, "sections": { $0.sections },
            "isListed": { $0.sections.contains { $0.heading != nil } },
        ]
    }

    struct Section: TemplateFields {
        let heading: HeadingPage?
        let html: String?
        let emptyText: String
        let history: HistoryPage

        init(
            _ section: AnnotatedPlanContent.SectionContent, below level: Int, words: DocumentWords, acts: ActWords
        ) {
            let own = section.heading == nil ? level : level + 1
            heading = section.heading.map {
                HeadingPage($0, level: own, id: "sectie-" + section.id.rawValue, words: words)
            }
            html =
                section.passage.isFilled
                ? PassageWriter(phrases: words.phrases).html(
                    of: section.passage, named: section.id.rawValue, below: own)
                : nil
            emptyText = words("plan.not-written")
            history = HistoryPage(section, level: own + 1, words: words, acts: acts)
        }

        static let fields: [String: @Sendable (Section) -> Any?] = [
            "sectionHeading": { $0.heading }, "sectionText": { $0.html },
            "emptyText": { $0.emptyText }, "history": { $0.history },
        ]
    }
}

/// A heading at the level that its place in the document asks for.
struct HeadingPage: TemplateFields {
    let level: Int
    let id: String
    let number: String?
    let html: String
    let plain: String

    init(_ heading: NumberedHeading, level: Int, id: String, words: DocumentWords) {
        self.level = level
        self.id = id
        number = heading.number
        html = PassageWriter(phrases: words.phrases).html(ofTitle: heading.title)
        plain = heading.plainTitle
    }

    static let fields: [String: @Sendable (HeadingPage) -> Any?] = [
        "level": { $0.level }, "id": { $0.id }, "number": { $0.number }, "html": { $0.html }, "plain": { $0.plain },
    ]
}
