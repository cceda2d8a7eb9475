import Foundation
import Workflow

/// Puts together what is kept of whoever has a mail address, for the administrator to hand over.
///
/// Everything is found by that address: of the office, as a contact of an organisation, and as who wrote a letter. What
/// somebody answered to a questionnaire belongs to nobody who is known, and is not among it.
public struct PersonalFileDesk: Sendable {
    private let store: any TownHallStore
    private let time: OfficeTime

    public init(_ store: any TownHallStore, time: OfficeTime) {
        self.store = store
        self.time = time
    }

    /// An empty file where nothing is kept. Throws `notFound` for anybody but the administrator.
    public func file(of mail: MailAddress, for participant: Participant) async throws -> PersonalFile {
        guard participant.isAdministrator else { throw PlanError(.notFound, Reason("access.not-here")) }
        var file = PersonalFile(mail: mail, madeOn: time.today)
        let person = try await store.person(withMail: mail)
        if let person { try await add(person, to: &file) }
        let contacts = try await store.contacts(of: nil).filter { $0.mail == mail }
        try await add(contacts, to: &file)
        var (inputs, drafts, documents): ([PersonalFile.Record], [PersonalFile.Record], [PersonalFile.Record]) = (
            [], [], []
        )
        var writers: [PersonalFile.Record] = []
        for plan in try await store.projectedPlans() {
            let own = try await store.correspondents(of: plan).filter { $0.mail == mail }
            writers += own.map { writer in
                [.init(.name, writer.name), .init(.mail, mail.rawValue), .init(.address, writer.address)]
            }
            let ids = Set(own.map(\.id))
            inputs += try await store.inputs(of: plan).filter { input in
                let sender = input.submitter
                return sender.contact.map { id in contacts.contains { $0.id == id } } ?? false
                    || sender.person.map { $0 == person?.id } ?? false
                    || sender.correspondent.map(ids.contains) ?? false
            }.map { record(of: $0) }
            documents += try await store.intakeDocuments(of: plan).filter {
                $0.correspondent.map(ids.contains) ?? false
            }
            .map { document in
                [
                    .init(.plan, plan.rawValue), .init(.day, document.arrivedOn.iso8601),
                    .init(.title, document.title), .init(.text, document.text),
                    .init(.files, document.file?.name ?? ""),
                ]
            }
            drafts += try await self.drafts(of: person, contacts, in: plan)
        }
        file.add(.correspondent, writers)
        file.add(.input, inputs)
        file.add(.draft, drafts)
        file.add(.document, documents)
        file.add(.mail, try await letters(to: mail))
        return file
    }

    private func add(_ person: Person, to file: inout PersonalFile) async throws {
        file.add(
            .person,
            [[.init(.name, person.name), .init(.mail, person.mail.rawValue), .init(.language, person.language)]])
        file.add(
            .appointment,
            try await store.appointments(of: person.id).map { appointment in
                [
                    .init(.function, appointment.function), .init(.role, appointment.role.rawValue),
                    .init(.plan, appointment.plan?.rawValue ?? ""),
                    .init(.period, Self.words(appointment.period)),
                ]
            })
        file.add(
            .session,
            try await store.sessions(of: .person(person.id), at: time.now()).map { session in
                [.init(.device, session.device), .init(.day, time.day(of: session.lastSeenAt).iso8601)]
            })
        file.add(
            .deed,
            try await store.deeds().filter { $0.about == .person(person.id) || $0.by == person.id }.map { deed in
                [.init(.what, deed.kind.rawValue), .init(.day, time.day(of: deed.doneAt).iso8601)]
            })
    }

    private func add(_ contacts: [Contact], to file: inout PersonalFile) async throws {
        file.add(
            .contact,
            contacts.map { contact in
                [
                    .init(.name, contact.name), .init(.mail, contact.mail.rawValue),
                    .init(.organisation, contact.organisation.name), .init(.function, contact.function ?? ""),
                ]
            })
        var invitations: [PersonalFile.Record] = []
        for contact in contacts {
            for plan in try await store.plans(of: contact.organisation) {
                for invitation in try await store.invitations(of: plan) where invitation.contact == contact.id {
                    let day = time.day(of: invitation.invitedAt).iso8601
                    invitations.append([.init(.plan, plan.rawValue), .init(.day, day)])
                }
            }
        }
        file.add(.invitation, invitations)
    }

    private func record(of input: Input) -> PersonalFile.Record {
        [
            .init(.plan, input.plan.rawValue), .init(.number, input.number.description),
            .init(.day, time.day(of: input.receivedAt).iso8601), .init(.text, input.content.text),
            .init(.proposal, input.content.proposal ?? ""),
            .init(.files, input.attachments.map(\.name).joined(separator: ", ")),
        ]
    }

    private func drafts(
        of person: Person?, _ contacts: [Contact], in plan: PlanID
    ) async throws -> [PersonalFile.Record] {
        let submitters = contacts.map { Submitter($0) } + (person.map { [Submitter($0.id, function: "")] } ?? [])
        var records: [PersonalFile.Record] = []
        for round in try await store.rounds(of: plan) {
            for submitter in submitters {
                guard let draft = try await store.draft(of: submitter, in: round.id, of: plan) else { continue }
                records += draft.items.map { item in
                    [
                        .init(.plan, plan.rawValue), .init(.text, item.content.text),
                        .init(.proposal, item.content.proposal ?? ""),
                        .init(.files, item.attachments.map(\.name).joined(separator: ", ")),
                    ]
                }
            }
        }
        return records
    }

    private func letters(to mail: MailAddress) async throws -> [PersonalFile.Record] {
        var (records, last): ([PersonalFile.Record], MailNumber?) = ([], nil)
        while true {
            let part = try await store.outbox(nil, before: last, limit: 500)
            records += part.filter { $0.to == mail }.map { letter in
                [
                    .init(.title, letter.subject), .init(.day, time.day(of: letter.queuedAt).iso8601),
                    .init(.text, letter.text ?? ""),
                ]
            }
            guard let end = part.last?.id, part.count == 500 else { return records }
            last = end
        }
    }

    /// From day to day, as ISO 8601 writes an interval that may be open.
    private static func words(_ period: Period) -> String {
        "\(period.from?.iso8601 ?? "..")/\(period.until?.iso8601 ?? "..")"
    }
}
