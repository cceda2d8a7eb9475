/// Whom an organisation that takes part in plans can be reached by (*contactpersoon*).
///
/// A contact has no account and no password: they come in by a personal link. Never in git.
public struct Contact: Identifiable, Equatable, Codable, Sendable {
    public let id: ContactID
    public let organisation: Organisation
    public var name: String
    public var mail: MailAddress
    /// Such as "Adviseur veiligheid".
    public var function: String?
    public var isDisabled: Bool

    public init(
        id: ContactID, organisation: Organisation, name: String, mail: MailAddress, function: String? = nil,
        isDisabled: Bool = false
    ) {
        self.id = id
        self.organisation = organisation
        self.name = name
        self.mail = mail
        self.function = function
        self.isDisabled = isDisabled
    }
}

/// Names a contact for good.
public typealias ContactID = Identifier<Contact>

extension Contact: Identified {}
