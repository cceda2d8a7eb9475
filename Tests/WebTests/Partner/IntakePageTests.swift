import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// A letter comes in by the pages of the site, and nobody learns of it but who may.
@Suite("Taking in letters and mail")
struct IntakePageTests {
    /// The letter names its writer in words that must reach nobody else.
    private static let letter = "Geachte gemeente,\n\nNoem een getal voor een veilige wijk.\n\nKanarie Briefschrijver"
    private static let day = ValidPost.date("dag", "5", "6", "2023")

    private struct Post: Sendable {
        let heard: HeardSite
        let round: RoundID
        var base: String { "/plannen/\(heard.plan)/inname" }
    }

    private static func withPost(_ body: @Sendable @escaping (Post) async throws -> Void) async throws {
        try await HeardSite.with(opened: false) { heard in
            let official = try await HeardSite.participant(heard.handler, in: heard.world)
            let desk = ConsultationDesk(heard.world.office, store: heard.store)
            var preparation = try HeardSite.preparation
            preparation.title = "Ronde met post"
            preparation.channels = [.form, .letter, .mail]
            let round = try await desk.prepare(preparation, in: heard.plan, by: official)
            let text = try await heard.world.office.heads(of: heard.plan).text
            try await desk.open(round.id, of: heard.plan, shown: text, requestID: "post", by: official)
            try await body(Post(heard: heard, round: round.id))
        }
    }

    private static func take(_ values: [(String, String)], at post: Post) async throws -> String {
        let form = [("ronde", post.round.rawValue), ("soort", "letter")] + day + values
        let answer = try await post.heard.post(post.base + "/nieuw", form, as: post.heard.handler)
        try #require(answer.status == 303, "\(answer.status) \(answer.body)")
        return try #require(answer.headers["location"])
    }

    @Test func aLetterIsTakenInAndCutWithItsWordsBesideTheForm() async throws {
        try await Self.withPost { post in
            let handler = post.heard.handler
            let place = try await Self.take([("tekst", Self.letter), ("naam", "Kanarie Briefschrijver")], at: post)
            let page = try await post.heard.get(place, as: handler).body
            #expect(page.contains("Kanarie Briefschrijver") && page.contains("Uit 0 procent"))
            let cut = try await post.heard.post(
                place + "/inbreng",
                [
                    ("passage", "Noem een getal voor een veilige wijk."), ("soort", "remark"), ("sectie", "doel"),
                    ("citaat", "een veilige wijk"), ("tekst", "Wil een getal."),
                ], as: handler)
            #expect(cut.status == 303)
            let after = try await post.heard.get(place, as: handler).body
            #expect(after.contains("<mark class=\"taken\">Noem een getal voor een veilige wijk.</mark>"))
            #expect(after.contains("INB-0001") && after.contains("Wil een getal."))
            let input = try await post.heard.get("/plannen/\(post.heard.plan)/inbreng/INB-0001", as: handler).body
            #expect(input.contains(place) && input.contains("Kanarie Briefschrijver"))
        }
    }

    @Test func whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() async throws {
        try await Self.withPost { post in
            let handler = post.heard.handler
            let place = try await Self.take([("tekst", Self.letter)], at: post)
            let answer = try await post.heard.post(
                place + "/inbreng",
                [("passage", "Staat er niet"), ("soort", "remark"), ("tekst", "Mijn samenvatting")],
                as: handler)
            #expect(answer.status == 422)
            #expect(answer.body.contains("staan niet in het stuk") && answer.body.contains("Mijn samenvatting"))
            let empty = try await post.heard.post(
                post.base + "/nieuw", [("ronde", post.round.rawValue), ("soort", "letter")] + Self.day, as: handler)
            #expect(empty.status == 422 && empty.body.contains("Kies een bestand of typ de tekst"))
        }
    }

    @Test func ofAMailItIsSaidThatItsSenderIsNotCertain() async throws {
        try await Self.withPost { post in
            let handler = post.heard.handler
            let fields = [("ronde", post.round.rawValue), ("soort", "letter")] + Self.day
            let body = MultipartForm(
                fields, file: ("bestand", "reactie.eml", Array("Meer licht.".utf8)), token: handler.token)
            let answer = try await post.heard.site.send(
                "POST", post.base + "/nieuw", headers: body.headers(at: post.heard.site.port), body: body.bytes,
                as: handler)
            let place = try #require(answer.headers["location"])
            let page = try await post.heard.get(place, as: handler).body
            #expect(page.contains("De afzender van een mail is niet zeker"))
            #expect(page.contains("iemand@elders.example") && page.contains("notitie.txt"))
            let original = try await post.heard.get(place + "/origineel", as: handler)
            #expect(original.body == "Meer licht." && original.headers["content-type"] == "message/rfc822")
            #expect(original.headers["content-disposition"]?.hasPrefix("attachment;") == true)
        }
    }

    /// What says that it is larger than is taken is refused before any of it is read.
    @Test func aFileOfFiftyMegabytesIsRefusedUnread() async throws {
        try await Self.withPost { post in
            let port = post.heard.site.port
            let answer = try await post.heard.site.send(
                "POST", post.base + "/nieuw",
                headers: [
                    "Origin": "http://127.0.0.1:\(port)", "Content-Type": "multipart/form-data; boundary=x",
                    "Content-Length": String(50 << 20),
                ], body: [], as: post.heard.handler)
            #expect(answer.status == 413 && answer.body.contains("<h1"))
        }
    }

    @Test func aListIsTriedFirstAndThenTakenIn() async throws {
        try await Self.withPost { post in
            let handler = post.heard.handler
            let list = "Naam;Reactie;Sectie\nJ. de Boer;Meer licht;doel\nK. Smit;Ook dit;Weg\n"
            let body = MultipartForm(
                [("ronde", post.round.rawValue)] + Self.day, file: ("bestand", "lijst.csv", Array(list.utf8)),
                token: handler.token)
            let taken = try await post.heard.site.send(
                "POST", post.base + "/lijst", headers: body.headers(at: post.heard.site.port), body: body.bytes,
                as: handler)
            let place = try #require(taken.headers["location"], "\(taken.body)")
            let columns = [("kolom-1", "name"), ("kolom-2", "text"), ("kolom-3", "section")]
            let trial = try await post.heard.post(place, columns + [("actie", "proef")], as: handler)
            #expect(trial.body.contains("1 rij kan worden ingelezen") && trial.body.contains("staat niet in het plan"))
            #expect(try await post.heard.store.inputs(of: post.heard.plan).isEmpty)
            let done = try await post.heard.post(place, columns + [("actie", "inlezen")], as: handler)
            #expect(done.status == 303)
            #expect(try await post.heard.store.inputs(of: post.heard.plan).map(\.content.text) == ["Meer licht"])
        }
    }

    /// Whoever does not see everything reads the words that became an input, and neither who wrote them nor the letter.
    @Test func nobodyElseReadsWhoWroteOrTheLetterItself() async throws {
        try await Self.withPost { post in
            let heard = post.heard
            let place = try await Self.take([("tekst", Self.letter), ("naam", "Kanarie Briefschrijver")], at: post)
            let cut = try await heard.post(
                place + "/inbreng", [("soort", "remark"), ("tekst", "Wil een getal.")], as: heard.handler)
            #expect(cut.status == 303)
            let readers = [heard.drafter, heard.police, heard.councillor, heard.outsider, .visitor]
            for target in [post.base, place, place + "/origineel"] {
                for reader in readers {
                    let answer = try await heard.get(target, as: reader)
                    #expect(answer.status != 200, "\(target)")
                    #expect(!answer.body.contains("Kanarie"), "\(target)")
                }
            }
            let input = "/plannen/\(heard.plan)/inbreng/INB-0001"
            #expect(try await heard.get(input, as: heard.drafter).status == 404)
            let judged = try await heard.post(
                input + "/beoordeling", [("oordeel", "toelaten"), ("versie", "1")], as: heard.handler)
            #expect(judged.status == 303, "\(judged.body)")
            let seen = try await heard.get(input, as: heard.drafter)
            #expect(seen.status == 200 && seen.body.contains("Wil een getal."))
            #expect(!seen.body.contains("Kanarie") && !seen.body.contains("/inname/"))
            for target in [input, "/plannen/\(heard.plan)/inbreng"] {
                for reader in [heard.police, heard.councillor, heard.outsider, Reader.visitor] {
                    #expect(!(try await heard.get(target, as: reader)).body.contains("Wil een getal"), "\(target)")
                }
            }
        }
    }
}
