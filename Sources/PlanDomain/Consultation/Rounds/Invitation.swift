import Foundation

/// That a contact was asked to take part in a plan; their links come and go, this stays.
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
