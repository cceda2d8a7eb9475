import Prose
import Workflow

/// Cutting an edition from a text: the one place where open and closed are parted.
extension PlanEdition {
    /// - Parameters:
    ///   - text: the plan's text at the version's commit.
    ///   - acts: the whole register; only the decisions that the version rests on are taken from it.
    init(
        of plan: PlanID, as audience: ReadingAudience, _ version: ReadableVersion, among versions: [ReadableVersion],
        text: PlanText, definition: WorkflowDefinition, acts: [Act], time: OfficeTime
    ) {
        let cutter = EditionCutter(text: text, closure: version.closure)
        let metadata = text.metadata
        self.plan = plan
        self.audience = audience
        self.version = version
        self.versions = versions
        title = metadata.title
        typeLabel = definition.label
        municipality = metadata.municipality
        period = metadata.period
        programme = metadata.programme
        portfolioHolder = metadata.portfolioHolder
        number = metadata.number
        chapters = cutter.chapters()
        documents = version.closure.hasDocuments ? cutter.documents(labels: definition) : []
        decisions = version.decisions.compactMap { sequence in
            acts.first { $0.sequence == sequence }.flatMap { Decision($0, asked: metadata, time) }
        }
        annexes = Self.shown(of: text.annexes, in: chapters, documents)
    }

    private static func shown(of annexes: [Annex], in chapters: [Chapter], _ documents: [Document]) -> [Annex] {
        let sections = chapters.flatMap(\.sections).compactMap(\.text?.body)
        let parts = documents.flatMap { document -> [String] in
            if case .open(let text) = document { text.parts.map(\.body) } else { [] }
        }
        return annexes.filter { annex in (sections + parts).contains { $0.contains(annex.path) } }
    }
}

/// Takes what is open out of one text, and leaves a mark where something is closed.
struct EditionCutter {
    let text: PlanText
    let closure: Closure
    private let numbers: OutlineNumbers

    init(text: PlanText, closure: Closure) {
        self.text = text
        self.closure = closure
        numbers = text.numbers()
    }

    func chapters() -> [PlanEdition.Chapter] {
        text.chapters.map { chapter in
            let isHidden =
                !chapter.sections.isEmpty
                && chapter.sections.allSatisfy { closure.closing(of: $0.id)?.hidesTitle == true }
            return PlanEdition.Chapter(
                title: isHidden ? nil : chapter.heading?.plainTitle, number: numbers.chapters[chapter.id],
                sections: chapter.sections.map { section($0, in: chapter) })
        }
    }

    func section(_ section: Section, in chapter: Chapter) -> PlanEdition.Section {
        let title = section.heading?.plainTitle ?? chapter.heading?.plainTitle ?? text.metadata.title
        let number = numbers.sections[section.id]
        if let closing = closure.closing(of: section.id) {
            return .closed(ClosedPlace(section.id.rawValue, title: title, number: number, closing))
        }
        let body = DraftText.withoutOuterBlanks(DraftText.withoutGuidance(section.body))
        let prose = try? MarkdownDocument(parsing: body)
        return .open(
            SectionText(
                id: section.id, title: title, number: number, body: body,
                words: prose.map(WordCount.words(in:)) ?? WordCount.words(inText: body)))
    }

    /// Nil where the text has no such section.
    func section(_ id: SectionID) -> PlanEdition.Section? {
        for chapter in text.chapters {
            if let section = chapter.sections.first(where: { $0.id == id }) {
                return self.section(section, in: chapter)
            }
        }
        return nil
    }

    func documents(labels: WorkflowDefinition) -> [PlanEdition.Document] {
        text.documents.map { document in
            let label = labels.document(document.name)?.label ?? LocalizedText(nl: document.name)
            if let closing = closure.closing(ofDocument: document.name) {
                return .closed(ClosedPlace(document.name, title: label.nl, number: nil, closing))
            }
            let parts = document.parts.map { part in
                DocumentText.Part(
                    heading: part.heading,
                    body: DraftText.withoutOuterBlanks(DraftText.withoutGuidance(part.body)))
            }
            return .open(DocumentReading(name: document.name, label: label, parts: parts))
        }
    }
}

extension ClosedPlace {
    fileprivate init(_ id: String, title: String, number: String?, _ closing: Closing) {
        self.init(
            id: closing.hidesTitle ? nil : id, title: closing.hidesTitle ? nil : title, number: number,
            ground: closing.ground)
    }
}

extension PlanEdition.Decision {
    /// Nil for an act that decides nothing.
    ///
    /// - Parameter metadata: of the text that was decided on, for the words of its points.
    init?(_ act: Act, asked metadata: PlanMetadata? = nil, _ time: OfficeTime) {
        guard case .decided(let body, let points) = act.payload else { return nil }
        let texts = metadata?.decisionPoints(for: body) ?? []
        self.init(
            body: body, date: act.day(time), act: act.sequence,
            points: points.map { point in
                let text = texts.indices.contains(point.point - 1) ? texts[point.point - 1] : nil
                return Point(number: point.point, text: text, outcome: point.outcome)
            })
    }
}
