import Foundation
import PlanDomain

/// How long a sign-in lasts, in seconds.
enum SessionLimits {
    /// Without a request.
    static let idle: TimeInterval = 8 * 3_600
    /// In all, for a person.
    static let person: TimeInterval = 14 * 86_400
    /// In all, for a contact, who has no password to come in with again.
    static let contact: TimeInterval = 30 * 86_400
    /// In all, for somebody who still owes a one-time code.
    static let owing: TimeInterval = 1_800
    /// A session that was seen more recently is not noted again: reading must not write.
    static let noted: TimeInterval = 60

    static func expiry(of holder: SignInSession.Holder, from moment: Date) -> Date {
        switch holder {
        case .person: moment.addingTimeInterval(person)
        case .contact: moment.addingTimeInterval(contact)
        }
    }

    /// A contact's link was used up, so that theirs goes by the absolute limit alone.
    static func isIdle(_ session: SignInSession, at moment: Date) -> Bool {
        if case .contact = session.holder { return false }
        return moment.timeIntervalSince(session.lastSeenAt) > idle
    }
}
