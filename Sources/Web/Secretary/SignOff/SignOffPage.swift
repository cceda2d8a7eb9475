import Phrases
import PlanDomain
import Prose
import Workflow

/// A signer's page: what was signed before and what became of that, the text or what changed in it, and the form.
struct SignOffPage: SitePage {
    static let template = "sign-off"
    let heading: String
    let capacity: String
    let others: [PageLink]
    let question: String?
    /// What became of their last paraaf, and why.
    let before: String?
    let changes: [ChangeLine]
    /// Why there is no form.
    let obstacles: [TextLine]
    let points: [TextLine]
    /// What the council is asked after that.
    let councilPoints: [TextLine]
    let parts: [Part]
    let showsAll: Bool
    let otherView: PageLink?
    let documents: SiteAddress
    let form: FormContent?
    let moved: MovedText?
    let passages: [Markup]

    /// `render` gives a section's text, nil where nobody has written it.
    init(
        _ reading: SignOffReading, form: FormContent, moved: MovedText?, phrases: Phrases,
        render: (Section) -> Markup?
    ) {
        let (sheet, step) = (reading.sheet, reading.sheet.step)
        heading = phrases.text("secretary.sign.heading", ["step": .text(phrases.text(step.label))])
        capacity = phrases.text(reading.capacity)
        others = reading.others.map { other in
            PageLink(
                label: phrases.text("secretary.sign.as-other", ["function": .text(phrases.text(other))]),
                address: .signOff(reading.plan, step: step.id, as: other.formValue))
        }
        question = reading.question
        before = sheet.last.map { phrases.text($0, to: reading.capacity) }
        changes = sheet.since.map { ChangeLine($0, phrases: phrases) }
        obstacles = Self.obstacles(sheet, phrases: phrases)
        showsAll = reading.showsAll
        // Among what changed, points that did not would look as if they had.
        let asked = reading.showsAll || reading.before == nil ? reading.text.metadata : nil
        points = asked?.decisionPoints(for: .college).map(TextLine.init) ?? []
        councilPoints = asked?.decisionPoints(for: .raad).map(TextLine.init) ?? []
        if reading.before == nil {
            otherView = nil
        } else {
            otherView = PageLink(
                label: phrases.text(showsAll ? "secretary.sign.to-changes" : "secretary.sign.to-all"),
                address: .signOff(
                    reading.plan, step: step.id, as: reading.capacity.formValue,
                    view: showsAll ? "gewijzigd" : "alles"))
        }
        documents = .documents(reading.plan)
        self.form = reading.maySign ? form : nil
        self.moved = moved
        var parts = SignOffParts(reading, phrases: phrases)
        parts.write(render)
        self.parts = parts.parts
        passages = parts.passages
    }

    private static func obstacles(_ sheet: SignOffSheet, phrases: Phrases) -> [TextLine] {
        if let refusal = sheet.refusal { return [TextLine(line: phrases.sentence(refusal))] }
        guard !sheet.step.mayBeDone else { return [] }
        let reasons = sheet.step.reasons.map { TextLine(line: phrases.sentence($0)) }
        return reasons.isEmpty ? [TextLine(line: phrases.text("secretary.sign.not-now"))] : reasons
    }

    static let fields: PageFields<SignOffPage> = [
        .text("heading") { $0.heading },
        .text("capacity") { $0.capacity },
        .flag("hasOthers") { !$0.others.isEmpty },
        .list("others") { $0.others },
        .text("question") { $0.question },
        .text("before") { $0.before },
        .flag("hasChanges") { !$0.changes.isEmpty },
        .list("changes") { $0.changes },
        .flag("isBlocked") { !$0.obstacles.isEmpty },
        .list("obstacles") { $0.obstacles },
        .flag("hasPoints") { !$0.points.isEmpty },
        .list("points") { $0.points },
        .flag("hasCouncilPoints") { !$0.councilPoints.isEmpty },
        .list("councilPoints") { $0.councilPoints },
        .flag("isUnchanged") { $0.parts.isEmpty },
        .list("parts") { $0.parts },
        .flag("showsAll") { $0.showsAll },
        .part("otherView") { $0.otherView },
        .text("documents") { $0.documents.path },
        .part("form") { $0.form },
        .part("moved") { $0.moved },
    ]

    /// A section or a document, whole or as it changed.
    struct Part: PageContent {
        let title: String
        let passage: Int?

        static let fields: PageFields<Part> = [
            .text("partTitle") { $0.title },
            .flag("hasText") { $0.passage != nil },
            .passage("body") { $0.passage },
        ]
    }

    /// One change since the last paraaf.
    struct ChangeLine: PageContent {
        let date: String
        let nature: String
        let summary: String
        let function: String

        init(_ change: Change, phrases: Phrases) {
            date = phrases.writtenDate(of: change.madeAt)
            nature = phrases.text("nature.\(change.nature.rawValue)")
            summary = change.summary
            function = change.author.function
        }

        static let fields: PageFields<ChangeLine> = [
            .text("changeDate") { $0.date },
            .text("nature") { $0.nature },
            .text("summary") { $0.summary },
            .text("changedBy") { $0.function },
        ]
    }
}

/// The text of a signer's page, part by part.
private struct SignOffParts {
    private let reading: SignOffReading
    private let phrases: Phrases
    private(set) var parts: [SignOffPage.Part] = []
    private(set) var passages: [Markup] = []

    init(_ reading: SignOffReading, phrases: Phrases) {
        self.reading = reading
        self.phrases = phrases
    }

    mutating func write(_ render: (Section) -> Markup?) {
        guard !reading.showsAll, let before = reading.before else {
            for section in reading.text.sections { add(title(of: section.id), render(section)) }
            return
        }
        for id in reading.sheet.changedSections {
            let old = before.section(id)?.body ?? ""
            let new = reading.text.section(id)?.body ?? ""
            compare(title(of: id), DraftText.withoutGuidance(old), DraftText.withoutGuidance(new))
        }
        for name in Set(reading.sheet.since.flatMap(\.documents)).sorted() {
            compare(
                phrases.capitalized(name), Self.words(of: before.document(name)),
                Self.words(of: reading.text.document(name)))
        }
        if reading.sheet.since.contains(where: \.touchesMetadata) {
            compare(
                phrases.text("secretary.sign.fields"), Self.words(of: before.metadata),
                Self.words(of: reading.text.metadata))
        }
    }

    private mutating func add(_ title: String, _ markup: Markup?) {
        if let markup { passages.append(markup) }
        parts.append(.init(title: title, passage: markup == nil ? nil : passages.count - 1))
    }

    private mutating func compare(_ title: String, _ old: String, _ new: String) {
        add(title, ComparisonMarkup.inOneColumn(WordDiff(old: old, new: new), phrases))
    }

    private func title(of section: SectionID) -> String {
        let place = reading.sheet.plan.projected.sections.first { $0.id == section }
        return place?.printedTitle ?? reading.before?.section(section)?.heading?.plainTitle ?? section.rawValue
    }

    private static func words(of document: DocumentText?) -> String {
        (document?.parts ?? []).map { "## \($0.heading)\n\n\($0.body)" }.joined(separator: "\n\n")
    }

    /// The fields that a paraaf is about: what the plan is called, and what is asked of the body.
    private static func words(of metadata: PlanMetadata) -> String {
        ([metadata.title] + GoverningBody.allCases.flatMap(metadata.decisionPoints)).joined(separator: "\n\n")
    }
}

extension Phrases {
    /// Who gave a paraaf, and what became of it since; as told to who holds the function, or stands in for it.
    func text(_ signOff: SignOffStanding, to reader: Capacity) -> String {
        let (key, count) =
            switch signOff.coverage {
            case .covers: ("covers", 0)
            case .carriedOver(let changes): ("carried", changes.count)
            case .carriedOverWithNotice(let changes): ("noticed", changes.count)
            case .stale(let changes): ("stale", changes.count)
            }
        let given = text(
            "secretary.sign.\(giver(of: signOff, to: reader))",
            [
                "date": .text(signOff.date.map { writtenDate($0) } ?? text("web.register.no-date")),
                "verdict": .phrase("verdict.\(signOff.verdict.rawValue)"), "deputy": .text(signOff.deputy ?? ""),
                "function": .text(signOff.function),
            ])
        return given + " " + text("secretary.sign.is-\(key)", ["count": .number(count)])
    }

    /// A deputy did not give what the function's holder gave, nor what another deputy did.
    private func giver(of signOff: SignOffStanding, to reader: Capacity) -> String {
        guard reader.onBehalfOf != nil else { return signOff.deputy == nil ? "given" : "given-by-deputy" }
        guard let deputy = signOff.deputy else { return "given-by-function" }
        return deputy == reader.function ? "given-by-you" : "given-for-function"
    }
}
