import Foundation
import Testing

/// The data folder: made ready where it is new, left alone where it is not ours or not ours alone.
struct DataFolderTests {
    @Test(arguments: [
        ["plan", "list"], ["plan", "create", "uitvoeringsplan", "--title", "Een"], ["reindex"], ["reindex", "--check"],
    ])
    func aFolderThatIsAbsentOrEmptyIsMadeReady(words: [String]) throws {
        let scratch = try Scratch()
        for data in [scratch.place("diep/in/een/map"), scratch.place("leeg")] {
            if data.lastPathComponent == "leeg" {
                try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
            }
            let answer = try Paraaf.start(words, data: data).end()
            #expect(answer.status == 0, "\(answer.complaint)")
            #expect(["keys", "paraaf.json", "paraaf.sqlite", "plans"].allSatisfy(data.names.contains))
            #expect(try mode(data.appending(path: "keys")) == 0o700)
            #expect(try mode(data.appending(path: "plans")) == 0o700)
            #expect(try mode(data.appending(path: "keys/register")) == 0o600)
            #expect(try mode(data.appending(path: "paraaf.sqlite")) == 0o600)
        }
    }

    @Test
    func aFolderWithSomethingElseInItIsLeftAlone() throws {
        let scratch = try Scratch()
        _ = try scratch.write("Vakantiefoto's", to: "inhoud.txt")
        for words in [
            ["plan", "list"], ["plan", "create", "uitvoeringsplan", "--title", "Een"], ["serve", "--port", "0"],
            ["reindex"],
        ] {
            expectRefusal(
                try Paraaf.start(words, data: scratch.url).end(), saying: scratch.url.lastPathComponent, "lege map")
            #expect(scratch.url.names == ["inhoud.txt"])
        }
    }

    @Test(arguments: ["{\"format\":99}\n", "{}", "geen json", ""])
    func aFolderOfAnotherFormatIsRefused(format: String) throws {
        let scratch = try Scratch()
        let data = try PublishedCase.example.replayed(in: scratch)
        try Data(format.utf8).write(to: data.appending(path: "paraaf.json"))
        let before = try FolderState(data)
        for words in [["plan", "list"], ["serve", "--port", "0"], ["backup", "--to", scratch.place("b.tar").plain]] {
            let answer = try Paraaf.start(words, data: data).end()
            expectRefusal(answer, saying: data.plain, format.contains("99") ? "nieuwere versie" : "iets anders")
        }
        #expect(try FolderState(data) == before)
    }

    @Test(.enabled(if: Command.isInstalled("sqlite3"), "sqlite3 is not installed."))
    func aDatabaseOfANewerProgramIsRefused() throws {
        let scratch = try Scratch()
        let data = try PublishedCase.example.replayed(in: scratch)
        let database = data.appending(path: "paraaf.sqlite").plain
        let later = "INSERT INTO grdb_migrations VALUES ('9999-from-a-later-program')"
        #expect(try Command("sqlite3", [database, later]).status == 0)
        let before = try FolderState(data)
        for words in [["plan", "list"], ["serve", "--port", "0"], ["reindex"]] {
            expectRefusal(try Paraaf.start(words, data: data).end(), saying: data.plain, "nieuwere versie")
        }
        #expect(try FolderState(data) == before)
    }

    @Test
    func aDatabaseThatIsNoDatabaseIsNamed() throws {
        let scratch = try Scratch()
        let data = try PublishedCase.example.replayed(in: scratch)
        let noise = Data((0..<8192).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ 7) })
        try noise.write(to: data.appending(path: "paraaf.sqlite"))
        // SQLite would find the whole content in a log that the replay left.
        for name in data.names where name.hasPrefix("paraaf.sqlite-") {
            try FileManager.default.removeItem(at: data.appending(path: name))
        }
        for words in [["plan", "list"], ["serve", "--port", "0"]] {
            expectRefusal(try Paraaf.start(words, data: data).end(), saying: "database", "reservekopie")
        }
    }

    @Test(arguments: ["0644", "0600"])
    func aKeyThatOthersCanReadOrThatIsNoneIsRefused(permissions: String) throws {
        let scratch = try Scratch()
        let data = try PublishedCase.example.replayed(in: scratch)
        let key = data.appending(path: "keys/register")
        if permissions == "0600" { try Data("geen sleutel\n".utf8).write(to: key) }
        #expect(try Command("chmod", [permissions, key.plain]).status == 0)
        let answer = try Paraaf.run("plan", "create", "uitvoeringsplan", "--title", "Een", data: data)
        expectRefusal(answer, saying: key.plain)
        #expect(data.appending(path: "plans").names.count == 2)
    }

    @Test
    func besideAServerOneReadsAndDoesNotWrite() throws {
        let scratch = try Scratch()
        let list = Listing(data: try PublishedCase.example.replayed(in: scratch))
        let plan = try list.plan("plan-van-aanpak")
        let alone = try Paraaf.run("document", "write", plan, "nota", data: list.data).output
        let server = try RunningServer(data: list.data)
        let document = try scratch.write("# Een\n\n## Twee\n\nTekst.\n", to: "plan.md").plain
        let writing = [
            ["plan", "create", "uitvoeringsplan", "--title", "Een"], ["plan", "import", document], ["reindex"],
            ["replay", PublishedCase.example.folder.plain, "--resume"], ["serve", "--port", "0"],
        ]
        for words in writing {
            let answer = try Paraaf.start(words, data: list.data).end()
            expectRefusal(answer, saying: "in gebruik", "proces \(server.child.number)", list.data.plain)
        }
        #expect(try list.plans().count == 2)
        #expect(try list.acts(of: plan).count == 8)
        #expect(try list.verification(of: plan).sound)
        #expect(try Paraaf.run("document", "write", plan, "nota", data: list.data).output == alone)
        #expect(try Paraaf.run("reindex", "--check", data: list.data).status == 0)
        #expect(try list.export(of: plan).isEmpty == false)
        #expect(try server.get("/").status == 200)
    }

    @Test
    func aPlanWhoseRepositoryIsGoneIsNamed() throws {
        let scratch = try Scratch()
        let list = Listing(data: try PublishedCase.example.replayed(in: scratch))
        let plan = try list.plan("plan-van-aanpak")
        try FileManager.default.removeItem(at: list.data.appending(path: "plans/\(plan).git"))
        expectRefusal(try Paraaf.run("serve", "--port", "0", data: list.data), saying: plan, "reservekopie")
        let check = try Paraaf.run("reindex", "--check", data: list.data)
        #expect(check.status == 1 && check.text.contains("\(plan): de gitmap ontbreekt"))
    }

    @Test(.enabled(if: Command.isInstalled("sqlite3"), "sqlite3 is not installed."))
    func aProjectionThatWasAlteredIsToldAndMended() throws {
        let scratch = try Scratch()
        let list = Listing(data: try PublishedCase.example.replayed(in: scratch))
        let plan = try list.plan("plan-van-aanpak")
        let database = list.data.appending(path: "paraaf.sqlite").plain
        let change = try Command(
            "sqlite3", [database, "UPDATE section SET title = 'Iets anders' WHERE plan = '\(plan)'"])
        try #require(change.status == 0, "\(change.complaint)")
        let check = try Paraaf.run("reindex", "--check", data: list.data)
        #expect(check.status == 1 && check.text.contains("Iets anders"))
        #expect(try Paraaf.run("reindex", data: list.data).status == 0)
        #expect(try Paraaf.run("reindex", "--check", data: list.data).status == 0)
        #expect(try list.report(plan).sections.allSatisfy { $0.title != "Iets anders" })
    }

    private func mode(_ place: URL) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: place.plain)
        return try #require(attributes[.posixPermissions] as? NSNumber).intValue
    }
}
