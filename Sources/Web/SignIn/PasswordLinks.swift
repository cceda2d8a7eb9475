import Foundation
import PlanDomain

/// Links by which a person chooses a password: good for a day and for once. A new one withdraws those before it.
public struct PasswordLinks: Sendable {
    private let store: any SignInStore
    private let clock: @Sendable () -> Date
    private let random: RandomBytes

    public init(
        store: any SignInStore, clock: @escaping @Sendable () -> Date,
        random: @escaping RandomBytes = SystemRandom.bytes
    ) {
        self.store = store
        self.clock = clock
        self.random = random
    }

    /// The address within the site. The secret in it is known to whoever reads this, and kept nowhere.
    public func make(for person: PersonID) async throws -> String {
        let now = clock()
        let secret = Secret.make(random)
        try await store.withdrawLinks(for: .choosePassword(person), at: now)
        try await store.make(
            AccessLink(
                id: secret.hash, purpose: .choosePassword(person), madeAt: now,
                expiresAt: now.addingTimeInterval(Self.lifetime)))
        return SiteAddress.password(secret).path
    }

    /// In seconds.
    public static let lifetime: TimeInterval = 86_400
}
