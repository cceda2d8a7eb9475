import Foundation
import Testing

/// What partners wrote in the demo, and what became of it: as its files say.
struct DemoInputTests {
    private static let plans = ["groen", "jeugd", "schulden", "sport", "veiligheid"]

    @Test
    func everythingThatPartnersWroteIsThereAndTwoOfThemAreStillWriting() throws {
        let scratch = try Scratch()
        let data = try DemoContent.built(in: scratch)
        let written = try Self.plans.map { try Self.count("sleutel:", in: $0) }.reduce(0, +)
        let drafts = try Self.plans.map { try Self.count("concept: true", in: $0) }.reduce(0, +)
        #expect(written == 39 && drafts == 2)
        #expect(try Self.number("SELECT count(*) FROM input WHERE channel = 'form'", in: data) == written - drafts)
        #expect(try Self.number("SELECT count(*) FROM inputDraft WHERE version = 1", in: data) == drafts)
        let proposed = try Self.plans.map { try Self.count("voorgesteld:", in: $0) }.reduce(0, +)
        #expect(try Self.number("SELECT count(*) FROM disposition", in: data) == proposed)
    }

    @Test(arguments: plans)
    func whatWasAdoptedStandsInTheRegister(plan: String) throws {
        let scratch = try Scratch()
        let list = Listing(data: try DemoContent.built(in: scratch))
        let adopted = try list.acts(of: try Self.id(of: plan, in: list)).filter { $0.kind == "disposition-adopted" }
        #expect(try adopted.count == Self.count("vastgesteld:", in: plan))
    }

    /// Taken over and adopted: some change of the text names it.
    @Test(arguments: plans)
    func whatWasTakenOverIsCarriedOutByAChange(plan: String) throws {
        let scratch = try Scratch()
        let list = Listing(data: try DemoContent.built(in: scratch))
        let id = try Self.id(of: plan, in: list)
        let log = try StockGit(plan: id, in: list.data).run(
            "log", "main", "--format=%(trailers:key=Inbreng,valueonly)"
        ).lines
        let taken = try Self.text(of: plan).split(separator: "- sleutel:").filter { input in
            input.contains("vastgesteld:") && input.contains(#/uitkomst: (deels )?overgenomen/#)
        }
        #expect(Set(log.filter { $0.hasPrefix("INB-") }).count == taken.count)
    }

    @Test
    func theGateOfThePlanInDraftingNamesWhatIsStillToBeAnswered() throws {
        let scratch = try Scratch()
        let list = Listing(data: try DemoContent.built(in: scratch))
        let id = try Self.id(of: "sport", in: list)
        let answer = try Paraaf.run("plan", "show", id, data: list.data)
        let open = try Self.count("sleutel:", in: "sport") - Self.count("vastgesteld:", in: "sport")
        #expect(open > 0 && answer.text.contains("nog \(open) keer inbreng zonder vastgestelde afdoening"))
    }

    @Test
    func somebodyWasInvitedAndHasNotReacted() throws {
        let scratch = try Scratch()
        let data = try DemoContent.built(in: scratch)
        let silent = try Self.number(
            """
            SELECT count(DISTINCT contact.organisation) FROM invitation JOIN contact ON contact.id = invitation.contact
            WHERE invitation.plan LIKE '%veiligheid%' AND contact.organisation = 'Horecaoverleg Waterkerke'
            AND NOT EXISTS (SELECT * FROM submission WHERE submission.organisation = contact.organisation)
            """, in: data)
        #expect(silent == 1)
    }

    // MARK: The files and the store

    private static func text(of plan: String) throws -> String {
        try String(
            contentsOf: DemoContent.folder.appending(path: "plannen/\(plan)/inbreng.yml"), encoding: .utf8)
    }

    private static func count(_ words: String, in plan: String) throws -> Int {
        try text(of: plan).ranges(of: words).count
    }

    /// The plan of a folder, by a word of its title.
    private static func id(of plan: String, in list: Listing) throws -> String {
        let found = try list.plans().first { $0.id.contains(plan) && $0.type == "meerjarenbeleidsplan" }
        return try #require(found?.id)
    }

    private static func number(_ query: String, in data: URL) throws -> Int {
        let script = "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchone()[0])"
        let file = data.appending(path: "paraaf.sqlite").plain
        let answer = try Command("python3", ["-c", script, file, query])
        return try #require(Int(answer.text.trimmingCharacters(in: .whitespacesAndNewlines)), "\(answer.complaint)")
    }
}
