import Foundation
import PlanDomain
import Testing
import Workflow

@testable import Web

/// The pages of the mail, byte for byte.
@Suite("The pages of the mail")
struct MailGoldenTests {
    private func with(
        _ body:
            @Sendable @escaping (_ site: RunningSite, _ page: @Sendable (String) async throws -> String) async throws
            -> Void
    ) async throws {
        let server = TellingServer(.accepted(answer: "250 ok"))
        try await RunningSite.with(LittleWorld(), mailTrial: server) { site in
            let admin = try await Reader.person(
                "Ada Beheer", [(.admin, "Beheerder")], in: site.store, at: LittleWorld.now)
            try await body(site) { target in
                let page = try await site.get(target, as: admin)
                #expect(page.status == 200 && MarkupCheck(page.body).faults == [], "\(target)")
                return Office.stable(page.body)
            }
        }
    }

    private static func settings() throws -> MailSettings {
        try MailSettings(
            host: "mail.voorbeeld.nl", port: 587, security: .startTLS,
            login: MailSettings.Login(user: "plannen", password: "geheim"),
            sender: try #require(MailAddress("plannen@voorbeeld.nl")), senderName: "Gemeente Deventer",
            siteAddress: "https://plannen.voorbeeld.nl")
    }

    private static func queue(in site: RunningSite) async throws {
        let noor = try #require(MailAddress("noor@voorbeeld.nl"))
        let mail = ["Een link", "Wat er ligt", "Een bewijs"].map { subject in
            NewMail(
                to: noor, name: "Noor Bos", subject: subject, text: "Beste Noor,\n\n\(subject) & <meer>.\n",
                urgency: subject == "Wat er ligt" ? .digest : .atOnce)
        }
        try await site.store.queue(mail, at: LittleWorld.now)
        try await site.store.note([
            DeliveryNote(MailNumber(3), .failed, answer: "550 5.1.1 Onbekend", at: LittleWorld.now)
        ])
    }

    @Test func theSettingsBeforeAndAfterThereAreAny() async throws {
        try await with { site, page in
            try Golden.compare(try await page("/beheer/mail"), with: "beheer-mail-leeg.html")
            try await site.store.save(try Self.settings())
            try Golden.compare(try await page("/beheer/mail"), with: "beheer-mail.html")
        }
    }

    /// Without settings every mail that waits is there in full, to be handed over by hand.
    @Test func theOutgoingMailWithAndWithoutSettings() async throws {
        try await with { site, page in
            try await Self.queue(in: site)
            let open = try await page("/beheer/post")
            #expect(open.contains("Een link &amp; &lt;meer&gt;.") && open.contains("Wat er ligt &amp; &lt;meer&gt;."))
            try Golden.compare(open, with: "beheer-post-zonder-instellingen.html")
            try await site.store.save(try Self.settings())
            let closed = try await page("/beheer/post")
            #expect(!closed.contains("&lt;meer&gt;"))
            try Golden.compare(closed, with: "beheer-post.html")
        }
    }
}
