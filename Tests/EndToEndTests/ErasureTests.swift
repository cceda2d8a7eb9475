import Foundation
import Testing

/// Erasing at the command line, and a backup of before that is put back.
struct ErasureTests {
    @Test
    func whoWasErasedStaysErasedWhenAnOlderBackupIsPutBack() throws {
        let scratch = try Scratch()
        let (data, keys) = (scratch.vacancy(), scratch.place("sleutels"))
        let world = ["PARAAF_MASTER_KEY": keys.appending(path: "master.key").plain]
        let mail = "kwikstaart@voorbeeld.nl"
        let person = ["--name", "Kees Kwikstaart", "--mail", mail, "--role", "auditor", "--function", "Lezer"]
        #expect(try Paraaf.start(["user", "add"] + person, data: data, environment: world).end().status == 0)
        let copy = scratch.place("kopie.tar").plain
        #expect(try Paraaf.run("backup", "--to", copy, data: data, environment: world).status == 0)
        let early = try Paraaf.run("erase", "person", mail, "--yes", data: data, environment: world)
        expectRefusal(early, saying: "beëindig eerst de toegang")
        #expect(try Paraaf.run("user", "disable", mail, data: data, environment: world).status == 0)
        let preview = try Paraaf.run("erase", "person", mail, data: data, environment: world)
        #expect(preview.status == 0 && preview.text.contains("--yes"))
        #expect(try Paraaf.run("user", "list", data: data, environment: world).text.contains(mail))
        #expect(try Paraaf.run("erase", "person", mail, "--yes", data: data, environment: world).status == 0)
        expectRefusal(try Paraaf.run("erase", "person", mail, data: data, environment: world), saying: "al gewist")
        let restored = scratch.vacancy()
        #expect(try Paraaf.run("restore", copy, data: restored, environment: world).status == 0)
        for folder in [data, restored] {
            let list = try Paraaf.run("user", "list", data: folder, environment: world)
            #expect(list.status == 0 && !list.text.contains("Kwikstaart") && !list.text.contains(mail))
            #expect(try Paraaf.run("erase", "list", data: folder, environment: world).lines.count == 2)
        }
        let journal = try String(contentsOf: keys.appending(path: "erasures"), encoding: .utf8)
        #expect(journal.split(separator: "\n").count == 1 && !journal.contains("wikstaart"))
        #expect(try Paraaf.run("retention", data: data, environment: world).status == 0)
    }
}
