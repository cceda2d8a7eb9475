import Foundation
import PlanDomain

/// A mail server as its settings describe it: takes one mail at a time, over one connection for as long as this lives.
actor SMTPServer {
    private let settings: MailSettings
    private let patience: Patience
    private let time: OfficeTime
    private var handle: EasyHandle?
    private let queue = BlockingQueue(label: "paraaf.mail")

    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    init(_ settings: MailSettings, patience: Patience, time: OfficeTime) {
        self.settings = settings
        self.patience = patience
        self.time = time
    }

    /// Returns when the server has answered; a task that is cancelled does not wait for that, unless the server has the
    /// whole mail already.
    func send(_ letter: MailMessage.Letter) async -> DeliveryOutcome {
        let stop = StopSign()
        return await withTaskCancellationHandler {
            send(letter, stop: stop)
        } onCancel: {
            stop.raise()
        }
    }

    private func send(_ letter: MailMessage.Letter, stop: StopSign) -> DeliveryOutcome {
        if handle == nil { handle = EasyHandle() }
        guard let handle else { return .trouble(.other, answer: "libcurl does not start") }
        let message = MailMessage(letter, from: settings, time: time)
        let conversation = handle.send(message.bytes, in: envelope(to: letter.to), stop: stop)
        return conversation.outcome
    }

    private func envelope(to reader: MailAddress) -> EasyHandle.Envelope {
        let scheme = settings.security == .tls ? "smtps" : "smtp"
        return EasyHandle.Envelope(
            // Behind the slash stands how this machine presents itself.
            address: "\(scheme)://\(settings.host):\(settings.port)/\(settings.siteHost)",
            encryption: encryption, user: settings.login?.user, password: settings.login?.password,
            authorityFile: settings.authorityFile, sender: "<\(settings.sender)>", reader: "<\(reader)>",
            patience: patience)
    }

    private var encryption: EasyHandle.Encryption {
        switch settings.security {
        case .startTLS: .startTLS
        case .tls: .fromTheStart
        case .none: .none
        }
    }
}

/// Tries settings out, before or after they are saved.
public struct MailTrial: MailTrying {
    private let patience: Patience
    private let time: OfficeTime

    public init(patience: Patience = Patience(toConnect: 10, perAnswer: 15, inAll: 30), time: OfficeTime = OfficeTime())
    {
        self.patience = patience
        self.time = time
    }

    public func send(_ mail: NewMail, by settings: MailSettings) async -> DeliveryOutcome {
        let key = UUID().uuidString.lowercased().filter { $0 != "-" }
        let letter = MailMessage.Letter(
            key: key, to: mail.to, name: mail.name, language: mail.language, subject: mail.subject, text: mail.text,
            calendar: mail.calendar, writtenAt: time.now())
        return await SMTPServer(settings, patience: patience, time: time).send(letter)
    }
}
