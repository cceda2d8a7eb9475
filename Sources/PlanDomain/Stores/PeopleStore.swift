import Foundation

/// Who of the organisations may come in to which plan.
public protocol InvitationStore: Sendable {
    /// In the order of the first invitation.
    func invitations(of plan: PlanID) async throws -> [Invitation]
    /// Adds or replaces. `notFound` for a contact that is not there.
    func save(_ invitation: Invitation) async throws
}

/// People, what they are appointed to, whom organisations are reached by and to what those were invited.
public protocol PeopleStore: InvitationStore {
    /// By name.
    func people() async throws -> [Person]
    func person(_ id: PersonID) async throws -> Person?
    func person(withMail mail: MailAddress) async throws -> Person?
    /// Adds or replaces. `conflict` when another person has the address.
    func save(_ person: Person) async throws

    /// All that ever were, in the order in which they were made; of one person when it is given.
    func appointments(of person: PersonID?) async throws -> [Appointment]
    /// Adds or replaces. `notFound` for a person that is not there.
    func save(_ appointment: Appointment) async throws

    func substitutions() async throws -> [Substitution]
    /// Adds or replaces. `notFound` for an appointment or deputy that is not there.
    func save(_ substitution: Substitution) async throws
    /// Takes back a substitution that was entered wrongly; what was done under it stays in the register.
    func removeSubstitution(_ id: SubstitutionID) async throws

    /// By organisation and name; of one organisation when it is given.
    func contacts(of organisation: Organisation?) async throws -> [Contact]
    func contact(_ id: ContactID) async throws -> Contact?
    func save(_ contact: Contact) async throws
    /// Every organisation that takes part in a plan or has a contact, by name.
    func organisations() async throws -> [Organisation]
    /// Plans that an organisation takes part in.
    func plans(of organisation: Organisation) async throws -> [PlanID]

    /// What a person is called in the git of one plan: made by chance when it is asked for first, the same ever after.
    func pseudonym(of person: PersonID, in plan: PlanID) async throws -> String
    /// Who is behind a pseudonym; for the audit view and the two-person rule alone.
    func person(behind pseudonym: String, in plan: PlanID) async throws -> PersonID?
}

/// Sign-ins, sessions and links; secrets come in as hashes.
public protocol SignInStore: Sendable {
    /// Empty for a person who never chose a password.
    func credentials(of person: PersonID) async throws -> Credentials
    func save(_ credentials: Credentials, of person: PersonID) async throws
    /// Takes a recovery code out of those that are left; false when it was not among them.
    func useRecoveryCode(_ hash: String, of person: PersonID) async throws -> Bool
    /// Notes that the code of a time step was used; false when that one or a later one was used before.
    func useTimeStep(_ step: Int, of person: PersonID) async throws -> Bool

    func begin(_ session: SignInSession) async throws
    /// Nil when there is no such session, or it ended.
    func session(_ id: TokenHash, at moment: Date) async throws -> SignInSession?
    /// Notes that a session was seen, and whether a one-time code was given by now.
    func touch(_ id: TokenHash, at moment: Date, hasSecondFactor: Bool) async throws
    /// Those that have not ended, last seen first.
    func sessions(of holder: SignInSession.Holder, at moment: Date) async throws -> [SignInSession]
    func end(_ id: TokenHash) async throws
    /// Ends all sessions of a holder, except one where it is given.
    func endAll(of holder: SignInSession.Holder, except: TokenHash?) async throws
    /// Forgets what ended.
    func sweepSessions(at moment: Date) async throws

    func make(_ link: AccessLink) async throws
    func link(_ id: TokenHash) async throws -> AccessLink?
    /// Uses a link up: the link, once; nil when it does not exist, was used or withdrawn, or is too old.
    func use(_ id: TokenHash, at moment: Date) async throws -> AccessLink?
    /// Newest first.
    func links(for purpose: AccessLink.Purpose) async throws -> [AccessLink]
    /// Withdraws all links for a purpose that are still open.
    func withdrawLinks(for purpose: AccessLink.Purpose, at moment: Date) async throws
}
