import Foundation
import Testing

@testable import Web

@Suite("What the site refuses")
struct RefusalTests {
    private let plan = "/plannen/veiligheid-2024-2027"

    @Test(arguments: [
        "/static/x/../../Package.swift", "/static/x/..%2F..%2FPackage.swift", "/static/x/%2e%2e%2fparaaf.css",
        "/static/..%5C..%5Cetc%5Cpasswd", "/static/x/.hidden", "/static/x/", "/static//etc/passwd",
        "/static/x/paraaf.css%00.txt", "/../../../etc/passwd",
    ])
    func noAddressLeadsOutOfTheStaticFolder(target: String) async throws {
        try await RunningSite.with(LittleWorld()) { site in
            let response = try await site.get(target)
            #expect(response.status == 404)
            #expect(!response.body.contains("swift-tools-version") && !response.body.contains("root:"))
        }
    }

    @Test func aStaticFileIsKeptForGoodUnderItsHashAlone() async throws {
        try await RunningSite.with(LittleWorld()) { site in
            let page = try await site.get("/").body
            let address = try #require(page.firstMatch(of: /href="(\/static\/[0-9a-f]{16}\/paraaf\.css)"/)?.1)
            let file = try await site.get(String(address))
            #expect(file.status == 200)
            #expect(file.headers["content-type"] == "text/css; charset=utf-8")
            #expect(file.headers["cache-control"] == "public, max-age=31536000, immutable")
            let tag = try #require(file.headers["etag"])
            #expect(try await site.get(String(address), headers: ["If-None-Match": tag]).status == 304)
            let old = try await site.get("/static/0123456789abcdef/paraaf.css")
            #expect(old.body == file.body)
            #expect(old.headers["cache-control"] == "no-cache")
        }
    }

    @Test(arguments: [
        ("/secties/aanleiding?versie=HEAD", 400), ("/secties/aanleiding?versie=%FF", 400),
        ("/secties/aanleiding?versie=" + String(repeating: "a", count: 40), 404),
        ("/secties/aanleiding?versie=1&versie=2", 400), ("/secties/aanleiding?utm_source=mail", 200),
        ("/secties/aanleiding?versie=", 200), ("/secties/bestaat-niet", 404), ("/secties/Aanleiding%20x", 404),
        ("/secties/aanleiding/vergelijking", 400),
        ("/secties/aanleiding/vergelijking?van=x&tot=y", 400),
        ("/stukken/nota?bij=..%2F..%2Fetc", 400), ("/stukken/nota?bij=-1", 400), ("/stukken/bestaat-niet", 404),
        ("/secties/aanleiding?versie=" + String(repeating: "a", count: 3_000), 400),
        ("/secties/aanleiding?versie=" + String(repeating: "a", count: 5_000), 414),
    ])
    func aWrongValueGetsAPageThatSaysSo(target: String, status: Int) async throws {
        let plan = plan
        try await RunningSite.with(LittleWorld()) { site in
            let response = try await site.get(plan + target)
            #expect(response.status == status)
            #expect(response.body.contains("<h1>"))
            #expect(!response.body.contains("⟦"))
            #expect(status == 200 || response.headers["cache-control"] == "no-store")
        }
    }

    @Test func anInternalErrorShowsAReferenceAndLeaksNothing() async throws {
        try await RunningSite.with(LittleWorld()) { site in
            let response = try await site.get("/plannen/kapot")
            #expect(response.status == 500)
            #expect(!response.body.contains("geheim") && !response.body.contains("Breakage"))
            let reference = try #require(response.body.firstMatch(of: /<code>([0-9a-f]+)<\/code>/)?.1)
            let line = site.log.all.first { $0.contains("reference=\(reference)") }
            #expect(line?.contains("error=Breakage") == true)
            #expect(line?.contains("path=/plannen/kapot") == true)
            #expect(MarkupCheck(response.body).faults == [])
        }
    }

    @Test func whatAReaderMayKnowIsNotLoggedAsAnError() async throws {
        try await RunningSite.with(LittleWorld()) { site in
            _ = try await site.get("/plannen/bestaat-niet")
            #expect(!site.log.all.contains { $0.hasPrefix("error") })
        }
    }

    @Test func titlesAndTextsOfAHostileDrafterStayText() async throws {
        var world = try LittleWorld()
        world.title = "<script>alert('titel')</script> \u{202E}neppo & \"x\"\u{301} onmouseover=alert(1)"
        world.sectionTitle = "</a><img src=x onerror=alert(2)> [klik](javascript:alert(3))"
        world.body = """
            <script>alert('tekst')</script>

            [klik](javascript:alert(4)) en ![beeld](data:text/html;base64,AAAA)

            ### " onmouseover="alert(5)

            """
        let plan = plan
        try await RunningSite.with(world) { site in
            for page in GoldenPageTests.pages where page.status == 200 {
                let body = try await site.get(page.target).body
                #expect(MarkupCheck(body).faults == [], "\(page.name)")
                let scripts = body.matches(of: /<script[^>]*>/).map { String($0.0) }
                #expect(scripts.allSatisfy { $0.hasPrefix("<script type=\"module\" src=\"/static/") }, "\(page.name)")
                #expect(!body.contains("<img"), "\(page.name)")
                #expect(!body.contains("\u{202E}"), "\(page.name)")
                #expect(!body.contains("href=\"javascript"), "\(page.name)")
            }
            let section = try await site.get(plan + "/secties/aanleiding").body
            #expect(section.contains("&lt;script&gt;alert(&#39;tekst&#39;)&lt;/script&gt;"))
        }
    }

    @Test func theHealthCheckAnswersInOneWord() async throws {
        try await RunningSite.with(LittleWorld()) { site in
            let response = try await site.get("/gezondheid")
            #expect(response.status == 200)
            #expect(response.body == "ok\n")
            #expect(response.headers["cache-control"] == "no-store")
        }
    }
}
