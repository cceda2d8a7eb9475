import Foundation
import PlanDomain
import Survey
import TestSupport
import Testing

@testable import Web

/// Taking in answers from elsewhere: looked at before, taken in once, and undone as a whole.
@Suite("Answers from a file")
struct SheetFileTests {
    private static let file =
        "Woont u hier?;Wijk;Welk cijfer geeft u?\r\nJa;Noord;7\r\nmisschien;Zuid;8\r\n;;\r\nNee;;99\r\nNee;;6\r\n"

    private func upload(_ text: String, at survey: SurveySite) async throws -> WireResponse {
        let reader = survey.heard.handler
        let form = MultipartForm(
            [(FormSeal.tokenName, reader.token)], file: ("bestand", "panel.csv", Array(text.utf8)), token: nil)
        return try await survey.site.send(
            "POST", survey.office + "/bestanden", headers: form.headers(at: survey.site.port), body: form.bytes,
            as: reader)
    }

    private func post(_ path: String, _ values: [(String, String)] = [], at survey: SurveySite) async throws
        -> WireResponse
    {
        try await survey.site.post(path, values, as: survey.heard.handler)
    }

    @Test func aFileIsLookedAtSettledTakenInOnceAndUndone() async throws {
        try await SurveySite.with { survey in
            let place = try #require(try await upload(Self.file, at: survey).headers["location"])
            let first = try await survey.site.get(place, as: survey.heard.handler).body
            #expect(MarkupCheck(first).faults == [] && !first.contains("⟦"))
            #expect(first.contains("Regels die goed zijn: 2. Regels met een fout: 2."))
            #expect(first.contains("Regel 3, kolom Woont u hier?: ‘misschien’.") && first.contains("Regel 5"))
            #expect(first.contains("<option value=\"v3\" selected>"), "guessed")
            let columns = [("kolom-1", "v1"), ("kolom-2", "v2"), ("kolom-3", "")]
            #expect(try await post(place, columns, at: survey).status == 303)
            let second = try await survey.site.get(place, as: survey.heard.handler).body
            #expect(second.contains("Regels die goed zijn: 3. Regels met een fout: 1."))
            #expect(try await survey.responses().isEmpty, "nothing before it is asked for")
            for _ in 0..<2 { #expect(try await post(place + "/overnemen", at: survey).status == 303) }
            let kept = try await survey.responses()
            #expect(kept.count == 3 && kept.allSatisfy { $0.way == .panel })
            #expect(kept.contains { $0.sheet == AnswerSheet(["v1": .chosen(["a"]), "v2": .text("Noord")]) })
            #expect(try await upload(Self.file, at: survey).headers["location"] == place, "the same file is the same")
            #expect(try await post(place, columns, at: survey).status == 409)
            #expect(try await post(place + "/verwijderen", at: survey).status == 303)
            #expect(try await survey.responses().isEmpty)
        }
    }

    @Test func whatIsNoTableIsRefusedWithItsLine() async throws {
        try await SurveySite.with { survey in
            for (text, why) in [
                ("", "bestand"), ("A;B\r\n", "geen regels"), ("A;A\r\n1;2\r\n", "kolom 2"),
                ("A;B\r\n\"1;2\r\n", "regel 2"),
                ("A;B\r\n1;2;3\r\n", "regel 2"), ("A;B\r\n\u{0};1\r\n", "geen tekstbestand"),
            ] {
                let answer = try await upload(text, at: survey)
                #expect(answer.status == 422 && answer.body.lowercased().contains(why), "\(text)")
            }
            #expect(try await survey.store.sheetFiles(of: survey.round, in: survey.heard.plan).isEmpty)
        }
    }
}
