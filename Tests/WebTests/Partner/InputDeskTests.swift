import Foundation
import PlanDomain
import TestSupport
import Testing

@testable import Web

/// The desk where inputs are handled: what is read there by whom, proposing, adopting.
@Suite("Handling inputs")
struct InputDeskTests {
    @Test func aProposalIsAdoptedBySomebodyElseAndThePartnerReadsIt() async throws {
        try await HeardSite.with { heard in
            let number = try await heard.send(as: heard.police, request: "een")
            let page = try await heard.get(heard.desk + "/\(number)", as: heard.handler)
            #expect(page.status == 200 && page.body.contains("<strong>een veilige wijk</strong>"))
            let form = try await heard.get(heard.desk + "/\(number)/afdoening", as: heard.handler)
            #expect(form.body.contains("Iemand anders stelt het vast"))
            let values = [
                ("uitkomst", "niet-overgenomen"), ("reden", "Alle wijken."), ("versie", "1"), ("voorstel", "0"),
            ]
            for _ in 0..<2 {
                let answer = try await heard.post(heard.desk + "/\(number)/afdoening", values, as: heard.handler)
                #expect(answer.status == 303)
            }
            let line = try await heard.store.inputLines(of: heard.plan).first
            #expect(line?.dispositions.count == 1, "the same proposal twice is one")
            #expect(!(try await heard.get("/inbreng/\(number)", as: heard.police).body.contains("Alle wijken.")))
            let seen = try await heard.get(heard.desk + "/\(number)", as: heard.editor).body
            #expect(seen.contains("/vaststelling"))
            let adoption = [("voorstel", "1"), ("_request", HeardSite.request("vast"))]
            for _ in 0..<2 {
                let answer = try await heard.post(heard.desk + "/\(number)/vaststelling", adoption, as: heard.editor)
                #expect(answer.status == 303)
            }
            #expect(try await heard.store.acts(of: heard.plan).count { $0.payload.kind == .dispositionAdopted } == 1)
            let own = try await heard.get("/inbreng/\(number)", as: heard.police).body
            #expect(own.contains("Niet overgenomen") && own.contains("Alle wijken."))
        }
    }

    @Test func whoProposedCannotAdopt() async throws {
        try await HeardSite.with { heard in
            let number = try await heard.send(as: heard.police, request: "een")
            let values = [("uitkomst", "overgenomen"), ("versie", "1"), ("voorstel", "0")]
            _ = try await heard.post(heard.desk + "/\(number)/afdoening", values, as: heard.editor)
            let page = try await heard.get(heard.desk + "/\(number)", as: heard.editor).body
            #expect(page.contains("U deed dit voorstel") && !page.contains("/vaststelling"))
            let before = try await heard.state()
            let answer = try await heard.post(
                heard.desk + "/\(number)/vaststelling", [("voorstel", "1")], as: heard.editor)
            #expect(answer.status == 403)
            #expect(try await heard.state() == before)
        }
    }

    @Test func theWrongFormsChangeNothing() async throws {
        try await HeardSite.with { heard in
            let number = try await heard.send(as: heard.police, request: "een")
            let one = "/\(number)/afdoening"
            let (handler, sound) = (heard.handler, Self.proposal("niet-overgenomen"))
            let before = try await heard.state()
            let attempts: [(String, [(String, String)], Reader, Int)] = [
                (one, [], handler, 422), (one, Self.proposal("niet-overgenomen", reason: ""), handler, 422),
                (one, Self.proposal("weg"), handler, 422), (one, Self.proposal("ingetrokken"), handler, 422),
                (one, Self.proposal("dubbel"), handler, 422),
                (one, Self.proposal("dubbel", twin: "INB-0099"), handler, 422),
                (one, Self.proposal("niet-overgenomen", reason: Self.long), handler, 422),
                (one, Self.proposal("niet-overgenomen", version: "2"), handler, 409),
                (one, Self.proposal("niet-overgenomen", after: "x"), handler, 422),
                ("/INB-0099/afdoening", sound, handler, 404), ("/1/afdoening", sound, handler, 404),
                (one, sound, heard.drafter, 403), (one, sound, heard.police, 404), (one, sound, heard.outsider, 404),
                ("/\(number)/vaststelling", [("voorstel", "1")], handler, 403),
                ("/\(number)/vaststelling", [("voorstel", "1")], heard.editor, 409),
                ("/\(number)/vaststelling", [], heard.police, 404),
            ]
            for (path, values, reader, status) in attempts {
                let answer = try await heard.post(heard.desk + path, values, as: reader)
                #expect(answer.status == status, "\(path) \(values)")
                #expect(MarkupCheck(answer.body).faults == [], "\(path) \(values)")
            }
            #expect(try await heard.state() == before)
        }
    }

    private static let long = String(repeating: "lang ", count: 1_100)

    private static func proposal(
        _ outcome: String, reason: String = "Nee", version: String = "1", after ordinal: String = "0", twin: String = ""
    ) -> [(String, String)] {
        [("uitkomst", outcome), ("reden", reason), ("versie", version), ("voorstel", ordinal), ("dubbel", twin)]
    }

    /// A drafter reads what was written and by which organisation; neither who nor what was sent along.
    @Test func draftersSeeNoContactAndNoFile() async throws {
        try await HeardSite.with { heard in
            _ = try await heard.post("/reactie", [("soort", "general"), ("tekst", "Zie bijlage")], as: heard.police)
            _ = try await heard.attach(Array("%PDF-1.7\n".utf8), named: "van Pim.pdf")
            let version = String(try await heard.draftVersion(of: heard.police))
            _ = try await heard.post(
                "/controle", [("versie", version), ("_request", HeardSite.request("een"))], as: heard.police)
            let full = try await heard.get(heard.desk + "/INB-0001", as: heard.handler).body
            let path = try #require(
                full.firstMatch(of: /href="(\/plannen[^"?]*\/bijlagen\/[a-z0-9-]+)[?"]/)
            ).1
            #expect(try await heard.site.get(String(path), as: heard.handler).headers["content-disposition"] != nil)
            #expect(try await heard.site.get(String(path), as: heard.drafter).status == 404)
            for page in ["", "/INB-0001"] {
                let body = try await heard.get(heard.desk + page, as: heard.drafter).body
                #expect(body.contains("Politie Oost") && body.contains("Zie bijlage"))
                #expect(!body.contains("Pim") && !body.contains("partner.nl") && !body.contains("/afdoening"))
            }
            #expect(try await heard.get(heard.desk, as: heard.police).status == 404)
            #expect(try await heard.get(heard.desk + "/INB-0001", as: heard.councillor).status == 404)
        }
    }

    @Test func theListIsFiltered() async throws {
        try await HeardSite.with { heard in
            try await heard.send(as: heard.police, request: "een")
            try await heard.send(
                [("soort", "question"), ("tekst", "Wanneer?")], as: heard.fireBrigade, request: "twee")
            let filters = [
                ("", "INB-0001 INB-0002"), ("?organisatie=Brandweer", "INB-0002"), ("?zoek=WIJK", "INB-0001"),
                ("?sectie=acties", ""), ("?stand=received", "INB-0001 INB-0002"), ("?uitkomst=dubbel", ""),
                ("?sectie=doel&zoek=wanneer", "INB-0002"),
            ]
            for (query, numbers) in filters {
                let body = try await heard.get(heard.desk + query, as: heard.handler).body
                let found = body.matches(of: /">(INB-[0-9]+)<\/a>/).map { String($0.1) }.joined(separator: " ")
                #expect(found == numbers, "\(query)")
                #expect(MarkupCheck(body).faults == [], "\(query)")
            }
        }
    }

    @Test func anInputIsHandedOutAndFoundByItsHandler() async throws {
        try await HeardSite.with { heard in
            let number = try await heard.send(as: heard.police, request: "een")
            try await heard.send(as: heard.fireBrigade, request: "twee")
            let (page, target) = (heard.desk + "/\(number)", heard.desk + "/\(number)/behandelaar")
            let shown = try await heard.get(page, as: heard.editor).body
            #expect(shown.contains("Wie behandelt deze inbreng?") && shown.contains("Functie Hanna (Hanna)"))
            #expect(MarkupCheck(shown).faults == [] && !shown.contains("⟦"))
            let handler = try #require(heard.handler.account).id.rawValue
            for _ in 0..<2 {
                #expect(try await heard.post(target, [("behandelaar", handler)], as: heard.editor).status == 303)
            }
            let list = try await heard.get(heard.desk + "?behandelaar=\(handler)", as: heard.editor).body
            #expect(list.contains("INB-0001") && !list.contains("INB-0002"))
            #expect(list.contains("Behandelaar: Functie Hanna (Hanna)"))
            let drafter = try await heard.get(page, as: heard.drafter).body
            #expect(!drafter.contains("Hanna") && !drafter.contains("/behandelaar"))
            let attempts: [([(String, String)], Reader, Int)] = [
                ([], heard.editor, 422), ([("behandelaar", "niemand")], heard.editor, 422),
                ([("behandelaar", handler)], heard.drafter, 403), ([("behandelaar", handler)], heard.police, 404),
            ]
            for (values, reader, status) in attempts {
                #expect(try await heard.post(target, values, as: reader).status == status)
            }
            #expect(try await heard.store.assignments(of: heard.plan).count == 1)
            #expect(try await heard.post(target, [("behandelaar", "iedereen")], as: heard.editor).status == 303)
            #expect(try await heard.store.assignments(of: heard.plan).isEmpty)
        }
    }

    @Test func whatWaitsIsATaskOfWhoCanDoIt() async throws {
        try await HeardSite.with { heard in
            let number = try await heard.send(as: heard.police, request: "een")
            let desk = WorkDesk(heard.world.office, sources: [InputTasks(heard.world.office, store: heard.world.store)])
            func keys(_ reader: Reader) async throws -> [String] {
                let participant = try await HeardSite.participant(reader, in: heard.world)
                return try await desk.list(for: participant, in: heard.plan).tasks
                    .filter { $0.place == .inputs(number: number.description) }.map(\.what.key)
            }
            #expect(try await keys(heard.handler) == ["inputs.work.handle"])
            #expect(try await keys(heard.drafter) == [])
            let values = [("uitkomst", "overgenomen"), ("versie", "1"), ("voorstel", "0")]
            _ = try await heard.post(heard.desk + "/\(number)/afdoening", values, as: heard.handler)
            #expect(try await keys(heard.handler) == [])
            #expect(try await keys(heard.editor) == ["inputs.work.adopt"])
            _ = try await heard.post(heard.desk + "/\(number)/vaststelling", [("voorstel", "1")], as: heard.editor)
            #expect(try await keys(heard.drafter) == ["inputs.work.carry-out"])
        }
    }
}

extension HeardSite {
    var desk: String { "/plannen/\(plan)/inbreng" }
}
