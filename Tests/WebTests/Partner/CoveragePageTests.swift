import Foundation
import PlanDomain
import TestSupport
import Testing

@testable import Web

/// Themes and the overview, as the pages show them.
@Suite("Themes and the overview")
struct CoveragePageTests {
    private static let texts = [
        "Auto's rijden te hard door de straat, leg drempels aan", "Het verkeer in onze straat rijdt te hard",
        "Leg een drempel in de straat, auto's rijden hard", "Meer bomen en struiken in het park",
        "Het park heeft bomen nodig", "De bomen in het park zijn <i>ziek</i>",
    ]

    private func filled(_ heard: HeardSite) async throws {
        for text in Self.texts {
            let values = [("soort", "remark"), ("passage", "een veilige wijk"), ("tekst", text)]
            #expect(try await heard.post("/tekst/doel", values, as: heard.police).status == 303)
        }
        let version = String(try await heard.draftVersion(of: heard.police))
        let values = [("versie", version), ("_request", HeardSite.request("verzoek"))]
        #expect(try await heard.post("/controle", values, as: heard.police).status == 303)
    }

    private func isSound(_ body: String) -> Bool { MarkupCheck(body).faults == [] && !body.contains("⟦") }

    @Test func themesAreProposedConfirmedAndFilteredBy() async throws {
        try await HeardSite.with { heard in
            try await filled(heard)
            let themes = heard.desk + "/themas"
            #expect(isSound(try await heard.get(themes, as: heard.handler).body))
            #expect(try await heard.post(themes + "/voorstellen", [], as: heard.handler).status == 303)
            let page = try await heard.get(themes, as: heard.handler).body
            #expect(page.contains("Te herkennen aan:") && page.contains("‘straat’") && isSound(page))
            let theme = try #require(try await heard.store.themes(of: heard.plan).first { $0.words.contains("straat") })
            let decision = [("naam", "Verkeer & <b>"), ("inbreng", "ja"), ("doe", "bevestig")]
            let address = heard.desk + "/thema/\(theme.id)"
            #expect(try await heard.post(address, decision, as: heard.handler).status == 303)
            let list = try await heard.get(heard.desk + "?thema=\(theme.id)", as: heard.drafter).body
            #expect(list.contains("INB-0001") && !list.contains("INB-0005") && list.contains("Verkeer &amp; &lt;b&gt;"))
            #expect(isSound(list))
            let put = try await heard.post(
                heard.desk + "/INB-0005/thema", [("thema", theme.id.rawValue)], as: heard.handler)
            #expect(put.status == 303)
            #expect(
                try await heard.store.inputThemes(of: heard.plan)[try #require(InputNumber("INB-0005"))]?.theme
                    == theme.id)
            let bulk = try await heard.get(heard.desk + "/tegelijk?doe=thema&n6=1", as: heard.handler).body
            #expect(bulk.contains("Zet onder het thema (1)") && isSound(bulk))
            let done = [("doe", "thema"), ("nummers", "6"), ("stap", "doen"), ("thema", theme.id.rawValue)]
            #expect(try await heard.post(heard.desk + "/tegelijk", done, as: heard.handler).status == 303)
            #expect(try await heard.store.themeCounts(of: heard.plan)[theme.id]?.confirmed ?? 0 >= 5)
        }
    }

    @Test func theOverviewDrawsWhatItsTablesSay() async throws {
        try await HeardSite.with { heard in
            let overview = heard.desk + "/overzicht"
            #expect(try await heard.get(overview, as: heard.handler).body.contains("Er is nog geen inbreng."))
            try await filled(heard)
            let page = try await heard.get(overview, as: heard.handler).body
            #expect(page.contains("role=\"img\"") && page.contains("map-4") && isSound(page))
            #expect(page.contains("Niets ingebracht in ‘Ronde partners’") && page.contains("<li>Brandweer: "))
            #expect(page.contains("te weinig om iets te zeggen"))
            for map in ["themas-secties", "partners-themas", "onzin"] {
                let other = try await heard.get(overview + "?kaart=\(map)", as: heard.editor)
                #expect(other.status == 200 && isSound(other.body))
            }
            let files = ["partners-secties", "themas-secties", "partners-themas", "antwoorden", "weken", "kanalen"]
            for name in files {
                let file = try await heard.get(heard.desk + "/overzicht.csv?tabel=\(name)", as: heard.handler)
                #expect(file.status == 200 && file.headers["content-type"] == "text/csv; charset=utf-8")
                #expect(file.body.contains(";"), "\(name)")
            }
            let table = try await heard.get(heard.desk + "/overzicht.csv", as: heard.handler).body
            #expect(table.contains("\"Politie Oost\";") && table.contains("\"6\""))
            #expect(try await heard.get(heard.desk + "/overzicht.csv?tabel=x", as: heard.handler).status == 404)
            #expect(try await heard.get(overview, as: heard.drafter).status == 403)
            #expect(try await heard.get(overview, as: heard.police).status == 404)
            let links = try await heard.get("/plannen/\(heard.plan)", as: heard.editor).body
            #expect(links.contains("Overzicht inbreng"))
        }
    }
}
