import Foundation
import PlanDomain
import SQLiteStore
import TestSupport
import Testing
import Workflow

@testable import Web

@Suite("Coming in by a personal link")
struct PartnerLinkTests {
    private struct Scene: Sendable {
        let site: RunningSite
        let plan: PlanID
        let contact: Contact
        var links: PartnerLinks { PartnerLinks(services: site.services) }
        var goal: String { "/plannen/\(plan)/meedoen" }

        func path(_ invitation: PartnerLinks.Letter) -> String {
            invitation.address.replacing("https://plannen.dorp.nl", with: "")
        }

        func standing() async throws -> InvitationStanding {
            try await links.desk.standing(of: contact.id, in: plan, for: .keeper)
        }

        /// What went out since, oldest first.
        func mail() async throws -> [QueuedMail] {
            try await site.store.outbox(nil, before: nil, limit: 100).reversed()
        }
    }

    private let clock = SettableClock(LittleWorld.now)

    private func with(_ body: @Sendable @escaping (Scene) async throws -> Void) async throws {
        let clock = clock
        let present: @Sendable () -> Date = { clock.now }
        let settings = SiteSettings(
            municipality: "Gemeente Deventer", passwordCost: .slight, address: "https://plannen.dorp.nl")
        try await RunningSite.with(LittleWorld(), settings: settings, clock: present) { site in
            let plan = try await site.world.startPlan()
            let contact = Contact(
                id: ContactID("kim-bos")!, organisation: Organisation(name: "Politie"), name: "Kim Bos",
                mail: MailAddress("kim@politie.nl")!)
            try await site.store.add([contact.organisation], to: plan)
            try await site.store.save(contact)
            try await body(Scene(site: site, plan: plan, contact: contact))
        }
    }

    @Test func lookingLeavesTheLinkAndTheButtonOpensTheOnePlan() async throws {
        try await with { scene in
            let path = scene.path(try await scene.links.make(scene.contact, scene.plan, by: .keeper))
            let scanner = TestBrowser(scene.site)
            for _ in 1...3 { #expect(try await scanner.get(path).status == 200) }
            let browser = TestBrowser(scene.site)
            let page = try await browser.get(path)
            #expect(page.body.contains("Kim Bos") && page.body.contains("Politie"))
            #expect(page.headers["cache-control"] == "no-store")
            let entered = try await browser.post(path, [])
            #expect(entered.status == 303 && entered.headers["location"] == scene.goal)
            #expect(try await browser.get("/over").body.contains("Kim Bos"))
            #expect(try await browser.get("/mijn-account").status == 404)
            // Twice pressed, or opened again from the mail: in is in.
            #expect(try await browser.post(path, []).headers["location"] == scene.goal)
            #expect(try await browser.get(path).headers["location"] == scene.goal)
            // For anybody else the link is used up.
            #expect(try await scanner.get(path).status == 404)
            #expect(try await scanner.post(path, []).status == 404)
        }
    }

    @Test func theMailSaysToWhomForWhatAndUntilWhen() async throws {
        try await with { scene in
            let invitation = try await scene.links.invite(scene.contact, to: scene.plan, by: .keeper)
            let mail = try #require(try await scene.mail().first)
            let text = try #require(mail.text)
            #expect(mail.to == scene.contact.mail && text.contains("Beste Kim Bos"))
            #expect(
                text.contains(invitation.address) && invitation.address.hasPrefix("https://plannen.dorp.nl/meedoen/"))
            #expect(try await scene.standing() != .never)
        }
    }

    @Test func aLinkGrowsOldAndANewOneClosesThoseBefore() async throws {
        let clock = clock
        try await with { scene in
            let first = scene.path(try await scene.links.make(scene.contact, scene.plan, by: .keeper))
            let second = scene.path(try await scene.links.make(scene.contact, scene.plan, by: .keeper))
            let browser = TestBrowser(scene.site)
            #expect(try await browser.get(first).status == 404)
            #expect(try await browser.get(second).status == 200)
            clock.advance(days: 14)
            #expect(try await browser.get(second).status == 404)
            #expect(try await browser.post(second, []).status == 404)
            #expect(try await scene.standing().isOpen, "they may ask for another")
        }
    }

    @Test func accessThatWasWithdrawnEndsAtOnceAndIsNotRenewed() async throws {
        try await with { scene in
            let path = scene.path(try await scene.links.make(scene.contact, scene.plan, by: .keeper))
            let browser = TestBrowser(scene.site)
            _ = try await browser.get(path)
            _ = try await browser.post(path, [])
            try await scene.links.desk.withdraw(scene.contact.id, from: scene.plan, by: .keeper)
            #expect(try await !browser.get("/over").body.contains("Kim Bos"))
            #expect(try await scene.standing() == .withdrawn)
            _ = try await browser.get("/nieuwe-link")
            #expect(try await browser.post("/nieuwe-link", [("mail", "kim@politie.nl")]).status == 200)
            #expect(try await scene.mail().isEmpty)
            // Invited anew, they are in again.
            let again = scene.path(try await scene.links.make(scene.contact, scene.plan, by: .keeper))
            #expect(try await browser.get(again).status == 200)
        }
    }

    @Test func aNewLinkComesByMailToWhoWasInvitedAndTheAnswerIsTheSameForAll() async throws {
        try await with { scene in
            let stranger = Contact(
                id: ContactID("nooit")!, organisation: Organisation(name: "Politie"), name: "Nooit Gevraagd",
                mail: MailAddress("nooit@politie.nl")!)
            try await scene.site.store.save(stranger)
            let path = scene.path(try await scene.links.make(scene.contact, scene.plan, by: .keeper))
            var answers: Set<String> = []
            for mail in ["kim@politie.nl", "nooit@politie.nl", "niemand@elders.nl"] {
                let browser = TestBrowser(scene.site)
                _ = try await browser.get("/nieuwe-link")
                let answer = try await browser.post("/nieuwe-link", [("mail", mail)])
                answers.insert("\(answer.status) " + answer.body.replacing(mail, with: "MAIL"))
            }
            #expect(answers.count == 1 && answers.first?.hasPrefix("200") == true)
            let mail = try await scene.mail()
            #expect(mail.map(\.to) == [scene.contact.mail])
            let link = try #require(mail[0].text?.firstMatch(of: /https:\/\/plannen\.dorp\.nl(\/meedoen\/\S+)/))
            #expect(String(link.1) != path)
            #expect(try await TestBrowser(scene.site).get(String(link.1)).status == 200)
        }
    }

    @Test func allThatSomebodyMayComeInToIsInOneMail() async throws {
        try await with { scene in
            let store = scene.site.store
            let other = try await scene.site.world.startPlan(.sample(title: "Plan Groen"))
            let rescue = Contact(
                id: ContactID("kim-brandweer")!, organisation: Organisation(name: "Brandweer"), name: "Kim Bos",
                mail: scene.contact.mail)
            try await store.add([scene.contact.organisation, rescue.organisation], to: other)
            try await store.save(rescue)
            for (contact, plan) in [(scene.contact, scene.plan), (scene.contact, other), (rescue, other)] {
                _ = try await scene.links.make(contact, plan, by: .keeper)
            }
            let browser = TestBrowser(scene.site)
            _ = try await browser.get("/nieuwe-link")
            _ = try await browser.post("/nieuwe-link", [("mail", scene.contact.mail.rawValue)])
            let mail = try await scene.mail()
            #expect(mail.count == 1)
            let text = try #require(mail.first?.text)
            for line in ["Plan Groen (namens Politie):", "Plan Groen (namens Brandweer):", "staan 3 links"] {
                #expect(text.contains(line), "\(line)")
            }
            let links = text.matches(of: /https:\/\/plannen\.dorp\.nl(\/meedoen\/\S+)/).map { String($0.1) }
            #expect(Set(links).count == 3)
            for link in links { #expect(try await TestBrowser(scene.site).get(link).status == 200) }
        }
    }

    @Test func whoForgotTheirPasswordGetsALinkAndKeepsTheOldOneUntilTheyUseIt() async throws {
        try await with { scene in
            let person = try #require(
                try await Reader.person("Daan Vos", [(.drafter, "Steller")], in: scene.site.store, at: LittleWorld.now)
                    .account)
            try await scene.site.store.save(Credentials(passwordHash: "scrypt$oud"), of: person.id)
            let browser = TestBrowser(scene.site)
            _ = try await browser.get("/nieuwe-link")
            // Where the link leads is not the asker's to choose.
            _ = try await browser.post(
                "/nieuwe-link", [("mail", person.mail.rawValue)], headers: ["X-Forwarded-Host": "elders.nl"])
            let text = try #require(try await scene.mail().first?.text)
            let link = try #require(text.firstMatch(of: /https:\/\/plannen\.dorp\.nl(\/wachtwoord\/\S+)/))
            #expect(try await scene.site.store.credentials(of: person.id).passwordHash == "scrypt$oud")
            #expect(try await browser.get(String(link.1)).status == 200)
        }
    }

    @Test func askingOverAndOverMustWait() async throws {
        try await with { scene in
            let browser = TestBrowser(scene.site)
            _ = try await browser.get("/nieuwe-link")
            for _ in 1...5 { _ = try await browser.post("/nieuwe-link", [("mail", "niemand@elders.nl")]) }
            #expect(try await browser.post("/nieuwe-link", [("mail", "niemand@elders.nl")]).status == 429)
            #expect(try await browser.post("/nieuwe-link", [("mail", "geen adres")]).status == 422)
        }
    }
}
