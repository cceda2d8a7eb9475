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

    @Sendable private func audit(_ request: Request, _ context: SiteContext) async throws -> Response {
        let plan = try plan(context)
        let phrases = phrases(context)
        let view = try await services.reading.register(of: plan)
        let people = try await services.store.people()
        let filter = try AuditFilter(request)
        let log = try await AuditLog(people, services, phrases)
        let events = try await log.events(of: view)
        let page = AuditPage(
            heading: phrases.text("admin.audit.heading"), lead: phrases.text("admin.audit.lead"),
            table: log.table(of: events.filter { filter.admits($0, services.time) }), filter: filter,
            action: .audit(plan),
            other: PageLink(label: phrases.text("admin.oversight.access"), address: .accessList(plan)),
            people: people)
        return try writer.response(
            page, in: auditFrame(page.heading, .audit(plan), in: view.plan, route: .audit, context))
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
        var unheld: [String] = []
        var parts: [AdminPage.Part] = PlanRight.allCases.compactMap { right in
            let name = PhraseKey.name(right.rawValue)
            var table = AdminTable(
                phrases.text("admin.rights.\(name)"),
                [phrases.text("account.name"), phrases.text("admin.access.as")])
            for (person, participant) in participants where participant.may(right, in: plan) {
                table.add([person, capacities(of: participant, right, plan, phrases)])
            }
            guard !table.rows.isEmpty else {
                unheld.append("‘" + phrases.text("admin.rights.\(name)") + "’")
                return nil
            }
            return AdminPage.Part(title: phrases.text("admin.rights.\(name)"), table: table)
        }
        parts.append(try await partners(of: plan, phrases))
        if !unheld.isEmpty {
            parts.append(
                AdminPage.Part(
                    title: phrases.text("admin.access.nobody-heading"),
                    text: phrases.text("admin.access.nobody-text", ["rights": .text(phrases.list(unheld))])))
        }
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
}
