import Foundation
import Workflow

/// Something that was done to people, their access or the settings of the installation, and to no plan's text
/// (*beheerhandeling*).
///
/// What is done in a plan stands in its register and its history; this is for the rest. Names stand in the store alone and are
/// looked up when they are shown; no secret is ever part of it.
public struct OfficeDeed: Equatable, Sendable {
    public let kind: Kind
    public let doneAt: Date
    /// Nil for who did it at the server itself, by the command line.
    public let by: PersonID?
    public let about: Subject?
    /// The plan that it is about; nil for all of them.
    public let plan: PlanID?
    public let office: Office?

    public init(
        _ kind: Kind, at moment: Date, by participant: Participant, about: Subject? = nil, plan: PlanID? = nil,
        office: Office? = nil
    ) {
        self.init(kind, at: moment, by: participant.person?.id, about: about, plan: plan, office: office)
    }

    public init(
        _ kind: Kind, at moment: Date, by person: PersonID?, about: Subject? = nil, plan: PlanID? = nil,
        office: Office? = nil
    ) {
        self.kind = kind
        doneAt = moment
        by = person
        self.about = about
        self.plan = plan
        self.office = office
    }

    public enum Kind: String, CaseIterable, Sendable {
        case personAdded, personChanged, accessEnded, accessRestored, signInReset, passwordLinkMade
        case appointed, appointmentEnded, substituted, substitutionWithdrawn
        case contactAdded, contactChanged, contactAccessEnded, contactAccessRestored
        case contactInvited, contactWithdrawn
        /// Somebody let a number that identifies a person pass into the text of a plan.
        case personalNumberAdmitted
        case houseStyleChanged, mailSettingsChanged, mailSettingsRemoved

        /// Whether it says who may do what in plans.
        public var isAboutFunctions: Bool {
            [.appointed, .appointmentEnded, .substituted, .substitutionWithdrawn].contains(self)
        }
    }

    public enum Subject: Equatable, Sendable {
        case person(PersonID)
        case contact(ContactID)
    }

    /// The function that was given, taken or stood in for.
    public struct Office: Equatable, Sendable {
        public let function: String
        public let role: Role
        public let period: Period
        /// Of a substitution.
        public let ground: String?

        public init(function: String, role: Role, period: Period, ground: String? = nil) {
            self.function = function
            self.role = role
            self.period = period
            self.ground = ground
        }

        init(_ appointment: Appointment) {
            self.init(function: appointment.function, role: appointment.role, period: appointment.period)
        }
    }

    /// Whether it says something of a plan: it is about that one, or about who may do what in all of them.
    public func concerns(_ plan: PlanID) -> Bool { self.plan.map { $0 == plan } ?? kind.isAboutFunctions }
}

/// What was done to people, access and settings.
public protocol DeedStore: Sendable {
    /// Throws `notFound` for a person or contact that is not there.
    func note(_ deed: OfficeDeed) async throws
    /// Newest first.
    func deeds() async throws -> [OfficeDeed]
}
