import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

@Suite("One's own account")
struct AccountTests {
    private let clock = SettableClock(LittleWorld.now)

    /// Two browsers of one person.
    private func with(_ body: @Sendable @escaping (RunningSite, Person, [TestBrowser]) async throws -> Void)
        async throws
    {
        let clock = clock
        let present: @Sendable () -> Date = { clock.now }
        let settings = SiteSettings(municipality: "Gemeente Deventer", passwordCost: .slight)
        try await RunningSite.with(LittleWorld(), settings: settings, clock: present) { site in
            let reader = try await Reader.person("Daan Vos", [(.drafter, "Steller")], in: site.store, at: clock.now)
            let person = try #require(reader.account)
            try await site.store.endAll(of: .person(person.id), except: nil)
            let hash = try await site.services.passwords.hash(SignInTests.password)
            try await site.store.save(Credentials(passwordHash: hash), of: person.id)
            var browsers: [TestBrowser] = []
            for agent in ["Mozilla/5.0 (Windows NT 10.0) Firefox/140.0", "Mozilla/5.0 (iPhone) Safari/605"] {
                let browser = TestBrowser(site)
                _ = try await browser.get("/inloggen")
                let answers = [("mail", person.mail.rawValue), ("wachtwoord", SignInTests.password)]
                _ = try await browser.post("/inloggen", answers, headers: ["User-Agent": agent])
                browsers.append(browser)
            }
            try await body(site, person, browsers)
        }
    }

    @Test func nameLanguageAndMailAreTheirsToChange() async throws {
        try await with { site, person, browsers in
            let page = try await browsers[0].get("/mijn-account")
            #expect(page.status == 200 && page.body.contains("Steller (steller)"))
            let values = [("naam", "Daan  de Vos"), ("taal", "en"), ("post", "atOnce")]
            #expect(try await browsers[0].post("/mijn-account", values).headers["location"] == "/mijn-account")
            let changed = try #require(try await site.store.person(person.id))
            #expect(changed.name == "Daan de Vos" && changed.language == "en" && changed.mail == person.mail)
            #expect(try await site.store.mailPreference(of: person.mail) == .atOnce)
            #expect(try await browsers[0].get("/mijn-account").body.contains("<html lang=\"en\">"))
            let empty = try await browsers[0].post("/mijn-account", [("naam", " "), ("taal", "fr")])
            #expect(empty.status == 422 && empty.body.contains("href=\"#veld-naam\""))
            #expect(try await site.store.person(person.id) == changed)
        }
    }

    @Test func aPasswordIsChangedByWhoKnowsTheOldOneAndOthersAreOut() async throws {
        try await with { site, person, browsers in
            _ = try await browsers[0].get("/mijn-account")
            func change(_ old: String, _ new: String) async throws -> WireResponse {
                try await browsers[0].post(
                    "/mijn-account/wachtwoord", [("wachtwoord", old), ("nieuw-wachtwoord", new)])
            }
            #expect(try await change("iets anders", "vijf droge karren").status == 422)
            #expect(try await change(SignInTests.password, "Daan-Vos-1908").status == 422)
            #expect(try await browsers[1].get("/mijn-account").status == 200)
            #expect(try await change(SignInTests.password, "vijf droge karren").status == 303)
            #expect(try await browsers[0].get("/mijn-account").status == 200)
            #expect(try await browsers[1].get("/mijn-account").status == 303)
            let mail = try await site.store.outbox(nil, before: nil, limit: 10)
            #expect(mail.map(\.to) == [person.mail] && mail[0].text?.contains("vijf droge") == false)
            for _ in 1...5 { _ = try await change("mis", "zes natte karren") }
            #expect(try await change("vijf droge karren", "zes natte karren").status == 429, "guessing is limited")
        }
    }

    @Test func sessionsAreListedAndEnded() async throws {
        try await with { site, person, browsers in
            let page = try await browsers[0].get("/mijn-account").body
            #expect(page.contains("Firefox, Windows") && page.contains("Safari, iPhone"))
            let other = try #require(page.firstMatch(of: /action="(\/mijn-account\/sessies\/[0-9a-f]{64})"/)).1
            #expect(try await browsers[0].post(String(other), []).status == 303)
            #expect(try await browsers[1].get("/mijn-account").status == 303)
            #expect(try await browsers[0].post(String(other), []).status == 404, "it ended already")
            #expect(try await browsers[0].get("/mijn-account").status == 200)
        }
    }

    @Test func nobodyEndsTheSessionOfAnother() async throws {
        try await with { site, _, browsers in
            let reader = try #require(site.reader.secret)
            _ = try await browsers[0].get("/mijn-account")
            #expect(try await browsers[0].post("/mijn-account/sessies/\(reader.hash.rawValue)", []).status == 404)
            #expect(try await browsers[0].post("/mijn-account/sessies/..%2F..", []).status == 404)
            #expect(try await site.get("/mijn-account").status == 200)
            #expect(try await browsers[0].post("/mijn-account/sessies", []).status == 303)
            #expect(try await browsers[1].get("/mijn-account").status == 303)
            #expect(try await site.get("/mijn-account").status == 200)
        }
    }

    @Test(arguments: [
        (nil, "?"), ("curl/8", "?"), ("Mozilla/5.0 (X11; Linux x86_64) Chrome/120 Safari/537.36", "Chrome, Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/120 Safari/537.36 Edg/120", "Edge, Windows"),
        ("Mozilla/5.0 (Linux; Android 14) Firefox/130.0", "Firefox, Android"),
    ])
    func aDeviceIsCalledWhatItsOwnerCallsIt(agent: String?, name: String) {
        #expect(DeviceName.of(agent) == name)
    }
}
