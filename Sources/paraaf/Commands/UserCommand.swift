import ArgumentParser
import Foundation
import PlanDomain
import SQLiteStore
import Web
import Workflow

/// `paraaf user …`: the people who sign in. For the first administrator, and for whoever lost everything; the rest is
/// done on the site.
///
/// Works beside a running server, which looks people up at each request.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Add people, end their access, and give them a new way in.",
        subcommands: [Add.self, List.self, Disable.self, Enable.self, Reset.self])
}

extension UserCommand {
    struct Add: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a person with a role, and print a link with which they choose a password.",
            discussion: "The link is good for one day. Without --plan the role holds for every plan.")
        @OptionGroup var data: DataOption
        @OptionGroup var site: SiteOption
        @Option(help: "Their name.") var name: String
        @Option(help: "Their mail address, with which they sign in.") var mail: String
        @Option(help: "Their role, such as admin, drafter or secretary.") var role: Role
        @Option(help: "Their function as documents print it, such as \"Gemeentesecretaris\".") var function: String
        @Option(help: "The id of the one plan that the role is for.") var plan: PlanArgument?
        @Option(help: "The language of their pages: nl or en.") var language = "nl"

        func validate() throws {
            guard ["nl", "en"].contains(language) else { throw ValidationError("The language is nl or en.") }
        }

        func work(at desk: Desk) async throws {
            let people = try People(data)
            let plan = try plan?.id
            if let plan { try await people.require(plan) }
            let person = try await people.desk.add(
                name: name, mail: mail, language: language, as: role, function: function, for: plan, by: .keeper)
            desk.terminal.note("cli.user.added", ["name": .text(person.name), "mail": .text(person.mail.rawValue)])
            try await people.printLink(for: person, site, desk)
        }
    }

    struct List: DeskCommand {
        static let configuration = CommandConfiguration(abstract: "Show everybody with their roles of today.")
        @OptionGroup var data: DataOption
        @Flag(help: "Print JSON.") var json = false

        func work(at desk: Desk) async throws {
            let lines = try await People(data).lines()
            if json { return Terminal.write(try JSONText.of(lines)) }
            guard !lines.isEmpty else { return desk.terminal.say("cli.user.none") }
            var table = Table(
                header: ["name", "mail", "state", "roles"].map { desk.terminal.text("cli.user.column.\($0)") })
            for line in lines {
                let roles = line.roles.map { role in
                    let name = Role(rawValue: role.role).map { desk.terminal.phrases.text($0) } ?? role.role
                    return "\(role.function) (\(name)\(role.plan.map { ", \($0)" } ?? ""))"
                }
                table.add([
                    line.name, line.mail, desk.terminal.text("cli.user.state.\(line.state.rawValue)"),
                    roles.isEmpty ? "—" : roles.joined(separator: "; "),
                ])
            }
            Terminal.write(table.text)
        }
    }

    struct Disable: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "End a person's access: sessions and links end at once, what they did stays.")
        @OptionGroup var data: DataOption
        @Argument(help: "Their mail address.") var mail: String

        func work(at desk: Desk) async throws {
            let people = try People(data)
            let person = try await people.person(mail)
            try await people.desk.setDisabled(true, person.id, by: .keeper)
            desk.terminal.say("cli.user.disabled", ["name": .text(person.name)])
        }
    }

    struct Enable: DeskCommand {
        static let configuration = CommandConfiguration(abstract: "Give a person their access back.")
        @OptionGroup var data: DataOption
        @Argument(help: "Their mail address.") var mail: String

        func work(at desk: Desk) async throws {
            let people = try People(data)
            let person = try await people.person(mail)
            try await people.desk.setDisabled(false, person.id, by: .keeper)
            desk.terminal.say("cli.user.enabled", ["name": .text(person.name)])
        }
    }

    struct Reset: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take away password, codes and sessions, and print a link with which they start anew.")
        @OptionGroup var data: DataOption
        @OptionGroup var site: SiteOption
        @Argument(help: "Their mail address.") var mail: String

        func work(at desk: Desk) async throws {
            let people = try People(data)
            let person = try await people.person(mail)
            try await people.desk.resetSignIn(of: person.id, by: .keeper)
            desk.terminal.note("cli.user.reset", ["name": .text(person.name)])
            try await people.printLink(for: person, site, desk)
        }
    }
}

/// Where readers find the site, for the links that are printed.
struct SiteOption: ParsableArguments {
    @Option(help: "Where the site is found; PARAAF_ADDRESS in its place.") var address: String?

    /// Without a slash at the end; nil where nobody said.
    var given: String? {
        let text = address ?? ProcessInfo.processInfo.environment["PARAAF_ADDRESS"] ?? ""
        return text.isEmpty ? nil : text.hasSuffix("/") ? String(text.dropLast()) : text
    }

    var base: String { given ?? "http://127.0.0.1:8080" }
}

extension Role: ExpressibleByArgument {}

/// The people of a data folder, without its plans.
private struct People {
    let store: SQLiteStore
    let desk: PeopleDesk
    private let time = OfficeTime()

    /// Makes a new folder ready, and leaves the lock to whoever serves.
    init(_ data: DataOption) throws {
        store = try data.folder(for: .reading).openStore()
        desk = PeopleDesk(store: store, time: time)
    }

    func person(_ mail: String) async throws -> Person {
        guard let person = try await store.person(withMail: try MailAddress(typed: mail)) else {
            throw PlanError(.notFound, Reason("people.unknown"))
        }
        return person
    }

    func require(_ plan: PlanID) async throws {
        guard try await store.projectedPlan(plan) != nil else {
            throw PlanError(.notFound, Reason("plan.unknown", ["plan": .text(plan.rawValue)]))
        }
    }

    /// To standard output alone, so that it can be piped into a mail.
    func printLink(for person: Person, _ site: SiteOption, _ desk: Desk) async throws {
        let path = try await PasswordLinks(store: store, clock: time.now).make(for: person.id)
        desk.terminal.note("cli.user.link")
        Terminal.write(site.base + path + "\n")
    }

    func lines() async throws -> [UserLine] {
        let appointments = try await store.appointments(of: nil).filter { $0.period.contains(time.today) }
        var lines: [UserLine] = []
        for person in try await store.people() {
            let credentials = try await store.credentials(of: person.id)
            lines.append(UserLine(person, credentials, appointments.filter { $0.person == person.id }))
        }
        return lines
    }
}

/// A line of `user list --json`.
private struct UserLine: Encodable {
    let name: String
    let mail: String
    let state: State
    let hasOneTimeCodes: Bool
    let roles: [RoleLine]

    enum State: String, Encodable {
        /// Has not chosen a password yet.
        case invited
        case active, disabled
    }

    struct RoleLine: Encodable {
        let role: String
        let function: String
        let plan: String?
    }

    init(_ person: Person, _ credentials: Credentials, _ appointments: [Appointment]) {
        name = person.name
        mail = person.mail.rawValue
        state = person.isDisabled ? .disabled : credentials.passwordHash == nil ? .invited : .active
        hasOneTimeCodes = credentials.oneTimeKey != nil
        roles = appointments.map { RoleLine(role: $0.role.rawValue, function: $0.function, plan: $0.plan?.rawValue) }
    }
}
