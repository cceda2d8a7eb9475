import PlanDomain

/// How far one mail got with a mail server, and what was said last.
struct SMTPConversation: Equatable {
    /// What the last command was about.
    enum Step: Int, Comparable {
        /// Connecting, encrypting, signing in.
        case meeting
        case sender
        case reader
        /// The message is on its way.
        case message
        /// The server has the whole message; its answer, where it got lost, may have been a yes.
        case handedOver

        static func < (left: Step, right: Step) -> Bool { left.rawValue < right.rawValue }
    }

    enum Problem: Equatable {
        case unreachable, silent, notTrusted, notEncrypted, loginRefused
        /// We were told to stop.
        case stopped
        /// Any other, of which the reply tells most.
        case other
    }

    var step = Step.meeting
    /// Nil when the server took the mail.
    var problem: Problem?
    /// Of the last reply; 0 where the connection ended without one.
    var code = 0
    /// The last reply, or what the library has to say where there was none.
    var words = ""
}

extension SMTPConversation {
    /// What it comes down to.
    ///
    /// As soon as a server has taken the sender, whatever it says is about this mail: were one mail that it chokes on
    /// held for a fault of the server, it would stand in the way of all others. Before that the mail is not to blame,
    /// with one exception: it may be too large (552; the size is said with the sender, RFC 1870).
    var outcome: DeliveryOutcome {
        guard let problem else { return .accepted(answer: words) }
        if problem == .stopped { return .interrupted }
        if step >= .reader || (step == .sender && code == 552) {
            return code >= 500 ? .refused(answer: words) : .deferred(answer: words)
        }
        return .trouble(trouble(problem), answer: words)
    }

    private func trouble(_ problem: Problem) -> MailTrouble {
        switch problem {
        case .unreachable: .unreachable
        case .silent: .silent
        case .notTrusted: .notTrusted
        case .notEncrypted: .notEncrypted
        case .loginRefused: .loginRefused
        // A server that wants a login asks for it when it hears the sender (RFC 4954, 6).
        case .other where step == .sender && code == 530: .loginRefused
        case .stopped, .other: step == .sender && code >= 400 ? .senderRefused : .other
        }
    }
}
