import Foundation
import Testing

@testable import Web

@Suite("Headers and methods")
struct HeaderTests {
    private let plan = "/plannen/veiligheid-2024-2027"

    @Test func everyAnswerBearsTheSecurityHeaders() async throws {
        let plan = plan
        try await RunningSite.with(LittleWorld()) { site in
            for target in ["/", plan, "/bestaat/niet", "/gezondheid", plan + "/stukken/nota", "/plannen/kapot"] {
                let headers = try await site.get(target).headers
                #expect(headers["x-content-type-options"] == "nosniff", "\(target)")
                #expect(headers["x-frame-options"] == "DENY", "\(target)")
                #expect(headers["referrer-policy"] == "same-origin", "\(target)")
                #expect(headers["cross-origin-opener-policy"] == "same-origin", "\(target)")
                #expect(headers["cross-origin-resource-policy"] == "same-origin", "\(target)")
                #expect(headers["permissions-policy"]?.contains("camera=()") == true, "\(target)")
                let policy = headers["content-security-policy"] ?? ""
                #expect(policy.hasPrefix("default-src 'none'; "), "\(target)")
                #expect(policy.contains("base-uri 'none'") && policy.contains("frame-ancestors 'none'"), "\(target)")
                #expect(!policy.contains("unsafe"), "\(target)")
                #expect(headers["strict-transport-security"] == nil, "\(target)")
            }
        }
    }

    @Test func behindTLSBrowsersAreToldToStayWithIt() async throws {
        let settings = SiteSettings(municipality: "Gemeente Deventer", isBehindTLS: true)
        try await RunningSite.with(LittleWorld(), settings: settings) { site in
            #expect(try await site.get("/").headers["strict-transport-security"]?.hasPrefix("max-age=31536000") == true)
            let cookie = try await site.send("POST", "/taal", body: "taal=en&terug=/over").headers["set-cookie"]
            #expect(cookie?.contains("Secure") == true)
        }
    }

    @Test func aProducedDocumentMayUseItsOwnStyleAndNothingElse() async throws {
        let plan = plan
        try await RunningSite.with(LittleWorld()) { site in
            let response = try await site.get(plan + "/stukken/nota")
            // The hash of `body { color: #123; }`, from `printf … | openssl dgst -sha256 -binary | base64`.
            let expected = "style-src 'sha256-th1+UYo0PO8/EArm9Yine/cqNbBRyib1ihOXskfx34Q='"
            #expect(response.headers["content-security-policy"]?.contains(expected) == true)
            #expect(response.headers["content-disposition"] == "inline; filename=\"nota--x-.html\"")
            #expect(response.body.contains("<p>present</p>"))
        }
    }

    @Test func everyStyleOfADocumentIsHashedAndADocumentWithoutOneGetsNone() {
        let html = Data("<style>a</style><STYLE>b</STYLE><style media=\"print\">c</style>".utf8)
        #expect(StylePolicy.styles(in: html) == [Data("a".utf8), Data("c".utf8)])
        #expect(StylePolicy.policy(for: Data("<p>x</p>".utf8)).contains("style-src 'none'"))
    }

    @Test(arguments: [
        ("12", "act(12)"), ("besluitversie/1", "tag(\"besluitversie/1\")"),
        ("3:0000000000000000000000000000000000000004", "actAndText(3, 0000000000000000000000000000000000000004)"),
    ])
    func aDocumentIsAskedForAtAMoment(value: String, moment: String) async throws {
        let plan = plan
        try await RunningSite.with(LittleWorld()) { site in
            let encoded = value.replacingOccurrences(of: "/", with: "%2F").replacingOccurrences(of: ":", with: "%3A")
            let body = try await site.get(plan + "/stukken/nota?bij=" + encoded).body
            #expect(body.contains("<p>\(moment)</p>"), "\(body)")
        }
    }

    @Test(arguments: ["/", "/plannen/veiligheid-2024-2027", "/bestaat/niet", "/gezondheid"])
    func headGivesTheSameHeadAndNoBody(target: String) async throws {
        try await RunningSite.with(LittleWorld()) { site in
            let get = try await site.get(target)
            let head = try await site.send("HEAD", target)
            #expect(head.status == get.status)
            #expect(head.body.isEmpty)
            #expect(head.headers["content-length"] == get.headers["content-length"])
            #expect(head.headers["content-type"] == get.headers["content-type"])
        }
    }

    @Test func aMethodThatAPageDoesNotKnowGets405() async throws {
        let plan = plan
        try await RunningSite.with(LittleWorld()) { site in
            for (method, target, allow) in [
                ("POST", plan, "GET, HEAD"), ("DELETE", "/", "GET, HEAD"), ("GET", "/taal", "POST"),
                ("PUT", "/over", "GET, HEAD"),
            ] {
                let response = try await site.send(method, target)
                #expect(response.status == 405, "\(method) \(target)")
                #expect(response.headers["allow"] == allow, "\(method) \(target)")
                #expect(response.body.contains("<h1>Zo kan deze pagina niet worden gebruikt</h1>"))
            }
        }
    }

    @Test func aPageThatTheReaderHasIsNotSentAgain() async throws {
        try await RunningSite.with(LittleWorld()) { site in
            for target in ["/", "/over"] {
                let first = try await site.get(target, as: .visitor)
                let tag = try #require(first.headers["etag"], "\(target)")
                let again = try await site.get(
                    target, headers: ["If-None-Match": "\"other\", W/\(tag)"], as: .visitor)
                #expect(again.status == 304, "\(target)")
                #expect(again.body.isEmpty)
                #expect(again.headers["etag"] == tag)
                let other = try await site.get(target, headers: ["If-None-Match": "\"other\""], as: .visitor)
                #expect(other.status == 200)
                #expect(try await site.get(target, as: .visitor).body == first.body, "from the cache")
                let english = try await site.get(
                    target, headers: ["Cookie": "taal=en", "If-None-Match": tag], as: .visitor)
                #expect(english.status == 200, "\(target) in another language")
            }
        }
    }

    @Test func whatSomebodyReadsWhoIsSignedInIsKeptNowhere() async throws {
        let plan = plan
        try await RunningSite.with(LittleWorld()) { site in
            for target in ["/", plan, plan + "/tekst", plan + "/stukken/nota", "/over", "/bestaat/niet"] {
                let headers = try await site.get(target).headers
                #expect(headers["cache-control"] == "no-store", "\(target)")
                #expect(headers["vary"] == "Cookie", "\(target)")
                #expect(headers["etag"] == nil, "\(target)")
            }
            // In whatever order they come: nobody gets the page of another.
            let visitor = try await site.get("/over", as: .visitor).body
            #expect(!visitor.contains("Sanne de Wit"))
            #expect(try await site.get("/over").body.contains("Sanne de Wit"))
            #expect(try await site.get("/over", as: .visitor).body == visitor)
        }
    }

    @Test func pagesThatAreMadeFromSomethingElseHaveDifferentTags() async throws {
        let tags = LogLines()
        for name in ["Gemeente Deventer", "Gemeente Zwolle"] {
            try await RunningSite.with(LittleWorld(), settings: SiteSettings(municipality: name)) { site in
                tags.add(try await site.get("/", as: .visitor).headers["etag"] ?? "")
                tags.add(try await site.get("/over", as: .visitor).headers["etag"] ?? "")
            }
        }
        #expect(Set(tags.all).count == 4 && !tags.all.contains(""))
    }

    @Test func whatDependsOnTheCookieSaysSo() async throws {
        let plan = plan
        try await RunningSite.with(LittleWorld()) { site in
            for target in ["/", plan, plan + "/stukken/nota", "/bestaat/niet"] {
                #expect(try await site.get(target).headers["vary"] == "Cookie", "\(target)")
            }
            let tag = try #require(try await site.get("/over", as: .visitor).headers["etag"])
            let again = try await site.get("/over", headers: ["If-None-Match": tag], as: .visitor)
            #expect(again.headers["vary"] == "Cookie")
        }
    }
}
