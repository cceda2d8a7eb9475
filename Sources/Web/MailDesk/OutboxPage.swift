import Foundation
import Phrases
import PlanDomain

/// The states of mail as addresses name them.
enum OutboxState: String, CaseIterable, Sendable {
    case waiting = "wacht"
    case failed = "mislukt"
    case sent = "verzonden"
    case gathered = "gebundeld"
    case withdrawn = "ingetrokken"

    init(_ state: QueuedMail.State) {
        switch state {
        case .waiting: self = .waiting
        case .failed: self = .failed
        case .sent: self = .sent
        case .gathered: self = .gathered
        case .withdrawn: self = .withdrawn
        }
    }

    var mail: QueuedMail.State {
        switch self {
        case .waiting: .waiting
        case .failed: .failed
        case .sent: .sent
        case .gathered: .gathered
        case .withdrawn: .withdrawn
        }
    }

    /// A key of the locale files.
    var label: String {
        switch self {
        case .waiting: "maildesk.state.waiting"
        case .failed: "maildesk.state.failed"
        case .sent: "maildesk.state.sent"
        case .gathered: "maildesk.state.gathered"
        case .withdrawn: "maildesk.state.withdrawn"
        }
    }
}

/// The outgoing mail: what waits, what failed and why, what was sent.
struct OutboxPage: SitePage {
    static let template = "outbox"
    let heading: String
    /// Nil where there are settings.
    let withoutSettings: String?
    let settings: PageLink
    let states: [PageLink]
    let rows: [Row]
    let older: PageLink?

    static let fields: PageFields<OutboxPage> = [
        .text("heading") { $0.heading },
        .text("withoutSettings") { $0.withoutSettings },
        .part("settings") { $0.settings },
        .list("states") { $0.states },
        .flag("isEmpty") { $0.rows.isEmpty },
        .list("rows") { $0.rows },
        .part("older") { $0.older },
    ]

    /// One mail. Its words are shown only where somebody must hand them over by other means.
    struct Row: PageContent {
        let number: MailNumber
        let subject: String
        let to: String
        let state: String
        let moments: [TextLine]
        let answer: String?
        let words: String?
        let isOpen: Bool
        let retryLabel: String
        let withdrawLabel: String
        let seal: FormSeal

        init(_ mail: QueuedMail, showsWords: Bool, seal: FormSeal, phrases: Phrases) {
            number = mail.id
            subject = mail.subject
            to = mail.name.isEmpty ? mail.to.rawValue : "\(mail.name) (\(mail.to))"
            state = phrases.text(OutboxState(mail.state).label)
            moments = Self.moments(of: mail, phrases)
            answer = mail.answer.flatMap { $0.isEmpty ? nil : $0 }
            words = showsWords && mail.state == .waiting ? mail.text : nil
            isOpen = mail.state == .waiting || mail.state == .failed
            let named: [String: PhraseArgument] = ["subject": .text(mail.subject), "to": .text(mail.to.rawValue)]
            retryLabel = phrases.text("maildesk.outbox.retry-this", named)
            withdrawLabel = phrases.text("maildesk.outbox.withdraw-this", named)
            self.seal = seal
        }

        private static func moments(of mail: QueuedMail, _ phrases: Phrases) -> [TextLine] {
            func line(_ key: String, _ moment: Date) -> TextLine {
                TextLine(line: phrases.text(key, ["moment": .text(phrases.moment(moment))]))
            }
            var lines = [line("maildesk.outbox.queued", mail.queuedAt)]
            if mail.attempts > 0 {
                lines.append(TextLine(line: phrases.text("maildesk.outbox.tries", ["count": .number(mail.attempts)])))
            }
            if mail.state == .waiting {
                lines.append(
                    mail.nextAttempt.map { line("maildesk.outbox.next", $0) }
                        ?? TextLine(line: phrases.text("maildesk.outbox.for-digest")))
            }
            if let settled = mail.settledAt { lines.append(line("maildesk.outbox.settled", settled)) }
            return lines
        }

        static let fields: PageFields<Row> = [
            .text("number") { $0.number.description },
            .text("subject") { $0.subject },
            .text("to") { $0.to },
            .text("state") { $0.state },
            .list("moments") { $0.moments },
            .text("answer") { $0.answer },
            .text("words") { $0.words },
            .flag("isOpen") { $0.isOpen },
            .text("retryAddress") { SiteAddress.mail($0.number, "opnieuw").path },
            .text("retryLabel") { $0.retryLabel },
            .text("withdrawAddress") { SiteAddress.mail($0.number, "intrekken").path },
            .text("withdrawLabel") { $0.withdrawLabel },
            .text("formToken") { $0.seal.token },
            .text("requestID") { $0.seal.requestID },
        ]
    }
}
