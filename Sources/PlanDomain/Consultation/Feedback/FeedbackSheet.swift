import Foundation
import Workflow

/// How it stands with the feedback of one round: who can be told, who must wait, whom nobody can reach, who was told.
public struct FeedbackSheet: Equatable, Sendable {
    public let round: RoundView
    /// To be told by mail, by name.
    public private(set) var mails: [FeedbackParcel] = []
    /// To be told on paper, by name.
    public private(set) var letters: [FeedbackParcel] = []
    /// Told on paper before, by name.
    public private(set) var printed: [FeedbackParcel] = []
    /// Inputs that have no final answer yet.
    public private(set) var notReady: [InputNumber] = []
    /// Answered inputs of who stays unknown, for who holds a receipt code.
    public private(set) var byCode: [InputNumber] = []
    /// Answered inputs from behind closed doors.
    public private(set) var closed: [InputNumber] = []
    /// Answered inputs of who cannot be reached any more.
    public private(set) var unreachable: [InputNumber] = []
    /// Inputs of which the answer that holds was told.
    public private(set) var told: [InputNumber] = []
    /// Answers that who sent them in is satisfied with.
    public private(set) var satisfied: [InputNumber] = []
    public private(set) var disputed: [InputNumber] = []

    init(round: RoundView) { self.round = round }

    /// Of those who are to be mailed, those whose inputs are all answered, or also the others.
    public func mails(includingPartial: Bool) -> [FeedbackParcel] {
        mails.filter { !$0.answers.isEmpty && (includingPartial || $0.pending.isEmpty) }
    }

    /// Inputs come by number.
    mutating func add(_ answer: InputAnswer, _ reach: FeedbackReach) {
        let number = answer.number
        switch answer.feedback?.reply?.verdict {
        case .satisfied: satisfied.append(number)
        case .disputed: disputed.append(number)
        case nil: break
        }
        let wasTold = answer.feedback?.told != nil
        if wasTold { told.append(number) }
        guard !answer.isErased else { return }
        if answer.state == .inadmissible { return addInadmissible(answer, reach) }
        guard answer.isSettled else {
            notReady.append(number)
            if case .recipient(let recipient) = reach { wait(number, recipient) }
            return
        }
        switch reach {
        case .recipient(let recipient): add(answer, to: recipient, wasTold: wasTold)
        case .byCode: byCode.append(number)
        case .closed: closed.append(number)
        case .nobody: unreachable.append(number)
        }
    }

    /// Who can be mailed heard it when it was judged; who cannot hears it on paper.
    private mutating func addInadmissible(_ answer: InputAnswer, _ reach: FeedbackReach) {
        guard case .recipient(let recipient) = reach, recipient.way == .letter else { return }
        add(answer, to: recipient, wasTold: answer.feedback?.told != nil)
    }

    private mutating func add(_ answer: InputAnswer, to recipient: FeedbackRecipient, wasTold: Bool) {
        switch (recipient.way, wasTold) {
        case (.mail, true): return
        case (.mail, false): Self.parcel(in: &mails, for: recipient) { $0.answers.append(answer) }
        case (.letter, false): Self.parcel(in: &letters, for: recipient) { $0.answers.append(answer) }
        case (.letter, true): Self.parcel(in: &printed, for: recipient) { $0.answers.append(answer) }
        }
    }

    private mutating func wait(_ number: InputNumber, _ recipient: FeedbackRecipient) {
        if recipient.way == .mail {
            Self.parcel(in: &mails, for: recipient) { $0.pending.append(number) }
        } else {
            Self.parcel(in: &letters, for: recipient) { $0.pending.append(number) }
        }
    }

    private static func parcel(
        in parcels: inout [FeedbackParcel], for recipient: FeedbackRecipient, _ change: (inout FeedbackParcel) -> Void
    ) {
        if let place = parcels.firstIndex(where: { $0.recipient.key == recipient.key }) {
            return change(&parcels[place])
        }
        var parcel = FeedbackParcel(recipient: recipient)
        change(&parcel)
        let place = parcels.firstIndex { $0.recipient.name > recipient.name } ?? parcels.endIndex
        parcels.insert(parcel, at: place)
    }
}

/// What one recipient is told at once.
public struct FeedbackParcel: Equatable, Sendable {
    public let recipient: FeedbackRecipient
    /// By number; empty where everything of theirs still waits.
    public internal(set) var answers: [InputAnswer] = []
    /// Inputs of theirs in the same round that have no final answer yet.
    public internal(set) var pending: [InputNumber] = []

    init(recipient: FeedbackRecipient) { self.recipient = recipient }
}

/// A letter that was printed.
public struct PrintedFeedback: Equatable, Sendable {
    public let parcel: FeedbackParcel
    /// The code that stands on it.
    public let code: String?
}
