import Testing

@testable import Web

/// The pages of the partner's form as readers get them, byte for byte.
@Suite("Pages of the partner's form")
struct PartnerPageTests {
    @Test func everyPageIsAsItWasSoundInBothLanguagesAndSmall() async throws {
        try await HeardSite.with { heard in
            try await heard.send(as: heard.police, request: "een")
            _ = try await heard.post("/reactie", [("soort", "general"), ("tekst", "Concept")], as: heard.police)
            let item = try await heard.firstItem()
            let pages = [
                ("meedoen", ""), ("meedoen-sectie", "/tekst/doel?passage=1"), ("meedoen-algemeen", "/reactie"),
                ("meedoen-reactie", "/reactie/\(item)"), ("meedoen-controle", "/controle"),
                ("meedoen-ontvangst", "/ontvangst/\(HeardSite.request("een"))"),
                ("meedoen-inbreng", "/inbreng/INB-0001"),
                ("meedoen-wijzigen", "/inbreng/INB-0001/wijzigen"),
                ("meedoen-intrekken", "/inbreng/INB-0001/intrekken"),
            ]
            for (name, path) in pages {
                for language in ["nl", "en"] {
                    let page = try await heard.site.get(
                        heard.base + path, headers: ["Cookie": "taal=\(language)"], as: heard.police)
                    #expect(page.status == 200 && MarkupCheck(page.body).faults == [], "\(name) in \(language)")
                    #expect(!page.body.contains("⟦") && page.body.utf8.count < 100_000, "\(name) in \(language)")
                    #expect(page.headers["cache-control"]?.contains("no-store") == true, "\(name) is personal")
                    if language == "nl" { try Golden.compare(Self.stable(page.body), with: "\(name).html") }
                }
            }
        }
    }

    /// Tokens and request names differ each time.
    static func stable(_ html: String) -> String {
        html.replacing(/name="_(token|request)" value="[^"]*"/, with: { "name=\"_\($0.1)\" value=\"\"" })
    }
}
