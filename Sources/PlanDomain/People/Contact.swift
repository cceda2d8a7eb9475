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
public struct ContactID: RawRepresentable, Hashable, Codable, Sendable, CustomStringConvertible {
    public let rawValue: String

    /// Nil for a text that is not an id: `a-z`, `0-9` and single hyphens.
    public init?(rawValue: String) {
        guard IdentifierRule.accepts(rawValue, limit: 64) else { return nil }
        self.rawValue = rawValue
    }

    public init?(_ text: String) { self.init(rawValue: text) }

    public var description: String { rawValue }
}
