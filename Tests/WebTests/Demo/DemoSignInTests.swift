import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// The way into a demo leads past every password, so it is in a demo and nowhere else.
@Suite("Coming in to a demo")
struct DemoSignInTests {
    private static let demo = SiteSettings(isDemo: true)

    private static func with(_ body: @Sendable @escaping (RunningSite) async throws -> Void) async throws {
        try await RunningSite.with(LittleWorld(), settings: demo, body)
    }

    @Test func aSiteThatIsNoDemoDoesNotKnowThePageWhateverIsSent() async throws {
        try await RunningSite.with(LittleWorld()) { site in
            let wanted = [("wie", "sanne-de-wit")]
            for reader in [Reader.visitor, .visitorWithForm, site.reader] {
                #expect(try await site.get("/demo", as: reader).status == 404)
                #expect(try await site.post("/demo", wanted, as: reader).status == 404, "with a token of its own")
                let forged = try await site.send(
                    "POST", "/demo",
                    headers: [
                        "Origin": "http://127.0.0.1:\(site.port)", "Content-Type": "application/x-www-form-urlencoded",
                    ], body: "_token=\(Reader.visitorWithForm.token)&wie=sanne-de-wit", as: reader)
                #expect(forged.status == 404 && forged.headers["set-cookie"]?.contains("paraaf=") != true)
                #expect(try await site.post("/demo", [("_token", "x")] + wanted, as: reader).status == 404)
            }
            let person = SignInSession.Holder.person(try #require(site.reader.account).id)
            #expect(try await site.store.sessions(of: person, at: LittleWorld.now).count == 1, "that of the test")
            #expect(try await !site.get("/").body.contains("/demo"))
        }
    }

    @Test func everyPageOfADemoLeadsToThePage() async throws {
        try await Self.with { site in
            for target in ["/", "/over", "/bestaat/niet", "/inloggen"] {
                let body = try await site.get(target, as: .visitor).body
                #expect(body.contains("<a href=\"/demo\">"), "\(target)")
            }
        }
    }

    @Test func everybodyWhoMayComeInHasAButton() async throws {
        try await Self.with { site in
            try await Self.add("Wim Weg", isDisabled: true, to: site)
            let answer = try await site.get("/demo", as: .visitor)
            #expect(answer.status == 200 && answer.headers["cache-control"] == "no-store")
            #expect(answer.body.contains("value=\"sanne-de-wit\"") && answer.body.contains("Projectleider"))
            #expect(!answer.body.contains("Wim Weg"))
            #expect(MarkupCheck(answer.body).faults == [] && !answer.body.contains("⟦"))
        }
    }

    @Test func aContactIsNamedWithWhatTheyFindAndLeftOutWhereNothingIsAskedOfThem() async throws {
        try await HeardSite.with(settings: Self.demo) { heard in
            let site = heard.site
            let quiet = try await Self.invitedPlan(in: site)
            func page() async throws -> String { try await site.get("/demo", as: .visitor).body }
            for contact in ["pim", "carla", "frits"] {
                #expect(try await page().contains("value=\"\(contact) \(heard.plan)\""))
            }
            #expect(try await page().contains("Wordt gevraagd te reageren tot en met 16 juni 2023."))
            let before = try await page()
            #expect(!before.contains("kim-bos \(quiet)") && !before.contains("Lo Later"))

            _ = try await heard.post("/tekst/doel", HeardSite.remark, as: heard.police)
            #expect(try await page().components(separatedBy: "Heeft 1 reactie geschreven").count == 2)
            try await heard.send(as: heard.police, request: "in")
            #expect(try await page().components(separatedBy: "Stuurde 2 reacties in.").count == 3, "their organisation")
            heard.pastClosing()
            let over = try await page()
            #expect(over.contains("Kan lezen wat er met de reacties is gedaan."))
            #expect(over.contains("value=\"pim \(heard.plan)\"") && !over.contains("frits"))
            #expect(MarkupCheck(over).faults == [] && !over.contains("⟦"))
        }
    }

    @Test func aButtonBeginsASessionThatOwesNothingAndEndsTheOneBefore() async throws {
        try await Self.with { site in
            let secretary = try await Self.add("Hester Loon", to: site, as: .secretary)
            let answer = try await site.post("/demo", [("wie", "hester-loon")])
            #expect(answer.status == 303)
            let session = try #require(try await Self.session(of: answer, at: site))
            #expect(session.holder == .person(secretary) && session.hasSecondFactor && session.device == "demo")
            let old = try #require(site.reader.secret)
            #expect(try await site.store.session(old.hash, at: LittleWorld.now) == nil)
            let reader = Reader(secret: try Self.secret(of: answer), account: nil)
            #expect(try await site.get("/plannen/veiligheid-2024-2027", as: reader).body.contains("Hester Loon"))
        }
    }

    @Test func aContactComesInForThePlanThatTheyWereInvitedToAlone() async throws {
        try await Self.with { site in
            let plan = try await Self.invitedPlan(in: site)
            let answer = try await site.post("/demo", [("wie", "kim-bos \(plan)")], as: .visitorWithForm)
            #expect(answer.status == 303)
            let session = try #require(try await Self.session(of: answer, at: site))
            #expect(session.holder == .contact(ContactID("kim-bos")!, plan: plan))
            for value in ["kim-bos ander-plan", "lo-later \(plan)", "kim-bos"] {
                #expect(try await site.post("/demo", [("wie", value)], as: .visitorWithForm).status == 404, "\(value)")
            }
        }
    }

    @Test(arguments: ["", "niemand", "wim-weg", " ", "a b c", "../x", String(repeating: "a", count: 500)])
    func whoeverIsNotThereCannotBeTaken(value: String) async throws {
        try await Self.with { site in
            try await Self.add("Wim Weg", isDisabled: true, to: site)
            let answer = try await site.post("/demo", [("wie", value)], as: .visitorWithForm)
            #expect(answer.status == 404 && answer.headers["set-cookie"]?.contains("paraaf=") != true)
        }
    }

    @Test func anotherSiteCannotSendSomebodyIn() async throws {
        try await Self.with { site in
            let form = [("wie", "sanne-de-wit")]
            let elsewhere = try await site.post(
                "/demo", form, headers: ["Origin": "https://elders.example"], as: .visitorWithForm)
            #expect(elsewhere.status == 403)
            let withoutToken = try await site.post("/demo", form, as: .visitor)
            #expect(withoutToken.status == 403 && withoutToken.headers["set-cookie"]?.contains("paraaf=") != true)
        }
    }

    // MARK: The people

    @discardableResult
    private static func add(
        _ name: String, isDisabled: Bool = false, to site: RunningSite, as role: Role = .drafter
    ) async throws -> PersonID {
        let reader = try await Reader.person(name, [(role, "Functie")], in: site.store, at: LittleWorld.now)
        var person = try #require(reader.account)
        person.isDisabled = isDisabled
        try await site.store.save(person)
        return person.id
    }

    /// A plan with one contact who is invited and one whose invitation was withdrawn.
    private static func invitedPlan(in site: RunningSite) async throws -> PlanID {
        let plan = try await site.world.startPlan()
        for (name, end) in [("Kim Bos", Date?.none), ("Lo Later", LittleWorld.now)] {
            _ = try await Reader.contact(name, of: "Politie", for: plan, in: site.store, at: LittleWorld.now)
            let id = try #require(ContactID(name.lowercased().replacing(" ", with: "-")))
            try await site.store.save(
                Invitation(plan: plan, contact: id, invitedAt: LittleWorld.now, withdrawnAt: end))
        }
        return plan
    }

    private static func secret(of answer: WireResponse) throws -> Secret {
        let cookies = answer.headers["set-cookie"] ?? ""
        let match = try #require(cookies.firstMatch(of: /paraaf=([A-Za-z0-9_-]{43})/))
        return try #require(Secret(String(match.1)))
    }

    private static func session(of answer: WireResponse, at site: RunningSite) async throws -> SignInSession? {
        try await site.store.session(try secret(of: answer).hash, at: LittleWorld.now)
    }
}
