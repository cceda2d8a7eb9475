import Foundation
import PlanDomain
import Seeded
import TestSupport
import Testing

/// What may be sent along: judged by its content, never by its name, and never unpacked.
@Suite struct AttachmentTests {
    private static let png = FileSamples.png()
    private static let jpeg = FileSamples.jpeg()
    private static let pdf = Data("%PDF-1.7\n".utf8)

    /// What becomes of a file: its type, or the key of the refusal.
    private func outcome(_ bytes: Data, named name: String = "bestand", in desk: Desk) async throws -> String {
        do {
            return try await desk.attach(bytes, name).type.rawValue
        } catch let error as PlanError {
            #expect(error.code == .invalid)
            return error.reason.key
        }
    }

    private struct Desk {
        let hearing: Hearing
        let round: RoundID
        let item: Int

        init() async throws {
            hearing = try await Hearing()
            round = try await hearing.openRound()
            item = try await hearing.room.add(Hearing.remark, in: round, of: hearing.plan, by: hearing.police).item
        }

        func attach(_ bytes: Data, _ name: String, by participant: Participant? = nil) async throws
            -> PlanDomain.Attachment
        {
            try await hearing.room.attach(
                bytes, named: name, to: item, in: round, of: hearing.plan, by: participant ?? hearing.police)
        }
    }

    @Test func aFileIsWhatIsInIt() async throws {
        let desk = try await Desk()
        let script = Data("<script>alert(1)</script>".utf8)
        let macros = ZipBuilder.docx.with { $0.members.append(.init(name: "word/vbaProject.bin", content: Data([1]))) }
        for (bytes, expected) in [
            (Self.pdf, "pdf"), (Self.png, "png"), (Self.jpeg, "jpeg"), (ZipBuilder.docx.bytes, "docx"),
            (ZipBuilder.odt.bytes, "odt"), (ZipBuilder.odt.with { $0.comment = Data("gemaakt".utf8) }, "odt"),
            (Data(), "attachment.empty"), (script, "attachment.type"), (Data("MZ".utf8), "attachment.type"),
            (Data(" %PDF-1.7".utf8), "attachment.type"), (macros, "attachment.macros"),
            (ZipBuilder([("index.html", "<p>")]).bytes, "attachment.type"),
            (ZipBuilder([("content.xml", "<office/>"), ("mimetype", "x")]).bytes, "attachment.type"),
            (ZipBuilder.docx.bytes.dropLast(3), "attachment.damaged"),
            (Data([0x50, 0x4B, 0x03, 0x04]) + Data(count: 100), "attachment.damaged"),
        ] {
            #expect(try await outcome(Data(bytes), named: "foto.png", in: desk) == expected)
        }
    }

    @Test func aContainerThatLiesIsDamaged() async throws {
        let desk = try await Desk()
        let lies: [(String, (inout ZipBuilder) -> Void)] = [
            (
                "a bomb",
                {
                    $0.members[1].method = 8
                    $0.members[1].claimedSize = 4_000_000_000
                }
            ),
            ("a stored member that grows", { $0.members[1].claimedSize = 9 }),
            ("members upon each other", { $0.members[1].claimedOffset = 0 }),
            ("a member beyond the end", { $0.members[1].claimedOffset = 1_000_000 }),
            ("an encrypted member", { $0.members[1].flags = 1 }),
            ("an unknown method", { $0.members[1].method = 99 }),
            ("a way out", { $0.members.append(.init(name: "../../etc/passwd", content: Data())) }),
            ("an absolute path", { $0.members.append(.init(name: "/etc/passwd", content: Data())) }),
            ("a name twice", { $0.members.append($0.members[1]) }),
        ]
        for (lie, tell) in lies {
            #expect(try await outcome(ZipBuilder.docx.with(tell), in: desk) == "attachment.damaged", "\(lie)")
        }
    }

    @Test func noGarbageMakesTheCheckFall() async throws {
        let desk = try await Desk()
        var random = SeededGenerator(seed: 12)
        for round in 0..<300 {
            var bytes = [UInt8](ZipBuilder.odt.bytes)
            for _ in 0...Int.random(in: 0...3, using: &random) {
                bytes[Int.random(in: 4..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
            let found = try await outcome(Data(bytes), in: desk)
            #expect(found == "odt" || found.hasPrefix("attachment."), "round \(round)")
            if found == "odt" {
                let draft = try await desk.hearing.room.draft(
                    in: desk.round, of: desk.hearing.plan, for: desk.hearing.police)
                for kept in draft.attachments {
                    try await desk.hearing.room.detach(
                        kept.id, from: desk.item, in: desk.round, of: desk.hearing.plan, by: desk.hearing.police)
                }
            }
        }
    }

    @Test func aFileOfTenMegabytesFitsAndNotAByteMore() async throws {
        let desk = try await Desk()
        let limit = 10 * 1_024 * 1_024
        #expect(try await outcome(Self.pdf + Data(count: limit - Self.pdf.count), in: desk) == "pdf")
        #expect(
            try await outcome(Self.pdf + Data(count: limit - Self.pdf.count + 1), in: desk) == "attachment.too-large")
    }

    @Test func namesAreMadeSafe() async throws {
        let desk = try await Desk()
        for (given, kept) in [
            ("Brief aan de raad.pdf", "Brief aan de raad.pdf"), ("../../etc/passwd", "passwd.pdf"),
            ("C:\\Documenten\\nota.PDF", "nota.pdf"), ("", "bijlage.pdf"), (".pdf", "pdf.pdf"),
            ("rekening\u{202E}fdp.exe", "rekening fdp.exe.pdf"), ("a\r\nSet-Cookie: x.pdf", "a Set-Cookie x.pdf"),
            ("\"x\".html", "x .html.pdf"), ("Besluit één.docx", "Besluit één.docx.pdf"),
            (String(repeating: "lang", count: 80), String(repeating: "lang", count: 25) + ".pdf"),
        ] {
            #expect(try await desk.attach(Self.pdf, given).name == kept)
        }
        let photo = try await desk.attach(Self.jpeg, "foto.JPEG")
        #expect(photo.name == "foto.jpg")
        #expect(photo.type.contentType == "image/jpeg")
    }

    @Test func twentyGoAlongAndNoMore() async throws {
        let desk = try await Desk()
        for number in 1...20 { _ = try await desk.attach(Self.pdf, "\(number).pdf") }
        #expect(try await refusal { try await desk.attach(Self.pdf, "21.pdf") }?.reason.key == "attachment.many")
        let numbers = try await desk.hearing.send([], in: desk.round, by: desk.hearing.police)
        let input = try #require(try await desk.hearing.world.store.input(numbers[0], of: desk.hearing.plan))
        #expect(input.attachments.map(\.name) == (1...20).map { "\($0).pdf" })
        #expect(Set(input.attachments.map(\.id)).count == 20)
    }

    @Test func aFileOfADraftIsForItsWriterAndGoesWithItsItem() async throws {
        let desk = try await Desk()
        let hearing = desk.hearing
        let attachment = try await desk.attach(Self.pdf, "brief.pdf")
        #expect(attachment.size == Self.pdf.count)
        #expect(attachment.digest.count == 64)
        let file = try await hearing.room.file(attachment.id, in: desk.round, of: hearing.plan, for: hearing.police)
        #expect(file == AttachedFile(attachment: attachment, bytes: Self.pdf))
        for participant in [hearing.colleague, hearing.fireBrigade, hearing.handler, .visitor] {
            let error = try await refusal {
                try await hearing.room.file(attachment.id, in: desk.round, of: hearing.plan, for: participant)
            }
            #expect(error?.code == .notFound)
        }
        try await hearing.room.remove(desk.item, in: desk.round, of: hearing.plan, by: hearing.police)
        #expect(try await hearing.world.store.file(attachment.id, in: hearing.plan) == nil)
    }
}
