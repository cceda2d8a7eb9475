import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// Opening a text, keeping what is typed, and seeing who else is at it.
@Suite struct DraftingDeskTests {
    private static let old = "Het doel is een veilige wijk.\nDe gemeente werkt niet alleen.\n"

    @Test func aTextOpensAsItStands() async throws {
        let world = try await DeskWorld()
        let opened = try await world.desk.open(DeskWorld.doel, of: world.plan, by: world.noor)
        #expect(opened.text == Self.old)
        #expect(opened.base == (try await world.head()))
        #expect(opened.draft == nil)
        #expect(opened.refusal == nil)
        let part = DraftSubject.part(document: "nota", heading: "Inleiding")
        #expect(
            try await world.desk.open(part, of: world.plan, by: world.bas).text
                == "De raad heeft om dit plan gevraagd.\n")
    }

    @Test func whatIsTypedIsThereAfterTheTabIsGone() async throws {
        let world = try await DeskWorld()
        let (head, tab) = (try await world.head(), try DeskWorld.tab())
        for (version, text) in ["Het d", "Het doel is", "Het doel is  *twee"].enumerated() {
            let outcome = try await world.desk.keep(
                text, of: DeskWorld.doel, in: world.plan, tab: tab, version: version + 1, base: head, by: world.noor)
            #expect(outcome == .kept)
        }
        try await world.world.save(in: world.plan) { $0 = $0.with("acties", body: "Anders.\n") }
        let opened = try await world.desk.open(DeskWorld.doel, of: world.plan, by: world.noor)
        #expect(opened.text == "Het doel is  *twee")
        #expect(opened.base == head)
        #expect(opened.head != head)
        #expect(opened.saved == Self.old)
        let colleague = try await world.desk.open(DeskWorld.doel, of: world.plan, by: world.bas)
        #expect(colleague.draft == nil)
    }

    @Test func twoTabsOfOnePersonKeepTheirOwnWords() async throws {
        let world = try await DeskWorld()
        let head = try await world.head()
        for tab in ["links", "rechts"] {
            world.world.clock.advance(seconds: 1)
            _ = try await world.desk.keep(
                tab, of: DeskWorld.doel, in: world.plan, tab: try DeskWorld.tab(tab), version: 1, base: head,
                by: world.noor)
        }
        let opened = try await world.desk.open(DeskWorld.doel, of: world.plan, by: world.noor)
        #expect(opened.text == "rechts")
        #expect(opened.otherDrafts.map(\.text) == ["links"])
        let left = try await world.desk.open(
            DeskWorld.doel, of: world.plan, in: try DeskWorld.tab("links"), by: world.noor)
        #expect(left.text == "links")
        try await world.desk.discard(DeskWorld.doel, of: world.plan, tab: try DeskWorld.tab("rechts"), by: world.noor)
        #expect(try await world.drafts(of: world.noor) == ["links"])
    }

    @Test func aDraftThatIsLargerThanAnyPlanIsRefused() async throws {
        let world = try await DeskWorld()
        let (head, tab) = (try await world.head(), try DeskWorld.tab())
        let error = try await refusal {
            try await world.desk.keep(
                String(repeating: "a", count: PlanImport.sizeLimit + 1), of: DeskWorld.doel, in: world.plan, tab: tab,
                version: 1, base: head, by: world.noor)
        }
        #expect(error?.reason.key == "markdown.too-large")
    }

    @Test func colleaguesSeeWhoIsWritingForTwoMinutes() async throws {
        let world = try await DeskWorld()
        #expect(try await world.desk.open(DeskWorld.doel, of: world.plan, by: world.noor).editors.isEmpty)
        let opened = try await world.desk.open(DeskWorld.doel, of: world.plan, by: world.bas)
        #expect(opened.editors.map(\.name) == ["Noor Bos"])
        #expect(
            try await world.desk.stay(at: DeskWorld.doel, of: world.plan, by: world.noor).map(\.name) == ["Bas de Wit"])
        world.world.clock.advance(seconds: 119)
        #expect(try await world.desk.editors(of: DeskWorld.doel, in: world.plan, by: world.noor).count == 1)
        #expect(try await world.desk.editors(of: .fields, in: world.plan, by: world.noor).isEmpty)
        world.world.clock.advance(seconds: 1)
        #expect(try await world.desk.editors(in: world.plan, by: world.noor).isEmpty)
    }

    @Test func whoLeavesIsNoLongerThere() async throws {
        let world = try await DeskWorld()
        _ = try await world.desk.open(DeskWorld.doel, of: world.plan, by: world.noor)
        try await world.desk.leave(DeskWorld.doel, of: world.plan, by: world.noor)
        #expect(try await world.desk.editors(in: world.plan, by: world.bas).isEmpty)
    }

    @Test func theDeskIsForWhoMayWrite() async throws {
        let world = try await DeskWorld()
        let (head, tab) = (try await world.head(), try DeskWorld.tab())
        let (desk, plan, doel) = (world.desk, world.plan, DeskWorld.doel)
        let contact = Contact(
            id: try #require(ContactID("sam")), organisation: Organisation(name: "Politie"), name: "Sam",
            mail: try #require(MailAddress("sam@politie.example")))
        let others: [(Participant, PlanError.Code)] = [
            (world.adviser, .forbidden), (world.outsider, .notFound), (.visitor, .notFound),
            (Participant(.contact(contact, plan: plan)), .notFound),
        ]
        for (participant, code) in others {
            let work = try await world.work("Weg.")
            let structure = StructureSave(
                plan: plan, edit: .removeSection(.named("doel")), shown: head, summary: "Weg", requestID: "r")
            let tries: [() async throws -> Void] = [
                { _ = try await desk.open(doel, of: plan, by: participant) },
                {
                    _ = try await desk.keep(
                        "a", of: doel, in: plan, tab: tab, version: 1, base: head, by: participant)
                },
                { _ = try await desk.stay(at: doel, of: plan, by: participant) },
                { try await desk.leave(doel, of: plan, by: participant) },
                { _ = try await desk.editors(in: plan, by: participant) },
                { _ = try await desk.save(work, by: participant) },
                { _ = try await desk.resolve(work, with: head, [], by: participant) },
                { _ = try await desk.restructure(structure, by: participant) },
                { _ = try await desk.restore(doel, of: plan, from: head, tab: tab, by: participant) },
            ]
            for attempt in tries { #expect(try await refusal { try await attempt() }?.code == code) }
        }
        #expect(try await world.changeCount() == 1)
        #expect(try await world.drafts(of: world.outsider).isEmpty)
        #expect(try await world.body() == Self.old)
    }

    @Test func whatIsNotThereDoesNotOpen() async throws {
        let world = try await DeskWorld()
        for subject in [
            DraftSubject.section(.named("weg")), .part(document: "nota", heading: "Weg"),
            .part(document: "weg", heading: "Kader"),
        ] {
            let error = try await refusal { try await world.desk.open(subject, of: world.plan, by: world.noor) }
            #expect(error?.code == .notFound)
        }
    }

    @Test(arguments: [
        "", "section", "section/", "section/A", "part/nota", "part//x", "part/nota/", "fields/x", "velden",
    ])
    func aTextThatNamesNothingIsNoSubject(_ text: String) {
        #expect(DraftSubject(rawValue: text) == nil)
    }

    @Test func subjectsAreReadBackAsTheyWereWritten() {
        for subject in [DeskWorld.doel, .part(document: "nota", heading: "Kader / één"), .fields] {
            #expect(DraftSubject(rawValue: subject.rawValue) == subject)
        }
    }
}
