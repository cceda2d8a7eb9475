import Foundation
import PlanDomain
import TestSupport
import Testing

@testable import Web

/// Preparing, opening, extending and closing rounds, and inviting whom they are for.
@Suite("The rounds of a plan")
struct RoundDeskTests {
    static let sound = [
        ("titel", "Tweede ronde"), ("doelgroep", "partners"), ("kanalen", "form"), ("openbaarheid", "named"),
        ("gevraagd", "partners"), ("organisaties", "Brandweer"),
        ("van-dag", "12"), ("van-maand", "6"), ("van-jaar", "2023"), ("tot-dag", "20"), ("tot-maand", "6"),
        ("tot-jaar", "2023"), ("tijd", "17.00"), ("vragen", "Wat mist u?\nWat kan weg?"),
    ]

    @Test func aRoundIsPreparedOpenedExtendedAndClosed() async throws {
        try await HeardSite.with { heard in
            for _ in 0..<2 {
                let answer = try await heard.post(heard.rounds + "/nieuw", Self.sound, as: heard.handler)
                #expect(answer.headers["location"] == "\(heard.rounds)/tweede-ronde")
            }
            #expect(try await heard.store.rounds(of: heard.plan).count == 2, "the same form twice is one round")
            let one = heard.rounds + "/tweede-ronde"
            let revised = Self.sound + [("uitleg", "Nieuw.")]
            #expect(try await heard.post(one + "/voorbereiden", revised, as: heard.handler).status == 303)
            let check = try await heard.get(one + "/openen", as: heard.handler).body
            let text = try #require(check.firstMatch(of: /name="tekst" value="([0-9a-f]{40})"/)).1
            let opening = [("tekst", String(text)), ("_request", HeardSite.request("open"))]
            for _ in 0..<2 {
                #expect(try await heard.post(one + "/openen", opening, as: heard.handler).status == 303)
            }
            #expect(try await heard.post(one + "/voorbereiden", revised, as: heard.handler).status == 409)
            let later = [("tot-dag", "22"), ("tot-maand", "6"), ("tot-jaar", "2023")]
            #expect(try await heard.post(one + "/verlengen", later, as: heard.handler).status == 303)
            #expect(try await heard.get(one, as: heard.handler).body.contains("22 juni 2023, 17.00 uur"))
            heard.world.clock.advance(days: 20)
            // The session of before is over by then.
            let successor = try await Reader.person(
                "Hilde", [(.handler, "Behandelaar")], for: heard.plan, in: heard.world.store,
                at: heard.world.clock.now)
            let page = try await heard.get(one, as: successor).body
            #expect(page.contains("Nog niets gehoord van") && page.contains("Brandweer"))
            #expect(try await heard.post(one + "/sluiten", [], as: successor).status == 303)
            #expect(try await heard.get(one, as: successor).body.contains("Gesloten"))
        }
    }

    @Test func aRunningRoundIsClosedWithAReason() async throws {
        try await HeardSite.with { heard in
            try await heard.send(as: heard.police, request: "een")
            let address = heard.rounds + "/ronde-partners"
            #expect(try await heard.get(address, as: heard.handler).body.contains("Sluit de ronde eerder"))
            let form = try await heard.get(address + "/sluiten", as: heard.handler).body
            #expect(form.contains("Politie Oost: 1") && form.contains("Brandweer") && form.contains("veld-reden"))
            #expect(MarkupCheck(form).faults == [] && !form.contains("⟦"))
            #expect(try await heard.post(address + "/sluiten", [], as: heard.handler).status == 422)
            try await heard.send(as: heard.fireBrigade, request: "twee")
            let complete = try await heard.get(address + "/sluiten", as: heard.handler).body
            #expect(complete.contains("Alle organisaties die we vroegen, hebben gereageerd.</textarea>"))
            let reason = [("reden", "Iedereen heeft gereageerd.")]
            #expect(try await heard.post(address + "/sluiten", reason, as: heard.handler).status == 303)
            #expect(try await heard.get(address, as: heard.handler).body.contains("Eerder gesloten op"))
            let partners = try await heard.get("", as: heard.police).body
            #expect(partners.contains("Deze ronde is gesloten op 5 juni 2023."))
        }
    }

    @Test func whoIsCutOffByAnEarlyClosingIsToldOnce() async throws {
        try await HeardSite.with { heard in
            try await heard.send(as: heard.police, request: "een")
            #expect(try await heard.post("/tekst/doel", HeardSite.remark, as: heard.colleague).status == 303)
            let address = heard.rounds + "/ronde-partners/sluiten"
            let form = [("reden", "Geheim overleg"), ("_request", HeardSite.request("dicht"))]
            async let first = heard.post(address, form, as: heard.handler)
            async let second = heard.post(address, form, as: heard.handler)
            #expect(try await [first.status, second.status] == [303, 303])
            let mail = try await heard.store.outbox(nil, before: nil, limit: 9).filter {
                $0.subject.contains("gesloten")
            }
            #expect(Set(mail.map(\.to.rawValue)) == ["carla@partner.nl", "frits@partner.nl"] && mail.count == 2)
            let colleague = try #require(mail.first { $0.name == "Carla" }?.text)
            #expect(colleague.contains("u zou tot en met 16 juni 2023 kunnen reageren"))
            #expect(colleague.contains("U hebt nog 1 reactie in uw concept staan."))
            #expect(colleague.contains("\(heard.base)?ronde=ronde-partners"))
            let other = try #require(mail.first { $0.name == "Frits" }?.text)
            #expect(other.contains("U kunt niets meer insturen.") && !other.contains("concept"))
            #expect(!(colleague + other).contains("Geheim overleg") && !(colleague + other).contains("⟦"))
        }
    }

    @Test func aRoundInPreparationListsWhomItAsksAndWhoCanComeIn() async throws {
        try await HeardSite.with(opened: false) { heard in
            let page = try await heard.get(heard.rounds + "/ronde-partners", as: heard.handler).body
            #expect(page.contains("<li>Politie Oost: 2 contactpersonen uitgenodigd</li>"))
            #expect(page.contains("<li>Brandweer: 1 contactpersoon uitgenodigd</li>"))
            let contact = try #require(
                try await heard.store.contacts(of: HeardSite.organisations[1]).first { $0.name == "Frits" })
            try await heard.store.save(
                Invitation(
                    plan: heard.plan, contact: contact.id, invitedAt: heard.world.clock.now,
                    withdrawnAt: heard.world.clock.now))
            let after = try await heard.get(heard.rounds + "/ronde-partners", as: heard.handler).body
            #expect(after.contains("<li>Brandweer: nog niemand uitgenodigd</li>"))
            #expect(MarkupCheck(after).faults == [])
            let opening = try await heard.get(heard.rounds + "/ronde-partners/openen", as: heard.handler).body
            #expect(opening.contains("<dt>Nog niemand uitgenodigd van</dt><dd>Brandweer</dd>"))
            let text = try #require(opening.firstMatch(of: /name="tekst" value="([0-9a-f]{40})"/)).1
            let opened = try await heard.post(
                heard.rounds + "/ronde-partners/openen", [("tekst", String(text))], as: heard.handler)
            #expect(opened.status == 303)
            let open = try await heard.get(heard.rounds + "/ronde-partners", as: heard.handler).body
            #expect(
                open.contains("<li>Brandweer: nog niemand uitgenodigd</li>") && open.contains("<li>Politie Oost</li>"))
        }
    }

    @Test func aStatutoryRoundSaysUntilWhenItRunsAndIsNotClosedBefore() async throws {
        try await HeardSite.with { heard in
            let values = Self.sound.filter { $0.0 != "van-dag" } + [("van-dag", "5"), ("inspraak", "ja")]
            #expect(try await heard.post(heard.rounds + "/nieuw", values, as: heard.handler).status == 303)
            let one = heard.rounds + "/tweede-ronde"
            let check = try await heard.get(one + "/openen", as: heard.handler).body
            let text = try #require(check.firstMatch(of: /name="tekst" value="([0-9a-f]{40})"/)).1
            #expect(
                try await heard.post(one + "/openen", [("tekst", String(text))], as: heard.handler).status == 303)
            let page = try await heard.get(one, as: heard.handler).body
            #expect(page.contains("Deze ronde kan niet dicht voor het einde van 20 juni 2023."))
            #expect(!page.contains("/sluiten"))
            let closing = try await heard.get(one + "/sluiten", as: heard.handler).body
            #expect(closing.contains("Dit is inspraak volgens de wet") && !closing.contains("veld-reden"))
            let answer = try await heard.post(one + "/sluiten", [("reden", "Haast")], as: heard.handler)
            #expect(answer.status == 409 && answer.body.contains("Eerder sluiten kan niet."))
        }
    }

    @Test func theWrongFormsChangeNothing() async throws {
        try await HeardSite.with { heard in
            func without(_ name: String, _ value: String? = nil) -> [(String, String)] {
                Self.sound.filter { $0.0 != name } + (value.map { [(name, $0)] } ?? [])
            }
            let before = try await heard.state()
            let attempts: [(String, [(String, String)], Reader, Int)] = [
                ("/nieuw", [], heard.handler, 422), ("/nieuw", without("titel"), heard.handler, 422),
                ("/nieuw", without("titel", String(repeating: "x", count: 121)), heard.handler, 422),
                ("/nieuw", without("organisaties"), heard.handler, 422),
                ("/nieuw", without("organisaties", "Onbekend"), heard.handler, 422),
                ("/nieuw", without("van-maand", "13"), heard.handler, 422),
                ("/nieuw", without("tot-dag", "1"), heard.handler, 422),
                ("/nieuw", without("tijd", "laat"), heard.handler, 422),
                ("/nieuw", Self.sound + [("titel", "Nog een")], heard.handler, 422),
                ("/nieuw", Self.sound, heard.drafter, 403), ("/nieuw", Self.sound, heard.police, 404),
                ("/ronde-partners/voorbereiden", Self.sound, heard.handler, 409),
                ("/ronde-partners/openen", [], heard.handler, 422),
                ("/ronde-partners/verlengen", [], heard.handler, 422),
                ("/weg/voorbereiden", Self.sound, heard.handler, 404), ("/weg/sluiten", [], heard.handler, 404),
                ("/ronde-partners/sluiten", [], heard.drafter, 403),
            ]
            for (path, values, reader, status) in attempts {
                let answer = try await heard.post(heard.rounds + path, values, as: reader)
                #expect(answer.status == status, "\(path) \(values)")
                #expect(MarkupCheck(answer.body).faults == [], "\(path) \(values)")
            }
            #expect(try await heard.state() == before)
        }
    }

    @Test func aRoundOpensOnTheTextThatWasShown() async throws {
        try await HeardSite.with(opened: false) { heard in
            let shown = try await heard.world.office.heads(of: heard.plan).text
            try await heard.world.save(in: heard.plan) { $0 = $0.with("doel", body: "Het doel is anders.\n") }
            let path = heard.rounds + "/ronde-partners/openen"
            let answer = try await heard.post(path, [("tekst", shown.rawValue)], as: heard.handler)
            #expect(answer.status == 409)
            let now = try await heard.world.office.heads(of: heard.plan).text
            #expect(answer.body.contains("value=\"\(now)\""), "the text as it is by now can be opened")
            #expect(try await heard.post(path, [("tekst", now.rawValue)], as: heard.handler).status == 303)
        }
    }

    @Test func aContactIsInvitedByMailAndTheirAccessIsEnded() async throws {
        try await HeardSite.with { heard in
            let contact = try #require(try await heard.store.contacts(of: HeardSite.organisations[1]).first)
            let path = "/plannen/\(heard.plan)/contactpersonen/\(contact.id)"
            #expect(try await heard.post(path + "/uitnodigen", [], as: heard.drafter).status == 403)
            #expect(try await heard.post(path + "/uitnodigen", [], as: heard.handler).status == 303)
            let mail = try #require(try await heard.store.outbox(nil, before: nil, limit: 2).first)
            #expect(mail.to == contact.mail && mail.text?.contains("/meedoen/") == true)
            let list = try await heard.get(heard.rounds, as: heard.handler).body
            #expect(list.contains("Uitgenodigd op") && !list.contains("/meedoen/"), "the office never sees the link")
            #expect(MarkupCheck(list).faults == [])
            #expect(try await heard.post(path + "/intrekken", [], as: heard.handler).status == 303)
            // The session that they had ends with it.
            #expect(try await heard.get("", as: heard.fireBrigade).status == 303)
            let unknown = "/plannen/\(heard.plan)/contactpersonen/niemand/uitnodigen"
            #expect(try await heard.post(unknown, [], as: heard.handler).status == 404)
        }
    }
}

extension HeardSite {
    var rounds: String { "/plannen/\(plan)/rondes" }
}
