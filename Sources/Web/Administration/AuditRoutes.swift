import Foundation
import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Who did what when in a plan, and who may see and do what in it.
struct AuditRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.audit, use: audit)
        router.on(.accessList, use: accessList)
    }

    /// An act or a change, with who did it where the store knows.
    private struct Event {
        let moment: Date
        let author: Author
        let person: PersonID?
        let what: String
    }

    @Sendable private func audit(_ request: Request, _ context: SiteContext) async throws -> Response {
        let plan = try plan(context)
        let phrases = phrases(context)
        let view = try await services.reading.register(of: plan)
        let people = try await services.store.people()
        let query = try QueryValues(request.uri.query)
        let wanted = query["persoon"].flatMap { PersonID($0) }
        let from = query["van"].flatMap { CalendarDate(iso8601: $0) }
        let until = query["tot"].flatMap { CalendarDate(iso8601: $0) }
        let period = (try? Period(from: from, until: until)) ?? .always
        let events = try await events(of: plan, view, phrases).filter { event in
            (wanted == nil || event.person == wanted) && period.contains(services.time.day(of: event.moment))
        }
        let names = Dictionary(people.map { ($0.id, $0.name) }) { first, _ in first }
        var table = AdminTable(
            phrases.text("admin.audit.heading"),
            [
                phrases.text("admin.audit.moment"), phrases.text("admin.audit.who"),
                phrases.text("admin.function"), phrases.text("admin.audit.what"),
            ])
        for event in events {
            table.add([
                phrases.moment(event.moment),
                event.person.flatMap { names[$0] } ?? phrases.text("admin.audit.unknown"), event.author.function,
                event.what,
            ])
        }
        let page = AuditPage(
            heading: phrases.text("admin.audit.heading"), table: table.rows.isEmpty ? nil : table,
            action: .audit(plan), accessList: .accessList(plan), from: from?.iso8601 ?? "", until: until?.iso8601 ?? "",
            people: people.map { AuditPage.Choice(id: $0.id.rawValue, name: $0.name, isChosen: $0.id == wanted) })
        return try writer.response(
            page, in: auditFrame(page.heading, .audit(plan), in: view.plan, route: .audit, context))
    }

    /// Newest first.
    private func events(of plan: PlanID, _ view: RegisterView, _ phrases: Phrases) async throws -> [Event] {
        var known: [String: PersonID?] = [:]
        func person(_ author: Author) async throws -> PersonID? {
            if let found = known[author.pseudonym] { return found }
            let found = try await services.store.person(behind: author.pseudonym, in: plan)
            known[author.pseudonym] = .some(found)
            return found
        }
        var events: [Event] = []
        for entry in view.entries {
            events.append(
                Event(
                    moment: entry.act.recordedAt, author: entry.act.author, person: try await person(entry.act.author),
                    what: entry.sentence(definition: view.definition, phrases: phrases)))
        }
        for change in try await services.store.changes(of: plan, section: nil) {
            events.append(
                Event(
                    moment: change.madeAt, author: change.author, person: try await person(change.author),
                    what: phrases.text("admin.audit.change", ["summary": .text(change.summary)])))
        }
        return events.sorted { $0.moment > $1.moment }
    }

    @Sendable private func accessList(_ request: Request, _ context: SiteContext) async throws -> Response {
        let plan = try plan(context)
        guard let projected = try await services.store.projectedPlan(plan) else {
            throw PlanError(.notFound, Reason("web.not-found.plan"))
        }
        let phrases = phrases(context)
        let reception = Reception(store: services.store, time: services.time)
        var participants: [(name: String, participant: Participant)] = []
        for person in try await services.store.people() where !person.isDisabled {
            participants.append((person.name, try await reception.participant(for: .person(person.id))))
        }
        var parts = PlanRight.allCases.map { right in
            let name = Self.key(right)
            var table = AdminTable(
                phrases.text("admin.rights.\(name)"),
                [phrases.text("account.name"), phrases.text("admin.access.as")])
            for (person, participant) in participants where participant.may(right, in: plan) {
                table.add([person, capacities(of: participant, right, plan, phrases)])
            }
            return AdminPage.Part(
                title: phrases.text("admin.rights.\(name)"), table: table,
                empty: phrases.text("admin.access.nobody"))
        }
        parts.append(try await partners(of: plan, phrases))
        let page = AdminPage(
            heading: phrases.text("admin.access.heading"), lead: phrases.text("admin.access.lead"), parts: parts)
        var response = try writer.response(
            page, in: auditFrame(page.heading, .accessList(plan), in: projected, route: .accessList, context))
        response.headers[.cacheControl] = "no-store"
        return response
    }

    /// Who looks after the installation and does not work on the plan came here by the oversight, and goes back there.
    private func auditFrame(
        _ title: String, _ address: SiteAddress, in plan: ProjectedPlan, route: SiteRoute, _ context: SiteContext
    ) -> PageFrame {
        guard !context.participant.may(.readWorking, in: plan.id), context.participant.isAdministrator else {
            return frame(title, address, in: plan, route: route, context)
        }
        let phrases = phrases(context)
        return PageFrame(
            title: "\(title) – \(plan.metadata.title)", address: address,
            crumbs: [
                Crumb(label: phrases.text("web.nav.administration"), address: .administration),
                Crumb(label: phrases.text("admin.oversight.heading"), address: .oversight),
                Crumb(label: plan.metadata.title, address: route == .audit ? nil : .audit(plan.id)),
                Crumb(label: title),
            ], services: services, context: context)
    }

    private func capacities(
        of participant: Participant, _ right: PlanRight, _ plan: PlanID, _ phrases: Phrases
    ) -> String {
        participant.capacities(in: plan).filter { right.roles.contains($0.role) }.map { capacity in
            guard let absent = capacity.onBehalfOf else {
                return phrases.text(
                    "account.function",
                    ["function": .text(capacity.function), "role": .text(phrases.text(capacity.role))])
            }
            return phrases.text(
                "admin.access.substitute", ["function": .text(absent.function), "ground": .text(absent.ground)])
        }.joined(separator: "; ")
    }

    /// Contacts who are invited: they come in for this plan alone.
    private func partners(of plan: PlanID, _ phrases: Phrases) async throws -> AdminPage.Part {
        var table = AdminTable(
            phrases.text("admin.access.partners"),
            [phrases.text("account.name"), phrases.text("admin.contacts.organisation")])
        let desk = ConsultationDesk(services.office, store: services.store)
        let organisations = try await services.store.organisations(of: plan)
        for contact in try await services.store.contacts(of: nil)
        where !contact.isDisabled && organisations.contains(contact.organisation) {
            if try await desk.isInvited(contact.id, to: plan) { table.add([contact.name, contact.organisation.name]) }
        }
        return AdminPage.Part(
            title: phrases.text("admin.access.partners"), table: table, empty: phrases.text("admin.access.nobody"))
    }

    private static func key(_ right: PlanRight) -> String {
        right.rawValue.reduce(into: "") { key, letter in
            key += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
        }
    }
}
