import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// What looks like personal data does not enter git until somebody says that it may.
@Suite("Screening of what enters git")
struct ScreeningTests {
    private static let plain = "Het doel is een veilige wijk.\nDe gemeente werkt met bewoners.\n"

    @Test(arguments: [
        ("Mail wijk@dorp.example.\n", "wijk@dorp.example", "e-mailadres", false),
        ("Zijn BSN is 111222333.\n", "111222333", "burgerservicenummer", true),
        ("Naar NL91ABNA0417164300.\n", "NL91ABNA0417164300", "rekeningnummer", true),
        ("Volgens Kees Kwikstaart.\n", "Kees Kwikstaart", "naam", false),
    ])
    func itIsAskedAndSavedOnceSomebodyVouchesForIt(
        _ line: String, _ words: String, _ kind: String, _ isNoted: Bool
    ) async throws {
        try await DraftingSite.with { desk in
            let mail = try #require(MailAddress("kees@partner.example"))
            try await desk.site.store.save(
                Contact(
                    id: try #require(ContactID("kees")), organisation: Organisation(name: "Politie"),
                    name: "Kees Kwikstaart", mail: mail))
            let before = try await desk.body()
            let form = try await desk.form(desk.saving(Self.plain + line), as: desk.noor)
            let asked = try await desk.site.send(form, as: desk.noor)
            #expect(asked.status == 422 && asked.body.contains("‘\(words)’ (\(kind))"))
            #expect(asked.body.contains("id=\"veld-persoonlijk-1\"") && MarkupCheck(asked.body).faults == [])
            #expect(try await desk.body() == before)
            #expect(Canaries.found(in: try desk.site.world.git(desk.plan).run(["log", "-p", "--all"]).output) == [])
            // Vouching for other words is not vouching for these.
            let other = try await desk.form(
                desk.saving(Self.plain + line).merging(["persoonlijk": "iets anders"]) { $1 }, as: desk.noor)
            #expect(try await desk.site.send(other, as: desk.noor).status == 422)
            let vouched = try await desk.form(
                desk.saving(Self.plain + line).merging(["persoonlijk": words]) { $1 }, as: desk.noor)
            #expect(try await desk.site.send(vouched, as: desk.noor).status == 303)
            #expect(try await desk.body() == Self.plain + line)
            let deeds = try await desk.site.store.deeds().filter { $0.kind == .personalNumberAdmitted }
            #expect(deeds.map(\.plan) == (isNoted ? [desk.plan] : []))
            // What stands in the plan is not asked again.
            let next = try await desk.form(desk.saving(Self.plain + line + "En verder.\n"), as: desk.noor)
            #expect(try await desk.site.send(next, as: desk.noor).status == 303)
        }
    }

    @Test func theReasonOfAChangeIsLookedThroughToo() async throws {
        try await DraftingSite.with { desk in
            let answers = desk.saving(Self.plain).merging(["reden": "Op verzoek van jan@dorp.example"]) { $1 }
            let answer = try await desk.site.send(try await desk.form(answers, as: desk.noor), as: desk.noor)
            #expect(answer.status == 422 && answer.body.contains("veld-reden-fout"))
        }
    }
}
