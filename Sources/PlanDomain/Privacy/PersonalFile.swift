import Workflow

/// All that is kept of one person, to be handed over to them (*inzage*; AVG, articles 15 and 20). Nobody else's data is in it:
/// who handled something is told by function.
public struct PersonalFile: Equatable, Codable, Sendable {
    public let mail: MailAddress
    public let madeOn: CalendarDate
    public private(set) var parts: [Part]

    public init(mail: MailAddress, madeOn: CalendarDate) {
        self.mail = mail
        self.madeOn = madeOn
        parts = []
    }

    /// Records of one kind.
    public struct Part: Equatable, Codable, Sendable {
        public let kind: Kind
        public let records: [Record]
    }

    public enum Kind: String, CaseIterable, Codable, Sendable {
        case person, appointment, session, contact, invitation, correspondent, input, draft, document, mail, deed
    }

    public typealias Record = [Field]

    public struct Field: Equatable, Codable, Sendable {
        public let name: Name
        public let value: String

        public init(_ name: Name, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public enum Name: String, CaseIterable, Codable, Sendable {
        case name, mail, language, function, role, organisation, plan, period, address, day, device, number, text
        case proposal, files, answer, title, what
    }

    public var isEmpty: Bool { parts.isEmpty }

    mutating func add(_ kind: Kind, _ records: [Record]) {
        let records = records.map { $0.filter { !$0.value.isEmpty } }.filter { !$0.isEmpty }
        if !records.isEmpty { parts.append(Part(kind: kind, records: records)) }
    }
}
