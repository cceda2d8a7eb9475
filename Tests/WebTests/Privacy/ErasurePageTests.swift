import PlanDomain
import TestSupport
import Testing

@testable import Web

/// Erasing on the pages: what will go is shown first, and what went is told decently afterwards.
@Suite("Erasing on the pages")
struct ErasurePageTests {
    private static let words = "Vraag het Geelvink aan de haven."

    private func sent(_ heard: HeardSite) async throws -> String {
        let remark = [("soort", "general"), ("tekst", Self.words)]
        #expect(try await heard.post("/reactie", remark, as: heard.police).status == 303)
        let version = String(try await heard.draftVersion(of: heard.police))
        let answer = try await heard.post(
            "/controle", [("versie", version), ("_request", HeardSite.request("een"))], as: heard.police)
        #expect(answer.status == 303)
        return heard.desk + "/INB-0001"
    }

    @Test func anErasedInputSaysSoToEverybodyWhoSawIt() async throws {
        try await HeardSite.with { heard in
            let page = try await sent(heard)
            #expect(try await heard.get(page, as: heard.drafter).body.contains("/wissen") == false)
            #expect(try await heard.get(page + "/wissen", as: heard.drafter).status == 403)
            let form = try await heard.get(page + "/wissen", as: heard.handler)
            #expect(form.status == 200 && MarkupCheck(form.body).faults == [])
            #expect(form.body.contains("De tekst van 1 inbreng") && form.body.contains("INB-0001 nog geen antwoord"))
            let unsure = try await heard.post(page + "/wissen", [("grond", "request")], as: heard.handler)
            #expect(unsure.status == 422)
            #expect(try await heard.get(page, as: heard.handler).body.contains("Geelvink"))
            let values = [("grond", "request"), ("onbeantwoord", "ja"), ("zeker", "ja")]
            let erased = try await heard.post(page + "/wissen", values, as: heard.handler)
            #expect(erased.status == 303)
            for (place, reader) in [
                (page, heard.handler), (page, heard.drafter), ("/inbreng/INB-0001", heard.police),
                (heard.desk, heard.handler),
            ] {
                let body = try await heard.get(place, as: reader).body
                #expect(!body.contains("Geelvink") && MarkupCheck(body).faults == [], "\(place)")
            }
            let left = try await heard.get(page, as: heard.handler).body
            #expect(left.contains("De tekst is gewist op ") && left.contains("[De tekst van deze inbreng is gewist.]"))
            #expect(left.contains("Telt als ingetrokken sinds") && !left.contains("Ingetrokken door de inzender"))
            #expect(!left.contains("/afdoening") && !left.contains("/wissen"))
            #expect(try await heard.get(page + "/wissen", as: heard.handler).status == 404)
            let found = try await heard.get(heard.desk + "?zoek=Geelvink", as: heard.handler).body
            #expect(!found.contains("INB-0001"))
        }
    }
}
