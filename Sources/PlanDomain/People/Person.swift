/// Somebody who works with the program under their own name: an official, a governor, a councillor.
///
/// What a person may do follows from their appointments, never from the person. Names and addresses stand in the store
/// alone; git and documents know functions.
public struct Person: Identifiable, Equatable, Codable, Sendable {
    public let id: PersonID
    public var name: String
    /// What they sign in with and where their mail goes; no two people share one.
    public var mail: MailAddress
    /// The language of their pages and mail: `nl` or `en`.
    public var language: String
    /// Somebody who left keeps their place in the records and can no longer sign in.
    public var isDisabled: Bool

    public init(id: PersonID, name: String, mail: MailAddress, language: String = "nl", isDisabled: Bool = false) {
        self.id = id
        self.name = name
        self.mail = mail
        self.language = language
        self.isDisabled = isDisabled
    }
}

/// Names a person for good; made by chance, so that it says nothing to who has no access to the store.
public typealias PersonID = Identifier<Person>

extension Person: Identified {}
