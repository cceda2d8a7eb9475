import Workflow

/// A version of a plan that readers outside the office may read, with what of it stays closed to them.
///
/// Its address is the commit of its text, so it stays where it is when a later version takes its place.
public struct ReadableVersion: Identifiable, Equatable, Sendable {
    public let text: CommitID
    public let kind: Kind
    /// Name of the frozen version, such as `vastgesteld/1`; nil for a version that was consulted on.
    public let tag: String?
    /// The act by which these readers got it.
    public let act: Int
    public let since: CalendarDate
    /// The day of the decision that adopted it, which may be before or after its readers got it; nil for a version that
    /// is not adopted.
    public let adoptedOn: CalendarDate?
    /// The last act that is about this version: what came later concerns another text.
    public let lastAct: Int
    /// The acts of decision that it rests on, the board's before the council's.
    public let decisions: [Int]
    public let closure: Closure
    public let standing: Standing

    public var id: CommitID { text }

    public init(
        text: CommitID, kind: Kind, tag: String?, act: Int, since: CalendarDate, lastAct: Int, decisions: [Int],
        closure: Closure, adoptedOn: CalendarDate? = nil, standing: Standing = .inForce
    ) {
        self.text = text
        self.kind = kind
        self.tag = tag
        self.act = act
        self.since = since
        self.lastAct = lastAct
        self.decisions = decisions
        self.closure = closure
        self.adoptedOn = adoptedOn
        self.standing = standing
    }

    public enum Kind: Equatable, Sendable {
        /// Decided by the board and offered to the council.
        case offered
        case adopted(by: GoverningBody)
        /// The text that a round is about.
        case consultation(Round)
    }

    public struct Round: Equatable, Sendable {
        public let id: String
        public let audience: LocalizedText
        public let from: CalendarDate
        /// The last day, with every extension.
        public let until: CalendarDate
        public let isClosed: Bool

        public init(id: String, audience: LocalizedText, from: CalendarDate, until: CalendarDate, isClosed: Bool) {
            self.id = id
            self.audience = audience
            self.from = from
            self.until = until
            self.isClosed = isClosed
        }
    }

    /// What became of it.
    public enum Standing: Equatable, Sendable {
        case inForce
        /// A later version took its place (*vervangen*).
        case replaced(by: CommitID)
        /// It was sent back, and no later version has taken its place yet.
        case takenBack(on: CalendarDate)
    }
}

extension ReadableVersion {
    func with(closure: Closure? = nil, standing: Standing? = nil) -> ReadableVersion {
        ReadableVersion(
            text: text, kind: kind, tag: tag, act: act, since: since, lastAct: lastAct, decisions: decisions,
            closure: closure ?? self.closure, adoptedOn: adoptedOn, standing: standing ?? self.standing)
    }

    /// The same text that readers had before, under an earlier act: they have had it since then.
    func continuing(_ earlier: ReadableVersion) -> ReadableVersion {
        ReadableVersion(
            text: text, kind: kind, tag: tag, act: earlier.act, since: earlier.since, lastAct: lastAct,
            decisions: decisions, closure: closure, adoptedOn: adoptedOn, standing: standing)
    }
}

extension [ReadableVersion] {
    /// Oldest first: a text that came back counts once, as it stands now; each version marks the one before it as
    /// replaced; and a part that a later version closes by name is closed in those before it, too.
    func inSuccession() -> [ReadableVersion] {
        var line: [ReadableVersion] = []
        for version in self {
            var version = version
            if let index = line.firstIndex(where: { $0.text == version.text }) {
                version = version.continuing(line.remove(at: index))
            }
            line = line.map {
                $0.with(
                    closure: $0.closure.closing(alsoPartsOf: version.closure), standing: .replaced(by: version.text))
            }
            line.append(version)
        }
        return line
    }
}
