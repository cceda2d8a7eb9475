import Foundation
import GRDB
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import SQLiteStore
@testable import Web

/// Who has no account follows by a code; nothing is shown without one, and guessing is slowed.
@Suite("Following by a code")
struct FollowPageTests {
    /// With a letter of which one passage became an input that was answered, and one of somebody else.
    private static func with(
        _ body: @Sendable @escaping (HeardSite, Letter) async throws -> Void
    ) async throws {
        try await HeardSite.with { heard in
            let bos = try await Letter(of: "Mia Bos", address: "Kade 1\n1234 AB Waterkerke", in: heard)
            _ = try await Letter(of: "Jo Vis", address: "Kade 9", in: heard)
            try await body(heard, bos)
        }
    }

    @Test func theOfficerIsShownACodeOnceAndItOpensThatLetterAlone() async throws {
        try await Self.with { heard, letter in
            let path = "/plannen/\(heard.plan)/inname/stuk/\(letter.id)"
            let slip = try await heard.post(path + "/volgcode", [], as: heard.handler)
            #expect(slip.status == 200 && MarkupCheck(slip.body).faults == [])
            #expect(slip.headers["cache-control"] == "no-store")
            let code = try #require(slip.body.firstMatch(of: /([0-9A-Z]{4}-){3}[0-9A-Z]{4}/).map { String($0.0) })
            let rows = try await heard.world.store.read { db in
                try String.fetchAll(db, sql: "SELECT hash || subject FROM followCode")
            }
            #expect(rows.count == 1 && !rows[0].contains(code), "its hash alone is kept")
            for reader in [heard.drafter, heard.police, heard.outsider] {
                #expect(try await heard.post(path + "/volgcode", [], as: reader).status >= 403)
            }
            let typed = code.lowercased().replacing("-", with: " ")
            var reader = Reader.visitorWithForm
            let entered = try await heard.site.post("/volg", [("code", typed)], as: reader)
            #expect(entered.status == 303 && entered.headers["location"] == "/volg/inbreng")
            #expect(entered.headers["set-cookie"]?.contains("HttpOnly") == true)
            reader.carried = "volg=\(code)"
            let page = try await heard.site.get("/volg/inbreng", as: reader)
            #expect(page.body.contains("\(letter.number)") && page.body.contains("Dank voor uw reactie."))
            #expect(!page.body.contains("Jo Vis") && !page.body.contains("Mia Bos") && !page.body.contains("Kade"))
            #expect(page.headers["cache-control"] == "no-store" && MarkupCheck(page.body).faults == [])
            let reply = [("oordeel", "betwist"), ("reden", "Nee."), ("afdoening", "1")]
            let answer = try await heard.site.post("/volg/inbreng/\(letter.number)/antwoord", reply, as: reader)
            #expect(answer.status == 303)
            #expect(try await heard.store.inputLines(of: heard.plan).compactMap(\.dispute).count == 1)
            #expect(try await heard.site.get("/volg/inbreng/INB-0002/antwoord", as: reader).status == 404)
            #expect(try await heard.site.get("/volg/inbreng/document", as: reader).body.contains("\(letter.number)"))
        }
    }

    @Test func withoutACodeThereIsNothingToSee() async throws {
        try await Self.with { heard, letter in
            var reader = Reader.visitorWithForm
            for cookie in ["", "volg=AAAA-AAAA-AAAA-AAAA", "volg=%00", "volg=\(letter.number)"] {
                reader.carried = cookie
                for path in ["", "/document", "/\(letter.number)/antwoord"] {
                    let answer = try await heard.site.get("/volg/inbreng" + path, as: reader)
                    #expect(answer.status == 303 && answer.headers["location"] == "/volg", "\(cookie) \(path)")
                }
            }
        }
    }

    @Test func guessingIsSlowedAndNobodysAddressIsWrittenDown() async throws {
        try await Self.with { heard, _ in
            var statuses: [Int] = []
            for number in 0..<102 {
                let digits = String(number)
                let code = String(repeating: "A", count: 16 - digits.count) + digits
                let answer = try await heard.site.post("/volg", [("code", code)], as: .visitorWithForm)
                statuses.append(answer.status)
            }
            #expect(statuses.prefix(100).allSatisfy { $0 == 422 } && statuses.last == 429)
            for text in ["", "kort", String(repeating: "0", count: 70)] {
                let answer = try await heard.site.post("/volg", [("code", text)], as: .visitorWithForm)
                #expect(answer.status == 422 || answer.status == 429)
            }
            #expect(!heard.site.log.all.contains { $0.contains("127.0.0.1") && $0.contains("volg") })
        }
    }

    @Test func lettersBearAnAddressACodeAndTheAnswer() async throws {
        try await Self.with { heard, letter in
            let desk = "/plannen/\(heard.plan)/rondes/\(heard.round)/terugkoppeling"
            let print = { (which: String) in
                try await heard.post(
                    desk + "/brieven", [("welke", which), ("_request", HeardSite.request(which))], as: heard.editor)
            }
            let page = try await print("nieuw")
            #expect(page.status == 200 && MarkupCheck(page.body).faults == [])
            for words in ["Mia Bos", "1234 AB Waterkerke", "Jo Vis", "\(letter.number)", "Dank voor uw reactie."] {
                #expect(page.body.contains(words), "\(words)")
            }
            #expect(page.body.matches(of: /([0-9A-Z]{4}-){3}[0-9A-Z]{4}/).count == 2)
            #expect(page.headers["cache-control"] == "no-store")
            let told = try await heard.store.feedback(of: heard.plan)
            #expect(told.map(\.told?.way) == [.letter, .letter])
            #expect(try await print("opnieuw").body.contains("Mia Bos"))
            #expect(try await heard.store.feedback(of: heard.plan) == told)
            #expect(try await heard.post(desk + "/brieven", [("welke", "x")], as: heard.editor).status >= 400)
        }
    }
}

/// A letter of somebody, taken in past the desk, with one answered input.
private struct Letter {
    let id: IntakeDocumentID
    let number: InputNumber

    init(of name: String, address: String, in heard: HeardSite) async throws {
        let (store, now) = (heard.store, heard.world.clock.now)
        let key = name.lowercased().replacing(" ", with: "-")
        let writer = Correspondent(
            id: try #require(CorrespondentID(key)), plan: heard.plan, name: name, address: address)
        id = try #require(IntakeDocumentID("brief-" + key))
        let person = try #require(heard.handler.account).id
        let document = IntakeDocument(
            id: id, plan: heard.plan, round: heard.round, kind: .letter, arrivedOn: heard.world.clock.today,
            correspondent: writer.id, title: "Brief", text: "Meer licht, graag.", takenInBy: person, takenInAt: now,
            standing: .inTime)
        try await store.keep(document, from: writer, bytes: nil)
        let content = InputContent(kind: .general, text: "Meer licht, graag.")
        let submission = Submission(
            of: [.init(content: content, key: heard.world.seals.freshKey())], in: heard.round, of: heard.plan,
            from: Submitter(writer.id), by: .letter, source: .document(id.rawValue), takenInBy: person,
            requestID: key, receivedAt: now)
        number = try #require(
            try await store.receive([IntakePart(submission)], of: document, finishing: nil).first?.numbers.first)
        let judgement = [("oordeel", "toelaten"), ("versie", "1")]
        let judged = try await heard.post(heard.desk + "/\(number)/beoordeling", judgement, as: heard.handler)
        #expect(judged.status == 303)
        try await heard.settle(number)
    }
}
