import Foundation
import PlanDomain
import SQLiteStore
import Workflow

@testable import Web

/// Who reads a page in a test: nobody, or somebody with a session in the store.
struct Reader: Sendable {
    /// What the browser sends along; nil for a visitor who was never shown a form.
    let secret: Secret?
    let account: Person?
    /// The cookie that it goes in.
    var cookie = "paraaf"
    /// What it sends along besides, such as that of a questionnaire.
    var carried: String?

    static let visitor = Reader(secret: nil, account: nil)
    static let visitorWithForm = Reader(secret: secret(of: "bezoeker"), account: nil, cookie: "paraaf-bezoek")

    /// `Cookie`, with others of the test's own.
    func cookies(_ others: String? = nil) -> String? {
        let own = secret.map { "\(cookie)=\($0.text)" }
        let all = [own, carried, others].compactMap { $0 }
        return all.isEmpty ? nil : all.joined(separator: "; ")
    }

    /// What a form of this reader bears.
    var token: String { secret.map { FormSecret($0).token() } ?? "" }
}

extension Reader {
    /// A person with these roles, signed in since a moment ago.
    ///
    /// - Parameter plan: whose roles they are; of every plan when nil.
    static func person(
        _ name: String, _ roles: [(Role, String)], for plan: PlanID? = nil, in store: SQLiteStore, at moment: Date,
        hasSecondFactor: Bool = true
    ) async throws -> Reader {
        let id = name.lowercased().replacing(" ", with: "-")
        let person = Person(
            id: PersonID(id)!, name: name, mail: MailAddress("\(id)@voorbeeld.nl")!)
        try await store.save(person)
        for (index, role) in roles.enumerated() {
            try await store.save(
                Appointment(
                    id: AppointmentID("\(id)-\(index)")!, person: person.id, role: role.0, function: role.1, plan: plan)
            )
        }
        let secret = secret(of: id)
        try await store.begin(
            session(secret, .person(person.id), at: moment, hasSecondFactor: hasSecondFactor))
        return Reader(secret: secret, account: person)
    }

    /// A contact of an organisation that takes part in the plan, who came in by a link.
    static func contact(
        _ name: String, of organisation: String, for plan: PlanID, in store: SQLiteStore, at moment: Date
    ) async throws -> Reader {
        let id = name.lowercased().replacing(" ", with: "-")
        let contact = Contact(
            id: ContactID(id)!, organisation: Organisation(name: organisation), name: name,
            mail: MailAddress("\(id)@partner.nl")!)
        try await store.add([contact.organisation], to: plan)
        try await store.save(contact)
        try await store.save(Invitation(plan: plan, contact: contact.id, invitedAt: moment))
        let secret = secret(of: id)
        try await store.begin(session(secret, .contact(contact.id, plan: plan), at: moment, hasSecondFactor: false))
        return Reader(secret: secret, account: nil)
    }

    /// The same secret for the same name, so that pages come out the same in every run.
    private static func secret(of name: String) -> Secret {
        let bytes = Array((name + String(repeating: "-", count: 32)).utf8.prefix(32))
        return Secret.make { _ in bytes }
    }

    private static func session(
        _ secret: Secret, _ holder: SignInSession.Holder, at moment: Date, hasSecondFactor: Bool
    ) -> SignInSession {
        SignInSession(
            id: secret.hash, holder: holder, startedAt: moment, lastSeenAt: moment,
            expiresAt: SessionLimits.expiry(of: holder, from: moment), device: "Proefbrowser",
            hasSecondFactor: hasSecondFactor)
    }
}
