import Foundation

/// What a person signs in with. The store keeps it, `Web` makes and checks it; here it is opaque.
public struct Credentials: Equatable, Sendable {
    /// With its salt and its cost (`scrypt$…`); nil until the person chose one.
    public var passwordHash: String?
    /// The key of the time-based one-time codes (RFC 6238), in base 32; nil where none is set up.
    public var oneTimeKey: String?
    /// The last time step whose code was accepted: a code counts once (RFC 6238, 5.2).
    public var lastTimeStep: Int
    /// Hashes of the recovery codes that are left.
    public var recoveryCodes: [String]

    public init(
        passwordHash: String? = nil, oneTimeKey: String? = nil, lastTimeStep: Int = 0, recoveryCodes: [String] = []
    ) {
        self.passwordHash = passwordHash
        self.oneTimeKey = oneTimeKey
        self.lastTimeStep = lastTimeStep
        self.recoveryCodes = recoveryCodes
    }
}

/// A browser that is signed in.
public struct SignInSession: Identifiable, Equatable, Sendable {
    /// The hash of the secret in the cookie; the secret itself is kept nowhere.
    public let id: TokenHash
    public let holder: Holder
    public let startedAt: Date
    public var lastSeenAt: Date
    public let expiresAt: Date
    /// What the browser calls itself, in short, so that its owner knows it again.
    public let device: String
    /// Whether a one-time code was given too.
    public var hasSecondFactor: Bool

    public init(
        id: TokenHash, holder: Holder, startedAt: Date, lastSeenAt: Date, expiresAt: Date, device: String,
        hasSecondFactor: Bool
    ) {
        self.id = id
        self.holder = holder
        self.startedAt = startedAt
        self.lastSeenAt = lastSeenAt
        self.expiresAt = expiresAt
        self.device = device
        self.hasSecondFactor = hasSecondFactor
    }

    public enum Holder: Hashable, Sendable {
        case person(PersonID)
        case contact(ContactID, plan: PlanID)
    }
}

/// SHA-256 of a secret that somebody else holds, in hexadecimal.
public struct TokenHash: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// A link that lets its reader in once, for what it was made for.
public struct AccessLink: Identifiable, Equatable, Sendable {
    /// The hash of the secret in the link.
    public let id: TokenHash
    public let purpose: Purpose
    public let madeAt: Date
    public let expiresAt: Date
    public var usedAt: Date?
    public var withdrawnAt: Date?

    public init(
        id: TokenHash, purpose: Purpose, madeAt: Date, expiresAt: Date, usedAt: Date? = nil, withdrawnAt: Date? = nil
    ) {
        self.id = id
        self.purpose = purpose
        self.madeAt = madeAt
        self.expiresAt = expiresAt
        self.usedAt = usedAt
        self.withdrawnAt = withdrawnAt
    }

    public enum Purpose: Hashable, Sendable {
        /// Opens a session for a contact's organisation in one plan.
        case contribute(ContactID, plan: PlanID)
        /// Lets a person choose a password: the first, or a new one.
        case choosePassword(PersonID)
    }

    /// Whether it still opens anything.
    public func isOpen(at moment: Date) -> Bool { usedAt == nil && withdrawnAt == nil && moment < expiresAt }
}
