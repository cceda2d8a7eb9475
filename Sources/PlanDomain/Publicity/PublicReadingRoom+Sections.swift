import Foundation
import Workflow

/// Sections under their own addresses, and what changed in them between two versions.
extension PublicReadingRoom {
    /// A section of a version. `notFound` where the version does not have it, or where even its title is kept from
    /// readers: whoever guesses its id must learn nothing.
    public func section(
        _ section: SectionID, of plan: PlanID, at text: CommitID? = nil, for participant: Participant,
        as audience: ReadingAudience? = nil
    ) async throws -> SectionEdition {
        let access = try await access(to: plan, for: participant)
        let edition = try await edition(at: text, as: audience, access)
        let sections = edition.chapters.flatMap(\.sections)
        guard let index = sections.firstIndex(where: { $0.id == section.rawValue }) else {
            throw PlanError.unknown(section)
        }
        let open = { (section: PlanEdition.Section) in section.text.map(SectionEdition.Neighbour.init) }
        return SectionEdition(
            plan: plan, planTitle: edition.title, audience: edition.audience, version: edition.version,
            section: sections[index], previous: sections[..<index].reversed().lazy.compactMap(open).first,
            next: sections[(index + 1)...].lazy.compactMap(open).first,
            appearances: try await appearances(of: section, beside: sections[index], edition),
            wishes: edition.wishPlace(of: section, for: participant))
    }

    /// An image or annex that an open text of an edition shows, with its bytes. `notFound` for any other, whether the plan
    /// has it or not. Whoever was given the edition may see it.
    public func annex(_ name: String, in edition: PlanEdition) async throws -> (Annex, Data) {
        guard let annex = edition.annexes.first(where: { $0.name == name }) else {
            throw PlanError(.notFound, Reason("annex.unknown", ["name": .text(name)]))
        }
        let repository = try await office.repositories.repository(of: edition.plan)
        return (annex, try await repository.annex(name, at: edition.version.text))
    }

    /// A section in two versions that this audience may read; the older stands before the newer, whatever the order in
    /// which they are named.
    public func comparison(
        of section: SectionID, in plan: PlanID, from first: CommitID, to second: CommitID,
        for participant: Participant, as audience: ReadingAudience? = nil
    ) async throws -> EditionComparison {
        let access = try await access(to: plan, for: participant)
        let named = [try access.version(at: first, as: audience), try access.version(at: second, as: audience)]
        let order = try access.versions(as: audience).filter(named.contains)
        let newer = try await edition(at: order[0].text, as: audience, access)
        let before = try await side(section, in: plan, order[order.count - 1])
        let after = try await side(section, in: plan, newer.version)
        let isTold = [before, after].contains { $0.section?.id != nil }
        guard isTold else { throw PlanError.unknown(section) }
        return EditionComparison(
            plan: plan, planTitle: newer.title, audience: newer.audience, section: section, old: before, new: after)
    }

    func side(
        _ section: SectionID, in plan: PlanID, _ version: ReadableVersion
    ) async throws -> EditionComparison.Side {
        let text = try await self.text(of: plan, at: version.text)
        return EditionComparison.Side(
            version: version, section: EditionCutter(text: text, closure: version.closure).section(section))
    }

    private func appearances(
        of section: SectionID, beside shown: PlanEdition.Section, _ edition: PlanEdition
    ) async throws -> [SectionEdition.Appearance] {
        var appearances: [SectionEdition.Appearance] = []
        for version in edition.versions {
            guard let body = try await side(section, in: edition.plan, version).section?.text?.body else { continue }
            appearances.append(.init(version: version, isSameText: body == shown.text?.body))
        }
        return appearances
    }
}

extension PlanEdition {
    /// Where a reader's wishes and points of attention about a section go; nil where they have none to give here.
    ///
    /// Councillors say what they wish of what lies before the council, as long as it does.
    public func wishPlace(of section: SectionID, for participant: Participant) -> WishPlace? {
        guard audience == .council, version.standing == .inForce, version.kind == .offered,
            openSections.contains(where: { $0.id == section }), participant.roles(in: plan).contains(.councillor),
            participant.may(.contribute, in: plan)
        else { return nil }
        return WishPlace(plan: plan, section: section, text: version.text)
    }
}

extension PlanEdition.Section {
    /// Nil where it is closed.
    public var text: SectionText? {
        if case .open(let text) = self { text } else { nil }
    }

    /// Nil where it is kept from readers.
    public var id: String? {
        switch self {
        case .open(let text): text.id.rawValue
        case .closed(let place): place.id
        }
    }
}

extension PlanError {
    static func unknown(_ section: SectionID) -> PlanError {
        PlanError(.notFound, Reason("section.unknown", ["section": .text(section.rawValue)]))
    }
}
