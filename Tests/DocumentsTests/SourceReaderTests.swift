import Documents
import Foundation
import PlanDomain
import Testing

/// What people send is read by the programs that read it in earnest.
@Suite struct SourceReaderTests {
    private let reader = SourceReader(conversion: PandocConversion())

    private func refusal(_ bytes: Data, _ name: String) async throws -> String? {
        do {
            _ = try await reader.read(bytes, called: name)
            return nil
        } catch let error as PlanError {
            return error.reason.key
        }
    }

    /// One page with these words on it; no words make a page that is all white.
    private static func pdf(_ words: String) -> Data {
        let stream = words.isEmpty ? "" : "BT /F1 24 Tf 72 700 Td (\(words)) Tj ET"
        let objects = [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            "<</Length \(stream.utf8.count)>>stream\n\(stream)\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
        var file = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = file.utf8.count
        let rows = places.map { String(repeating: "0", count: 10 - String($0).count) + "\($0) 00000 n \n" }
        file += "xref\n0 6\n0000000000 65535 f \n" + rows.joined()
        return Data((file + "trailer<</Size 6/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n").utf8)
    }

    @Test func thePDFOfALetterGivesItsWords() async throws {
        let read = try await reader.read(Self.pdf("De kade is te smal."), called: "brief")
        #expect(read == ReadDocument(type: .pdf, text: "De kade is te smal."))
    }

    @Test func aScanGivesNoWordsAndIsNoFault() async throws {
        #expect(try await reader.read(Self.pdf(""), called: "scan.pdf").text.isEmpty)
    }

    @Test func aBrokenPDFIsRefused() async throws {
        #expect(try await refusal(Data("%PDF-1.7\n%%EOF\n".utf8), "kapot.pdf") == "intake.unreadable")
    }

    @Test func withoutItsProgramAPDFWaitsAndNothingElseDoes() async throws {
        let reader = SourceReader(conversion: PandocConversion(), pdfProgram: "pdftotext-dat-er-niet-is")
        let error = await #expect(throws: PlanError.self) {
            try await reader.read(Self.pdf("x"), called: "brief.pdf")
        }
        #expect(error?.code == .unavailable)
        #expect(try await reader.read(Data("Tekst".utf8), called: "brief.txt").text == "Tekst")
    }

    @Test func aMailIsReadWithWhereItSaysItComesFrom() async throws {
        let mail = """
            Return-Path: <bounce@elders.example>
            From: "De Vries, Jan" <jan@voorbeeld.nl>
            Reply-To: Jan <JAN@voorbeeld.nl>
            Subject: Zienswijze
            Date: Mon, 12 Jun 2023 14:05:09 +0200
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            Meer licht.
            --b
            Content-Type: text/plain; name=note.txt
            Content-Disposition: attachment; filename=note.txt

            Een notitie.
            --b--
            """
        let read = try await reader.read(Data(mail.utf8), called: "Reactie.EML")
        #expect(read.type == .mail && read.title == "Zienswijze" && read.text == "Meer licht.")
        #expect(read.mail?.address == "jan@voorbeeld.nl" && read.mail?.returnPath == "bounce@elders.example")
        #expect(read.mail?.replyTo == nil, "the same address in other letters is no other address")
        #expect(read.enclosures.map(\.name) == ["note.txt"])
    }

    @Test func plainTextIsReadWhateverWroteIt() async throws {
        let windows = Data([0x63, 0x61, 0x66, 0xE9, 0x0D, 0x0A, 0x0D, 0x0A, 0x0D, 0x0A, 0x6A, 0x61, 0x20])
        #expect(try await reader.read(windows, called: "brief.txt").text == "café\n\nja")
    }

    @Test(arguments: [
        ("a\0b", "brief.txt", "intake.unknown-kind"), ("MZ", "x.exe", "intake.unknown-kind"),
        ("", "a.txt", "file.empty"),
        ("<html>", "pagina.html", "intake.unknown-kind"), ("x", "mail.msg", "intake.outlook"),
        ("geen mail", "mail.eml", "intake.no-mail"), ("PK\u{3}\u{4}onzin", "brief.docx", "file.broken"),
    ])
    func whatIsNoDocumentIsRefused(_ text: String, _ name: String, _ key: String) async throws {
        #expect(try await refusal(Data(text.utf8), name) == key)
    }

    @Test func whatIsTooLargeIsRefused() async throws {
        let large = Data(count: SourceType.sizeLimit + 1)
        #expect(try await refusal(large, "brief.txt") == "file.too-large")
    }
}
