import Workflow

/// How far somebody may read in one plan; the one place that says so for everybody outside the office.
public enum ReadingLevel: String, CaseIterable, Sendable {
    /// The plan is not there for them.
    case none
    /// What was published.
    case published
    /// The text of the rounds in which their organisation was asked.
    case consulted
    /// What was offered to the council.
    case offered
    /// The working text and all that was before it.
    case working
}

/// As whom somebody reads: each has versions of its own, and of each version its own closed parts.
public enum ReadingAudience: String, CaseIterable, Sendable {
    case everyone
    case partners
    case council
}

/// What one participant may read of one plan: their level, and the versions for each audience that they belong to.
///
/// Who works on the plan may read along with every audience, to see what it sees. Nobody reads along upward: a
/// councillor reads as the council and as everyone, a contact as a partner and as everyone.
public struct PlanAccess: Equatable, Sendable {
    public let plan: PlanID
    public let level: ReadingLevel
    /// Oldest first; audiences for which there is nothing are absent.
    private let versions: [ReadingAudience: [ReadableVersion]]

    /// - Parameters:
    ///   - rounds: those in which the contact's organisation was asked; nil where no list of them is kept, so that an
    ///     organisation that takes part in the plan was asked in all of them.
    ///   - today: a round is not read before its first day.
    public init(
        _ participant: Participant, to plan: PlanID, publicity: Publicity, rounds: Set<String>? = nil,
        today: CalendarDate
    ) {
        self.plan = plan
        let isOffice = participant.may(.readWorking, in: plan)
        let isContact = participant.contact(in: plan)?.isDisabled == false
        var versions: [ReadingAudience: [ReadableVersion]] = [.everyone: publicity.published]
        if participant.may(.readOffered, in: plan) { versions[.council] = publicity.offered }
        if isOffice || isContact {
            versions[.partners] = publicity.consulted.filter { version in
                guard case .consultation(let round) = version.kind else { return false }
                return isOffice || (round.from <= today && rounds?.contains(round.id) ?? true)
            }
        }
        self.versions = versions.filter { !$0.value.isEmpty }
        let audiences = self.versions.keys
        level =
            if isOffice {
                .working
            } else if audiences.contains(.council) {
                .offered
            } else if audiences.contains(.partners) {
                .consulted
            } else {
                audiences.contains(.everyone) ? .published : .none
            }
    }

    /// The audiences that there is something to read for, the nearest first.
    public var audiences: [ReadingAudience] {
        [.council, .partners, .everyone].filter { versions[$0] != nil }
    }

    /// What an audience may read, newest first; of the nearest audience where none is named.
    ///
    /// Throws `notFound` where there is nothing, or it is not for this participant: the two look alike.
    public func versions(as audience: ReadingAudience? = nil) throws(PlanError) -> [ReadableVersion] {
        guard let audience = audience ?? audiences.first, let versions = versions[audience] else {
            throw PlanError.unknown(plan)
        }
        return versions.reversed()
    }

    /// One version by the commit of its text, the newest where none is named. Throws `notFound` like ``versions(as:)``.
    public func version(
        at text: CommitID? = nil, as audience: ReadingAudience? = nil
    ) throws(PlanError) -> ReadableVersion {
        let versions = try versions(as: audience)
        let wanted = if let text { versions.first { $0.text == text } } else { versions.first }
        guard let version = wanted else {
            throw PlanError(.notFound, Reason("text.unknown-version", ["version": .text(text?.short ?? "")]))
        }
        return version
    }
}

extension PlanError {
    /// Also for a plan that is there and not for this reader.
    static func unknown(_ plan: PlanID) -> PlanError {
        PlanError(.notFound, Reason("plan.unknown", ["plan": .text(plan.rawValue)]))
    }
}
