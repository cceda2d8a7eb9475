import PlanDomain
import Workflow

/// One round as one contributor finds it: what is asked, the text that it is about, what they wrote down so far.
struct ContributionVisit: Sendable {
    let place: ContributionPlace
    let view: RoundView
    /// All rounds in which they are asked, in the order in which they were prepared.
    let rounds: [RoundView]
    /// As it is open to them; nil before the first day.
    let text: ContributionText?
    let draft: InputDraft

    var isOpen: Bool { view.state == .open }
    var isOver: Bool { view.state == .ended || view.state == .closed }

    /// Throws `notFound` for a section that is not there or not theirs to read, `conflict` before the first day.
    func section(_ id: SectionID) throws(PlanError) -> ContributionText.Section {
        guard let text else { throw notYet }
        guard let section = text.sections.first(where: { $0.id == id }) else {
            throw PlanError(.notFound, Reason("web.not-found.section"))
        }
        return section
    }

    /// Throws `notFound` for an item that is not in the draft.
    func item(_ id: Int) throws(PlanError) -> InputDraft.Item {
        guard let item = draft.item(id) else { throw PlanError(.notFound, Reason("input.item-unknown")) }
        return item
    }

    private var notYet: PlanError {
        PlanError(
            .conflict, Reason("round.not-yet", ["title": .text(view.round.title), "from": .date(view.round.from)]))
    }
}

/// The frozen text of a round as far as it is open to its reader.
struct ContributionText: Sendable {
    let title: String
    let chapters: [Chapter]

    struct Chapter: Sendable {
        let title: String?
        let sections: [Section]
    }

    struct Section: Sendable {
        let id: SectionID
        /// With its number.
        let title: String
        /// Without its number, as it stands before the text.
        let plainTitle: String
        /// Markdown without guidance.
        let body: String
    }

    var sections: [Section] { chapters.flatMap(\.sections) }

    func title(of section: SectionID) -> String? { sections.first { $0.id == section }?.title }
}

extension ContributionText {
    /// What an edition leaves open.
    init(_ edition: PlanEdition) {
        title = edition.title
        chapters = edition.chapters.map { chapter in
            Chapter(
                title: chapter.title.map { [chapter.number, $0].compactMap { $0 }.joined(separator: " ") },
                sections: chapter.sections.compactMap(\.text).map { text in
                    Section(
                        id: text.id, title: [text.number, text.title].compactMap { $0 }.joined(separator: " "),
                        plainTitle: text.title, body: text.body)
                })
        }
    }
}

/// Finds the round that somebody means and all that goes with it.
struct ContributionHall: Sendable {
    let room: ContributionRoom

    init(_ services: SiteServices) {
        room = ContributionRoom(services.office, store: services.store, seals: services.seals)
    }

    /// Nil where nothing is asked of them. `notFound` for a round that is not theirs.
    ///
    /// - Parameter text: what they read before they came here; a round about it goes before the others.
    func visit(
        _ plan: PlanID, round wanted: String?, about text: CommitID? = nil, for participant: Participant
    ) async throws -> ContributionVisit? {
        let rounds = try await room.rounds(of: plan, for: participant)
        let about = rounds.filter { $0.frozen == text && text != nil }
        guard let view = try Self.choice(wanted, among: about.isEmpty ? rounds : about) else { return nil }
        // Named in every address from here on: which round goes by itself changes when one opens or ends.
        return ContributionVisit(
            place: ContributionPlace(plan: plan, round: view.round.id), view: view, rounds: rounds,
            text: view.state == .announced
                ? nil : ContributionText(try await room.text(of: view.round.id, in: plan, for: participant)),
            draft: try await room.draft(in: view.round.id, of: plan, for: participant))
    }

    /// The one that is named; else one that is open, else the one that comes, else the last.
    private static func choice(_ wanted: String?, among rounds: [RoundView]) throws(PlanError) -> RoundView? {
        if let wanted {
            guard let view = rounds.first(where: { $0.round.id.rawValue == wanted }) else {
                throw PlanError(.notFound, Reason("round.unknown"))
            }
            return view
        }
        return rounds.last { $0.state == .open } ?? rounds.last { $0.state == .announced } ?? rounds.last
    }
}
