import Foundation
import Testing

@testable import Web

@Suite("The choice of language")
struct LanguageTests {
    @Test func theFormSetsACookieAndLeadsBack() async throws {
        try await RunningSite.with(LittleWorld()) { site in
            let back = "/plannen/veiligheid-2024-2027/handelingen"
            let response = try await site.send(
                "POST", "/taal", headers: ["Origin": "http://127.0.0.1:\(site.port)"], body: "taal=en&terug=\(back)")
            #expect(response.status == 303)
            #expect(response.headers["location"] == back)
            let cookie = try #require(response.headers["set-cookie"])
            #expect(cookie.hasPrefix("taal=en;"))
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"))
            let page = try await site.get(back, headers: ["Cookie": "taal=en"])
            #expect(page.headers["content-language"] == "en")
            #expect(page.headers["vary"] == "Cookie")
            #expect(page.body.contains("Check it yourself"))
        }
    }

    @Test func dutchIsSpokenToWhoeverChoseNothingOrNonsense() async throws {
        try await RunningSite.with(LittleWorld()) { site in
            for headers in [[:], ["Cookie": "taal=fr"], ["Accept-Language": "en"]] {
                let response = try await site.get("/", headers: headers)
                #expect(response.headers["content-language"] == "nl")
            }
        }
    }

    @Test(arguments: [
        "https://evil.example/", "//evil.example/plannen", "/\\evil.example", "/plannen/x/../../over",
        "javascript:alert(1)",
        "/bestaat/niet", "/taal", "", "/over%0d%0aSet-Cookie:x=1", "/over\r\nX: y",
    ])
    func theFormNeverLeadsElsewhere(back: String) async throws {
        let encoded = back.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        try await RunningSite.with(LittleWorld()) { site in
            let response = try await site.send("POST", "/taal", body: "taal=en&terug=\(encoded)")
            #expect(response.status == 303)
            #expect(response.headers["location"] == "/")
        }
    }

    @Test func aFormFromAnotherSiteIsRefused() async throws {
        try await RunningSite.with(LittleWorld()) { site in
            for headers in [["Origin": "https://evil.example"], ["Sec-Fetch-Site": "cross-site"], ["Origin": "null"]] {
                let response = try await site.send("POST", "/taal", headers: headers, body: "taal=en")
                #expect(response.status == 403)
                #expect(response.headers["set-cookie"] == nil)
            }
        }
    }

    @Test func anUnknownLanguageAndAHugeFormAreRefused() async throws {
        try await RunningSite.with(LittleWorld()) { site in
            let huge = "taal=en&terug=" + String(repeating: "a", count: FormLimits.fields.bytes)
            for (body, status) in [("taal=fr", 400), ("", 400), (huge, 413)] {
                let response = try await site.send("POST", "/taal", body: body)
                #expect(response.status == status)
            }
        }
    }
}
