import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// Dividing a plan through its pages: one form, one change, and the ids stay.
@Suite("The structure of a plan, by its pages")
struct StructurePageTests {
    private func sections(_ desk: DraftingSite) async throws -> [String] {
        try await desk.site.world.text(of: desk.plan).sections.map(\.id.rawValue)
    }

    private func form(_ desk: DraftingSite, _ item: String, _ action: String) async throws -> PageForm {
        let target = "/plannen/\(desk.plan)/indeling" + item
        return try await desk.form(at: target, mark: "name=\"actie\" value=\"\(action)\"", as: desk.noor)
    }

    /// Where, which form, its answers, and the sections afterwards.
    @Test(
        arguments: [
            (
                "", "nieuwe-sectie", ["sectietitel": "Planning", "hoofdstuk": "aanpak", "steller": "Adviseur"],
                ["aanleiding", "doel", "acties", "planning"]
            ),
            ("", "nieuw-hoofdstuk", ["hoofdstuktitel": "Slot"], ["aanleiding", "doel", "acties"]),
            ("/secties/doel", "hernoem", ["titel": "Doelen"], ["aanleiding", "doel", "acties"]),
            ("/secties/doel", "steller", ["functie": "Adviseur zorg"], ["aanleiding", "doel", "acties"]),
            ("/secties/doel", "omhoog", [:], ["doel", "aanleiding", "acties"]),
            ("/secties/aanleiding", "omlaag", [:], ["doel", "aanleiding", "acties"]),
            ("/secties/aanleiding", "verplaats", ["plek": "aanpak/1"], ["doel", "acties", "aanleiding"]),
            (
                "/secties/doel", "splits", ["regel": "2", "tweede-titel": "Samen"],
                ["aanleiding", "doel", "samen", "acties"]
            ),
            ("/secties/aanleiding", "voeg-samen", [:], ["aanleiding", "acties"]),
            ("/secties/acties", "verwijder", ["zeker": "ja"], ["aanleiding", "doel"]),
            ("/hoofdstukken/aanpak", "hernoem", ["titel": "Zo pakken wij het aan"], ["aanleiding", "doel", "acties"]),
            ("/hoofdstukken/aanpak", "omhoog", [:], ["acties", "aanleiding", "doel"]),
        ] as [(String, String, [String: String], [String])])
    func eachFormIsOneChangeHoweverOftenItIsSent(
        item: String, action: String, answers: [String: String], expected: [String]
    ) async throws {
        try await DraftingSite.with { desk in
            let form = try await form(desk, item, action).with(answers)
            #expect(form["reden-\(action)"]?.isEmpty == false)
            for _ in 0..<2 {
                let answer = try await desk.site.send(form, as: desk.noor)
                #expect(answer.status == 303, "\(action)")
            }
            #expect(try await sections(desk) == expected)
            #expect(try await desk.changeCount() == 2)
            let page = try await desk.site.get("/plannen/\(desk.plan)/indeling", as: desk.noor)
            #expect(page.status == 200 && MarkupCheck(page.body).faults == [] && !page.body.contains("⟦"))
        }
    }

    @Test(
        arguments: [
            ("", "nieuwe-sectie", ["sectietitel": "", "hoofdstuk": "aanpak"], "veld-sectietitel-fout"),
            ("", "nieuwe-sectie", ["sectietitel": "Planning", "hoofdstuk": "elders"], "veld-hoofdstuk-fout"),
            ("", "nieuw-hoofdstuk", ["hoofdstuktitel": String(repeating: "t", count: 201)], "veld-hoofdstuktitel-fout"),
            ("/secties/doel", "hernoem", ["titel": "Doelen", "reden-hernoem": ""], "veld-reden-hernoem-fout"),
            ("/secties/doel", "splits", ["regel": "99"], "veld-regel-fout"),
            ("/secties/doel", "splits", ["regel": "2", "tweede-titel": ""], "veld-regel-fout"),
            ("/secties/acties", "verwijder", [:], "veld-zeker-fout"),
            ("/secties/aanleiding", "omhoog", [:], "id=\"fouten\""),
            ("/secties/doel", "verplaats", ["plek": "aanpak/99"], "veld-plek-fout"),
            ("/hoofdstukken/aanpak", "verwijder", ["zeker": "ja"], "id=\"fouten\""),
            ("/secties/doel", "hernoem", ["titel": "Doelen", "versie": "geen"], "id=\"fouten\""),
            (
                "/secties/doel", "hernoem", ["titel": "Doelen", "versie": String(repeating: "1", count: 40)],
                "id=\"fouten\""
            ),
        ] as [(String, String, [String: String], String)])
    func whatCannotBeIsSaidAtItsField(
        item: String, action: String, answers: [String: String], place: String
    ) async throws {
        try await DraftingSite.with { desk in
            let form = try await form(desk, item, action).with(answers)
            let answer = try await desk.site.send(form, as: desk.noor)
            #expect(answer.status == 422)
            #expect(answer.body.contains(place), "\(action) \(answers)")
            #expect(MarkupCheck(answer.body).faults == [])
            #expect(try await desk.changeCount() == 1)
        }
    }

    @Test func whatChangedSinceItWasShownIsNotTakenOutUnseen() async throws {
        try await DraftingSite.with { desk in
            let form = try await form(desk, "/secties/doel", "verwijder").with(["zeker": "ja"])
            try await desk.site.world.save(in: desk.plan) { $0 = $0.with("doel", body: "Nieuwe woorden.\n") }
            #expect(try await desk.site.send(form, as: desk.noor).status == 422)
            #expect(try await sections(desk).contains("doel"))
        }
    }

    @Test func anotherPlansPeopleAndIdsGetNowhere() async throws {
        try await DraftingSite.with { desk in
            let form = try await form(desk, "/secties/doel", "hernoem").with(["titel": "Van een ander"])
            for (reader, status) in [(desk.adviser, 403), (desk.outsider, 404)] {
                #expect(try await desk.site.send(form, as: reader).status == status)
                #expect(try await desk.site.get("/plannen/\(desk.plan)/indeling", as: reader).status == status)
            }
            let base = "/plannen/\(desk.plan)/indeling"
            for target in [base + "/secties/nergens", base + "/hoofdstukken/nergens"] {
                #expect(try await desk.site.get(target, as: desk.noor).status == 404)
                #expect(try await desk.site.post(target, form.values, as: desk.noor).status == 404)
            }
            #expect(try await desk.changeCount() == 1)
        }
    }
}
