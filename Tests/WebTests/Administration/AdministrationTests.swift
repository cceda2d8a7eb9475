import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

@Suite("Administration")
struct AdministrationTests {
    private struct Scene: Sendable {
        let site: RunningSite
        let plan: PlanID
        let admin: Reader

        func get(_ target: String) async throws -> WireResponse { try await site.get(target, as: admin) }

        func post(_ target: String, _ values: [(String, String)] = []) async throws -> WireResponse {
            try await site.post(target, values, as: admin)
        }

        func mail() async throws -> [QueuedMail] { try await site.store.outbox(nil, before: nil, limit: 100) }
    }

    private func with(_ body: @Sendable @escaping (Scene) async throws -> Void) async throws {
        let settings = SiteSettings(
            municipality: "Gemeente Deventer", passwordCost: .slight, address: "https://plannen.dorp.nl")
        try await RunningSite.with(LittleWorld(), settings: settings) { site in
            let plan = try await site.world.startPlan()
            let admin = try await Reader.person(
                "Ada Smit", [(.admin, "Beheerder")], in: site.store, at: LittleWorld.now)
            try await body(Scene(site: site, plan: plan, admin: admin))
        }
    }

    private static func newcomer(_ mail: String = "bo@dorp.nl", link: String = "mail") -> [(String, String)] {
        [
            ("naam", "Bo Bos"), ("mail", mail), ("taal", "nl"), ("rol", "drafter"), ("functie", "Beleidsadviseur"),
            ("plan", ""), ("link", link),
        ]
    }

    private static func date(_ name: String, _ day: CalendarDate) -> [(String, String)] {
        Array(zip(FormField.dateParts(of: name), ["\(day.day)", "\(day.month)", "\(day.year)"]))
    }

    @Test func somebodyIsAddedWithAFunctionAndALinkByMail() async throws {
        try await with { scene in
            let answer = try await scene.post("/beheer/mensen/nieuw", Self.newcomer())
            let page = try #require(answer.headers["location"])
            #expect(answer.status == 303 && page.hasPrefix("/beheer/mensen/"))
            let person = try #require(try await scene.site.store.person(withMail: MailAddress("bo@dorp.nl")!))
            let appointments = try await scene.site.store.appointments(of: person.id)
            #expect(appointments.map(\.role) == [.drafter] && appointments[0].plan == nil)
            let mail = try await scene.mail()
            #expect(mail.map(\.to) == [person.mail])
            #expect(mail[0].text?.contains("https://plannen.dorp.nl/wachtwoord/") == true)
            #expect(try await scene.get("/beheer/mensen").body.contains("Beleidsadviseur (steller)"))
            #expect(try await scene.get(page).status == 200)
        }
    }

    @Test func whatTheAdministratorDidIsFoundWithWhoDidItAndAboutWhom() async throws {
        try await with { scene in
            let added = try await scene.post("/beheer/mensen/nieuw", Self.newcomer())
            let page = try #require(added.headers["location"])
            _ = try await scene.post(page + "/toegang", [("toegang", "beeindigen")])
            let all = try await scene.get("/beheer/toezicht/handelingen")
            #expect(all.status == 200 && all.headers["cache-control"] == "no-store")
            #expect(MarkupCheck(all.body).faults == [] && !all.body.contains("⟦"))
            for words in [
                "Account gemaakt voor Bo Bos",
                "Functie gegeven aan Bo Bos: Beleidsadviseur (steller), alle plannen, altijd",
                "Link voor een wachtwoord gemaakt voor Bo Bos", "Toegang beëindigd van Bo Bos",
            ] {
                #expect(all.body.contains(words), "\(words)")
            }
            #expect(!all.body.contains("/wachtwoord/"), "no secret")
            let about = try await scene.get(
                "/beheer/toezicht/handelingen?persoon=\(page.split(separator: "/").last ?? "")")
            #expect(about.body.contains("Toegang beëindigd van Bo Bos"))
            let old = try await scene.get("/beheer/toezicht/handelingen?tot=2001-01-01")
            #expect(!old.body.contains("Bo Bos</td>") && old.body.contains("Er is niets gevonden"))
            // Who may do something in all plans is told with each of them, whose account it is not.
            let plan = try await scene.get("/plannen/\(LittleWorld.plan)/toezicht").body
            #expect(plan.contains("Functie gegeven aan Bo Bos") && !plan.contains("Account gemaakt voor Bo Bos"))
            let outsider = try await Reader.person(
                "Els", [(.secretary, "S")], in: scene.site.store, at: LittleWorld.now)
            #expect(try await scene.site.get("/beheer/toezicht/handelingen", as: outsider).status == 404)
        }
    }

    @Test func settingsThatAreChangedAreFoundToo() async throws {
        try await with { scene in
            #expect(try await scene.post("/beheer/mail/verwijderen").status == 303)
            #expect(try await scene.site.store.deeds().map(\.kind) == [.mailSettingsRemoved])
            let page = try await scene.get("/beheer/toezicht/handelingen").body
            #expect(page.contains("Mailinstellingen weggehaald") && page.contains("Ada Smit</td>"))
        }
    }

    @Test func aNameThatIsAlmostThatOfAnOrganisationIsAskedAbout() async throws {
        try await with { scene in
            let first = [("organisatie", "Veiligheidshuis"), ("naam", "Sam"), ("mail", "sam@vh.nl")]
            #expect(try await scene.post("/beheer/organisaties/nieuw", first).status == 303)
            let form = try await scene.get("/beheer/organisaties/nieuw").body
            #expect(form.contains("<option value=\"Veiligheidshuis\">") && MarkupCheck(form).faults == [])
            let slip = [("organisatie", "Veiligheidhuis"), ("naam", "Kim"), ("mail", "kim@vh.nl")]
            let asked = try await scene.post("/beheer/organisaties/nieuw", slip)
            #expect(asked.status == 422 && asked.body.contains("it lijkt op Veiligheidshuis"))
            #expect(asked.body.contains("name=\"nieuw\"") && MarkupCheck(asked.body).faults == [])
            #expect(try await scene.site.store.contacts(of: nil).count == 1)
            let other = try await scene.post("/beheer/organisaties/nieuw", slip + [("nieuw", "ja")])
            #expect(other.status == 303)
            let same = [("organisatie", "Veiligheidshuis"), ("naam", "Bo"), ("mail", "bo@vh.nl")]
            #expect(try await scene.post("/beheer/organisaties/nieuw", same).status == 303)
        }
    }

    @Test func rightsThatNobodyHasStandTogether() async throws {
        try await with { scene in
            let page = try await scene.get("/plannen/\(scene.plan)/toegang").body
            #expect(page.contains("Rechten die nu niemand heeft"))
            #expect(page.matches(of: /<p>Niemand<\/p>/).count <= 1)
            #expect(page.contains("deze rechten:") && page.contains("‘Agenderen’"))
        }
    }

    @Test func aLinkThatIsShownStandsOnThatPageAloneAndOpens() async throws {
        try await with { scene in
            let answer = try await scene.post("/beheer/mensen/nieuw", Self.newcomer(link: "toon"))
            #expect(answer.status == 200 && answer.headers["cache-control"] == "no-store")
            let link = try #require(answer.body.firstMatch(of: /https:\/\/plannen\.dorp\.nl(\/wachtwoord\/[\w-]{43})/))
            #expect(try await scene.mail().isEmpty)
            #expect(try await scene.site.get(String(link.1), as: .visitor).status == 200)
        }
    }

    @Test func whatCannotBeIsRefusedAtItsFieldAndNothingTypedIsLost() async throws {
        try await with { scene in
            _ = try await scene.post("/beheer/mensen/nieuw", Self.newcomer())
            let before = try await scene.site.store.people()
            let twice = try await scene.post("/beheer/mensen/nieuw", Self.newcomer("BO@dorp.nl"))
            #expect(twice.status == 422 && twice.body.contains("value=\"Beleidsadviseur\""))
            #expect(twice.body.contains("href=\"#veld-mail\""))
            let backwards =
                Self.newcomer("di@dorp.nl") + Self.date("van", CalendarDate(iso8601: "2026-06-02")!)
                + Self.date("tot", CalendarDate(iso8601: "2026-06-01")!)
            let refused = try await scene.post("/beheer/mensen/nieuw", backwards)
            #expect(refused.status == 422 && refused.body.contains("href=\"#veld-tot-dag\""))
            var partner = Self.newcomer("di@dorp.nl")
            partner[3].1 = "partner"
            #expect(try await scene.post("/beheer/mensen/nieuw", partner).status == 422)
            #expect(try await scene.post("/beheer/mensen/nieuw").status == 422)
            #expect(try await scene.site.store.people() == before)
        }
    }

    @Test func accessIsEndedAndGivenBackAndNeverOnesOwn() async throws {
        try await with { scene in
            let reader = try await Reader.person(
                "Daan Vos", [(.drafter, "Steller")], in: scene.site.store, at: LittleWorld.now)
            let person = try #require(reader.account)
            let page = "/beheer/mensen/\(person.id)"
            for _ in 1...2 {
                #expect(try await scene.post(page + "/toegang", [("toegang", "beeindigen")]).status == 303)
                #expect(try await scene.site.store.person(person.id)?.isDisabled == true)
            }
            #expect(try await scene.site.get("/mijn-account", as: reader).status == 303)
            #expect(try await scene.post(page + "/link", [("link", "mail")]).status == 409)
            #expect(try await scene.post(page + "/toegang", [("toegang", "geven")]).status == 303)
            #expect(try await scene.site.store.person(person.id)?.isDisabled == false)
            let own = "/beheer/mensen/\(scene.admin.account!.id)"
            #expect(try await scene.post(own + "/toegang", [("toegang", "beeindigen")]).status == 400)
            #expect(try await scene.post(own + "/opnieuw").status == 400)
            #expect(try await scene.get(own).body.contains("Beëindig de toegang") == false)
            #expect(try await scene.post("/beheer/mensen/bestaat-niet/toegang").status == 404)
        }
    }

    @Test func startingAnewTakesThePasswordAwayAndMailsALink() async throws {
        try await with { scene in
            let reader = try await Reader.person(
                "Daan Vos", [(.drafter, "Steller")], in: scene.site.store, at: LittleWorld.now)
            let person = try #require(reader.account)
            let full = Credentials(passwordHash: "scrypt$oud", oneTimeKey: "MFRGG", recoveryCodes: ["a"])
            try await scene.site.store.save(full, of: person.id)
            #expect(try await scene.post("/beheer/mensen/\(person.id)/opnieuw").status == 303)
            #expect(try await scene.site.store.credentials(of: person.id) == Credentials())
            #expect(try await scene.site.get("/mijn-account", as: reader).status == 303)
            #expect(try await scene.mail().count == 1)
        }
    }

    @Test func aFunctionIsGivenForAPlanAndEndedWithALastDay() async throws {
        try await with { scene in
            let person = try #require(
                try await Reader.person("Daan Vos", [], in: scene.site.store, at: LittleWorld.now).account)
            let page = "/beheer/mensen/\(person.id)"
            let values = [("rol", "secretary"), ("functie", "Gemeentesecretaris"), ("plan", scene.plan.rawValue)]
            #expect(try await scene.post(page + "/aanstellingen/nieuw", values).headers["location"] == page)
            let appointment = try #require(try await scene.site.store.appointments(of: person.id).first)
            #expect(appointment.plan == scene.plan && appointment.function == "Gemeentesecretaris")
            let place = page + "/aanstellingen/\(appointment.id)"
            #expect(try await scene.get(place).status == 200)
            #expect(
                try await scene.post(place, [("tot-dag", "31"), ("tot-maand", "2"), ("tot-jaar", "2026")]).status == 422
            )
            let end = CalendarDate(iso8601: "2026-12-31")!
            #expect(try await scene.post(place, Self.date("tot", end)).headers["location"] == page)
            #expect(try await scene.site.store.appointments(of: person.id).first?.period.until == end)
            // Under the page of another person it is not there.
            let other = "/beheer/mensen/\(scene.admin.account!.id)/aanstellingen/\(appointment.id)"
            #expect(try await scene.get(other).status == 404)
        }
    }

    @Test func aSubstitutionHasAPeriodAndAGroundAndCanBeWithdrawn() async throws {
        try await with { scene in
            let store = scene.site.store
            let absent = try #require(
                try await Reader.person("Els Moor", [(.portfolioHolder, "Wethouder")], in: store, at: LittleWorld.now)
                    .account)
            let deputy = try #require(
                try await Reader.person(
                    "Jan Post", [(.portfolioHolder, "Burgemeester")], in: store, at: LittleWorld.now
                )
                .account)
            let appointment = try #require(try await store.appointments(of: absent.id).first)
            let today = scene.site.services.time.today
            let days = Self.date("van", today) + Self.date("tot", today)
            func values(_ who: PersonID, _ days: [(String, String)]) -> [(String, String)] {
                [("wie", appointment.id.rawValue), ("door", who.rawValue), ("grond", "Artikel 4")] + days
            }
            #expect(try await scene.post("/beheer/vervanging", values(deputy.id, [])).status == 422)
            #expect(try await scene.post("/beheer/vervanging", values(absent.id, days)).status == 422)
            #expect(try await scene.post("/beheer/vervanging", values(deputy.id, days)).status == 303)
            let page = try await scene.get("/beheer/vervanging").body
            #expect(page.contains("Wethouder – Els Moor") && page.contains("Artikel 4"))
            let list = try await scene.get("/plannen/\(scene.plan)/toegang").body
            #expect(list.contains("vervangt Wethouder (Artikel 4)"))
            let action = try #require(page.firstMatch(of: /action="(\/beheer\/vervanging\/[^"]+\/intrekken)"/)).1
            #expect(try await scene.post(String(action)).status == 303)
            #expect(try await store.substitutions().isEmpty)
            #expect(try await scene.post(String(action)).status == 404)
        }
    }

    @Test func aContactIsInvitedToAPlanAndTheAccessWithdrawn() async throws {
        try await with { scene in
            let values = [("organisatie", "Politie"), ("naam", "Kim Bos"), ("mail", "kim@politie.nl"), ("functie", "")]
            let page = try #require(try await scene.post("/beheer/organisaties/nieuw", values).headers["location"])
            #expect(try await scene.post("/beheer/organisaties/nieuw", values).status == 422)
            #expect(try await scene.post(page + "/uitnodigen", [("plan", "bestaat-niet")]).status == 422)
            #expect(try await scene.post(page + "/uitnodigen", [("plan", scene.plan.rawValue)]).status == 303)
            let text = try #require(try await scene.mail().first?.text)
            let link = try #require(text.firstMatch(of: /https:\/\/plannen\.dorp\.nl(\/meedoen\/\S+)/)).1
            #expect(try await scene.site.get(String(link), as: .visitor).status == 200)
            #expect(try await scene.get("/beheer/organisaties").body.contains("Kim Bos"))
            #expect(try await scene.get("/plannen/\(scene.plan)/toegang").body.contains("Kim Bos"))
            #expect(try await scene.post(page + "/plannen/\(scene.plan)").status == 303)
            #expect(try await scene.site.get(String(link), as: .visitor).status == 404)
            #expect(try await scene.get(page).body.contains("Ingetrokken"))
            let changed = [("naam", "Kim de Bos"), ("mail", "kim@politie.nl"), ("functie", "Adviseur")]
            #expect(try await scene.post(page, changed).status == 303)
            #expect(try await scene.post(page + "/toegang", [("toegang", "beeindigen")]).status == 303)
            let contact = try #require(try await scene.site.store.contacts(of: nil).first)
            #expect(contact.name == "Kim de Bos" && contact.isDisabled && contact.function == "Adviseur")
            #expect(try await scene.post(page + "/uitnodigen", [("plan", scene.plan.rawValue)]).status == 422)
        }
    }

    @Test func oversightNamesWhoDidWhat() async throws {
        try await with { scene in
            let audit = "/plannen/\(LittleWorld.plan)/toezicht"
            let all = try await scene.get(audit).body
            #expect(all.matches(of: /<tr>/).count > 3)
            // Who does not work on the plan goes back to where they came from, and is led to no page they cannot open.
            #expect(all.contains("<a href=\"/beheer/toezicht\">") && !all.contains("class=\"plan-nav\""))
            #expect(!all.contains("href=\"/plannen/\(LittleWorld.plan)\""))
            #expect(try await scene.get(audit + "?van=2040-01-01").body.contains("Er is niets gevonden"))
            #expect(try await scene.get(audit + "?persoon=\(scene.admin.account!.id)").body.contains("niets gevonden"))
            #expect(try await scene.get(audit + "?van=morgen&tot=2040-01-01&persoon=ja%20nee").status == 200)
        }
    }

    @Test func everyPageIsWellFormedInBothLanguages() async throws {
        try await with { scene in
            _ = try await scene.post("/beheer/mensen/nieuw", Self.newcomer())
            let contact = [("organisatie", "Politie"), ("naam", "Kim Bos"), ("mail", "kim@politie.nl")]
            let contactPage = try #require(
                try await scene.post("/beheer/organisaties/nieuw", contact).headers["location"])
            let person = scene.admin.account!.id
            let type = try #require(scene.site.services.office.workflows.types.first)
            let pages = [
                "/beheer", "/beheer/mensen", "/beheer/mensen/nieuw", "/beheer/mensen/\(person)",
                "/beheer/mensen/\(person)/aanstellingen/nieuw", "/beheer/mensen/\(person)/aanstellingen/ada-smit-0",
                "/beheer/organisaties", "/beheer/organisaties/nieuw", contactPage, "/beheer/vervanging",
                "/beheer/plantypen", "/beheer/plantypen/\(type)", "/beheer/huisstijl", "/beheer/toezicht",
                "/beheer/toezicht/handelingen",
                "/plannen/\(LittleWorld.plan)/toezicht", "/plannen/\(scene.plan)/toegang", "/mijn-account",
            ]
            for language in ["nl", "en"] {
                for page in pages {
                    let answer = try await scene.site.get(
                        page, headers: ["Cookie": "taal=\(language)"], as: scene.admin)
                    #expect(answer.status == 200, "\(page)")
                    #expect(MarkupCheck(answer.body).faults == [], "\(page) in \(language)")
                    #expect(!answer.body.contains("⟦"), "\(page) in \(language)")
                }
            }
            #expect(try await scene.get("/beheer/plantypen/bestaat-niet").status == 404)
        }
    }
}
