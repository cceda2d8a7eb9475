import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// Choosing passages of an older version on a page, and finding them in the editor.
@Suite("Passages that come back")
struct PassagePageTests {
    private static let first = "Het begin blijft kort.\n\nHet midden.\n\nHet slot is een afspraak.\n"
    private static let second = "Het begin werd langer.\n\nHet midden.\n\nHet slot is een wens.\n"

    /// A plan whose section changed in two places, read as it lies in git.
    private static func with(
        _ body: @Sendable @escaping (DraftingSite, _ page: String) async throws -> Void
    ) async throws {
        try await DraftingSite.with(.sample().with("doel", body: first), in: World()) { desk in
            let old = try await desk.site.world.office.heads(of: desk.plan).text
            let change = try await desk.site.world.save(in: desk.plan) { $0 = $0.with("doel", body: second) }
            try await body(desk, "/plannen/\(desk.plan)/secties/doel/passages?van=\(old)&tot=\(change.id)")
        }
    }

    @Test func theComparisonLeadsThereForWhoWritesAlone() async throws {
        try await Self.with { desk, page in
            let comparison = page.replacing("passages", with: "vergelijking")
            let (own, other) = (
                try await desk.site.get(comparison, as: desk.noor),
                try await desk.site.get(comparison, as: desk.adviser)
            )
            #expect(own.body.contains("secties/doel/passages?"))
            #expect(other.status == 200 && !other.body.contains("secties/doel/passages?"))
            for (reader, status) in [(desk.adviser, 403), (desk.outsider, 404)] {
                let answer = try await desk.site.get(page, as: reader)
                #expect(answer.status == status)
            }
        }
    }

    @Test func aTickedPassageWaitsInTheEditorAndOnlyThere() async throws {
        try await Self.with { desk, page in
            let shown = try await desk.site.get(page, as: desk.noor)
            #expect(shown.status == 200 && MarkupCheck(shown.body).faults == [])
            #expect(shown.body.matches(of: /name="passage"/).count == 2)
            let form = try await desk.form(["passage": "2"], at: page, mark: "name=\"van\"", as: desk.noor)
            for _ in 0..<2 {
                let answer = try await desk.site.send(form, as: desk.noor)
                #expect(answer.status == 303)
                let editor = try #require(answer.headers["location"])
                let text = PageForm(try await desk.site.get(editor, as: desk.noor).body, with: "basis")?["tekst"]
                #expect(text?.contains("een afspraak") == true && text?.contains("werd langer") == true)
            }
            #expect(try await desk.body() == Self.second)
            #expect(try await desk.drafts(of: desk.noor).count == 1)
        }
    }

    @Test func nothingTickedIsSaidAtTheQuestion() async throws {
        try await Self.with { desk, page in
            let form = try await desk.form(at: page, mark: "name=\"van\"", as: desk.noor)
            let answer = try await desk.site.send(form, as: desk.noor)
            #expect(answer.status == 422 && answer.body.contains("id=\"veld-passage-fout\""))
            #expect(MarkupCheck(answer.body).faults == [])
            #expect(try await desk.drafts(of: desk.noor).isEmpty)
        }
    }

    @Test func theAddressOfAJoinedSectionLeadsToWhereItsTextIs() async throws {
        try await Self.with { desk, _ in
            let drafting = DraftingDesk(
                office: desk.site.world.office, drafts: desk.site.store, people: desk.site.store)
            let noor = Participant(
                .person(try #require(desk.noor.account)),
                appointments: try await desk.site.store.appointments(of: try #require(desk.noor.account).id))
            try await drafting.restructure(
                StructureSave(
                    plan: desk.plan, edit: .mergeSection(.named("aanleiding")),
                    shown: try await desk.site.world.office.heads(of: desk.plan).text, summary: "Samengevoegd",
                    requestID: "samen"), by: noor)
            let answer = try await desk.site.get("/plannen/\(desk.plan)/secties/doel", as: desk.noor)
            #expect(answer.status == 303)
            #expect(answer.headers["location"] == "/plannen/\(desk.plan)/secties/aanleiding")
            let whole = try await desk.site.get("/plannen/\(desk.plan)/secties/aanleiding", as: desk.noor).body
            let link = try #require(whole.firstMatch(of: /class="kin">\s*<li>[^<]*<a href="([^"]*)"/)?.1)
            let old = try await desk.site.get(String(link).replacing("#geschiedenis", with: ""), as: desk.noor)
            #expect(old.status == 200 && old.body.contains("een wens") && old.body.contains("Deze tekst staat nu in"))
        }
    }
}
