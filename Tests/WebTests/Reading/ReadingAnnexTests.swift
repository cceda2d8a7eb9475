import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// What a visitor sees and fetches of the images in a plan that was published in part.
@Suite("Images for readers")
struct ReadingAnnexTests {
    private static func publish(in world: World) async throws -> PlanID {
        let text = PlanText.sample(type: "meerjarenbeleidsplan")
            .with("doel", body: "Zie ![](bijlagen/kaart.png).\n").with("acties", body: "Zie ![](bijlagen/plek.png).\n")
        let plan = try await world.deepenedPlan(text)
        let drafter = try await Reader.person(
            "Noor", [(.drafter, "Steller")], for: plan, in: world.store, at: world.clock.now)
        let desk = DraftingDesk(office: world.office, drafts: world.store, people: world.store)
        for (name, description) in [("kaart.png", "Kaart van de wijk"), ("plek.png", "Plek van de camera")] {
            let annex = NewAnnex(
                plan: plan, fileName: name, bytes: FileSamples.png(width: UInt32(name.count)), description: description,
                summary: "Beeld erbij", requestID: name)
            _ = try await desk.attach(annex, by: try await HeardSite.participant(drafter, in: world))
        }
        let closed = ClosedPart(.section("acties"), ground: "5.1 lid 2 e")
        try await world.decideAtBoard(plan, disclosing: Disclosure(.openInPart, closedParts: [closed]))
        try await world.record(.published, in: plan, by: Cast.boardOffice)
        return plan
    }

    @Test func anOpenTextShowsItsImageAndAClosedOneGivesNothingAway() async throws {
        let world = try World()
        let plan = try await Self.publish(in: world)
        try await RunningSite.with(LittleWorld(), world: world) { site in
            let page = try await site.get("/plannen/\(plan)/lezen/doel", as: .visitor).body
            let image = try #require(page.firstMatch(of: /<img src="([^"]+)" alt="([^"]*)"/))
            #expect(image.2 == "Kaart van de wijk" && MarkupCheck(page).faults == [])
            let address = String(image.1).replacing("&amp;", with: "&")
            let file = try await site.get(address, as: .visitorWithForm)
            #expect(file.status == 200 && file.headers["content-type"] == "image/png")
            #expect(file.headers["content-security-policy"]?.contains("sandbox") == true)
            #expect(file.headers["cache-control"] == "private, no-cache")
            let tag = try #require(file.headers["etag"])
            let known = try await site.get(address, headers: ["If-None-Match": tag], as: .visitorWithForm)
            #expect(known.status == 304 && known.body.isEmpty)
            for closed in [address.replacing("kaart", with: "plek"), "/plannen/\(plan)/bestanden/plek.png"] {
                #expect(try await site.get(closed, as: .visitorWithForm).status == 404, "\(closed)")
            }
            let working = try await site.get("/plannen/\(plan)/bijlagen/kaart.png/bestand", as: .visitorWithForm)
            #expect(working.status == 303)
        }
    }
}
