import Foundation
import PlanDomain
import Seeded
import Testing
import Workflow

@testable import Mailing

/// Messages as a reader that others wrote understands them: Python's `email` package.
@Suite struct MessageTests {
    static let texts = [
        "Dag", "Café – naïef", "cafe\u{301}", "日本語の計画", "👩‍🚒 en 🇳🇱 en 👨‍👩‍👧‍👦", "\u{202E}sdrawkcab", "=?utf-8?q?=41?=",
        "met \"aanhaling\" en \\", "punt.", "a@b.nl, c <d@e.nl>; (f)", "(opmerking)", "q=x_y?z", "0", "-- ",
        String(repeating: "lang woord ", count: 60) + "einde", String(repeating: "é", count: 300),
        String(repeating: "x", count: 1_500), "INB-0042: uw inbreng op 'Veiligheid 2024–2027' is ontvangen",
    ]

    @Test func subjectsAndNamesArriveAsTheyWereWritten() throws {
        let read = try Python.read(mail: Self.texts.map { try message(name: $0, subject: $0).bytes })
        for (mail, text) in zip(read, Self.texts) {
            let evened = text.split(separator: " ").joined(separator: " ")
            #expect(mail.subject == evened, "\(text)")
            #expect(mail.toName == evened, "\(text)")
            #expect(mail.to == ["bos@gemeente.example"], "\(text)")
            check(mail, text)
        }
    }

    @Test func textsArriveAsTheyWereWritten() throws {
        let texts =
            Self.texts + [
                "", "\n", "\n\n", "een\ntwee", "een\r\ntwee\rdrie", ".", "..\n.\n", "From hier\nFrom daar",
                "spatie \t ",
                "=\n=3D\n= ", "nul\u{1}teken\u{7F}", "\tinspringen", String(repeating: "=", count: 200),
            ]
        let read = try Python.read(mail: texts.map { try message(text: $0).bytes })
        for (mail, text) in zip(read, texts) {
            let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            #expect(mail.text == (lines.hasSuffix("\n") ? lines : lines + "\n"), "\(text)")
            #expect(mail.charset == "utf-8" && mail.attachments.isEmpty)
            check(mail, text)
        }
    }

    @Test func nothingThatIsWrittenBecomesAHeader() throws {
        let plain = try #require(try Python.read(mail: [try message().bytes]).first)
        let ends = ["\r\n", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\0", "\u{B}", "\u{C}", "\r\n\r\n"]
        let bad = ends.map { "Dag\($0)Bcc: dief@elders.example\($0)X-Kop: ja" }
        let read = try Python.read(mail: bad.map { try message(name: $0, subject: $0, sender: "Gemeente").bytes })
        for (mail, text) in zip(read, bad) {
            #expect(mail.headers == plain.headers, "\(text.debugDescription)")
            #expect(mail.subject == "Dag Bcc: dief@elders.example X-Kop: ja")
            #expect(mail.to == ["bos@gemeente.example"])
            check(mail, text)
        }
    }

    @Test func theHeaderSaysWhatItHasTo() throws {
        let mail = try #require(try Python.read(mail: [try message(sender: "Gemeente Sint-Anna & Zn.").bytes]).first)
        #expect(
            mail.headers == [
                "Date", "Message-ID", "From", "To", "Subject", "Auto-Submitted", "Content-Language", "MIME-Version",
                "Content-Type", "Content-Transfer-Encoding",
            ])
        #expect(mail.from == ["plannen@gemeente.example"] && mail.fromName == "Gemeente Sint-Anna & Zn.")
        #expect(mail.id == "<sleutel@gemeente.example>")
        #expect(mail.dateText == "Mon, 05 Jun 2023 10:00:00 +0200")
        #expect(mail.date == "2023-06-05T08:00:00+00:00")
    }

    @Test(arguments: [(1_704_067_199, "Mon, 01 Jan 2024 00:59:59 +0100"), (0, "Thu, 01 Jan 1970 01:00:00 +0100")])
    func datesFollowTheClockOfTheTownHall(seconds: Int, text: String) throws {
        let bytes = try message(writtenAt: Date(timeIntervalSince1970: Double(seconds))).bytes
        #expect(try Python.read(mail: [bytes]).first?.dateText == text)
    }

    @Test func aReaderWithoutANameIsAnAddress() throws {
        let text = String(decoding: try message(name: " ").bytes, as: UTF8.self)
        #expect(text.contains("\r\nTo: bos@gemeente.example\r\n"))
    }

    @Test func theSameMailIsTheSameBytes() throws {
        #expect(try message(text: "x", calendar: "BEGIN").bytes == message(text: "x", calendar: "BEGIN").bytes)
    }

    @Test func aCalendarEntryIsAttached() throws {
        let day = try #require(CalendarDate(iso8601: "2023-06-30"))
        let entry = CalendarEntry(id: "ronde-1@plannen.example", title: "Reactietermijn – é", time: .day(day))
        let calendar = CalendarFile([entry]).text(at: Date(timeIntervalSince1970: 0))
        let bytes = try message(text: "Café\nagenda", calendar: calendar).bytes
        let mail = try #require(try Python.read(mail: [bytes]).first)
        #expect(mail.text == "Café\nagenda\n")
        let attachment = try #require(mail.attachments.first)
        #expect(attachment.type == "text/calendar" && attachment.name == "agenda.ics")
        #expect(attachment.method == "PUBLISH" && attachment.calendar.methods == ["PUBLISH"])
        #expect(attachment.calendar.events.map(\.title) == ["Reactietermijn – é"])
        #expect(!attachment.calendar.bareEnds)
        check(mail, "calendar")
    }

    @Test func anyTextArrives() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        let pieces = Self.texts.prefix(14).flatMap { $0.map(String.init) } + ["\n", "\r\n", " ", "  ", "\t", ".", "="]
        let texts = (0..<200).map { _ in
            (0..<Int.random(in: 0...120, using: &random)).map { _ in
                pieces[Int.random(in: pieces.indices, using: &random)]
            }
            .joined()
        }
        let read = try Python.read(mail: texts.map { try message(name: $0, subject: $0, text: $0).bytes })
        for (mail, text) in zip(read, texts) {
            let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            #expect(mail.text == (lines.hasSuffix("\n") ? lines : lines + "\n"), "seed \(seed)")
            let words = text.split { $0.isNewline || $0 == " " || $0 == "\t" }.joined(separator: " ")
            #expect(mail.subject == words, "seed \(seed)")
            check(mail, "seed \(seed)")
        }
    }

    private func check(_ mail: ReadMail, _ name: String) {
        #expect(mail.isASCII && !mail.bareEnds, "\(name)")
        #expect(mail.longest <= 78, "\(name)")
        #expect(mail.defects == [], "\(name)")
    }

    private func message(
        name: String = "J. Bos", subject: String = "Dag", text: String = "Hallo", calendar: String? = nil,
        sender: String = "Gemeente", writtenAt: Date = Date(timeIntervalSince1970: 1_685_952_000)
    ) throws -> MailMessage {
        let settings = try MailSettings(
            host: "localhost", port: 25, security: .none,
            sender: #require(MailAddress("plannen@gemeente.example")), senderName: sender,
            siteAddress: "https://plannen.gemeente.example")
        let letter = MailMessage.Letter(
            key: "sleutel", to: try #require(MailAddress("bos@gemeente.example")), name: name, language: "nl",
            subject: subject, text: text, calendar: calendar, writtenAt: writtenAt)
        return MailMessage(letter, from: settings)
    }
}
