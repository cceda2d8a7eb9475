import Foundation
import Testing

/// The imaginary municipality: what is in it, and that it can be made on any day.
struct DemoTests {
    @Test
    func aPlanStandsInEveryStage() throws {
        let scratch = try Scratch()
        let list = Listing(data: try DemoContent.built(in: scratch))
        let stages = try list.plans().map { "\($0.type) \($0.stage)" }.sorted()
        #expect(
            stages == [
                "meerjarenbeleidsplan adopt", "meerjarenbeleidsplan adopted", "meerjarenbeleidsplan consult",
                "meerjarenbeleidsplan deepen", "meerjarenbeleidsplan draft", "plan-van-aanpak adopted",
                "uitvoeringsplan decide",
            ])
    }

    @Test
    func whatTheDemoLivedIsSoundAndCompletelyIndexed() throws {
        let scratch = try Scratch()
        let data = try DemoContent.built(in: scratch)
        let list = Listing(data: data)
        for plan in try list.plans() {
            let result = try list.verification(of: plan.id)
            #expect(result.sound, "\(plan.id): \(result.fault ?? "")")
        }
        #expect(try Paraaf.run("reindex", "--check", data: data).status == 0)
    }

    @Test
    func aParaafThatAChangeReopenedIsAskedAgain() throws {
        let scratch = try Scratch()
        let list = Listing(data: try DemoContent.built(in: scratch))
        let plan = try #require(try list.plans().first { $0.stage == "decide" })
        let acts = try list.acts(of: plan.id)
        let paraaf = try #require(acts.last { $0.kind == "signed-off" && $0.function == "Burgemeester" })
        let sentBack = try #require(acts.last { $0.kind == "sent-back" })
        #expect(paraaf.sequence < sentBack.sequence)
        #expect(acts.contains { $0.kind == "signed-off" && $0.sequence > sentBack.sequence })
        #expect(acts.last?.kind == "scheduled")
        let changed = try StockGit(plan: plan.id, in: list.data).run("diff", "--name-only", paraaf.text, "main").lines
        #expect(changed == ["secties/middelen.md"])
    }

    /// A leap day, days on which the town hall is closed before and after, and a Sunday.
    @Test(arguments: ["2024-02-29", "2023-12-27", "2024-04-02", "2025-06-08"])
    func onWhateverDayItIsMadeNothingOfItLiesAhead(day: String) throws {
        let scratch = try Scratch()
        let data = scratch.vacancy()
        let answer = try Paraaf.run("demo", "--day", day, data: data)
        try #require(answer.status == 0, "\(answer.complaint)")
        let list = Listing(data: data)
        for plan in try list.plans() {
            let acts = try list.acts(of: plan.id)
            #expect(acts.compactMap(\.date).allSatisfy { $0 <= day }, "\(plan.id)")
            let decisions = acts.filter { $0.kind == "decided" }.compactMap(\.date)
            for date in decisions { #expect(try ["2", "4"].contains(weekday(of: date)), "\(plan.id): \(date)") }
            let log = try StockGit(plan: plan.id, in: data).run("log", "--all", "--format=%as")
            #expect(log.lines.allSatisfy { $0 <= day }, "\(plan.id)")
        }
    }

    /// 1 is Monday.
    private func weekday(of date: String) throws -> String { try Command("date", ["-d", date, "+%u"]).lines[0] }

    @Test(arguments: ["2199-01-01", "morgen", "2024-02-30"])
    func aDayToComeIsRefused(day: String) throws {
        let scratch = try Scratch()
        let data = scratch.vacancy()
        expectRefusal(try Paraaf.run("demo", "--day", day, data: data), saying: "is geen dag tot en met vandaag")
        #expect(!data.exists)
    }

    @Test
    func noNameAndNoAddressReachesGit() throws {
        let scratch = try Scratch()
        let data = try DemoContent.built(in: scratch)
        let files = ["mensen.yml", "partners.yml"]
        let personal =
            try files.flatMap { try DemoContent.values(of: "naam", in: $0) }
            + files.flatMap { try DemoContent.values(of: "mail", in: $0) }
        #expect(personal.count > 50)
        for plan in try Listing(data: data).plans() {
            let git = StockGit(plan: plan.id, in: data)
            let everything = try git.run("log", "--all", "-p", "--format=fuller").text
            #expect(everything.contains("secties/"))
            for word in personal { #expect(!everything.contains(word), "\(plan.id): \(word)") }
        }
    }

    @Test
    func theTextsSpeakOfDaysAndNotOfMarks() throws {
        let scratch = try Scratch()
        let list = Listing(data: try DemoContent.built(in: scratch))
        for plan in try list.plans() {
            let text = String(decoding: try list.export(of: plan.id), as: UTF8.self)
            #expect(!text.contains("«") && !text.contains("»"), "\(plan.id)")
            #expect(!plan.title.contains("«"))
        }
    }
}
