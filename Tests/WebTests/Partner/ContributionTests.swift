import Foundation
import PlanDomain
import TestSupport
import Testing

@testable import Web

/// The way of a partner through the form, as a browser without scripts goes it.
@Suite("Taking part")
struct ContributionTests {
    @Test func aPartnerReadsWhatIsAskedWritesChecksAndSends() async throws {
        try await HeardSite.with { heard in
            let overview = try await heard.get("", as: heard.police)
            #expect(overview.status == 200)
            #expect(overview.body.contains("U kunt reageren tot en met 16 juni 2023, 17.00 uur."))
            #expect(overview.body.contains("Wij horen <em>graag</em> van u."))
            #expect(overview.body.contains("Wat mist u?"))
            let section = try await heard.get("/tekst/doel?passage=1&deel=2", as: heard.police)
            #expect(section.body.contains("De gemeente werkt niet alleen.</textarea>"))
            let kept = try await heard.post("/tekst/doel", HeardSite.remark, as: heard.police)
            #expect(kept.status == 303)
            #expect(kept.headers["location"] == "\(heard.base)/tekst/doel?ronde=\(heard.round)#uw-reacties")
            #expect(try await heard.store.inputs(of: heard.plan).isEmpty, "a draft is not an input")
            let check = try await heard.get("/controle", as: heard.police)
            #expect(check.body.contains("Stap 3 van 3") && check.body.contains("Welke wijk?"))
            let other = try await heard.get("/controle", as: heard.colleague)
            #expect(!other.body.contains("Welke wijk?"), "a draft is its writer's own until it is sent in")
            let number = try await heard.send(
                [("soort", "replacement"), ("passage", "niet alleen"), ("voorstel", "samen")], as: heard.police,
                request: "een")
            #expect(number.description == "INB-0001")
            let receipt = try await heard.get("/ontvangst/\(HeardSite.request("een"))", as: heard.police)
            #expect(receipt.body.contains("INB-0001") && receipt.body.contains("INB-0002"))
            #expect(receipt.body.contains("5 juni 2023 om 10.00 uur"))
            let mail = try #require(try await heard.store.outbox(nil, before: nil, limit: 9).first)
            #expect(mail.to.rawValue == "pim@partner.nl" && mail.urgency == .atOnce)
            #expect(mail.text?.contains("INB-0001 en INB-0002") == true)
            let own = try await heard.get("/inbreng/INB-0002", as: heard.colleague)
            #expect(own.body.contains("niet alleen") && own.body.contains("Wij hebben uw inbreng ontvangen"))
        }
    }

    @Test func answersKeepTheirQuestionAndGeneralRemarksNoSection() async throws {
        try await HeardSite.with { heard in
            let page = try await heard.get("/reactie?vraag=1", as: heard.police)
            #expect(page.body.contains("<p class=\"lead\">Wat mist u?</p>"))
            let answer = try await heard.post(
                "/reactie", [("vraag", "1"), ("soort", "general"), ("tekst", "Meer toezicht.")], as: heard.police)
            #expect(answer.headers["location"] == "\(heard.base)/reactie/1?ronde=\(heard.round)")
            let contact = try #require(
                try await heard.store.contacts(of: HeardSite.organisations[0]).first { $0.name == "Pim" })
            let draft = try #require(
                try await heard.store.draft(of: Submitter(contact), in: heard.round, of: heard.plan))
            #expect(draft.items.map(\.content.text) == ["Wat mist u?\n\nMeer toezicht."])
            let changed = try await heard.post(
                "/reactie/1", [("soort", "question"), ("tekst", "Komt er meer toezicht?")], as: heard.police)
            #expect(changed.status == 303)
            #expect(try await heard.get("/reactie/1", as: heard.police).body.contains("Komt er meer toezicht?"))
            #expect(try await heard.post("/reactie/1/weg", [], as: heard.police).status == 303)
            #expect(try await heard.get("/reactie/1", as: heard.police).status == 404)
        }
    }

    @Test func whatWasSentCanBeCorrectedAndWithdrawnUntilClosing() async throws {
        try await HeardSite.with { heard in
            let number = try await heard.send(as: heard.police, request: "een")
            let form = try await heard.get("/inbreng/\(number)/wijzigen", as: heard.police)
            #expect(form.body.contains("Welke wijk?</textarea>") && form.body.contains("name=\"versie\" value=\"1\""))
            let values = [("versie", "1"), ("soort", "remark"), ("tekst", "Welke buurt?")]
            for _ in 0..<2 {
                #expect(try await heard.post("/inbreng/\(number)/wijzigen", values, as: heard.police).status == 303)
            }
            #expect(try await heard.store.versions(of: number, in: heard.plan).count == 2)
            let late = [("versie", "1"), ("soort", "remark"), ("tekst", "Anders")]
            let moved = try await heard.post("/inbreng/\(number)/wijzigen", late, as: heard.police)
            #expect(moved.status == 409 && moved.body.contains("Anders</textarea>"))
            #expect(try await heard.get("/inbreng/\(number)/intrekken", as: heard.police).status == 200)
            for _ in 0..<2 {
                #expect(try await heard.post("/inbreng/\(number)/intrekken", [], as: heard.police).status == 303)
            }
            #expect(try await heard.store.input(number, of: heard.plan)?.isWithdrawn == true)
            #expect(try await heard.get("/inbreng/\(number)/wijzigen", as: heard.police).status == 409)
        }
    }

    @Test func afterClosingNothingIsLostAndNothingGoesIn() async throws {
        try await HeardSite.with { heard in
            let number = try await heard.send(as: heard.police, request: "een")
            #expect(try await heard.post("/tekst/doel", HeardSite.remark, as: heard.police).status == 303)
            let version = try await heard.draftVersion(of: heard.police)
            heard.pastClosing()
            let before = try await heard.state()
            let overview = try await heard.get("", as: heard.police).body
            #expect(overview.contains("Deze ronde is gesloten"))
            #expect(overview.contains("Welke wijk?"), "the draft can still be read")
            #expect(!overview.contains("/controle") && !overview.contains("Verwijderen"))
            #expect(try await heard.get("/tekst/doel", as: heard.police).status == 200)
            let typed = [("soort", "remark"), ("tekst", "Net te laat")]
            for path in ["/tekst/doel", "/reactie/2"] {
                let answer = try await heard.post(path, typed, as: heard.police)
                #expect(answer.status == 409 && answer.body.contains("Net te laat</textarea>"), "\(path)")
                #expect(answer.body.contains("is gesloten"))
            }
            let general = try await heard.post("/reactie", [("soort", "general"), ("tekst", "Laat")], as: heard.police)
            #expect(general.status == 409 && general.body.contains("Laat</textarea>"))
            for path in ["/reactie/2/weg", "/inbreng/\(number)/intrekken", "/controle"] {
                let answer = try await heard.post(path, [("versie", String(version))], as: heard.police)
                #expect(answer.status == 409, "\(path)")
            }
            let correction = try await heard.post(
                "/inbreng/\(number)/wijzigen", [("versie", "1")] + typed, as: heard.police)
            #expect(correction.status == 409)
            // The double of what was sent in time still gets its receipt.
            let again = try await heard.post("/controle", [("_request", HeardSite.request("een"))], as: heard.police)
            #expect(again.headers["location"] == "\(heard.base)/ontvangst/\(HeardSite.request("een"))")
            #expect(try await heard.state() == before)
        }
    }

    @Test func aRoundThatIsYetToBeginShowsNoText() async throws {
        try await HeardSite.with(opened: false) { heard in
            let page = try await heard.get("", as: heard.police)
            #expect(page.status == 200 && page.body.contains("Er is nu niets aan u gevraagd"))
            #expect(try await heard.get("/tekst/doel", as: heard.police).status == 404)
            #expect(try await heard.get("/controle", as: heard.police).status == 404)
        }
    }
}
