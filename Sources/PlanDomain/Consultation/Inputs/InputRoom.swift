import Foundation
import Workflow

/// Where inputs are read: by who handles them, by who drafts, and by who sent them in, each as far as theirs to see.
public struct InputRoom: Sendable {
    private let office: PlanOffice
    private let store: any ConsultationStore

    public init(_ office: PlanOffice, store: any ConsultationStore) {
        self.office = office
        self.store = store
    }

    /// By number. `notFound` for who may see none at all.
    public func inputs(of plan: PlanID, for participant: Participant) async throws -> [SeenInput] {
        let access = InputAccess(participant, in: plan)
        try access.require()
        let traces = try await traces(of: plan)
        let lines = Dictionary(
            try await store.inputLines(of: plan).map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        return try await store.inputs(of: plan).compactMap { input in
            guard let line = lines[input.number] else { return nil }
            return SeenInput(input, traces.standing(of: line), access)
        }
    }

    /// `notFound` for one that is not theirs to see, as for one that is not there.
    public func input(_ number: InputNumber, of plan: PlanID, for participant: Participant) async throws -> SeenInput {
        let access = InputAccess(participant, in: plan)
        try access.require()
        guard let input = try await store.input(number, of: plan),
            let line = try await store.inputLines(of: plan).first(where: { $0.number == number }),
            let seen = SeenInput(input, try await traces(of: plan).standing(of: line), access)
        else { throw PlanError.unknownInput(number) }
        return seen
    }

    /// Every version of what was written, the first first. Who does not read every word of it reads those of the present
    /// version alone: nobody looked at what should be left out of the older ones.
    public func versions(
        of number: InputNumber, in plan: PlanID, for participant: Participant
    ) async throws -> [InputVersion] {
        let seen = try await input(number, of: plan, for: participant)
        let versions = try await store.versions(of: number, in: plan)
        guard !InputAccess(participant, in: plan).seesEverything else { return versions }
        return versions.map { version in
            let content =
                version.number == seen.input.version
                ? seen.input.content
                : InputContent(kind: version.content.kind, section: version.content.section, text: "")
            return InputVersion(number: version.number, content: content, writtenAt: version.writtenAt)
        }
    }

    /// What somebody wrote themselves, to the letter, for them to correct. `notFound` for another's.
    public func ownWords(
        _ number: InputNumber, of plan: PlanID, for participant: Participant
    ) async throws -> InputContent {
        guard let input = try await store.input(number, of: plan), InputAccess(participant, in: plan).owns(input) else {
            throw PlanError.unknownInput(number)
        }
        return input.content
    }

    /// An attachment of an input, to be saved by who may see it.
    public func file(
        _ attachment: AttachmentID, of number: InputNumber, in plan: PlanID, for participant: Participant
    ) async throws -> AttachedFile {
        let input = try await input(number, of: plan, for: participant).input
        guard input.attachments.contains(where: { $0.id == attachment }),
            let file = try await store.file(attachment, in: plan)
        else { throw PlanError(.notFound, Reason("attachment.unknown")) }
        return file
    }

    /// What the text was and became by the changes that carry an input out, oldest first: only the sections that those
    /// changes touched, so that who sent it in sees what became of it and not the rest of the working text. What is closed
    /// by name is not among them for who does not work on the plan.
    public func carriedOut(
        _ number: InputNumber, in plan: PlanID, for participant: Participant
    ) async throws -> [CarriedOutChange] {
        let standing = try await input(number, of: plan, for: participant).standing
        guard standing.state == .carriedOut || standing.state == .disputed else { return [] }
        let chosen = try await office.store.acts(of: plan).compactMap(\.chosenDisclosure).last
        var carriers = Carriers(try await office.repositories.repository(of: plan), chosen: chosen)
        return try await carriers.carriedOut(
            by: standing.changes, seesAll: participant.may(.readWorking, in: plan))
    }

    private func traces(of plan: PlanID) async throws -> InputTraces {
        try await office.followText(of: plan)
        return InputTraces(
            acts: try await office.store.acts(of: plan),
            changes: try await office.store.changes(of: plan, section: nil).reversed(),
            broken: try await office.store.following(of: plan).broken)
    }
}

/// An input with how far it is, as one reader may see them.
public struct SeenInput: Equatable, Sendable {
    public let input: Input
    public let standing: InputStanding
    /// Whether it is the reader's own.
    public let isOwn: Bool

    init?(_ input: Input, _ standing: InputStanding, _ access: InputAccess) {
        guard let shown = access.shown(input) else { return nil }
        self.input = shown
        self.standing = access.shown(standing, of: input)
        isOwn = access.owns(input)
    }
}

/// What one section was and became by a change that carries an input out (*was/wordt*).
public struct CarriedOutChange: Equatable, Sendable {
    public let section: SectionID
    public let title: String
    public let commit: CommitID
    public let madeAt: Date
    /// Markdown; empty where the section did not exist.
    public let before: String
    /// Markdown; empty where the section is gone.
    public let after: String

    init(_ section: SectionID, _ change: Change, _ before: PlanText?, _ after: PlanText) {
        let (old, new) = (before?.section(section), after.section(section))
        self.section = section
        title = (new ?? old)?.heading?.plainTitle ?? section.rawValue
        commit = change.id
        madeAt = change.madeAt
        self.before = old?.body ?? ""
        self.after = new?.body ?? ""
    }
}
