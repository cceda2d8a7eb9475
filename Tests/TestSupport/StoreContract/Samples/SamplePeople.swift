import Foundation
import PlanDomain
import Workflow

/// People and organisations to store, by number.
enum SamplePeople {
    static func person(_ number: Int, name: String = "Noor Bos") throws -> Person {
        Person(
            id: try required(PersonID("persoon-\(number)")), name: name,
            mail: try required(MailAddress("persoon\(number)@waterkerke.example")))
    }

    static func appointment(
        _ number: Int, of person: Person, role: Role = .drafter, plan: PlanID? = nil, period: Period = .always
    ) throws -> Appointment {
        Appointment(
            id: try required(AppointmentID("aanstelling-\(number)")), person: person.id, role: role,
            function: "Steller \(number)", plan: plan, period: period)
    }

    static func contact(_ number: Int, of organisation: String = "Politie", name: String = "Sam") throws -> Contact {
        Contact(
            id: try required(ContactID("contact-\(number)")), organisation: Organisation(name: organisation),
            name: name, mail: try required(MailAddress("contact\(number)@partner.example")), function: "Adviseur")
    }

    static func session(
        _ name: String, of holder: SignInSession.Holder, seen: TimeInterval = 0, expires: TimeInterval = 3600
    ) -> SignInSession {
        SignInSession(
            id: TokenHash(rawValue: name), holder: holder, startedAt: moment, lastSeenAt: moment + seen,
            expiresAt: moment + expires, device: "Firefox op Linux", hasSecondFactor: false)
    }

    static func link(_ name: String, _ purpose: AccessLink.Purpose, expires: TimeInterval = 3600) -> AccessLink {
        AccessLink(
            id: TokenHash(rawValue: name), purpose: purpose, madeAt: moment, expiresAt: moment + expires)
    }

    static let moment = Date(timeIntervalSince1970: 1_700_000_000)

    /// Fails the clause where a sample is no value of its type.
    static func required<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw NoSample() }
        return value
    }

    private struct NoSample: Error {}
}
