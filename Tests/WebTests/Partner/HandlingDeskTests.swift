import PlanDomain
import TestSupport
import Testing

@testable import Web

/// The list for who handles many inputs: found by words, counted, kept as a filter, and handled together.
@Suite("The handling desk")
struct HandlingDeskTests {
    /// Five inputs of the police about houses and one of the fire brigade about trees.
    private func filled(_ heard: HeardSite) async throws {
        for number in 1...5 { try await write("Huizen \(number)", as: heard.police, heard) }
        try await write("Bomen <b>en</b> struiken", as: heard.fireBrigade, heard)
        for reader in [heard.police, heard.fireBrigade] {
            let version = String(try await heard.draftVersion(of: reader))
            let values = [("versie", version), ("_request", HeardSite.request("verzoek\(version)"))]
            #expect(try await heard.post("/controle", values, as: reader).status == 303)
        }
    }

    private func write(_ text: String, as reader: Reader, _ heard: HeardSite) async throws {
        let values = [("soort", "general"), ("tekst", text)]
        #expect(try await heard.post("/reactie", values, as: reader).status == 303)
    }

    private func numbers(_ body: String) -> [String] {
        body.matches(of: /">(INB-[0-9]+)<\/a>/).map { String($0.1) }
    }

    @Test func aPluralFindsTheSingularAndAnswersAreCounted() async throws {
        try await HeardSite.with { heard in
            try await filled(heard)
            let found = try await heard.get(heard.desk + "?zoek=huis", as: heard.handler).body
            #expect(numbers(found).count == 5)
            #expect(found.contains("Politie Oost (5)") && !found.contains("Brandweer ("))
            #expect(MarkupCheck(found).faults == [] && !found.contains("⟦"))
            let odd = ["%22", "*", "stand=onzin", "pagina=99", "pagina=-1", "behandelaar=%00x", "gelezen=ja"]
            for query in odd {
                let page = try await heard.get(
                    heard.desk + "?" + (query.contains("=") ? query : "zoek=" + query), as: heard.handler)
                #expect(page.status == 200 || page.status == 400, "\(query)")
                #expect(MarkupCheck(page.body).faults == [], "\(query)")
            }
            #expect(numbers(try await heard.get(heard.desk + "?stand=onzin", as: heard.handler).body).isEmpty)
        }
    }

    @Test func whatSomebodyReadIsReadForThemAlone() async throws {
        try await HeardSite.with { heard in
            try await filled(heard)
            _ = try await heard.get(heard.desk + "/INB-0002", as: heard.handler)
            let unread = try await heard.get(heard.desk + "?gelezen=nee", as: heard.handler).body
            #expect(numbers(unread) == ["INB-0001", "INB-0003", "INB-0004", "INB-0005", "INB-0006"])
            #expect(numbers(try await heard.get(heard.desk + "?gelezen=nee", as: heard.editor).body).count == 6)
        }
    }

    @Test func aFilterIsKeptAndForgotten() async throws {
        try await HeardSite.with { heard in
            try await filled(heard)
            let values = [("naam", "Bomen <i>"), ("filter", "zoek=boom&volgorde=newest")]
            #expect(try await heard.post(heard.desk + "/filters", values, as: heard.handler).status == 303)
            let list = try await heard.get(heard.desk, as: heard.handler).body
            #expect(list.contains("zoek=boom&amp;volgorde=newest\">Bomen &lt;i&gt;</a>"))
            #expect(!(try await heard.get(heard.desk, as: heard.editor).body.contains("Bomen &lt;i&gt;")))
            let gone = try await heard.post(heard.desk + "/filters/weg", [("naam", "Bomen <i>")], as: heard.handler)
            #expect(gone.status == 303)
            #expect(!(try await heard.get(heard.desk, as: heard.handler).body.contains("Bomen &lt;i&gt;")))
        }
    }

    @Test func manyAreAnsweredAfterALook() async throws {
        try await HeardSite.with { heard in
            try await filled(heard)
            let bulk = heard.desk + "/tegelijk"
            let chosen = try await heard.get(bulk + "?doe=afdoen&alles=ja&zoek=huizen", as: heard.handler).body
            #expect(chosen.contains("value=\"1-5\"") && chosen.contains("Leg voor (5)"))
            let values = [
                ("doe", "afdoen"), ("nummers", "1-5"), ("uitkomst", "voor-kennisgeving"),
                ("reden", "Dag {organisatie}, dank voor {nummer}."),
            ]
            let preview = try await heard.post(bulk, values + [("stap", "voorbeeld")], as: heard.handler)
            #expect(preview.status == 200)
            #expect(preview.body.contains("Dag Politie Oost, dank voor INB-0001."))
            #expect(MarkupCheck(preview.body).faults == [] && !preview.body.contains("⟦"))
            #expect(try await heard.store.inputLines(of: heard.plan).allSatisfy { $0.dispositions.isEmpty })
            #expect(try await heard.post(bulk, values + [("stap", "doen")], as: heard.handler).status == 303)
            let own = try await heard.get(bulk + "?doe=vaststellen&alles=ja", as: heard.handler).body
            #expect(!own.contains("type=\"submit\" name=\"stap\" value=\"doen\""), "nothing for who may not adopt")
            let adopted = [("doe", "vaststellen"), ("nummers", "1-6"), ("stap", "doen")]
            #expect(try await heard.post(bulk, adopted, as: heard.handler).status == 403)
            #expect(try await heard.post(bulk, adopted, as: heard.editor).status == 303)
            let result = try await heard.get(heard.desk + "?stand=answered", as: heard.editor).body
            #expect(numbers(result).count == 5)
            #expect(try await heard.store.acts(of: heard.plan).count { $0.payload.kind == .dispositionAdopted } == 5)
        }
    }

    @Test func theWrongChoicesChangeNothing() async throws {
        try await HeardSite.with { heard in
            try await filled(heard)
            let before = try await heard.state()
            let bulk = heard.desk + "/tegelijk"
            let attempts: [([(String, String)], Reader, Int)] = [
                ([("doe", "weg"), ("nummers", "1"), ("stap", "doen")], heard.handler, 400),
                ([("doe", "toelaten"), ("nummers", "9-1"), ("stap", "doen")], heard.handler, 400),
                ([("doe", "toelaten"), ("nummers", "1-999999999"), ("stap", "doen")], heard.handler, 400),
                ([("doe", "toewijzen"), ("nummers", "1"), ("stap", "doen")], heard.handler, 422),
                (
                    [
                        ("doe", "afdoen"), ("nummers", "1"), ("stap", "doen"), ("uitkomst", "voor-kennisgeving"),
                        ("reden", "{x}"),
                    ],
                    heard.handler, 422
                ),
                ([("doe", "toelaten"), ("nummers", "1"), ("stap", "doen")], heard.drafter, 403),
                ([("doe", "toelaten"), ("nummers", "1"), ("stap", "doen")], heard.police, 404),
            ]
            for (values, reader, status) in attempts {
                let answer = try await heard.post(bulk, values, as: reader)
                #expect(answer.status == status || (status == 400 && answer.status == 422), "\(values)")
                #expect(MarkupCheck(answer.body).faults == [], "\(values)")
            }
            #expect(try await heard.state() == before)
            let nothing = try await heard.get(bulk + "?doe=toelaten", as: heard.handler)
            #expect(nothing.status == 303)
        }
    }
}
