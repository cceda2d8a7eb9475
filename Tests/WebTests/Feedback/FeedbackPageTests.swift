import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// What the office sends and prints, and where people find what became of their inputs.
@Suite("Feedback on the site")
struct FeedbackPageTests {
    /// With one input of the police that was answered, closed under `round`.
    private static func with(
        _ body: @Sendable @escaping (HeardSite, InputNumber) async throws -> Void
    ) async throws {
        try await HeardSite.with { heard in
            let number = try await heard.send(as: heard.police, request: "een")
            try await heard.settle(number)
            try await body(heard, number)
        }
    }

    @Test func allContactsOfAnOrganisationReadWhatWasDecidedAndWhy() async throws {
        try await Self.with { heard, number in
            for reader in [heard.police, heard.colleague] {
                let page = try await heard.get("/inbreng", as: reader)
                #expect(page.status == 200 && page.headers["cache-control"] != "no-cache")
                #expect(page.body.contains("Waar is mijn inbreng gebleven?") && page.body.contains("Welke wijk?"))
                #expect(page.body.contains("Voor kennisgeving") && page.body.contains("Dank voor uw reactie."))
                #expect(page.body.contains("/inbreng/\(number)/antwoord"))
                #expect(MarkupCheck(page.body).faults == [])
            }
            let other = try await heard.get("/inbreng", as: heard.fireBrigade)
            #expect(other.status == 200 && !other.body.contains("\(number)"))
            #expect(try await heard.get("/inbreng/\(number)/antwoord", as: heard.fireBrigade).status == 404)
            for reader in [heard.drafter, heard.handler] {
                #expect(try await heard.get("/inbreng", as: reader).status == 403)
            }
            #expect(try await heard.get("/inbreng", as: heard.outsider).status == 404)
            #expect(try await heard.store.feedback(of: heard.plan).first?.seenAt != nil)
        }
    }

    @Test func theDocumentHoldsTheSameAndNeedsNoOtherFile() async throws {
        try await Self.with { heard, number in
            let file = try await heard.get("/inbreng/document", as: heard.police)
            #expect(file.headers["content-disposition"]?.hasPrefix("attachment; filename=\"mijn-inbreng-") == true)
            #expect(file.body.contains("\(number)") && file.body.contains("Dank voor uw reactie."))
            #expect(file.body.contains("<!DOCTYPE html>") && file.body.contains(".was-becomes {"))
            for outside in ["<script", "<link", "src=", "href=", "Pim"] { #expect(!file.body.contains(outside)) }
            #expect(MarkupCheck(file.body.replacing(/<style>(?s:.*?)<\/style>/, with: "")).faults == [])
        }
    }

    @Test func whatTheTextWasAndBecameIsShownByPassage() async throws {
        try await HeardSite.with { heard in
            let number = try await heard.send(as: heard.police, request: "een")
            try await heard.settle(number, outcome: "overgenomen", reason: "")
            try await heard.world.save(in: heard.plan, inputs: [number.description]) {
                $0 = $0.with("doel", body: "Het doel is een veilige wijk Noord.\n")
            }
            let page = try await heard.get("/inbreng", as: heard.police).body
            #expect(page.contains("<table class=\"was-becomes\">") && page.contains("Noord"))
            #expect(MarkupCheck(page).faults == [])
        }
    }

    @Test func aDisputeReachesTheDeskWithItsReason() async throws {
        try await Self.with { heard, number in
            let form = try await heard.get("/inbreng/\(number)/antwoord", as: heard.colleague)
            #expect(form.status == 200 && MarkupCheck(form.body).faults == [])
            let values = [("oordeel", "betwist"), ("reden", ""), ("afdoening", "1")]
            let empty = try await heard.post("/inbreng/\(number)/antwoord", values, as: heard.colleague)
            #expect(empty.status == 422 && empty.body.contains("niet mee eens"))
            let late = [("oordeel", "tevreden"), ("reden", ""), ("afdoening", "2")]
            #expect(try await heard.post("/inbreng/\(number)/antwoord", late, as: heard.colleague).status == 409)
            let dispute = [("oordeel", "betwist"), ("reden", "Wij vroegen <iets> anders."), ("afdoening", "1")]
            #expect(try await heard.post("/inbreng/\(number)/antwoord", dispute, as: heard.colleague).status == 303)
            let seen = try await heard.get(heard.desk + "/\(number)", as: heard.handler).body
            #expect(seen.contains("Wij vroegen &lt;iets&gt; anders.") && seen.contains("Betwist"))
            let drafted = try await heard.get(heard.desk + "/\(number)", as: heard.drafter).body
            #expect(!drafted.contains("Wij vroegen"))
            let own = try await heard.get("/inbreng", as: heard.police).body
            #expect(own.contains("Wijzig uw antwoord") && own.contains("Wij vroegen &lt;iets&gt; anders."))
        }
    }

    @Test func eachSubmitterGetsOneMailWithNumberOutcomeAndLink() async throws {
        try await Self.with { heard, number in
            let desk = "/plannen/\(heard.plan)/rondes/\(heard.round)/terugkoppeling"
            let page = try await heard.get(desk, as: heard.editor)
            #expect(page.body.contains("Pim, Politie Oost: 1 beantwoord") && MarkupCheck(page.body).faults == [])
            let round = try await heard.get("/plannen/\(heard.plan)/rondes/\(heard.round)", as: heard.editor).body
            #expect(round.contains(desk))
            let before = try await heard.store.outbox(nil, before: nil, limit: 99).count
            for request in ["een", "twee"] {
                let answer = try await heard.post(desk, [("_request", HeardSite.request(request))], as: heard.editor)
                #expect(answer.status == 303)
            }
            let mail = try await heard.store.outbox(nil, before: nil, limit: 99)
            #expect(mail.count == before + 1)
            let letter = try #require(mail.first)
            #expect(!letter.subject.contains("Pim") && !letter.subject.contains("wijk"))
            let text = try #require(letter.text)
            #expect(text.contains("\(number): Voor kennisgeving") && !text.contains("Welke wijk?"))
            let link = try #require(text.firstMatch(of: /\/meedoen\/[A-Za-z0-9_-]{43}/)?.0)
            #expect(try await heard.site.get(String(link), as: .visitorWithForm).status == 200)
            #expect(try await heard.get(desk, as: heard.editor).body.contains("Al verteld"))
            for reader in [heard.handler, heard.drafter] {
                #expect(try await heard.get(desk, as: reader).status == 403)
            }
        }
    }
}

extension HeardSite {
    /// Proposed by one and adopted by another.
    func settle(
        _ number: InputNumber, outcome: String = "voor-kennisgeving", reason: String = "Dank voor uw reactie."
    ) async throws {
        let proposal = [("uitkomst", outcome), ("reden", reason), ("versie", "1"), ("voorstel", "0")]
        #expect(try await post(desk + "/\(number)/afdoening", proposal, as: handler).status == 303)
        #expect(
            try await post(desk + "/\(number)/vaststelling", [("voorstel", "1")], as: editor).status == 303)
    }
}
