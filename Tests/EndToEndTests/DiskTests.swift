import Foundation
import Testing

/// Disks that are full or may not be written: a clear sentence, and afterwards everything is as it was.
struct DiskTests {
    @Test(.enabled(if: Volume.canMount, "Only root can mount a small disk for this test."), arguments: [300, 600, 900])
    func aFullDiskIsSaidAndWithRoomEverythingWorks(kilobytes: Int) throws {
        let scratch = try Scratch()
        let volume = try Volume(of: kilobytes, at: scratch.place("schijf"))
        let data = volume.place.appending(path: "data")
        let answer = try Paraaf.run("replay", PublishedCase.example.folder.plain, data: data)
        try #require(answer.status == 1, "a disk of \(kilobytes) kB was large enough")
        let sentence = answer.complaint.split(separator: "\n").last { !$0.hasPrefix("[") }
        expectHelp(String(try #require(sentence)), saying: ["schijf is vol", "maak ruimte"])
        #expect(answer.text.isEmpty)
        try volume.grow(to: 20_000)
        let again = try Paraaf.run("replay", PublishedCase.example.folder.plain, "--resume", data: data)
        #expect(again.status == 0, "\(again.complaint)")
        let list = Listing(data: data)
        for plan in try list.plans() { #expect(try list.verification(of: plan.id).sound) }
        #expect(try list.plans().map(\.stage).sorted() == ["adopted", "consult"])
        #expect(try Paraaf.run("reindex", "--check", data: data).status == 0)
    }

    @Test(.enabled(if: Volume.canMount, "Only root can mount a small disk for this test."))
    func aCopyThatDoesNotFitLeavesNothingBehind() throws {
        let scratch = try Scratch()
        let data = try PublishedCase.example.replayed(in: scratch)
        let copy = scratch.place("kopie.tar")
        #expect(try Paraaf.run("backup", "--to", copy.plain, data: data).status == 0)
        let volume = try Volume(of: 100, at: scratch.place("schijf"))
        let file = volume.place.appending(path: "kopie.tar").plain
        expectRefusal(try Paraaf.run("backup", "--to", file, data: data), saying: "schijf is vol")
        #expect(volume.place.names.isEmpty)
        let restored = volume.place.appending(path: "terug")
        expectRefusal(try Paraaf.run("restore", copy.plain, data: restored), saying: "schijf is vol")
        #expect(volume.place.names.isEmpty)
    }

    @Test
    func aFileThatMayNotGrowIsSaidToo() throws {
        let scratch = try Scratch()
        let data = try PublishedCase.example.replayed(in: scratch)
        // Blocks of 512 bytes: less than the database is already. The signal is ignored, so that writing fails.
        let limit = "trap '' XFSZ; ulimit -f 64"
        let answer = try Paraaf.run(under: limit, "plan", "create", "uitvoeringsplan", "--title", "Een", data: data)
        expectRefusal(answer)
        let list = Listing(data: data)
        for plan in try list.plans() { #expect(try list.verification(of: plan.id).sound) }
        #expect(try Paraaf.run("plan", "create", "uitvoeringsplan", "--title", "Een", data: data).status == 0)
        #expect(try Paraaf.run("reindex", "--check", data: data).status == 0)
    }

    @Test(.enabled(if: Volume.canMount, "Only root can mount a folder read-only for this test."))
    func aFolderThatMayNotBeWrittenIsNamed() throws {
        let scratch = try Scratch()
        let data = try PublishedCase.example.replayed(in: scratch)
        let volume = try Volume(readOnly: data, at: scratch.place("dicht"))
        for words in [["plan", "create", "uitvoeringsplan", "--title", "Een"], ["serve", "--port", "0"], ["reindex"]] {
            let answer = try Paraaf.start(words, data: volume.place).end()
            expectRefusal(answer, saying: volume.place.plain, "schrijfrechten")
        }
        let absent = volume.place.appending(path: "nieuw")
        expectRefusal(try Paraaf.run("plan", "list", data: absent), saying: absent.plain)
        let out = volume.place.appending(path: "nota.html").plain
        let plan = try Listing(data: data).plan("plan-van-aanpak")
        expectRefusal(try Paraaf.run("document", "write", plan, "nota", "--out", out, data: data), saying: out)
        #expect(try Paraaf.run("plan", "create", "uitvoeringsplan", "--title", "Een", data: data).status == 0)
    }
}
