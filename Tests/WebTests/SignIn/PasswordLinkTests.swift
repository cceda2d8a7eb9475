import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

@Suite("Choosing a password by a link")
struct PasswordLinkTests {
    private let clock = SettableClock(LittleWorld.now)

    private func with(_ body: @Sendable @escaping (RunningSite, Person, PasswordLinks) async throws -> Void)
        async throws
    {
        let clock = clock
        let present: @Sendable () -> Date = { clock.now }
        let settings = SiteSettings(municipality: "Gemeente Deventer", passwordCost: .slight)
        try await RunningSite.with(LittleWorld(), settings: settings, clock: present) { site in
            let person = try #require(
                try await Reader.person("Daan Vos", [(.drafter, "Steller")], in: site.store, at: clock.now).account)
            try await body(site, person, PasswordLinks(store: site.store, clock: { clock.now }))
        }
    }

    @Test func lookingLeavesTheLinkAsItIsAndSendingUsesItUp() async throws {
        try await with { site, person, links in
            let path = try await links.make(for: person.id)
            let browser = TestBrowser(site)
            for _ in 1...3 { #expect(try await browser.get(path).status == 200) }
            let weak = try await browser.post(path, [("nieuw-wachtwoord", "Deventer2026!!")])
            #expect(weak.status == 422 && weak.body.contains("‘deventer’") && !weak.body.contains("2026!!"))
            let answer = try await browser.post(path, [("nieuw-wachtwoord", SignInTests.password)])
            #expect(answer.status == 303 && answer.headers["location"] == "/mijn-werk")
            #expect(try await browser.get("/mijn-werk").body.contains("Uw wachtwoord is bewaard"))
            #expect(
                try await site.store.sessions(of: .person(person.id), at: LittleWorld.now).count == 1, "others ended")
            let again = TestBrowser(site)
            #expect(try await again.get(path).status == 404)
            #expect(try await browser.post(path, [("nieuw-wachtwoord", "een ander wachtwoord")]).status == 404)
            _ = try await again.get("/inloggen")
            let fields = [("mail", person.mail.rawValue), ("wachtwoord", SignInTests.password)]
            #expect(try await again.post("/inloggen", fields).status == 303)
        }
    }

    @Test func sentTwiceAtOnceItCountsOnce() async throws {
        try await with { site, person, links in
            let path = try await links.make(for: person.id)
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 1...4 {
                    group.addTask {
                        let browser = TestBrowser(site)
                        _ = try await browser.get(path)
                        return try await browser.post(path, [("nieuw-wachtwoord", "vier natte fietsen \(number)")])
                            .status
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.sorted() == [303, 404, 404, 404])
        }
    }

    @Test func aLinkIsGoodForADayAndUntilTheNextOne() async throws {
        let clock = clock
        try await with { site, person, links in
            let first = try await links.make(for: person.id)
            let second = try await links.make(for: person.id)
            let browser = TestBrowser(site)
            #expect(try await browser.get(first).status == 404)
            #expect(try await browser.get(second).status == 200)
            clock.advance(days: 1)
            #expect(try await browser.get(second).status == 404)
            let third = try await links.make(for: person.id)
            try await PeopleDesk(store: site.store, time: clock.office).setDisabled(true, person.id, by: .keeper)
            #expect(try await browser.get(third).status == 404)
        }
    }

    @Test(arguments: ["kort", String(repeating: "A", count: 43), "..%2F..", String(repeating: "é", count: 43)])
    func whatIsNoLinkLooksLikeOneThatWasUsed(secret: String) async throws {
        try await with { site, _, _ in
            let answer = try await TestBrowser(site).get("/wachtwoord/\(RunningSite.encoded(secret))")
            #expect(answer.status == 404 && answer.body.contains("Deze link werkt niet meer"))
        }
    }

    /// A new password does not open the way around the codes.
    @Test func whoHasCodesGivesOneAfterANewPasswordToo() async throws {
        try await with { site, person, links in
            let key = OneTimeKey(bytes: Array(1...20))
            try await site.store.save(Credentials(passwordHash: nil, oneTimeKey: key.text), of: person.id)
            let path = try await links.make(for: person.id)
            let browser = TestBrowser(site)
            _ = try await browser.get(path)
            let answer = try await browser.post(path, [("nieuw-wachtwoord", SignInTests.password)])
            #expect(answer.headers["location"] == "/inloggen/code")
            #expect(try await site.store.credentials(of: person.id).oneTimeKey == key.text)
        }
    }

    @Test func theSecretStandsInNoLog() async throws {
        let clock = clock
        let present: @Sendable () -> Date = { clock.now }
        let broken = SiteRoute(.get, "/wachtwoord/:secret/stuk", access: .everyone)
        let handler: SiteRouter.Handler = { _, _ in throw WireResponse.Malformed() }
        try await RunningSite.with(LittleWorld(), clock: present, extra: [(broken, handler)]) { site in
            let secret = Secret.make(SystemRandom.bytes)
            let answer = try await site.get("/wachtwoord/\(secret.text)/stuk", as: .visitor)
            #expect(answer.status == 500)
            #expect(site.log.all.contains { $0.contains("/wachtwoord/:secret/stuk") })
            #expect(!site.log.all.contains { $0.contains(secret.text) })
        }
    }
}
