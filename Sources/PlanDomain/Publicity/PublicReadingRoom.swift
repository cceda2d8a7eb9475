import Workflow

/// Where everybody outside the office reads plans: visitors, partners in a round, the council; and the office itself,
/// when it wants to see what they see.
///
/// Every call takes the participant and asks ``PlanAccess``. What is not theirs is `notFound`, like what is not there.
public struct PublicReadingRoom: Sendable {
    let office: PlanOffice
    let consultation: (any ConsultationRecord)?
    private let known = KnownPublicity()
    private let texts = KnownCommits<PlanText>(limit: 256)
    private let indexes = KnownCommits<TextIndex>(limit: 32)

    /// `consultation` is nil where nobody keeps inputs: then rounds are told of without numbers.
    public init(_ office: PlanOffice, consultation: (any ConsultationRecord)? = nil) {
        self.office = office
        self.consultation = consultation
    }

    /// What a participant may read of a plan. Throws `notFound` where that is nothing.
    public func access(to plan: PlanID, for participant: Participant) async throws -> PlanAccess {
        let publicity = try await publicity(of: plan)
        var rounds: Set<String>?
        if let contact = participant.contact(in: plan) {
            rounds = try await consultation?.rounds(of: contact.organisation, in: plan)
        }
        let access = PlanAccess(
            participant, to: plan, publicity: publicity, rounds: rounds, today: office.time.today)
        guard access.level != .none else { throw PlanError.unknown(plan) }
        return access
    }

    /// What a participant may read of a plan, `none` included.
    func level(of plan: PlanID, for participant: Participant) async throws -> ReadingLevel {
        do {
            return try await access(to: plan, for: participant).level
        } catch let error as PlanError where error.code == .notFound {
            return .none
        }
    }

    /// The plans that a participant may read, in the order of the office; each at the newest version for the nearest
    /// audience that they belong to.
    public func plans(for participant: Participant) async throws -> [PlanOnShelf] {
        var shelf: [PlanOnShelf] = []
        for summary in try await office.store.summaries() {
            do {
                let access = try await access(to: summary.id, for: participant)
                shelf.append(try await onShelf(summary, access))
            } catch let error as PlanError where error.code == .notFound {
                continue
            }
        }
        return shelf
    }

    /// A version of a plan: the newest where no text is named, for the nearest audience where none is.
    public func edition(
        of plan: PlanID, at text: CommitID? = nil, for participant: Participant, as audience: ReadingAudience? = nil
    ) async throws -> PlanEdition {
        let access = try await access(to: plan, for: participant)
        return try await edition(at: text, as: audience, access)
    }

    /// Decisions of all plans that stay closed, for everybody to know of; newest first.
    public func withheldDecisions() async throws -> [WithheldDecision] {
        var decisions: [WithheldDecision] = []
        for summary in try await office.store.summaries() {
            decisions += try await publicity(of: summary.id).withheld
        }
        return decisions.sorted { $0.date > $1.date }
    }

    func edition(
        at text: CommitID?, as audience: ReadingAudience?, _ access: PlanAccess
    ) async throws -> PlanEdition {
        let version = try access.version(at: text, as: audience)
        guard let audience = audience ?? access.audiences.first else { throw PlanError.unknown(access.plan) }
        let repository = try await office.repositories.repository(of: access.plan)
        return PlanEdition(
            of: access.plan, as: audience, version, among: try access.versions(as: audience),
            text: try await self.text(of: access.plan, at: version.text),
            definition: try await office.definition(of: repository, at: version.text).definition,
            acts: try await office.store.acts(of: access.plan), time: office.time)
    }

    /// Who works on a plan finds it under the title that it has there.
    private func onShelf(_ summary: PlanSummary, _ access: PlanAccess) async throws -> PlanOnShelf {
        guard access.level != .working else {
            return PlanOnShelf(
                id: summary.id, level: .working, audiences: access.audiences, title: summary.title,
                typeLabel: summary.typeLabel, municipality: summary.municipality, period: summary.period, version: nil)
        }
        let edition = try await edition(at: nil, as: nil, access)
        return PlanOnShelf(
            id: summary.id, level: access.level, audiences: access.audiences, title: edition.title,
            typeLabel: edition.typeLabel, municipality: edition.municipality, period: edition.period,
            version: edition.version)
    }

    func text(of plan: PlanID, at commit: CommitID) async throws -> PlanText {
        try await texts.value(of: plan, at: commit) {
            try await office.repositories.repository(of: plan).text(at: commit)
        }
    }

    func index(of plan: PlanID, at commit: CommitID) async throws -> TextIndex {
        try await indexes.value(of: plan, at: commit) { TextIndex(try await text(of: plan, at: commit)) }
    }

    func publicity(of plan: PlanID) async throws -> Publicity {
        guard let heads = try await office.store.projectedHeads(of: plan) else { throw PlanError.unknown(plan) }
        if let publicity = known.publicity(of: plan, at: heads) { return publicity }
        let acts = try await office.store.acts(of: plan)
        let repository = try await office.repositories.repository(of: plan)
        var proposals: [CommitID: Disclosure] = [:]
        for text in Publicity.texts(in: acts) {
            proposals[text] = try await self.text(of: plan, at: text).metadata.nota.disclosure
        }
        let publicity = Publicity(
            acts: acts, definition: try await office.definition(of: repository, at: heads.text).definition,
            proposals: proposals, time: office.time)
        known.keep(publicity, of: plan, at: heads)
        return publicity
    }
}

/// A line of the list of plans as one participant sees it.
public struct PlanOnShelf: Equatable, Sendable {
    public let id: PlanID
    public let level: ReadingLevel
    /// For whom there is something to read, the nearest to this reader first.
    public let audiences: [ReadingAudience]
    /// Of the version that they may read.
    public let title: String
    public let typeLabel: LocalizedText
    public let municipality: String?
    public let period: String?
    /// Nil for who works on the plan.
    public let version: ReadableVersion?
}
