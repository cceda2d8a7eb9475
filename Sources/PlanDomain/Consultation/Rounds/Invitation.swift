import Foundation

/// That a contact was asked to take part in a plan; their links come and go, this stays.
///
/// It alone says whether they may come in: a link or session without an open invitation opens nothing.
public struct Invitation: Equatable, Sendable {
    public let plan: PlanID
    public let contact: ContactID
    public let invitedAt: Date
    /// From this moment on they can neither come in nor ask for a new link.
    public var withdrawnAt: Date?

    public init(plan: PlanID, contact: ContactID, invitedAt: Date, withdrawnAt: Date? = nil) {
        self.plan = plan
        self.contact = contact
        self.invitedAt = invitedAt
        self.withdrawnAt = withdrawnAt
    }

    public var isOpen: Bool { withdrawnAt == nil }
}

/// How far a contact came with an invitation.
public enum InvitationStanding: Equatable, Sendable {
    case never
    /// They have a link that they did not use yet.
    case invited(until: Date)
    /// They came in by their newest link.
    case used(Date)
    /// Their newest link grew too old; they may ask for another.
    case expired
    case withdrawn

    /// Whether they may come in, or ask for a link to do so.
    public var isOpen: Bool { self != .never && self != .withdrawn }

    /// - Parameter newest: of their links.
    init(_ invitation: Invitation?, _ newest: AccessLink?, at moment: Date) {
        guard let invitation else {
            self = .never
            return
        }
        if !invitation.isOpen {
            self = .withdrawn
        } else if let usedAt = newest?.usedAt {
            self = .used(usedAt)
        } else if let newest, newest.isOpen(at: moment) {
            self = .invited(until: newest.expiresAt)
        } else {
            self = .expired
        }
    }
}
