import Phrases
import PlanDomain
import Workflow

/// How one section came about (*totstandkoming*), as its template reads it.
struct HistoryPage: TemplateFields {
    let id: String
    let level: Int
    let heading: String
    /// Who writes it and how far it is.
    let standing: String?
    let changes: [ChangePage]
    let acts: [ActPage]
    /// Said where nothing is recorded, rather than an empty box.
    let nothing: String?

    init(_ section: AnnotatedPlanContent.SectionContent, level: Int, words: DocumentWords, acts actWords: ActWords) {
        let name = section.heading.map { $0.number ?? $0.plainTitle }
        let title = name.map { words("plan.history-of", ["section": .text($0)]) } ?? words("plan.history")
        let standing = [
            section.owner.map { words("plan.owner", ["function": .text($0)]) },
            section.stage.map { words("plan.section-stage", ["stage": .text(words.label($0))]) },
        ]
        self.init(
            id: "totstandkoming-" + section.id.rawValue, level: level, heading: title,
            standing: standing.compactMap { $0 }.joined(separator: " · "),
            changes: section.changes, acts: section.acts, words: words, actWords: actWords)
    }

    init(removed section: AnnotatedPlanContent.RemovedSection, words: DocumentWords, acts actWords: ActWords) {
        self.init(
            id: "vervallen-" + section.id.rawValue, level: 3, heading: section.id.rawValue, standing: "",
            changes: section.changes, acts: section.acts, words: words, actWords: actWords)
    }

    private init(
        id: String, level: Int, heading: String, standing: String, changes: [ChangeLine], acts: [ActLine],
        words: DocumentWords, actWords: ActWords
    ) {
        self.id = id
        self.level = level
        self.heading = heading
        self.standing = standing.isEmpty ? nil : standing
        self.changes = changes.map { ChangePage($0, words: words) }
        self.acts = acts.map { ActPage($0, words: actWords) }
        nothing = changes.isEmpty && acts.isEmpty ? words("plan.no-history") : nil
    }

    static let fields: [String: @Sendable (HistoryPage) -> Any?] = [
        "id": { $0.id }, "level": { $0.level }, "heading": { $0.heading }, "standing": { $0.standing },
        "changes": { $0.changes }, "hasChanges": { !$0.changes.isEmpty }, "historyActs": { $0.acts },
        "hasActs": { !$0.acts.isEmpty }, "nothing": { $0.nothing },
    ]
}

/// One change in words: who, when, why, of which nature, carrying out which inputs, and how much of it.
struct ChangePage: TemplateFields {
    /// The day in the Netherlands, in full.
    let day: String
    let function: String
    /// Why, in the words of who made it.
    let summary: String
    /// Nature, extent, inputs and commit, apart by dots.
    let facts: String

    init(_ change: ChangeLine, words: DocumentWords) {
        day = words.written(change.madeAt)
        function = change.function
        summary = change.summary
        facts = Self.facts(of: change, words: words).joined(separator: " · ")
    }

    private static func facts(of change: ChangeLine, words: DocumentWords) -> [String] {
        var facts = [words.nature(change.nature)]
        if let section = change.words { facts.append(Self.extent(of: section, words: words)) }
        if change.words == nil, !change.documents.isEmpty {
            facts.append(words("change.documents", ["documents": .list(change.documents.map { .text($0) })]))
        }
        if change.touchesMetadata, change.words == nil { facts.append(words("change.metadata")) }
        if !change.inputs.isEmpty {
            facts.append(
                words(
                    "change.inputs",
                    ["count": .number(change.inputs.count), "inputs": .list(change.inputs.map { .text($0) })]))
        }
        if change.isFromClosedSession { facts.append(words("change.from-closed")) }
        return facts + [words("change.commit", ["commit": .text(change.commit.short)])]
    }

    /// "nieuw, 120 woorden", "12 woorden erbij, 3 eraf", "vervallen".
    private static func extent(of change: SectionChange, words: DocumentWords) -> String {
        let added = words("change.words-added", ["count": .number(change.wordsAdded)])
        let removed = words("change.words-removed", ["count": .number(change.wordsRemoved)])
        return switch (change.kind, change.wordsAdded, change.wordsRemoved) {
        case (.added, _, _): words("change.new", ["count": .number(change.wordsAdded)])
        case (.removed, _, _): words("change.gone", ["count": .number(change.wordsRemoved)])
        case (.changed, 0, 0): words("change.no-words")
        case (.changed, _, 0): added
        case (.changed, 0, _): removed
        case (.changed, _, _): added + ", " + removed
        }
    }

    static let fields: [String: @Sendable (ChangePage) -> Any?] = [
        "day": { $0.day }, "function": { $0.function }, "summary": { $0.summary }, "facts": { $0.facts },
    ]
}
