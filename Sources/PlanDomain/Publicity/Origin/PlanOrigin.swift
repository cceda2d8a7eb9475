import Workflow

/// How a version of a plan came about (*hoe kwam dit plan tot stand*), for whoever may read the version: what happened
/// when, who was heard, which body decided, what the council changed.
///
/// Bodies and organisations are named, persons and officials never; no reason, no remark, no sign-off and no word of an
/// input is in it.
public struct PlanOrigin: Equatable, Sendable {
    public let plan: PlanID
    public let planTitle: String
    public let audience: ReadingAudience
    public let version: ReadableVersion
    /// In the order in which it happened.
    public let moments: [Moment]
    /// Who takes part in the plan, by name.
    public let organisations: [Organisation]
    /// Nil where the council did not adopt this version.
    public let councilChanges: CouncilChanges?

    public struct Moment: Equatable, Sendable {
        public let act: Int
        public let day: CalendarDate
        public let event: Event

        public init(act: Int, day: CalendarDate, event: Event) {
            self.act = act
            self.day = day
            self.event = event
        }
    }

    public enum Event: Equatable, Sendable {
        case started
        case consulted(ConsultedRound)
        /// A session with partners where it is nil.
        case met(GoverningBody?)
        case decided(PlanEdition.Decision)
        /// *Definitief akkoord*.
        case released
        case offeredToCouncil
        /// The plan reached the end of its way.
        case settled
        case conditionFulfilled
        case published
        case takenBack
    }

    /// A round with who was asked and how much came in.
    public struct ConsultedRound: Equatable, Sendable {
        public let round: ReadableVersion.Round
        /// Nil where no numbers are kept.
        public let tally: RoundTally?

        public init(round: ReadableVersion.Round, tally: RoundTally?) {
            self.round = round
            self.tally = tally
        }
    }
}

/// What the council changed between what it was offered and what it adopted.
public struct CouncilChanges: Equatable, Sendable {
    /// The text that the council decided on; nil where it is not for this reader, so that there is nothing to compare.
    public let offered: CommitID?
    /// Open sections that differ, in reading order; empty where the council adopted the plan as it was offered.
    public let sections: [ChangedSection]

    public struct ChangedSection: Equatable, Sendable {
        public let section: SectionID
        public let title: String
        public let number: String?
        public let kind: SectionChange.Kind
        /// In words; nil where the offered text is not for this reader.
        public let words: Words?
    }

    public struct Words: Equatable, Sendable {
        public let added: Int
        public let removed: Int
    }
}
