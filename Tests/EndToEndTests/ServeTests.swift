import Foundation
import Testing

/// The server as a process: it starts, answers, stops, and is killed without loss.
struct ServeTests {
    @Test(arguments: PublishedCase.present)
    func thePagesOfACaseAnswerUnderTheirTitles(published: PublishedCase) throws {
        let scratch = try Scratch()
        let list = Listing(data: try published.replayed(in: scratch))
        let plan = try list.plan("plan-van-aanpak")
        let section = try #require(try list.report(plan).sections.first)
        let title = try published.fact("titel")
        let versions = try StockGit(plan: plan, in: list.data).run("rev-list", "--reverse", "main").lines
        let server = try RunningServer(data: list.data)
        try server.signIn()
        let place = "/plannen/\(plan)"
        let pages = [
            ("/", "Beleidsplannen"), (place, title), ("\(place)/tekst", title),
            ("\(place)/secties/\(section.id)", section.title),
            ("\(place)/secties/\(section.id)?versie=\(versions[0])", section.title),
            ("\(place)/secties/\(section.id)/vergelijking?van=\(versions[0])&tot=\(versions[2])", section.title),
            ("\(place)/handelingen", "Handelingen"), ("\(place)/stukken", "Stukken"),
            ("\(place)/werkwijze", "Werkwijze"),
            ("\(place)/stukken/nota", "Nota voor Burgemeester en Wethouders"),
            ("\(place)/stukken/raadsmededeling", "Raadsmededeling"), ("\(place)/stukken/plan", title),
            ("/over", "Over"),
        ]
        for (path, heading) in pages {
            let visit = try server.get(path)
            #expect(visit.status == 200, "\(path)")
            #expect(visit.heading?.contains(heading) == true, "\(path): \(visit.heading ?? "no heading")")
            #expect(visit.title?.isEmpty == false && !visit.text.contains("⟦"), "\(path)")
        }
        let titles = try list.plans().map(\.title)
        let front = try server.get("/")
        #expect(titles.allSatisfy { front.text.contains($0) } && front.title?.contains("Plannen") == true)
        let acts = ReadableHTML(try server.get("\(place)/handelingen").body).texts.joined(separator: " ")
        for act in try list.acts(of: plan) { #expect(acts.contains(ReadableHTML.evened(act.sentence))) }
    }

    @Test
    func whatTheServerGivesIsWhatTheCommandWrites() throws {
        let scratch = try Scratch()
        let list = Listing(data: try PublishedCase.example.replayed(in: scratch))
        let plan = try list.plan("plan-van-aanpak")
        let server = try RunningServer(data: list.data)
        try server.signIn()
        for (query, option) in [("", []), ("?bij=4", ["--at", "4"]), ("?bij=versie%2F1", ["--at", "versie/1"])] {
            let written = try Paraaf.start(["document", "write", plan, "nota"] + option, data: list.data).end()
            #expect(try server.get("/plannen/\(plan)/stukken/nota\(query)").body == written.output)
        }
    }

    @Test
    func whatIsNotThereIsSaidInDutch() throws {
        let scratch = try Scratch()
        let list = Listing(data: try PublishedCase.example.replayed(in: scratch))
        let plan = try list.plan("plan-van-aanpak")
        let server = try RunningServer(data: list.data)
        try server.signIn()
        let paths = [
            "/nergens", "/plannen/nergens", "/plannen/..%2F..%2Fkeys", "/plannen/\(plan)/secties/nergens",
            "/plannen/\(plan)/stukken/reactienota", "/plannen/\(plan)/stukken/nota?bij=99",
            "/plannen/\(plan)/secties/aanleiding?versie=\(String(repeating: "0", count: 40))",
            "/static/0/paraaf.sqlite",
        ]
        for path in paths {
            let visit = try server.get(path)
            #expect(visit.status == 404, "\(path)")
            #expect(visit.heading == "Deze pagina is er niet", "\(path)")
            #expect(visit.text.contains("<html lang=\"nl\""))
        }
    }

    @Test(arguments: [SIGTERM, SIGINT])
    func aServerThatIsToldToStopEndsInOrder(signal: Int32) throws {
        let scratch = try Scratch()
        let data = try PublishedCase.example.replayed(in: scratch)
        let server = try RunningServer(data: data)
        #expect(try server.get("/gezondheid").status == 200)
        server.child.signal(signal)
        let answer = try server.child.end()
        #expect(answer.status == 0 && !answer.wasKilled)
        #expect(try Paraaf.run("plan", "create", "uitvoeringsplan", "--title", "Daarna", data: data).status == 0)
    }

    @Test
    func aPortInUseIsNamed() throws {
        let scratch = try Scratch()
        let data = try PublishedCase.example.replayed(in: scratch)
        let server = try RunningServer(data: data)
        let answer = try Paraaf.run("serve", "--port", "\(server.port)", data: scratch.vacancy())
        expectRefusal(answer, saying: "Poort \(server.port)", "127.0.0.1", "--port")
    }

    @Test
    func aServerThatIsKilledLosesNothing() throws {
        let scratch = try Scratch()
        let data = try PublishedCase.example.replayed(in: scratch)
        let before = try FolderState(data)
        for _ in 1...2 {
            let server = try RunningServer(data: data)
            #expect(try server.get("/").status == 200)
            server.child.signal(SIGKILL)
            #expect(try server.child.end().wasKilled)
        }
        #expect(try FolderState(data) == before)
        #expect(try RunningServer(data: data).get("/").status == 200)
        #expect(try Paraaf.run("reindex", "--check", data: data).status == 0)
    }

    @Test
    func anEmptyFolderIsServedToo() throws {
        let scratch = try Scratch()
        let server = try RunningServer(data: scratch.vacancy())
        let visit = try server.get("/")
        #expect(visit.status == 200 && !visit.text.contains("⟦"))
    }
}
