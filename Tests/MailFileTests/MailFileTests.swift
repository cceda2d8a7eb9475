import Foundation
import MailFile
import Testing

/// Saved messages are read as a person reads them.
@Suite struct MailFileTests {
    private func mail(_ text: String) throws -> MailFile {
        try #require(MailFile(Data(text.replacing("\n", with: "\r\n").utf8)))
    }

    @Test func aPlainMessageIsRead() throws {
        let mail = try mail(
            """
            Received: from a by b
            From: "De Vries, Jan" <jan@voorbeeld.nl>
            To: plan@gemeente.nl
            Date: Mon, 12 Jun 2023 14:05:09 +0200 (CEST)
            Subject: =?UTF-8?Q?Zienswijze_caf=C3=A9?=
             =?utf-8?B?cyBpbiBkZSBzdGFk?=
            Content-Type: text/plain; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            Beste gemeente,

            Het caf=E9 op de hoek maakt =
            lawaai.
            """)
        #expect(mail.sender == .init(name: "De Vries, Jan", address: "jan@voorbeeld.nl"))
        #expect(mail.subject == "Zienswijze cafés in de stad")
        #expect(mail.sentAt == Date(timeIntervalSince1970: 1_686_571_509))
        #expect(mail.text == "Beste gemeente,\n\nHet café op de hoek maakt lawaai." && mail.attachments == [])
    }

    @Test func ofSeveralFormsThePlainOneIsReadAndFilesAreKept() throws {
        let mail = try mail(
            """
            From: jan@voorbeeld.nl
            Subject: Reactie
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="buiten; =1"

            Dit leest niemand.
            --buiten; =1
            Content-Type: multipart/alternative; boundary=binnen

            --binnen
            Content-Type: text/plain; charset=utf-8

            Platte tekst é
            --binnen
            Content-Type: text/html

            <p>Rijke tekst</p>
            --binnen--
            --buiten; =1
            Content-Type: application/pdf
            Content-Disposition: attachment; filename*0*=UTF-8''br%C3%A9; filename*1=ve.pdf
            Content-Transfer-Encoding: base64

            JVBERi0x
            LjcK
            --buiten; =1
            Content-Type: image/png; name="../../logo.png"
            Content-Disposition: inline

            PNG
            --buiten; =1--
            Naschrift
            """)
        #expect(mail.text == "Platte tekst é")
        #expect(mail.attachments.map(\.name) == ["bréve.pdf", "logo.png"])
        #expect(mail.attachments[0].bytes == Data("%PDF-1.7\n".utf8) && mail.attachments[1].bytes == Data("PNG".utf8))
    }

    @Test func aPageIsReadAsItsWords() throws {
        let mail = try mail(
            """
            From: <jan@voorbeeld.nl>
            Subject: Web
            Content-Type: text/html; charset=utf-8

            <html><head><title>X</title><style>p { color: red }</style></head><body><h1>Beste&nbsp;raad</h1>
            <p>Meer <b>licht</b> &amp; minder
            lawaai:</p><ul><li>bij het park</li><li>op &#233;&#xe9;n plek</li></ul><script>alert(1)</script></body></html>
            """)
        #expect(mail.text == "Beste raad\n\nMeer licht & minder lawaai:\n\n- bij het park\n- op één plek")
    }

    @Test(arguments: ["", "zomaar tekst\n\nzonder kop", "From: a@b.nl\nSubject: leeg\n\n", "\u{0}\u{1}\u{2}"])
    func whatIsNoMessageIsNone(text: String) {
        #expect(MailFile(Data(text.utf8)) == nil)
    }

    @Test func aNestOfPartsComesToAnEnd() {
        var nest = "text"
        for level in 0..<60 {
            nest = "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n\(nest)\n--b\(level)--"
        }
        let file = MailFile(Data("From: a@b.nl\nSubject: nest\n\(nest)".utf8))
        #expect(file == nil || file?.attachments.count ?? 0 < 10)
        let many = (0..<10_000).map { _ in "--b\nContent-Type: text/plain\n\nx\n" }.joined()
        let wide = MailFile(Data("From: a@b.nl\nSubject: w\nContent-Type: multipart/mixed; boundary=b\n\n\(many)".utf8))
        #expect((wide?.text.count ?? 0) < 1_000)
    }
}
