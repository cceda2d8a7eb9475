import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

@Suite("Signing in")
struct SignInTests {
    static let password = "vier natte fietsen"
    private let clock = SettableClock(LittleWorld.now)
    private let plan = "/plannen/veiligheid-2024-2027"

    private func with(_ body: @Sendable @escaping (RunningSite) async throws -> Void) async throws {
        let clock = clock
        let settings = SiteSettings(municipality: "Gemeente Deventer", passwordCost: .slight)
        try await RunningSite.with(LittleWorld(), settings: settings, clock: { clock.now }, body)
    }

    /// A person with a password, and with codes where a key is given.
    @discardableResult
    private static func person(
        _ name: String, _ role: Role, key: OneTimeKey? = nil, in site: RunningSite
    ) async throws -> Person {
        let reader = try await Reader.person(
            name, [(role, "Functie")], in: site.store, at: LittleWorld.now, hasSecondFactor: false)
        let person = try #require(reader.account)
        try await site.store.endAll(of: .person(person.id), except: nil)
        let hash = try await site.services.passwords.hash(password)
        try await site.store.save(Credentials(passwordHash: hash, oneTimeKey: key?.text), of: person.id)
        return person
    }

    private static func answers(_ mail: String, _ password: String = password) -> [(String, String)] {
        [("mail", mail), ("wachtwoord", password)]
    }

    @Test func aPasswordOpensTheSiteAndLeadsBackToWhereOneWasGoing() async throws {
        let plan = plan
        try await with { site in
            try await Self.person("Daan Vos", .drafter, in: site)
            let browser = TestBrowser(site)
            let asked = try await browser.get(plan + "/tekst")
            let form = try await browser.get(try #require(asked.headers["location"]))
            #expect(form.status == 200 && form.headers["cache-control"] == "no-store")
            #expect(form.body.contains("name=\"terug\" value=\"\(plan)/tekst\""))
            let answer = try await browser.post(
                "/inloggen", Self.answers("Daan-Vos@voorbeeld.nl") + [("terug", plan + "/tekst")])
            #expect(answer.status == 303 && answer.headers["location"] == plan + "/tekst")
            #expect(try await browser.get(plan + "/tekst").status == 200)
            #expect(try await browser.get("/inloggen").status == 303, "who is in need not come in")
        }
    }

    @Test(arguments: ["https://elders.nl/", "//elders.nl/", "/bestaat/niet", "\\\\elders.nl", "/%2e%2e/"])
    func noAddressLeadsElsewhere(back: String) async throws {
        try await with { site in
            try await Self.person("Daan Vos", .drafter, in: site)
            let browser = TestBrowser(site)
            _ = try await browser.get("/inloggen")
            let answer = try await browser.post("/inloggen", Self.answers("daan-vos@voorbeeld.nl") + [("terug", back)])
            #expect(answer.headers["location"] == "/")
        }
    }

    /// Whoever tries addresses learns nothing: not from the words, not from the status, not from the limits.
    @Test func theAnswerIsTheSameWhetherOrNotThereIsAnAccount() async throws {
        try await with { site in
            let known = try await Self.person("Daan Vos", .drafter, in: site)
            var left = try await Self.person("Piet Weg", .drafter, in: site)
            left.isDisabled = true
            try await site.store.save(left)
            try await site.store.save(
                Person(id: PersonID("nieuw")!, name: "Nieuw", mail: MailAddress("nieuw@voorbeeld.nl")!))
            var bodies: Set<String> = []
            for mail in [known.mail.rawValue, left.mail.rawValue, "nieuw@voorbeeld.nl", "niemand@voorbeeld.nl"] {
                let browser = TestBrowser(site)
                _ = try await browser.get("/inloggen")
                var answer = try await browser.post("/inloggen", Self.answers(mail, "iets heel anders"))
                #expect(answer.status == 422 && browser.session == nil)
                bodies.insert(Self.plain(answer.body, without: mail))
                for _ in 2...6 { answer = try await browser.post("/inloggen", Self.answers(mail, "nog iets anders")) }
                #expect(answer.status == 429 && answer.body.contains("wacht nog 5 seconden"), "\(mail)")
            }
            #expect(bodies.count == 1)
        }
    }

    /// A page without what differs from one showing to the next.
    private static func plain(_ body: String, without mail: String) -> String {
        body.replacing(mail, with: "MAIL").replacing(/name="_(token|request)" value="[^"]*"/, with: "")
    }

    @Test func theRightPasswordWaitsTooAfterTooManyWrongOnesAndThenOpens() async throws {
        let clock = clock
        try await with { site in
            try await Self.person("Daan Vos", .drafter, in: site)
            let browser = TestBrowser(site)
            _ = try await browser.get("/inloggen")
            for _ in 1...5 { _ = try await browser.post("/inloggen", Self.answers("daan-vos@voorbeeld.nl", "mis mis")) }
            #expect(try await browser.post("/inloggen", Self.answers("daan-vos@voorbeeld.nl")).status == 429)
            clock.advance(seconds: 5)
            #expect(try await browser.post("/inloggen", Self.answers("daan-vos@voorbeeld.nl")).status == 303)
        }
    }

    @Test func anEmptyFormSaysWhatIsMissingAndKeepsTheAddress() async throws {
        try await with { site in
            let browser = TestBrowser(site)
            _ = try await browser.get("/inloggen")
            let answer = try await browser.post("/inloggen", Self.answers("jan@voorbeeld.nl", ""))
            #expect(answer.status == 422 && answer.body.contains("value=\"jan@voorbeeld.nl\""))
            #expect(answer.body.contains("href=\"#veld-wachtwoord\""))
            let secret = try await browser.post("/inloggen", Self.answers("geen adres", "een geheim"))
            #expect(secret.status == 422 && !secret.body.contains("een geheim"))
        }
    }

    @Test func whoMustGiveACodeSetsItUpFirstAndCanDoNothingElse() async throws {
        let (plan, clock) = (plan, clock)
        try await with { site in
            for role in [Role.admin, .portfolioHolder, .adviser, .secretary, .boardOffice, .clerk] {
                let person = try await Self.person("Rol \(role.rawValue)", role, in: site)
                let browser = TestBrowser(site)
                _ = try await browser.get("/inloggen")
                let entered = try await browser.post(
                    "/inloggen", Self.answers(person.mail.rawValue) + [("terug", plan)])
                #expect(entered.headers["location"]?.hasPrefix("/inloggen/code-instellen?terug=") == true, "\(role)")
                for page in [plan, "/mijn-account", "/beheer"] { #expect(try await browser.get(page).status != 200) }
                #expect(try await browser.get("/inloggen/code").status == 303, "there is no code to give yet")
                let page = try await browser.get("/inloggen/code-instellen?terug=\(plan)")
                let key = try #require(Self.key(on: page.body))
                #expect(page.body.contains("<svg class=\"qr\"") && page.body.contains("otpauth://totp/"))
                let half = browser.session
                let wrong = try await browser.post("/inloggen/code-instellen", [("code", "12345"), ("terug", plan)])
                #expect(wrong.status == 422 && Self.key(on: wrong.body) == key, "the key stays while one tries")
                let code = key.code(atStep: OneTimeKey.step(at: clock.now))
                let done = try await browser.post("/inloggen/code-instellen", [("code", code), ("terug", plan)])
                #expect(done.status == 200 && done.body.matches(of: /[a-z2-7]{4}(-[a-z2-7]{4}){3}/).count == 10)
                #expect(browser.session != half, "a new secret from here on")
                #expect(done.body.contains("href=\"\(plan)\"") && done.headers["cache-control"] == "no-store")
                let kept = try await site.store.credentials(of: person.id)
                #expect(kept.oneTimeKey == key.text && kept.recoveryCodes.count == 10)
                #expect(try await browser.get("/over").body.contains("Rol \(role.rawValue)"), "signed in")
            }
        }
    }

    private static func key(on page: String) -> OneTimeKey? {
        page.firstMatch(of: /<code>([A-Z2-7 ]+)<\/code>/).flatMap { OneTimeKey(String($0.1)) }
    }

    @Test func aCodeIsTheSecondStepAndCountsOnce() async throws {
        let (plan, clock) = (plan, clock)
        try await with { site in
            let key = OneTimeKey(bytes: Array(1...20))
            let person = try await Self.person("Griet Vis", .secretary, key: key, in: site)
            let code = key.code(atStep: OneTimeKey.step(at: clock.now))
            for attempt in 1...2 {
                let browser = TestBrowser(site)
                _ = try await browser.get("/inloggen")
                let entered = try await browser.post("/inloggen", Self.answers(person.mail.rawValue))
                #expect(entered.headers["location"] == "/inloggen/code")
                #expect(try await browser.get("/inloggen").headers["location"] == "/inloggen/code")
                #expect(try await browser.get("/inloggen?opnieuw=1").status == 200)
                #expect(try await browser.get("/inloggen/code-instellen").status == 303, "no way around the code")
                #expect(try await browser.get(plan).status == 303)
                _ = try await browser.get("/inloggen/code")
                #expect(try await browser.post("/inloggen/code", [("code", "000000")]).status == 422)
                let answer = try await browser.post("/inloggen/code", [("code", code)])
                #expect(answer.status == (attempt == 1 ? 303 : 422))
                #expect(try await browser.get(plan).status == (attempt == 1 ? 200 : 303))
            }
        }
    }

    @Test func codesCannotBeGuessed() async throws {
        let clock = clock
        try await with { site in
            let key = OneTimeKey(bytes: Array(1...20))
            let person = try await Self.person("Griet Vis", .secretary, key: key, in: site)
            let browser = TestBrowser(site)
            _ = try await browser.get("/inloggen")
            _ = try await browser.post("/inloggen", Self.answers(person.mail.rawValue))
            _ = try await browser.get("/inloggen/code")
            for _ in 1...5 { _ = try await browser.post("/inloggen/code", [("code", "000000")]) }
            let right = key.code(atStep: OneTimeKey.step(at: clock.now))
            #expect(try await browser.post("/inloggen/code", [("code", right)]).status == 429)
            // Nor by way of the codes on paper, nor by another session.
            #expect(try await browser.post("/inloggen/herstelcode", [("herstelcode", "x")]).status == 429)
            let other = TestBrowser(site)
            _ = try await other.get("/inloggen")
            _ = try await other.post("/inloggen", Self.answers(person.mail.rawValue))
            _ = try await other.get("/inloggen/code")
            #expect(try await other.post("/inloggen/code", [("code", right)]).status == 429)
        }
    }

    @Test func aCodeOnPaperOpensTheSiteOnce() async throws {
        try await with { site in
            let person = try await Self.person("Griet Vis", .secretary, key: OneTimeKey(bytes: [1, 2, 3, 4]), in: site)
            let codes = RecoveryCode.makeAll(SystemRandom.bytes)
            var credentials = try await site.store.credentials(of: person.id)
            credentials.recoveryCodes = codes.map(\.hash)
            try await site.store.save(credentials, of: person.id)
            for attempt in 1...2 {
                let browser = TestBrowser(site)
                _ = try await browser.get("/inloggen")
                _ = try await browser.post("/inloggen", Self.answers(person.mail.rawValue))
                #expect(try await browser.get("/inloggen/herstelcode").status == 200)
                let answer = try await browser.post(
                    "/inloggen/herstelcode", [("herstelcode", codes[3].text.uppercased())])
                #expect(answer.status == (attempt == 1 ? 303 : 422))
                if attempt == 1 { #expect(try await browser.get("/over").body.contains("over: 9.")) }
            }
            #expect(try await site.store.credentials(of: person.id).recoveryCodes.count == 9)
        }
    }

    @Test func halfASignInEndsAfterHalfAnHour() async throws {
        let clock = clock
        try await with { site in
            let key = OneTimeKey(bytes: Array(1...20))
            let person = try await Self.person("Griet Vis", .secretary, key: key, in: site)
            let browser = TestBrowser(site)
            _ = try await browser.get("/inloggen")
            _ = try await browser.post("/inloggen", Self.answers(person.mail.rawValue))
            #expect(try await browser.get("/inloggen/code").status == 200)
            clock.advance(seconds: 1_800)
            #expect(try await browser.get("/inloggen/code").headers["location"] == "/inloggen")
        }
    }

    @Test func codesAreRenewedWithThePasswordAndOtherBrowsersAreOut() async throws {
        let (plan, clock) = (plan, clock)
        try await with { site in
            let old = OneTimeKey(bytes: Array(1...20))
            let person = try await Self.person("Griet Vis", .secretary, key: old, in: site)
            var browsers: [TestBrowser] = []
            for step in 0...1 {
                let browser = TestBrowser(site)
                _ = try await browser.get("/inloggen")
                _ = try await browser.post("/inloggen", Self.answers(person.mail.rawValue))
                _ = try await browser.get("/inloggen/code")
                let code = old.code(atStep: OneTimeKey.step(at: clock.now) + step)
                #expect(try await browser.post("/inloggen/code", [("code", code)]).status == 303)
                browsers.append(browser)
            }
            let page = try await browsers[0].get("/inloggen/code-instellen")
            let key = try #require(Self.key(on: page.body))
            let code = key.code(atStep: OneTimeKey.step(at: clock.now))
            let target = "/inloggen/code-instellen"
            #expect(try await browsers[0].post(target, [("code", code)]).status == 422)
            let wrong = [("code", code), ("wachtwoord", "iets anders")]
            #expect(try await browsers[0].post(target, wrong).status == 422)
            #expect(try await site.store.credentials(of: person.id).oneTimeKey == old.text)
            let right = [("code", code), ("wachtwoord", Self.password)]
            #expect(try await browsers[0].post(target, right).status == 200)
            #expect(try await site.store.credentials(of: person.id).oneTimeKey == key.text)
            #expect(try await browsers[0].get(plan).status == 200)
            #expect(try await browsers[1].get(plan).status == 303)
        }
    }
}
