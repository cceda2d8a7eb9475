import Foundation
import PlanDomain
import Synchronization
import Testing
import Workflow

@testable import Web

/// A mail server that says what it was told to say, and keeps what it was handed.
final class TellingServer: MailTrying {
    private let outcome: DeliveryOutcome
    private let taken = Mutex<[(mail: NewMail, settings: MailSettings)]>([])

    init(_ outcome: DeliveryOutcome) { self.outcome = outcome }

    var all: [(mail: NewMail, settings: MailSettings)] { taken.withLock { $0 } }

    func send(_ mail: NewMail, by settings: MailSettings) async -> DeliveryOutcome {
        taken.withLock { $0.append((mail, settings)) }
        return outcome
    }
}

@Suite("The mail settings")
struct MailSettingsTests {
    private static let password = "Heel-Geheim-&-1908"
    private static let values = [
        ("server", "mail.voorbeeld.nl"), ("poort", "587"), ("beveiliging", "startTLS"), ("gebruiker", "plannen"),
        ("wachtwoord", password), ("afzender", "plannen@voorbeeld.nl"), ("naam", "Gemeente Deventer"),
        ("site", "https://plannen.voorbeeld.nl/"), ("certificaten", ""),
    ]

    private static func values(_ changes: [String: String]) -> [(String, String)] {
        values.map { ($0.0, changes[$0.0] ?? $0.1) }
    }

    private func with(
        _ outcome: DeliveryOutcome = .accepted(answer: "250 ok"),
        _ body: @Sendable @escaping (RunningSite, Reader, TellingServer) async throws -> Void
    ) async throws {
        let server = TellingServer(outcome)
        try await RunningSite.with(LittleWorld(), mailTrial: server) { site in
            let admin = try await Reader.person(
                "Ada Beheer", [(.admin, "Beheerder")], in: site.store, at: LittleWorld.now)
            try await body(site, admin, server)
        }
    }

    @Test func settingsAreSavedAndThePasswordIsNeverShown() async throws {
        try await with { site, admin, _ in
            let empty = try await site.get("/beheer/mail", as: admin)
            #expect(empty.status == 200 && empty.body.contains("nog geen mailinstellingen"))
            #expect(try await site.post("/beheer/mail", Self.values, as: admin).status == 303)
            let saved = try #require(try await site.store.mailSettings())
            #expect(saved.login?.password == Self.password && saved.siteAddress == "https://plannen.voorbeeld.nl")
            let page = try await site.get("/beheer/mail", as: admin)
            #expect(page.body.contains("mail.voorbeeld.nl") && page.body.contains("wachtwoord bewaard"))
            #expect(page.headers["cache-control"] == "no-store")
            let refused = try await site.post("/beheer/mail", Self.values(["poort": "0"]), as: admin)
            #expect(refused.status == 422 && refused.body.contains("href=\"#veld-poort\""))
            for body in [page.body, refused.body] { #expect(!body.contains("Heel-Geheim")) }
            #expect(try await site.store.mailSettings() == saved)
        }
    }

    @Test func aKeptPasswordGoesToNoOtherServer() async throws {
        try await with { site, admin, _ in
            _ = try await site.post("/beheer/mail", Self.values, as: admin)
            let kept = try await site.post(
                "/beheer/mail", Self.values(["wachtwoord": "", "naam": "Waterkerke"]), as: admin)
            #expect(kept.status == 303)
            let saved = try #require(try await site.store.mailSettings())
            #expect(saved.login?.password == Self.password && saved.senderName == "Waterkerke")
            for change in [
                ("server", "mail.elders.nl"), ("poort", "25"), ("gebruiker", "ander"), ("beveiliging", "tls"),
                ("certificaten", "/tmp/eigen.pem"),
            ] {
                let values = Self.values([change.0: change.1, "wachtwoord": "", "naam": "Waterkerke"])
                let answer = try await site.post("/beheer/mail", values, as: admin)
                #expect(answer.status == 422 && answer.body.contains("href=\"#veld-wachtwoord\""), "\(change)")
            }
            #expect(try await site.store.mailSettings() == saved)
        }
    }

    @Test(arguments: [
        [], [("server", "x")], values + [("poort", "25")], values(["server": String(repeating: "a", count: 300)]),
        values(["server": "een server"]), values(["beveiliging": "none"]), values(["beveiliging": "anders"]),
        values(["gebruiker": ""]), values(["afzender": "niemand"]), values(["site": "plannen"]),
        values(["certificaten": "eigen.pem"]), values(["naam": "a\u{7}b"]),
    ])
    func whatCannotBeIsRefusedAtItsField(values: [(String, String)]) async throws {
        try await with { site, admin, _ in
            let answer = try await site.post("/beheer/mail", values, as: admin)
            #expect(answer.status == 422 && answer.body.contains("href=\"#veld-"))
            #expect(try await site.store.mailSettings() == nil)
        }
    }

    @Test func onlyTheAdministratorAndOnlyWithTheToken() async throws {
        try await with { site, admin, _ in
            for path in ["/beheer/mail", "/beheer/post"] {
                #expect(try await site.get(path).status == 404)
                #expect(try await site.get(path, as: .visitor).status == 303)
            }
            #expect(try await site.post("/beheer/mail", Self.values).status == 404)
            let fields = [("_token", "anders")] + Self.values
            let body = fields.map { "\(RunningSite.encoded($0.0))=\(RunningSite.encoded($0.1))" }.joined(separator: "&")
            let forged = try await site.send(
                "POST", "/beheer/mail", headers: ["Content-Type": "application/x-www-form-urlencoded"], body: body,
                as: admin)
            #expect(forged.status >= 400)
            #expect(try await site.store.mailSettings() == nil)
        }
    }

    @Test func theTestMailTellsWhatTheServerSaid() async throws {
        try await with { site, admin, server in
            let early = try await site.post("/beheer/mail/proef", [("proefadres", "a@b.nl")], as: admin)
            #expect(early.status == 409)
            _ = try await site.post("/beheer/mail", Self.values, as: admin)
            let answer = try await site.post("/beheer/mail/proef", [("proefadres", "noor@voorbeeld.nl")], as: admin)
            #expect(answer.status == 303)
            #expect(server.all.map(\.mail.to.rawValue) == ["noor@voorbeeld.nl"])
            #expect(server.all[0].settings.host == "mail.voorbeeld.nl")
            #expect(try await site.store.outbox(nil, before: nil, limit: 9).isEmpty, "it goes past the outbox")
            for address in ["", "geen adres"] {
                let wrong = try await site.post("/beheer/mail/proef", [("proefadres", address)], as: admin)
                #expect(wrong.status == 422)
            }
            #expect(server.all.count == 1)
        }
    }

    @Test(arguments: [
        (DeliveryOutcome.refused(answer: "550 <onbekend>"), "weigert deze mail"),
        (.trouble(.loginRefused, answer: "535 <onbekend>"), "gebruikersnaam"),
        (.trouble(.unreachable, answer: "<onbekend>"), "geen mailserver"),
    ])
    func whatGoesWrongIsSaidInWords(outcome: DeliveryOutcome, words: String) async throws {
        try await with(outcome) { site, admin, _ in
            _ = try await site.post("/beheer/mail", Self.values, as: admin)
            let answer = try await site.post("/beheer/mail/proef", [("proefadres", "noor@voorbeeld.nl")], as: admin)
            #expect(answer.status == 422 && answer.body.contains(words))
            #expect(answer.body.contains("&lt;onbekend&gt;") && !answer.body.contains("<onbekend>"))
        }
    }

    @Test func settingsAreRemoved() async throws {
        try await with { site, admin, _ in
            _ = try await site.post("/beheer/mail", Self.values, as: admin)
            for _ in 1...2 {
                #expect(try await site.post("/beheer/mail/verwijderen", [], as: admin).status == 303)
                #expect(try await site.store.mailSettings() == nil)
            }
        }
    }
}
