import Phrases
import PlanDomain
import Workflow

/// How a version came about, in plain words: who was heard, who decided when, what the council changed, and what of it
/// is public.
struct OriginPage: SitePage {
    static let template = "origin"
    let head: ReadingHead
    let moments: [OriginMoment]
    let organisations: [Name]
    let changes: OriginChanges?
    let openness: [String]
    let withheld: SiteAddress

    init(_ origin: PlanOrigin, _ visit: ReadingVisit, phrases: Phrases) {
        head = ReadingHead(visit, heading: phrases.text("reading.nav.origin"), phrases: phrases)
        moments = origin.moments.map { OriginMoment($0, phrases) }
        organisations = origin.organisations.map { Name(name: $0.name) }
        changes = origin.councilChanges.map { OriginChanges($0, visit, phrases) }
        openness = Self.openness(of: visit.edition, phrases)
        withheld = .withheldDecisions
    }

    /// What readers of this version may read of it: everything, or all but so many parts.
    private static func openness(of edition: PlanEdition, _ phrases: Phrases) -> [String] {
        let closed = edition.closedSections
        var lines = [
            closed.isEmpty
                ? phrases.text("reading.openness.text-open")
                : edition.openSections.isEmpty
                    ? phrases.text("reading.openness.text-closed")
                    : phrases.text("reading.openness.text-partly", ["count": .number(closed.count)])
        ]
        lines += closed.map { "\($0.label(phrases)): \(phrases.closed($0.ground))" }
        for document in edition.documents {
            switch document {
            case .open(let reading):
                lines.append(
                    phrases.sentence("reading.openness.document-open", ["document": .text(phrases.text(reading.label))])
                )
            case .closed(let place):
                lines.append(
                    phrases.capitalized(place.title ?? phrases.text("reading.closed.document")) + ": "
                        + phrases.closed(place.ground))
            }
        }
        return lines
    }

    static let fields: PageFields<OriginPage> = [
        .part("head") { $0.head },
        .list("moments") { $0.moments },
        .flag("hasOrganisations") { !$0.organisations.isEmpty },
        .list("organisations") { $0.organisations },
        .part("changes") { $0.changes },
        .list("openness") { $0.openness.map(Name.init) },
        .text("withheld") { $0.withheld.path },
    ]

    struct Name: PageContent {
        let name: String
        static let fields: PageFields<Name> = [.text("name") { $0.name }]
    }
}

/// What the council changed between what it was offered and what it adopted.
struct OriginChanges: PageContent {
    let summary: String
    let sections: [Line]

    init(_ changes: CouncilChanges, _ visit: ReadingVisit, _ phrases: Phrases) {
        summary =
            changes.sections.isEmpty
            ? phrases.text("reading.changes.none")
            : phrases.text("reading.changes.some", ["count": .number(changes.sections.count)])
        sections = changes.sections.map { Line($0, offered: changes.offered, visit, phrases) }
    }

    static let fields: PageFields<OriginChanges> = [
        .text("changesSummary") { $0.summary },
        .flag("hasChanges") { !$0.sections.isEmpty },
        .list("changedSections") { $0.sections },
    ]

    struct Line: PageContent {
        let title: String
        let kind: String
        let words: String?
        /// Nil where the offered text is not for this reader.
        let difference: SiteAddress?

        init(
            _ section: CouncilChanges.ChangedSection, offered: CommitID?, _ visit: ReadingVisit, _ phrases: Phrases
        ) {
            title = [section.number, section.title].compactMap { $0 }.joined(separator: " ")
            kind =
                switch section.kind {
                case .added: phrases.text("reading.changes.added")
                case .removed: phrases.text("reading.changes.removed")
                default: phrases.text("reading.changes.changed")
                }
            words = section.words.map { words in
                let counts = [
                    words.added > 0 ? phrases.text("web.comparison.added", ["count": .number(words.added)]) : nil,
                    words.removed > 0 ? phrases.text("web.comparison.removed", ["count": .number(words.removed)]) : nil,
                ]
                return phrases.list(counts.compactMap { $0 })
            }.flatMap { $0.isEmpty ? nil : $0 }
            difference = offered.flatMap { offered in
                section.words == nil
                    ? nil
                    : visit.place.comparison(of: section.section, from: offered, to: visit.edition.version.text)
            }
        }

        static let fields: PageFields<Line> = [
            .text("sectionTitle") { $0.title },
            .text("kind") { $0.kind },
            .text("words") { $0.words },
            .text("difference") { $0.difference?.path },
        ]
    }
}
