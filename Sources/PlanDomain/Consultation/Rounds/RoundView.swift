import Foundation
import Workflow

/// A round with what the register says of it, as it stands at one moment.
public struct RoundView: Equatable, Sendable {
    public let round: ConsultationRound
    public let state: State
    /// The last day, with every extension.
    public let until: CalendarDate
    /// From this moment reactions are received, once the round is opened.
    public let opensAt: Date
    /// From this moment none is received any more.
    public let closesAt: Date
    /// The text that people react to: that which was shown when the round was opened.
    public let frozen: CommitID?
    /// The day on which it was closed, or on which its plan was finished; nil while it receives reactions.
    public let closedOn: CalendarDate?

    public enum State: String, CaseIterable, Sendable {
        /// The office is still preparing it.
        case prepared
        /// Opened, and its first day is yet to come.
        case announced
        /// Reactions are received.
        case open
        /// Past its last moment; the office still has to close it.
        case ended
        case closed
    }

    /// The last minute in which reactions are received, on the last day.
    public var lastMinute: TimeOfDay { round.closingTime ?? .endOfDay }

    init(
        _ round: ConsultationRound, acts: [Act], of definition: WorkflowDefinition, at moment: Date, time: OfficeTime
    ) {
        let own = RoundActs(round.id, in: acts, definition)
        let until = own.until ?? round.until
        let opens = time.moment(on: own.from ?? round.from, hour: 0, minute: 0)
        let closes =
            round.closingTime.map { time.moment(on: until, hour: $0.hour, minute: $0.minute) }
            ?? time.moment(on: until.adding(days: 1), hour: 0, minute: 0)
        self.round = round
        self.until = until
        opensAt = opens
        closesAt = closes
        frozen = own.text
        closedOn = own.closedOn(time)
        state =
            if closedOn != nil {
                .closed
            } else if own.text == nil {
                .prepared
            } else if moment < opens {
                .announced
            } else if moment < closes { .open } else { .ended }
    }
}

/// When it may be closed.
extension RoundView {
    public enum Closing: Equatable, Sendable {
        /// Its last day has passed.
        case due
        /// It still runs; who closes it says why.
        case early
        /// Nobody may, before the day after this one.
        case after(CalendarDate)
    }

    /// How the office may close it on a day; nil for a round that was not opened, or is closed.
    public func closing(on today: CalendarDate) -> Closing? {
        switch state {
        case .prepared, .closed: nil
        case .announced, .open, .ended:
            if today > until {
                .due
            } else if round.isStatutory {
                .after(until)
            } else {
                state == .announced ? .after(round.from.adding(days: -1)) : .early
            }
        }
    }

    /// Whether it was closed before its last day had passed.
    public var wasClosedEarly: Bool { closedOn.map { $0 <= until } ?? false }
}

/// What the register says of one round.
private struct RoundActs {
    private(set) var from: CalendarDate?
    private(set) var until: CalendarDate?
    private(set) var text: CommitID?
    private var closing: Act?

    init(_ round: RoundID, in acts: [Act], _ definition: WorkflowDefinition) {
        for act in acts {
            switch act.payload {
            case .roundOpened(round.rawValue, _, let from, let until, _):
                self.from = from
                self.until = until
                text = act.text
            case .roundExtended(round.rawValue, let until): self.until = until
            case .roundClosed(round.rawValue): closing = closing ?? act
            // Of a plan that is finished nothing changes any more, whatever somebody would say of it.
            case .stageMoved(_, let stage) where text != nil && definition.isFinished(in: stage):
                closing = closing ?? act
            default: break
            }
        }
    }

    func closedOn(_ time: OfficeTime) -> CalendarDate? { closing.map { $0.date ?? time.day(of: $0.recordedAt) } }
}

extension WorkflowDefinition {
    fileprivate func isFinished(in stage: StageID) -> Bool {
        self.stage(stage).map { $0.isEnd && $0.subject == .version } ?? false
    }
}

extension RoundView {
    /// Whether somebody is asked in this round.
    ///
    /// A contact speaks for their organisation, a councillor for themselves, an adviser for their function.
    func asks(_ participant: Participant) -> Bool {
        guard state != .prepared, round.channels.contains(.form) else { return false }
        if let contact = participant.contact(in: round.plan) {
            return round.organisations.contains(contact.organisation)
        }
        let roles = participant.roles(in: round.plan)
        return switch round.audience {
        case .partners, .residents: false
        case .council: roles.contains(.councillor)
        case .advice: roles.contains(.adviser)
        }
    }

    /// Throws `conflict` with when it was open, unless reactions are received now.
    public func requireOpen() throws(PlanError) {
        switch state {
        case .open: return
        case .prepared, .announced:
            throw PlanError(
                .conflict, Reason("round.not-yet", ["title": .text(round.title), "from": .date(round.from)]))
        case .ended, .closed:
            throw isOver
        }
    }

    /// That it was open, and until when.
    public var isOver: PlanError {
        if wasClosedEarly, let closedOn {
            return PlanError(
                .conflict, Reason("round.closed-early", ["title": .text(round.title), "day": .date(closedOn)]))
        }
        return PlanError(
            .conflict,
            Reason(
                "round.over",
                ["title": .text(round.title), "until": .date(until), "time": .phrase(lastMinute.written)]))
    }
}
