import PlanDomain

/// Takes the mail that is due to the mail server, one at a time, for as long as the program runs (*postbode*).
///
/// What is to be sent stands in the outbox alone, so a restart loses nothing. A mail is noted as sent after the server
/// said yes: when the program is killed or the disk is full in between, which takes some milliseconds, the mail goes out
/// once more after the restart, with the Message-ID that it had. Sending it twice is the lesser evil; sending it never
/// would be the other choice.
public actor Postman {
    private let room: PostRoom
    private let patience: Patience
    private let time: OfficeTime
    private let report: @Sendable (Event) -> Void
    private var isWalking = false
    /// What could not be written down: nothing else is sent before it is, or the same mail would go out again and again.
    private var unnoted: [(mail: QueuedMail, outcome: DeliveryOutcome)] = []

    /// What an operator may want to read in a log: numbers, never addresses or words.
    public enum Event: Sendable {
        /// And written down.
        case tried(MailNumber, DeliveryOutcome)
        /// The store could not be read or written.
        case stumbled(any Error)
    }

    public init(
        _ room: PostRoom, patience: Patience = Patience(), time: OfficeTime = OfficeTime(),
        report: @escaping @Sendable (Event) -> Void = { _ in }
    ) {
        self.room = room
        self.patience = patience
        self.time = time
        self.report = report
    }

    /// Walks until the task is cancelled; a mail that the server has in hand is finished first.
    ///
    /// New mail is taken at once. Every few seconds there is a look for mail whose time has come, by the clock and not
    /// by a timer, so that a machine that slept or was set to another time is no special case.
    public func run(lookingEvery pause: Duration = .seconds(10)) async {
        let (calls, bell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let arrivals = room.arrivals()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await _ in arrivals { bell.yield() } }
            group.addTask {
                repeat { bell.yield() } while (try? await Task.sleep(for: pause)) != nil
            }
            for await _ in calls {
                do {
                    try await deliver()
                } catch {
                    if !Task.isCancelled { report(.stumbled(error)) }
                }
            }
            group.cancelAll()
        }
    }

    /// One walk: sorts, then sends until nothing is due or the server cannot be used. Without settings it does nothing.
    public func deliver() async throws {
        guard !isWalking else { return }
        isWalking = true
        defer { isWalking = false }
        try await writeDown()
        guard let settings = try await room.settings() else { return }
        try await room.sort()
        let server = SMTPServer(settings, patience: patience, time: time)
        while !Task.isCancelled, let mail = try await room.next(), let letter = MailMessage.Letter(mail) {
            let outcome = await server.send(letter)
            unnoted.append((mail, outcome))
            try await writeDown()
            report(.tried(mail.id, outcome))
            if case .trouble = outcome { return }
        }
    }

    private func writeDown() async throws {
        while let (mail, outcome) = unnoted.first {
            try await room.note(outcome, of: mail)
            unnoted.removeFirst()
        }
    }
}
