import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// The drafters' part of the nota and the raadsmededeling.
@Suite("The texts and fields of a plan's documents")
struct PapersTests {
    @Test func whatIsMissingStandsOnTopAndLeadsToItsPlace() async throws {
        try await DraftingSite.with { desk in
            try await desk.site.world.save(in: desk.plan) { $0.documents[0].parts[1].body = "<!-- hint -->\n" }
            let page = try await desk.site.get("/plannen/\(desk.plan)/stukken/nota/bewerken", as: desk.noor)
            #expect(page.status == 200 && MarkupCheck(page.body).faults == [] && !page.body.contains("⟦"))
            let missing = try #require(page.body.firstMatch(of: /<section class="notice"(?s:.*?)<\/section>/)).0
            #expect(missing.contains("stukken/nota/bewerken/kader") && missing.contains("gegevens#veld-number"))
            #expect(!missing.contains("bewerken/inleiding"))
            #expect(
                try await desk.site.get("/plannen/\(desk.plan)/stukken/niets/bewerken", as: desk.noor).status == 404)
        }
    }

    @Test func aPartIsWrittenInTheSameEditor() async throws {
        try await DraftingSite.with { desk in
            let target = "/plannen/\(desk.plan)/stukken/nota/bewerken/kader"
            let form = try await desk.form(desk.saving("De wet vraagt dit plan.\n"), at: target, as: desk.noor)
            #expect(try await desk.site.send(form, as: desk.adviser).status == 403)
            #expect(try await desk.site.send(form, as: desk.noor).status == 303)
            let text = try await desk.site.world.text(of: desk.plan)
            #expect(text.document("nota")?.parts[1].body == "De wet vraagt dit plan.\n")
            #expect(try await desk.site.get(target + "-niet", as: desk.noor).status == 404)
        }
    }

    private static let cause = ["reden": "Gegevens ingevuld", "aard": "inhoudelijk", "actie": "opslaan"]

    @Test func fieldsAreSavedAndDecisionPointsAddedOneByOne() async throws {
        try await DraftingSite.with { desk in
            let target = "/plannen/\(desk.plan)/gegevens"
            let first = try await desk.form(["actie": "erbij", "number": "2024-17"], at: target, as: desk.noor)
            #expect(first["beslispunt-2"] == "De raad te informeren.")
            let more = try await desk.site.send(first, as: desk.noor)
            #expect(more.status == 200 && MarkupCheck(more.body).faults == [])
            let again = try #require(PageForm(more.body, with: "basis"))
            #expect(again["beslispunt-4"] == "" && again["number"] == "2024-17")
            let filled = again.with(Self.cause).with([
                "beslispunt-1": "", "beslispunt-4": "De raad te bedanken.\n\nHartelijk.", "date-dag": "12",
                "date-maand": "6", "date-jaar": "2024", "attachments": "Plan\r\nBegroting",
                "disclosure": "deels-openbaar",
            ])
            for _ in 0..<2 { #expect(try await desk.site.send(filled, as: desk.noor).status == 303) }
            let metadata = try await desk.site.world.text(of: desk.plan).metadata
            #expect(metadata.number == "2024-17")
            #expect(metadata.nota.date == CalendarDate(iso8601: "2024-06-12"))
            #expect(metadata.nota.decisionPoints == ["De raad te informeren.", "De raad te bedanken.\nHartelijk."])
            #expect(metadata.nota.attachments == ["Plan", "Begroting"])
            #expect(metadata.nota.disclosure?.choice == .openInPart)
            #expect(metadata.municipality == "Gemeente Voorbeeld")
            #expect(try await desk.changeCount() == 2)
            #expect(try await desk.form(at: target, as: desk.noor)["date-maand"] == "6")
        }
    }

    @Test(
        arguments: [
            (["title": ""], "veld-title-fout"),
            (["date-dag": "31", "date-maand": "2", "date-jaar": "2024"], "veld-date-fout"),
            (["disclosure": "misschien"], "veld-disclosure-fout"), (["reden": ""], "veld-reden-fout"),
            (["number": String(repeating: "9", count: 301)], "veld-number-fout"), (["basis": ""], "id=\"fouten\""),
        ] as [([String: String], String)])
    func aWrongFieldIsNamedAndEverythingComesBack(answers: [String: String], place: String) async throws {
        try await DraftingSite.with { desk in
            let all = Self.cause.merging(["team": "Veiligheid"]) { $1 }.merging(answers) { $1 }
            let form = try await desk.form(all, at: "/plannen/\(desk.plan)/gegevens", as: desk.noor)
            let answer = try await desk.site.send(form, as: desk.noor)
            #expect(answer.status == 422 && answer.body.contains(place), "\(answers)")
            let again = try #require(PageForm(answer.body, with: "basis"))
            #expect(again["team"] == "Veiligheid")
            for (name, value) in answers where !["disclosure", "basis"].contains(name) { #expect(again[name] == value) }
            #expect(try await desk.changeCount() == 1)
        }
    }

    @Test func oneFieldOfTwoPeopleIsAChoice() async throws {
        try await DraftingSite.with { desk in
            let target = "/plannen/\(desk.plan)/gegevens"
            let mine = try await desk.form(Self.cause.merging(["team": "Zorg"]) { $1 }, at: target, as: desk.noor)
            let theirs = try await desk.form(Self.cause.merging(["team": "Wijken"]) { $1 }, at: target, as: desk.bas)
            #expect(try await desk.site.send(theirs, as: desk.bas).status == 303)
            let conflict = try await desk.site.send(mine, as: desk.noor)
            #expect(conflict.status == 409 && conflict.body.contains("Het team"))
            let form = try #require(PageForm(conflict.body, with: "keuze-1"))
            let answer = try await desk.site.send(
                form.with(["keuze-1": "eigen", "eigen-1": "Zorg en wijken", "actie": "kiezen"]), as: desk.noor)
            #expect(answer.status == 303)
            #expect(try await desk.site.world.text(of: desk.plan).metadata.team == "Zorg en wijken")
        }
    }
}
