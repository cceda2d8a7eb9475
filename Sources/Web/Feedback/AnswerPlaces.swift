import PlanDomain
import Workflow

/// Where sections stand in the newest version that somebody may read, so that feedback can lead there.
struct AnswerPlaces: Sendable {
    private let place: ReadingPlace?
    private let open: Set<SectionID>
    /// How old each change is: 0 for the newest.
    private let ages: [CommitID: Int]
    private let version: CommitID?

    /// Nobody has to be able to read anything: then there are no places.
    init(in plan: PlanID, for participant: Participant, _ services: SiteServices) async throws {
        let changes = try await services.store.changes(of: plan, section: nil)
        ages = Dictionary(changes.enumerated().map { ($1.id, $0) }) { first, _ in first }
        do {
            let edition = try await services.readingRoom.edition(of: plan, for: participant)
            place = ReadingPlace(plan: plan)
            open = Set(edition.openSections.map(\.id))
            version = edition.version.text
        } catch let error as PlanError where error.code == .notFound {
            (place, open, version) = (nil, [], nil)
        }
    }

    /// Nil where that version was frozen before the change that carries it out, or the section is not open in it.
    func address(of answer: InputAnswer) -> SiteAddress? {
        guard let place, let section = answer.section, open.contains(section) else { return nil }
        if let change = answer.lastChange {
            guard let version, let made = ages[change], let frozen = ages[version], frozen <= made else { return nil }
        }
        return place.section(section)
    }
}
