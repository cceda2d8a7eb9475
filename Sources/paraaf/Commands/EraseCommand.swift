import ArgumentParser
import Foundation
import PlanDomain
import SQLiteStore
import Workflow

/// `paraaf erase …`: throws away for good what is kept of somebody.
struct EraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Throw away for good what is kept of somebody.",
        discussion: """
            Without --yes it shows what would go. What is erased stays erased when an older backup is put back: the \
            journal beside the master key says so.
            """,
        subcommands: [OnePerson.self, OneContact.self, OneInput.self, Journal.self])
}

extension EraseCommand {
    struct OnePerson: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "person", abstract: "Erase somebody of the office whose access has ended.")
        @OptionGroup var erasing: ErasureOptions
        @Argument(help: "Their mail address.") var mail: String

        func work(at desk: Desk) async throws {
            let store = try erasing.data.folder(for: .reading).openStore()
            guard let person = try await store.person(withMail: try MailAddress(typed: mail)) else {
                throw PlanError.nothingToErase
            }
            try await erasing.erase(.person(person.id), from: store, at: desk)
        }
    }

    struct OneContact: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "contact", abstract: "Erase a contact of organisations; what those sent in stays.")
        @OptionGroup var erasing: ErasureOptions
        @Argument(help: "Their mail address.") var mail: String

        func work(at desk: Desk) async throws {
            let store = try erasing.data.folder(for: .reading).openStore()
            let address = try MailAddress(typed: mail)
            let contacts = try await store.contacts(of: nil).filter { $0.mail == address }
            guard !contacts.isEmpty else { throw PlanError.nothingToErase }
            for contact in contacts { try await erasing.erase(.contact(contact.id), from: store, at: desk) }
        }
    }

    struct OneInput: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "input", abstract: "Erase the words of an input; its number, day and disposition stay.")
        @OptionGroup var erasing: ErasureOptions
        @Argument(help: "The id of its plan.") var plan: PlanArgument
        @Argument(help: "Its number, such as INB-0042.") var number: String

        func work(at desk: Desk) async throws {
            let store = try erasing.data.folder(for: .reading).openStore()
            guard let input = InputNumber(number) else { throw PlanError.nothingToErase }
            try await erasing.erase(.input(input, try plan.id), from: store, at: desk)
        }
    }

    struct Journal: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Show how much was erased on which day, and on what ground.")
        @OptionGroup var data: DataOption

        func work(at desk: Desk) async throws {
            let store = try data.folder(for: .reading).openStoreForReading()
            var table = Table(header: ["day", "kind", "ground"].map { desk.terminal.text("cli.erase.column.\($0)") })
            for erasure in try await store.erasures() {
                table.add([
                    erasure.day.iso8601, desk.terminal.text("cli.erase.kind.\(erasure.subject.kind)"),
                    desk.terminal.text("privacy.ground.\(erasure.ground.rawValue)"),
                ])
            }
            Terminal.write(table.text)
        }
    }
}

extension Erasure.Subject {
    /// As phrases name it.
    fileprivate var kind: String {
        switch self {
        case .person: "person"
        case .contact: "contact"
        case .correspondent: "correspondent"
        case .document: "document"
        case .input: "input"
        case .response: "response"
        }
    }
}

/// What every way of erasing asks for.
struct ErasureOptions: ParsableArguments {
    @OptionGroup var data: DataOption
    @Flag(help: "Erase it; without this, show what would go.") var yes = false
    @Flag(help: "Also what nobody answered yet: it will count as withdrawn.") var unanswered = false

    func erase(_ subject: Erasure.Subject, from store: SQLiteStore, at desk: Desk) async throws {
        let office = ErasureDesk(store, time: OfficeTime())
        let scope = try await office.preview(subject, for: .keeper)
        let key = yes ? "cli.erase.gone" : "cli.erase.would-go"
        if yes {
            try await office.erase(subject, on: .request, acceptingUnanswered: unanswered, by: .keeper)
        }
        desk.terminal.say(
            key,
            [
                "inputs": .number(scope.inputs.count), "documents": .number(scope.documents),
                "files": .number(scope.files), "drafts": .number(scope.drafts), "mails": .number(scope.mails),
            ])
    }
}
