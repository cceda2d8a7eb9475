import Foundation
import PlanDomain
import Testing
import Web

/// The mail that tells of several things at once.
@Suite struct DigestWordsTests {
    @Test(arguments: [
        ("nl", "2 nieuwe berichten", "Er zijn 2 nieuwe berichten voor u."),
        ("en", "2 new messages", "There are 2 new messages for you."),
    ])
    func aDigestIsInTheLanguageOfItsReader(language: String, subject: String, opening: String) throws {
        let digest = DigestWords(try ProjectFiles.phrasebook()).write([
            try mail("Nieuwe inbreng", "Er is inbreng gekomen.\nBekijk haar.", language),
            try mail("Termijn", "Morgen is de laatste dag.", language),
        ])
        let line = String(repeating: "–", count: 20)
        #expect(digest.subject == subject)
        #expect(
            digest.text == """
                \(opening)

                \(line)

                1. Nieuwe inbreng

                Er is inbreng gekomen.
                Bekijk haar.

                \(line)

                2. Termijn

                Morgen is de laatste dag.

                """)
    }

    private func mail(_ subject: String, _ text: String, _ language: String) throws -> QueuedMail {
        QueuedMail(
            id: MailNumber(1), key: "k", to: try #require(MailAddress("bos@gemeente.example")), name: "Bos",
            language: language, subject: subject, text: text, calendar: nil, urgency: .digest,
            queuedAt: Date(timeIntervalSince1970: 0), state: .waiting, attempts: 0, nextAttempt: nil, settledAt: nil,
            answer: nil, digest: nil)
    }
}
