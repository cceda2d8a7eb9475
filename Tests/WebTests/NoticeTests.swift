import Crypto
import Foundation
import Phrases
import Testing

@testable import Web

@Suite("What was just done")
struct NoticeTests {
    @Test func isSaidOnceOnTheNextPage() async throws {
        try await RunningSite.with(LittleWorld()) { site in
            let answer = try await site.post("/uitloggen", [])
            let cookie = try #require(answer.headers["set-cookie"]?.firstMatch(of: /paraaf-melding=[^;]+/)?.0)
            let page = try await site.get("/over", headers: ["Cookie": String(cookie)], as: .visitor)
            #expect(page.body.contains("<p class=\"done\" role=\"status\">U bent uitgelogd.</p>"))
            let removal = page.headers["set-cookie"] ?? ""
            #expect(removal.hasPrefix("paraaf-melding=;") && removal.contains("Max-Age=0"), "\(removal)")
            #expect(page.headers["cache-control"] == "no-store")
            #expect(try await site.get("/over", as: .visitor).body.contains("U bent uitgelogd") == false)
        }
    }

    @Test func cannotBeMadeByAnybodyElse() throws {
        let key = SymmetricKey(data: Data(repeating: 1, count: 32))
        let notice = Notice("web.signed-out", ["naam": "<b>"])
        let sealed = try #require(notice.sealed(with: key))
        #expect(Notice(sealed: sealed, with: key) == notice)
        #expect(Notice(sealed: sealed, with: SymmetricKey(data: Data(repeating: 2, count: 32))) == nil)
        for text in ["", ".", "a.b", String(sealed.dropFirst()), sealed + "x", "é.é"] {
            #expect(Notice(sealed: text, with: key) == nil, "\(text)")
        }
    }
}
