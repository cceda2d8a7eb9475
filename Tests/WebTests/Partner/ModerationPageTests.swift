import PlanDomain
import TestSupport
import Testing

@testable import Web

/// Judging an input on its page, and what its readers see of it afterwards.
@Suite("Judging inputs")
struct ModerationPageTests {
    private static let text = [("soort", "general"), ("tekst", "Vraag het Jan Bos, jan@voorbeeld.nl.")]

    /// Sends the text in, by whom and where it stands.
    private func sent(_ heard: HeardSite) async throws -> String {
        #expect(try await heard.post("/reactie", Self.text, as: heard.police).status == 303)
        let version = String(try await heard.draftVersion(of: heard.police))
        let answer = try await heard.post(
            "/controle", [("versie", version), ("_request", HeardSite.request("een"))], as: heard.police)
        #expect(answer.status == 303)
        return heard.desk + "/INB-0001"
    }

    @Test func aHandlerLeavesOutWhatOthersNeedNotRead() async throws {
        try await HeardSite.with { heard in
            let page = try await sent(heard)
            let before = try await heard.get(page, as: heard.handler).body
            #expect(before.contains("Vraag het Jan Bos, jan@voorbeeld.nl.") && before.contains("/beoordeling"))
            #expect(before.contains("voorgesteld door het programma"))
            let form = try await heard.get(page + "/beoordeling", as: heard.handler)
            #expect(form.status == 200 && MarkupCheck(form.body).faults == [])
            let value = try #require(form.body.firstMatch(of: /value="(text:[0-9]+:[0-9]+:contactgegevens)"/)).1
            let values = [
                ("oordeel", "toelaten"), ("weglaten", String(value)), ("passage-1", "Jan Bos"), ("grond-1", "naam"),
                ("versie", "1"),
            ]
            let answer = try await heard.post(page + "/beoordeling", values, as: heard.handler)
            #expect(answer.status == 303)
            let drafted = try await heard.get(page, as: heard.drafter).body
            #expect(drafted.contains("Vraag het [naam weggelaten], [contactgegevens weggelaten]."))
            for reader in [heard.drafter, heard.police] {
                let place = reader.secret == heard.police.secret ? "/inbreng/INB-0001" : page
                let body = try await heard.get(place, as: reader).body
                #expect(body.contains("[naam weggelaten]"))
                #expect(!body.contains("Jan Bos") && !body.contains("jan@voorbeeld.nl"))
                #expect(!body.contains("/beoordeling"))
            }
            for body in [
                try await heard.get(heard.desk, as: heard.drafter).body, try await heard.get("", as: heard.police).body,
            ] { #expect(!body.contains("Jan Bos") && !body.contains("jan@voorbeeld.nl")) }
            let again = try await heard.get(page, as: heard.handler).body
            #expect(again.contains("Jan Bos") && !again.contains("voorgesteld door het programma"))
            let correction = try await heard.get("/inbreng/INB-0001/wijzigen", as: heard.police).body
            #expect(correction.contains("Jan Bos, jan@voorbeeld.nl"), "their own words are theirs to correct")
        }
    }

    @Test func whatDoesNotTakePartIsToldWithTheReason() async throws {
        try await HeardSite.with { heard in
            let page = try await sent(heard)
            let values = [("oordeel", "niet-toelaten"), ("reden", "Gaat over een ander plan."), ("versie", "1")]
            for _ in 0..<2 {
                #expect(try await heard.post(page + "/beoordeling", values, as: heard.handler).status == 303)
            }
            let mail = try await heard.store.outbox(nil, before: nil, limit: 9).filter {
                $0.text?.contains("Gaat over een ander plan.") == true
            }
            #expect(mail.count == 1)
            #expect(mail.first?.subject.contains("INB-0001") == true)
            let own = try await heard.get("/inbreng/INB-0001", as: heard.police).body
            #expect(own.contains("Gaat over een ander plan.") && own.contains("Doet niet mee"))
            #expect(try await heard.get(page, as: heard.drafter).status == 404)
            #expect(try await heard.get(page + "/afdoening", as: heard.handler).status == 200)
            let proposal = [("uitkomst", "overgenomen"), ("versie", "1"), ("voorstel", "0")]
            #expect(try await heard.post(page + "/afdoening", proposal, as: heard.handler).status == 409)
        }
    }

    @Test func anOfficeChoosesToJudgeForms() async throws {
        try await HeardSite.with { heard in
            let rule = heard.desk + "/toelating"
            #expect(try await heard.get(rule, as: heard.drafter).status == 403)
            #expect(try await heard.get(rule, as: heard.police).status == 404)
            #expect(try await heard.post(rule, [("formulier", "beoordelen")], as: heard.handler).status == 303)
            let page = try await sent(heard)
            let body = try await heard.get(page, as: heard.handler).body
            #expect(body.contains("Te beoordelen") && !body.contains("/afdoening"))
            #expect(try await heard.get(page, as: heard.drafter).status == 404)
            let own = try await heard.get("/inbreng/INB-0001", as: heard.police).body
            #expect(own.contains("Te beoordelen"))
        }
    }
}
