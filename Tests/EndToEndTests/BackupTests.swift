import Foundation
import Testing

/// A copy of everything in one file, taken while others work, and a folder made of it again.
struct BackupTests {
    @Test
    func aCopyTakenBesideAServerGivesTheSameFolderBack() throws {
        let scratch = try Scratch()
        let list = Listing(data: try PublishedCase.example.replayed(in: scratch))
        let server = try RunningServer(data: list.data)
        let file = scratch.place("kopie.tar")
        let answer = try Paraaf.run("backup", "--to", file.plain, data: list.data)
        #expect(answer.status == 0 && answer.text.contains(file.plain))
        #expect(try server.get("/").status == 200)
        // The signing key is in it.
        let attributes = try FileManager.default.attributesOfItem(atPath: file.plain)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        let restored = Listing(data: scratch.vacancy())
        let back = try Paraaf.run("restore", file.plain, data: restored.data)
        #expect(back.status == 0 && back.lines.count == 2, "\(back.complaint)")
        #expect(try FolderState(restored.data) == FolderState(list.data))
        try expectWhole(restored)
        let plan = try list.plan("plan-van-aanpak")
        for name in ["nota", "plan"] {
            let copy = try Paraaf.run("document", "write", plan, name, data: restored.data).output
            #expect(try Paraaf.run("document", "write", plan, name, data: list.data).output == copy)
        }
        let second = try RunningServer(data: restored.data)
        try second.signIn()
        #expect(try second.get("/plannen/\(plan)").status == 200)
    }

    @Test
    func copiesTakenWhileAReplayWritesAreWholeEachTime() throws {
        let scratch = try Scratch()
        let data = scratch.vacancy()
        let replay = try Paraaf.start(["replay", PublishedCase.example.folder.plain], data: data)
        while replay.isRunning, !replay.complaint.contains("[1/") { usleep(500) }
        var copies: [URL] = []
        repeat {
            let file = scratch.place("kopie-\(copies.count).tar")
            let answer = try Paraaf.run("backup", "--to", file.plain, data: data)
            try #require(answer.status == 0, "\(answer.complaint)")
            copies.append(file)
        } while replay.isRunning && copies.count < 4
        #expect(try replay.end().status == 0)
        for file in copies {
            let restored = Listing(data: scratch.vacancy())
            let answer = try Paraaf.run("restore", file.plain, data: restored.data)
            #expect(answer.status == 0, "\(answer.complaint)")
            try expectWhole(restored)
        }
        // The first copy is of a plan on its way; the replay goes on in what was restored.
        let restored = Listing(data: scratch.vacancy())
        #expect(try Paraaf.run("restore", copies[0].plain, data: restored.data).status == 0)
        let resumed = try Paraaf.run("replay", PublishedCase.example.folder.plain, "--resume", data: restored.data)
        #expect(resumed.status == 0, "\(resumed.complaint)")
        #expect(try restored.plans() == Listing(data: data).plans())
    }

    @Test
    func aFolderThatHoldsSomethingIsNotOverwritten() throws {
        let scratch = try Scratch()
        let data = try PublishedCase.example.replayed(in: scratch)
        let file = scratch.place("kopie.tar").plain
        #expect(try Paraaf.run("backup", "--to", file, data: data).status == 0)
        let before = try FolderState(data)
        expectRefusal(try Paraaf.run("restore", file, data: data), saying: data.plain, "niet leeg")
        #expect(try FolderState(data) == before)
        let empty = scratch.place("leeg")
        try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
        #expect(try Paraaf.run("restore", file, data: empty).status == 0)
        #expect(try FolderState(empty) == before)
    }

    private static let damages: [String] = [
        "cut short", "cut in the middle", "a bit near the start", "a bit in the middle", "a bit near the end", "empty",
        "no archive", "another archive",
        "a folder", "not there",
    ]

    @Test(arguments: damages)
    func aFileThatIsNoWholeCopyIsRefusedAndLeavesNothingBehind(damage: String) throws {
        let scratch = try Scratch()
        let data = try PublishedCase.example.replayed(in: scratch)
        let file = scratch.place("kopie.tar")
        #expect(try Paraaf.run("backup", "--to", file.plain, data: data).status == 0)
        try inflict(damage, on: file, scratch: scratch)
        let room = try Scratch()
        let answer = try Paraaf.run("restore", file.plain, data: room.place("terug"))
        expectRefusal(answer)
        #expect(room.url.names.isEmpty)
    }

    private func inflict(_ damage: String, on file: URL, scratch: Scratch) throws {
        var bytes = try Data(contentsOf: file)
        switch damage {
        case "cut short": bytes.removeLast(bytes.count / 8)
        case "cut in the middle": bytes = bytes.prefix(bytes.count / 2)
        case "a bit near the start": bytes[64] ^= 0x10
        case "a bit in the middle": bytes[bytes.count / 2] ^= 1
        case "a bit near the end": bytes[bytes.count - 6] ^= 0x80
        case "empty": bytes = Data()
        case "no archive": bytes = Data("Dit is een brief.\n".utf8)
        case "another archive":
            _ = try scratch.write("Dit is een brief.\n", to: "brief.txt")
            #expect(try Command("tar", ["-cf", file.plain, "-C", scratch.url.plain, "brief.txt"]).status == 0)
            return
        case "a folder":
            try FileManager.default.removeItem(at: file)
            return try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
        default: return try FileManager.default.removeItem(at: file)
        }
        try bytes.write(to: file)
    }

    /// Registers that hold, an index that says what git says, and repositories without a fault.
    private func expectWhole(_ list: Listing) throws {
        for plan in try list.plans() {
            #expect(try list.verification(of: plan.id).sound)
            #expect(try StockGit(plan: plan.id, in: list.data).run("fsck", "--strict", "--no-dangling").lines.isEmpty)
        }
        let check = try Paraaf.run("reindex", "--check", data: list.data)
        #expect(check.status == 0, "\(check.text)")
        let names = list.data.appending(path: "plans").names
        #expect(try names == list.plans().map { $0.id + ".git" }.sorted())
    }
}
