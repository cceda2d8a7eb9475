/// Somebody who wrote to the municipality of their own accord: a letter, a mail, a form on paper (*briefschrijver*).
///
/// All of it is personal data, and none of it leaves the store but to who handles inputs.
public struct Correspondent: Identifiable, Equatable, Codable, Sendable {
    public let id: CorrespondentID
    public let plan: PlanID
    /// As they signed; may be empty.
    public var name: String
    public var mail: MailAddress?
    /// As it stands on an envelope; may be empty.
    public var address: String

    public init(id: CorrespondentID, plan: PlanID, name: String, mail: MailAddress? = nil, address: String = "") {
        self.id = id
        self.plan = plan
        self.name = name
        self.mail = mail
        self.address = address
    }

    /// Whether there is a way to tell them what became of what they wrote.
    public var canBeReached: Bool { mail != nil || !address.isEmpty }
}

/// Names a correspondent for good; made by chance.
public typealias CorrespondentID = Identifier<Correspondent>

extension Correspondent: Identified {}
