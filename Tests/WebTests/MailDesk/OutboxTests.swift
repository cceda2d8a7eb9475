import Foundation
import PlanDomain
import Testing
import Workflow

@testable import Web

@Suite("The outgoing mail")
struct OutboxTests {
    private func with(_ body: @Sendable @escaping (RunningSite, Reader) async throws -> Void) async throws {
        try await RunningSite.with(LittleWorld()) { site in
            let admin = try await Reader.person(
                "Ada Beheer", [(.admin, "Beheerder")], in: site.store, at: LittleWorld.now)
            try await body(site, admin)
        }
    }

    private func queue(_ subjects: [String], in site: RunningSite) async throws {
        let reader = try #require(MailAddress("noor@voorbeeld.nl"))
        try await site.store.queue(
            subjects.map {
                NewMail(
                    to: reader, name: "Noor", subject: $0, text: "Open https://x.nl/link/<\($0)>", urgency: .atOnce)
            }, at: LittleWorld.now)
    }

    @Test func wordsAreShownOnlyWhileSomebodyMustHandThemOver() async throws {
        try await with { site, admin in
            #expect(try await site.get("/beheer/post", as: admin).body.contains("Er is geen post."))
            try await queue(["een", "twee"], in: site)
            let open = try await site.get("/beheer/post", as: admin)
            #expect(open.body.contains("https://x.nl/link/&lt;een&gt;") && open.body.contains("<details>"))
            #expect(open.body.contains("Wacht (2)") && open.headers["cache-control"] == "no-store")
            try await site.store.note([
                DeliveryNote(MailNumber(1), .failed, answer: "550 <weg>", at: LittleWorld.now)
            ])
            let failed = try await site.get("/beheer/post?stand=mislukt", as: admin).body
            #expect(failed.contains("550 &lt;weg&gt;") && !failed.contains("/link/"))
            let settings = try MailSettings(
                host: "mail.voorbeeld.nl", port: 25, security: .none,
                sender: try #require(MailAddress("p@voorbeeld.nl")), senderName: "", siteAddress: "https://x.nl")
            try await site.store.save(settings)
            #expect(try await site.get("/beheer/post", as: admin).body.contains("/link/") == false)
        }
    }

    @Test func mailIsTriedAgainOrWithdrawn() async throws {
        try await with { site, admin in
            try await queue(["een", "twee"], in: site)
            try await site.store.note([
                DeliveryNote(MailNumber(1), .failed, answer: "550 weg", at: LittleWorld.now)
            ])
            #expect(try await site.post("/beheer/post/1/opnieuw", [], as: admin).status == 303)
            #expect(try await site.store.mail(MailNumber(1))?.state == .waiting)
            #expect(try await site.post("/beheer/post/2/intrekken", [], as: admin).status == 303)
            #expect(try await site.store.mail(MailNumber(2))?.text == nil)
            #expect(try await site.post("/beheer/post/2/intrekken", [], as: admin).status == 409)
            for number in ["3", "0", "x", "-1", "99999999999999999999"] {
                #expect(try await site.post("/beheer/post/\(number)/opnieuw", [], as: admin).status == 404)
            }
            #expect(try await site.post("/beheer/post/1/intrekken", []).status == 404, "not an administrator")
            #expect(try await site.store.mail(MailNumber(1))?.state == .waiting)
        }
    }

    @Test func aLongListIsReadInParts() async throws {
        try await with { site, admin in
            try await queue((1...51).map { "bericht \($0)." }, in: site)
            let first = try await site.get("/beheer/post?stand=wacht", as: admin).body
            #expect(first.contains("bericht 51.") && !first.contains(">bericht 1.<"))
            let older = try #require(first.firstMatch(of: /href="(\/beheer\/post\?[^"]*voor=[0-9]+)"/)).1
            let second = try await site.get(String(older).replacing("&amp;", with: "&"), as: admin).body
            #expect(second.contains(">bericht 1.<") && !second.contains(">bericht 2.<"))
            #expect(try await site.get("/beheer/post?stand=niets&voor=x", as: admin).status == 200)
        }
    }
}
