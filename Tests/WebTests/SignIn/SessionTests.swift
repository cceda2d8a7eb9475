import Foundation
import PlanDomain
import Synchronization
import TestSupport
import Testing
import Workflow

@testable import Web

@Suite("Sessions")
struct SessionTests {
    private let plan = "/plannen/veiligheid-2024-2027"
    private let clock = SettableClock(LittleWorld.now)

    private func with(
        settings: SiteSettings = SiteSettings(), _ body: @Sendable @escaping (RunningSite) async throws -> Void
    ) async throws {
        let clock = clock
        try await RunningSite.with(LittleWorld(), settings: settings, clock: { clock.now }, body)
    }

    @Test func whoIsSignedInIsNamedOnEveryPage() async throws {
        let plan = plan
        try await with { site in
            for target in ["/", plan, "/over", "/bestaat/niet"] {
                let body = try await site.get(target).body
                #expect(body.contains("Sanne de Wit") && body.contains("Projectleider"), "\(target)")
                #expect(body.contains("action=\"/uitloggen\"") && !body.contains("href=\"/inloggen\""), "\(target)")
            }
            let visitor = try await site.get("/over", as: .visitor).body
            #expect(visitor.contains("href=\"/inloggen\"") && !visitor.contains("/uitloggen"))
        }
    }

    @Test func aVisitorIsAskedToSignInAndBroughtBack() async throws {
        let plan = plan
        try await with { site in
            for target in [plan + "/tekst?x=1", "/plannen/bestaat-niet/tekst?x=1", "/plannen/GEEN%20ID/tekst?x=1"] {
                let answer = try await site.get(target, as: .visitor)
                #expect(answer.status == 303)
                let back = RunningSite.encoded(target).replacing("%2D", with: "-")
                #expect(answer.headers["location"] == "/inloggen?terug=\(back)")
            }
        }
    }

    @Test func aSessionEndsEightHoursAfterItWasLastSeen() async throws {
        let (plan, clock) = (plan, clock)
        try await with { site in
            for _ in 1...3 {
                clock.advance(seconds: 7 * 3_600)
                try await expect(200, site, plan)
            }
            clock.advance(seconds: 8 * 3_600 + 1)
            try await expect(303, site, plan)
            #expect(try await site.store.sessions(of: .person(site.reader.account!.id), at: clock.now) == [])
        }
    }

    @Test func aSessionEndsAfterFourteenDaysHoweverOftenItIsUsed() async throws {
        let (plan, clock) = (plan, clock)
        try await with { site in
            for _ in 1..<(14 * 4) {
                clock.advance(seconds: 6 * 3_600)
                try await expect(200, site, plan)
            }
            clock.advance(seconds: 6 * 3_600)
            try await expect(303, site, plan)
        }
    }

    @Test func aContactMayReadOnForThirtyDaysAndOnlyInTheirPlan() async throws {
        let (plan, clock) = (plan, clock)
        let route = SiteRoute(.get, "/plannen/:plan/proef", access: .contributor)
        let now = clock.now
        let present: @Sendable () -> Date = { clock.now }
        try await RunningSite.with(LittleWorld(), clock: present, extra: [(route, RunningSite.reached)]) { site in
            let contact = try await Reader.contact(
                "Kim Bos", of: "Politie", for: LittleWorld.plan, in: site.store, at: now)
            #expect(try await site.get("/over", as: contact).body.contains("Kim Bos"))
            clock.advance(seconds: 29 * 86_400)
            #expect(try await site.get(plan + "/proef", as: contact).status == 200)
            #expect(try await site.get("/plannen/ander-plan/proef", as: contact).status == 404)
            #expect(try await site.get(plan, as: contact).status == 404)
            clock.advance(seconds: 86_400)
            #expect(try await site.get(plan + "/proef", as: contact).status == 303)
        }
    }

    @Test func whoSignsOutIsOutForGood() async throws {
        let plan = plan
        try await with { site in
            let answer = try await site.post("/uitloggen", [])
            #expect(answer.status == 303 && answer.headers["location"] == "/")
            let cookies = answer.headers["set-cookie"] ?? ""
            #expect(cookies.contains(/paraaf=;[^,]*Max-Age=0/), "\(cookies)")
            #expect(try await site.get(plan).status == 303, "the cookie opens nothing any more")
        }
    }

    @Test func whoWasDisabledIsAVisitorFromThenOn() async throws {
        let plan = plan
        try await with { site in
            var person = try #require(site.reader.account)
            person.isDisabled = true
            try await site.store.save(person)
            try await expect(303, site, plan)
            #expect(try await site.get("/over").body.contains("Sanne de Wit") == false)
        }
    }

    @Test func whoOwesACodeIsAVisitorToEveryPage() async throws {
        let (plan, now) = (plan, clock.now)
        try await with { site in
            for role in [Role.admin, .portfolioHolder, .adviser, .secretary, .boardOffice, .clerk] {
                let reader = try await Reader.person(
                    "Half \(role.rawValue)", [(role, "Functie")], in: site.store, at: now, hasSecondFactor: false)
                #expect(try await site.get(plan, as: reader).status == 303, "\(role)")
            }
            let drafter = try await Reader.person(
                "Half drafter", [(.drafter, "Steller")], in: site.store, at: now, hasSecondFactor: false)
            #expect(try await site.get(plan, as: drafter).status == 200)
            let key = Credentials(passwordHash: nil, oneTimeKey: "GEZDGNBVGY3TQOJQ", recoveryCodes: [])
            try await site.store.save(key, of: drafter.account!.id)
            #expect(try await site.get(plan, as: drafter).status == 303, "whoever set up codes gives one")
        }
    }

    @Test(arguments: ["", "x", String(repeating: "A", count: 43), String(repeating: "é", count: 43)])
    func aCookieThatOpensNothingIsAVisitor(value: String) async throws {
        let plan = plan
        try await with { site in
            let answer = try await site.get(plan, headers: ["Cookie": "paraaf=\(value)"], as: .visitor)
            #expect(answer.status == 303)
        }
    }

    @Test func behindTLSOnlyTheCookieOfThisHostCounts() async throws {
        let plan = plan
        try await with(settings: SiteSettings(isBehindTLS: true)) { site in
            try await expect(303, site, plan)
            let own = ["Cookie": "__Host-paraaf=\(site.reader.secret!.text)"]
            #expect(try await site.get(plan, headers: own, as: .visitor).status == 200)
        }
    }

    @Test func aPersonReadsInTheirOwnLanguageUnlessTheyChooseAnother() async throws {
        try await with { site in
            var person = try #require(site.reader.account)
            person.language = "en"
            try await site.store.save(person)
            #expect(try await site.get("/over").headers["content-language"] == "en")
            let chosen = try await site.get("/over", headers: ["Cookie": "taal=nl"])
            #expect(chosen.headers["content-language"] == "nl")
        }
    }

    @Test func readingWritesOnceAMinuteAtMost() async throws {
        let (plan, clock) = (plan, clock)
        try await with { site in
            let start = clock.now
            clock.advance(seconds: 59)
            _ = try await site.get(plan)
            #expect(try await site.store.session(site.reader.secret!.hash, at: clock.now)?.lastSeenAt == start)
            clock.advance(seconds: 1)
            _ = try await site.get(plan)
            #expect(try await site.store.session(site.reader.secret!.hash, at: clock.now)?.lastSeenAt == clock.now)
        }
    }
}

private func expect(
    _ status: Int, _ site: RunningSite, _ target: String, sourceLocation: SourceLocation = #_sourceLocation
) async throws {
    let answer = try await site.get(target)
    #expect(answer.status == status, sourceLocation: sourceLocation)
}
