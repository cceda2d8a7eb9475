import Phrases
import PlanDomain

/// The mail that tells of several things at once, in the language of its reader.
public struct DigestWords: Sendable {
    private let phrasebook: Phrasebook

    public init(_ phrasebook: Phrasebook) { self.phrasebook = phrasebook }

    /// Every mail under its subject, in the order in which they were queued.
    @Sendable
    public func write(_ mail: [QueuedMail]) -> (subject: String, text: String) {
        let phrases = phrasebook.phrases(in: mail.last.flatMap { Language(rawValue: $0.language) } ?? .nl)
        let opening = phrases.text("mail.digest-opening", ["count": .number(mail.count)])
        let items = mail.enumerated().map { index, mail in
            "\(index + 1). \(mail.subject)\n\n\(mail.text ?? "")"
        }
        let text = ([opening] + items).joined(separator: "\n\n\(Self.line)\n\n")
        return (phrases.text("mail.digest-subject", ["count": .number(mail.count)]), text + "\n")
    }

    /// Not two hyphens and a space, which would hide the rest as a signature.
    private static let line = String(repeating: "–", count: 20)
}
