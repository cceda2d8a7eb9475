import PlanDomain
import TestSupport
import Testing

@testable import Web

/// Equal inputs and opposite answers, as the pages show them.
@Suite("Inputs that say the same")
struct LikenessPageTests {
    private static let letter = "Auto's rijden <b>te hard</b> door de Dorpsstraat en er is geen zebrapad bij de school"

    /// Three letters, the second with a greeting, and another remark.
    private func filled(_ heard: HeardSite) async throws {
        for text in [Self.letter, Self.letter + ". Groet", "Meer bomen", Self.letter] {
            let values = [("soort", "general"), ("tekst", text)]
            #expect(try await heard.post("/reactie", values, as: heard.police).status == 303)
        }
        let version = String(try await heard.draftVersion(of: heard.police))
        let values = [("versie", version), ("_request", HeardSite.request("verzoek"))]
        #expect(try await heard.post("/controle", values, as: heard.police).status == 303)
    }

    private func propose(_ number: String, _ outcome: String, _ heard: HeardSite) async throws {
        let values = [("uitkomst", outcome), ("reden", "Daarom."), ("versie", "1"), ("voorstel", "0")]
        let answer = try await heard.post(heard.desk + "/\(number)/afdoening", values, as: heard.handler)
        #expect(answer.status == 303, "\(answer.body)")
    }

    @Test func aGroupIsComparedConfirmedAndAnsweredAsOne() async throws {
        try await HeardSite.with { heard in
            try await filled(heard)
            let list = try await heard.get(heard.desk + "/gelijk", as: heard.handler).body
            #expect(list.contains("INB-0001") && list.contains("2 nog te bevestigen"))
            #expect(MarkupCheck(list).faults == [] && !list.contains("⟦"))
            let family = heard.desk + "/INB-0001/gelijk"
            let page = try await heard.get(family, as: heard.handler).body
            #expect(page.contains("Precies dezelfde woorden.") && page.contains("<ins"))
            #expect(!page.contains("<b>te hard"))
            #expect(MarkupCheck(page).faults == [] && !page.contains("⟦"))
            let nothing = try await heard.post(family, [("doe", "bevestig")], as: heard.handler)
            #expect(nothing.status == 422 && nothing.body.contains("Kies eerst"))
            let chosen = [("doe", "bevestig"), ("n2", "1"), ("n4", "1")]
            #expect(try await heard.post(family, chosen, as: heard.handler).status == 303)
            #expect(try await heard.get(family, as: heard.handler).body.contains("Stel eerst een afdoening voor"))
            try await propose("INB-0001", "voor-kennisgeving", heard)
            let ready = try await heard.get(family, as: heard.handler).body
            #expect(ready.contains("Leg voor als dubbel (2)") && ready.contains("Daarom."))
            let empty = try await heard.post(family + "/afdoening", [("reden", " ")], as: heard.handler)
            #expect(empty.status == 422 && MarkupCheck(empty.body).faults == [])
            let answered = try await heard.post(family + "/afdoening", [("reden", "Zelfde.")], as: heard.handler)
            #expect(answered.status == 303)
            let other = try await heard.get(heard.desk + "/INB-0004", as: heard.handler).body
            #expect(other.contains("Dubbel") && other.contains("bevestigd"))
            let editor = try await heard.get(family, as: heard.editor).body
            #expect(editor.contains("Stel de voorstellen vast (2)") && editor.contains("n2=1&amp;n4=1"))
        }
    }

    @Test func oneThatSaysSomethingElseLeaves() async throws {
        try await HeardSite.with { heard in
            try await filled(heard)
            let family = heard.desk + "/INB-0001/gelijk"
            let chosen = [("doe", "verwerp"), ("n2", "1"), ("n4", "1")]
            #expect(try await heard.post(family, chosen, as: heard.handler).status == 303)
            #expect(try await heard.get(family, as: heard.handler).status == 404)
            #expect(try await heard.get(heard.desk + "/gelijk", as: heard.handler).body.contains("0 groepen"))
            for wrong in [[("doe", "weg"), ("n2", "1")], [("doe", "bevestig"), ("n2", "x")]] {
                let answer = try await heard.post(heard.desk + "/INB-0003/gelijk", wrong, as: heard.handler)
                #expect([400, 404, 422].contains(answer.status))
            }
        }
    }

    @Test func anOppositeAnswerIsToldEverywhereAndStopsNobody() async throws {
        try await HeardSite.with { heard in
            try await filled(heard)
            try await propose("INB-0001", "overgenomen", heard)
            #expect(!(try await heard.get(heard.desk, as: heard.handler).body.contains("tegengesteld")))
            try await propose("INB-0004", "niet-overgenomen", heard)
            for number in ["INB-0001", "INB-0004"] {
                let page = try await heard.get(heard.desk + "/\(number)", as: heard.handler).body
                #expect(page.contains("Tegengesteld antwoord") && MarkupCheck(page).faults == [])
            }
            let form = try await heard.get(heard.desk + "/INB-0001/vaststelling", as: heard.editor).body
            #expect(
                form.contains("INB-0004 zegt hetzelfde, of bijna, maar krijgt een ander antwoord: Niet overgenomen"))
            let list = try await heard.get(heard.desk + "?antwoord=tegengesteld", as: heard.handler).body
            #expect(list.contains("INB-0001") && list.contains("INB-0004") && !list.contains("INB-0002"))
            let gate = try await heard.get("/plannen/\(heard.plan)/poort", as: heard.editor)
            #expect(gate.body.contains("2 reacties krijgen een ander antwoord"), "\(gate.status)")
            let drafter = try await heard.get(heard.desk + "/INB-0001", as: heard.drafter).body
            #expect(!drafter.contains("Tegengesteld antwoord"))
            let adopted = [("voorstel", "1"), ("_request", HeardSite.request("vast"))]
            let answer = try await heard.post(heard.desk + "/INB-0001/vaststelling", adopted, as: heard.editor)
            #expect(answer.status == 303, "a warning, and no lock")
        }
    }
}
