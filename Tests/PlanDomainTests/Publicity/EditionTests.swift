import TestSupport
import Testing
import Workflow

@testable import PlanDomain

/// Versions, sections and comparisons as visitors, partners and the council get them.
@Suite struct EditionTests {
    @Test func visitorReadsTheAdoptedPlanAndFindsTheOfferedOneUnderItsOldAddress() async throws {
        let world = try World()
        let plan = try await world.deepenedPlan()
        #expect(try await world.council.plans(for: .visitor) == [])
        try await world.decideAtBoard(plan)
        try await world.record(.published, in: plan, by: Cast.boardOffice)
        try await world.offer(plan)
        let offered = try await world.council.edition(of: plan, for: .visitor)
        #expect(offered.version.kind == .offered)
        try await world.amend(plan) { $0 = $0.with("doel", body: "Het doel is een wijk zonder zorgen.\n") }
        let adopted = try await world.council.edition(of: plan, for: .visitor)
        #expect(adopted.version.kind == .adopted(by: .raad))
        #expect(adopted.version.tag == "vastgesteld/1")
        #expect(adopted.versions.map(\.text) == [adopted.version.text, offered.version.text])
        #expect(adopted.openSections.map(\.id) == [.named("aanleiding"), .named("doel"), .named("acties")])
        #expect(adopted.openSections[1].body == "Het doel is een wijk zonder zorgen.\n")
        #expect(adopted.openSections[1].number == "1.2")
        #expect(adopted.document("nota")?.parts.map(\.heading) == ["Inleiding", "Kader"])
        #expect(adopted.decisions.map(\.body) == [.college, .raad])
        #expect(adopted.decisions[0].points.map(\.text) == ["Het plan vast te stellen.", "De raad te informeren."])
        #expect(adopted.decisions[1].points.map(\.outcome) == [.adoptedAsAmended])

        let old = try await world.council.section(
            .named("doel"), of: plan, at: offered.version.text, for: .visitor)
        #expect(old.version.standing == .replaced(by: adopted.version.text))
        #expect(old.section.text?.body.contains("veilige wijk") == true)
        #expect(old.appearances.map(\.isSameText) == [false, true])
        #expect((old.previous?.id, old.next?.id) == (.named("aanleiding"), .named("acties")))
        #expect(old.wishes == nil)

        for (from, to) in [(offered, adopted), (adopted, offered)] {
            let comparison = try await world.council.comparison(
                of: .named("doel"), in: plan, from: from.version.text, to: to.version.text, for: .visitor)
            #expect(comparison.old.body?.contains("veilige wijk") == true)
            #expect(comparison.new.body?.contains("zonder zorgen") == true)
        }
        let shelf = try await world.council.plans(for: .visitor)
        #expect(shelf.map(\.title) == ["Uitvoeringsplan Veiligheid 2024"])
        #expect(shelf.map(\.level) == [.published])
    }

    @Test func nobodyComparesWithAVersionThatIsNotTheirs() async throws {
        let world = try World()
        let plan = try await world.deepenedPlan()
        let first = try await world.office.heads(of: plan).text
        try await world.save(in: plan) { $0 = $0.with("doel", body: "Een tweede doel.\n") }
        try await world.decideAtBoard(plan)
        try await world.offer(plan)
        let offered = try await world.office.heads(of: plan).text
        let councillor = try Reader.person(.councillor)
        for participant in [.visitor, councillor] {
            let error = try await refusal {
                try await world.council.comparison(
                    of: .named("doel"), in: plan, from: first, to: offered, for: participant)
            }
            #expect(error?.code == .notFound)
        }
        let same = try await world.council.comparison(
            of: .named("doel"), in: plan, from: offered, to: offered, for: councillor)
        #expect(same.isComparable && same.old.body == same.new.body)
    }

    @Test func councilReadsWhatWasOfferedAndSaysItsWishesThere() async throws {
        let world = try World()
        let plan = try await world.deepenedPlan()
        try await world.decideAtBoard(plan, disclosing: Disclosure(.decisionOpen, ground: "5.1 lid 2 i"))
        let (councillor, clerk) = (try Reader.person(.councillor), try Reader.person(.clerk))
        #expect(try await refusal { try await world.council.edition(of: plan, for: councillor) }?.code == .notFound)
        try await world.offer(plan)
        let edition = try await world.council.edition(of: plan, for: councillor)
        #expect(edition.audience == .council)
        #expect(edition.document("raadsmededeling") != nil)
        #expect(edition.document("nota") == nil)
        let nota = ClosedPlace(id: "nota", title: "nota", number: nil, ground: "5.1 lid 2 i")
        #expect(edition.documents.first == .closed(nota))
        let place = WishPlace(plan: plan, section: .named("doel"), text: edition.version.text)
        #expect(try await world.council.section(.named("doel"), of: plan, for: councillor).wishes == place)
        #expect(try await world.council.section(.named("doel"), of: plan, for: clerk).wishes == nil)
        try await world.councilDecides(.adopted, plan)
        try await world.settle(plan)
        #expect(try await world.council.section(.named("doel"), of: plan, for: councillor).wishes == nil)
    }

    @Test func closedSectionShowsItsGroundAndHiddenOneNotEvenItsName() async throws {
        let world = try World()
        let plan = try await world.deepenedPlan()
        let parts = [
            ClosedPart(.section("doel"), ground: "5.1 lid 2 e"),
            ClosedPart(.section("acties"), ground: "5.1 lid 2 c", hidesTitle: true),
        ]
        try await world.decideAtBoard(plan, disclosing: Disclosure(.openInPart, closedParts: parts))
        try await world.record(.published, in: plan, by: Cast.boardOffice)
        let edition = try await world.council.edition(of: plan, for: .visitor)
        #expect(
            edition.closedSections == [
                ClosedPlace(id: "doel", title: "Doel", number: "1.2", ground: "5.1 lid 2 e"),
                ClosedPlace(id: nil, title: nil, number: "2.1", ground: "5.1 lid 2 c"),
            ])
        #expect(edition.chapters.map(\.title) == ["Inleiding", nil])
        #expect(edition.words == edition.openSections.map(\.words).reduce(0, +))
        #expect(edition.openSections.map(\.id) == [.named("aanleiding")])
        let closed = try await world.council.section(.named("doel"), of: plan, for: .visitor)
        #expect(closed.section == edition.closedSections.first.map(PlanEdition.Section.closed))
        #expect(closed.appearances == [])
        let text = edition.version.text
        let hidden = try await refusal { try await world.council.section(.named("acties"), of: plan, for: .visitor) }
        let absent = try await refusal { try await world.council.section(.named("niets"), of: plan, for: .visitor) }
        #expect(hidden?.code == absent?.code && hidden?.reason.key == absent?.reason.key)
        let comparison = try await world.council.comparison(
            of: .named("doel"), in: plan, from: text, to: text, for: .visitor)
        #expect(!comparison.isComparable)
    }

    @Test func contactReadsTheTextOfTheirRoundAndNothingElse() async throws {
        let world = try World()
        let plan = try await world.startPlan(.sample(type: "meerjarenbeleidsplan"))
        let contact = try Reader.contact(of: "Politie", in: plan)
        #expect(try await refusal { try await world.council.edition(of: plan, for: contact) }?.code == .notFound)
        let today = world.clock.today
        try await world.record(
            .roundOpened(
                round: "partners", audience: LocalizedText(nl: "Partners"), from: today, until: today.adding(days: 9)),
            in: plan, by: Cast.editor)
        let consulted = try await world.office.heads(of: plan).text
        try await world.save(in: plan) { $0 = $0.with("doel", body: "Een nieuw doel.\n") }
        let edition = try await world.council.edition(of: plan, for: contact)
        #expect(edition.version.text == consulted)
        #expect(edition.openSections[1].body.contains("veilige wijk"))
        #expect(edition.documents == [] && edition.decisions == [])
        #expect(try await refusal { try await world.council.origin(of: plan, for: contact) }?.code == .notFound)
        #expect(try await world.council.plans(for: contact).map(\.level) == [.consulted])
        #expect(try await world.council.plans(for: .visitor) == [])
        let elsewhere = try Reader.contact(of: "Politie", in: .named("ander-plan"))
        #expect(try await refusal { try await world.council.edition(of: plan, for: elsewhere) }?.code == .notFound)
    }

    @Test func whatIsNotTheirsAndWhatIsNotThereLookAlike() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let hidden = try await refusal { try await world.council.edition(of: plan, for: .visitor) }
        let absent = try await refusal { try await world.council.edition(of: .named("weg"), for: .visitor) }
        #expect(hidden?.code == .notFound && absent?.code == .notFound)
        #expect(hidden?.reason == Reason("plan.unknown", ["plan": .text(plan.rawValue)]))
        #expect(absent?.reason == Reason("plan.unknown", ["plan": .text("weg")]))
    }

    @Test func decisionThatStaysClosedIsListedWithoutNamingThePlan() async throws {
        let world = try World()
        let plan = try await world.deepenedPlan()
        try await world.decideAtBoard(plan, disclosing: Disclosure(.closed, ground: "5.1 lid 2 b"))
        let told = try await world.council.withheldDecisions()
        #expect(told.map(\.ground) == ["5.1 lid 2 b"])
        #expect(told.map(\.body) == [.college])
        #expect(try await world.council.plans(for: .visitor) == [])
    }
}
