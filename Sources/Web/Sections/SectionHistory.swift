import Phrases
import PlanDomain
import Workflow

/// The versions of a section, newest first, as a form that compares any two of them.
struct SectionHistory: PageContent {
    /// The most that one page shows; the very first version always follows.
    static let longest = 40

    let rows: [Row]
    /// Where the form goes, with the names `van` and `tot`.
    let action: SiteAddress
    let omitted: String?
    /// Sections with whose history this one goes on.
    let kin: [Kin]

    init(_ view: SectionView, phrases: Phrases) {
        let shown = Self.shown(view.changes)
        let chosen = Self.chosen(shown, reading: view.commit)
        rows = shown.map { change in
            Row(
                change, in: view, isOld: change.id == chosen.old, isNew: change.id == chosen.new, phrases: phrases)
        }
        action = .comparisonForm(view.plan.id, view.section.id)
        let count = view.changes.count - shown.count
        kin = view.kin.map { Kin($0, of: view.plan.id, phrases: phrases) }
        omitted = count > 0 ? phrases.text("web.history.omitted", ["count": .number(count)]) : nil
    }

    private static func shown(_ changes: [Change]) -> [Change] {
        guard changes.count > longest, let first = changes.last else { return changes }
        return changes.prefix(longest - 1) + [first]
    }

    /// What the form starts with: the version that is read and the one before it.
    private static func chosen(_ changes: [Change], reading commit: CommitID) -> (old: CommitID?, new: CommitID?) {
        let index = changes.firstIndex { $0.id == commit } ?? 0
        let new = index + 1 < changes.count ? index : max(0, changes.count - 2)
        guard changes.indices.contains(new + 1) else { return (nil, nil) }
        return (changes[new + 1].id, changes[new].id)
    }

    static let fields: PageFields<SectionHistory> = [
        .list("rows") { $0.rows },
        .flag("isEmpty") { $0.rows.isEmpty },
        .flag("canCompare") { $0.rows.count > 1 },
        .text("action") { $0.action.path },
        .text("omitted") { $0.omitted },
        .flag("hasKin") { !$0.kin.isEmpty },
        .list("kin") { $0.kin },
    ]

    /// A section that this one was joined with or cut from.
    struct Kin: PageContent {
        let sentence: String
        let title: String
        let address: SiteAddress

        init(_ kin: SectionKin, of plan: PlanID, phrases: Phrases) {
            let key = PhraseKey.name(kin.relation.rawValue)
            sentence = phrases.text("web.history.kin.\(key)")
            title = kin.title
            address = .history(plan, kin.section, at: kin.commit)
        }

        static let fields: PageFields<Kin> = [
            .text("kinSentence") { $0.sentence },
            .text("kinTitle") { $0.title },
            .text("kinAddress") { $0.address.path },
        ]
    }

    /// One version: who made it, why, and how much it changed here.
    struct Row: PageContent {
        let commit: CommitID
        let date: String
        let function: String
        let nature: String
        let summary: String
        /// Numbers of the inputs that it carries out.
        let inputs: String?
        let words: String
        let address: SiteAddress
        /// Whether the form starts with this one as *was*, or as *wordt*.
        let isOld: Bool
        let isNew: Bool

        init(_ change: Change, in view: SectionView, isOld: Bool, isNew: Bool, phrases: Phrases) {
            commit = change.id
            date = phrases.moment(change.madeAt)
            function = change.author.function
            nature = phrases.text("nature.\(change.nature.rawValue)")
            summary = change.summary
            inputs = change.inputs.isEmpty ? nil : phrases.list(change.inputs)
            words = ChangedWords(change, section: view.section.id).text(phrases)
            address = .section(view.plan.id, view.section.id, at: change.id)
            self.isOld = isOld
            self.isNew = isNew
        }

        static let fields: PageFields<Row> = [
            .text("commit") { $0.commit.rawValue },
            .text("date") { $0.date },
            .text("function") { $0.function },
            .text("nature") { $0.nature },
            .text("summary") { $0.summary },
            .text("inputs") { $0.inputs },
            .text("words") { $0.words },
            .text("address") { $0.address.path },
            .flag("isOld") { $0.isOld },
            .flag("isNew") { $0.isNew },
        ]
    }
}

/// How many words a change added to a section and took out of it.
struct ChangedWords {
    let added: Int
    let removed: Int
    let kind: SectionChange.Kind?

    init(_ change: Change, section: SectionID) {
        let part = change.sections.first { $0.section == section }
        added = part?.wordsAdded ?? 0
        removed = part?.wordsRemoved ?? 0
        kind = part?.kind
    }

    func text(_ phrases: Phrases) -> String {
        let counts = "+\(phrases.number(added)) / −\(phrases.number(removed))"
        return switch kind {
        case .added: phrases.text("web.history.added", ["counts": .text(counts)])
        case .removed: phrases.text("web.history.removed", ["counts": .text(counts)])
        case .changed, nil: counts
        }
    }
}
