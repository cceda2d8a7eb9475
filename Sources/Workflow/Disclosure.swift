/// What becomes public of a nota and its decision (*openbaarmaking*): the six options of practice.
public struct Disclosure: Equatable, Hashable, Sendable {
    public let choice: Choice
    /// The clause of a conditional publication, such as "nadat de bijlage is toegevoegd".
    public let condition: String?
    /// The ground in the Woo for what stays closed, such as "5.1 lid 2 e".
    public let ground: String?
    /// The sentence of the decision in the municipality's own words; made from the choice where it is nil.
    public let wording: String?
    /// What stays closed of that which the choice opens, part by part.
    public let closedParts: [ClosedPart]

    public init(
        _ choice: Choice, condition: String? = nil, ground: String? = nil, wording: String? = nil,
        closedParts: [ClosedPart] = []
    ) {
        self.choice = choice
        self.condition = condition
        self.ground = ground
        self.wording = wording
        self.closedParts = closedParts
    }

    public enum Choice: String, CaseIterable, Codable, Sendable {
        case open = "openbaar"
        case openWithPressRelease = "openbaar-met-persbericht"
        case openAfterCondition = "openbaar-na-voorwaarde"
        case openInPart = "deels-openbaar"
        case decisionOpen = "besluit-openbaar"
        case closed = "niet-openbaar"
    }

    /// Why a part is closed: its own ground, or else that of the whole choice.
    public func ground(of part: ClosedPart) -> String? { part.ground.ifWritten ?? ground.ifWritten }
}

/// A section or a document that stays closed when the rest becomes public (Woo 5.1 and 5.2).
public struct ClosedPart: Equatable, Hashable, Sendable {
    public let subject: Subject
    /// Where this part has another ground than the rest.
    public let ground: String?
    /// Whether the title would give away what the part is about.
    public let hidesTitle: Bool

    public init(_ subject: Subject, ground: String? = nil, hidesTitle: Bool = false) {
        self.subject = subject
        self.ground = ground
        self.hidesTitle = hidesTitle
    }

    public enum Subject: Equatable, Hashable, Sendable {
        /// By its id.
        case section(String)
        /// By its name, such as `nota`.
        case document(String)
    }
}

/// In the register for good: acts from before parts could be named hold none, and keep their bytes.
extension Disclosure: Codable {
    private enum Key: String, CodingKey {
        case choice, condition, ground, wording, closedParts
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        self.init(
            try fields.decode(Choice.self, forKey: .choice),
            condition: try fields.decodeIfPresent(String.self, forKey: .condition),
            ground: try fields.decodeIfPresent(String.self, forKey: .ground),
            wording: try fields.decodeIfPresent(String.self, forKey: .wording),
            closedParts: try fields.decodeIfPresent([ClosedPart].self, forKey: .closedParts) ?? [])
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(choice, forKey: .choice)
        try fields.encodeIfPresent(condition, forKey: .condition)
        try fields.encodeIfPresent(ground, forKey: .ground)
        try fields.encodeIfPresent(wording, forKey: .wording)
        if !closedParts.isEmpty { try fields.encode(closedParts, forKey: .closedParts) }
    }
}

extension ClosedPart: Codable {
    private enum Key: String, CodingKey {
        case section, document, ground, hidesTitle
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        let subject: Subject =
            if let section = try fields.decodeIfPresent(String.self, forKey: .section) {
                .section(section)
            } else {
                .document(try fields.decode(String.self, forKey: .document))
            }
        self.init(
            subject, ground: try fields.decodeIfPresent(String.self, forKey: .ground),
            hidesTitle: try fields.decodeIfPresent(Bool.self, forKey: .hidesTitle) ?? false)
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        switch subject {
        case .section(let id): try fields.encode(id, forKey: .section)
        case .document(let name): try fields.encode(name, forKey: .document)
        }
        try fields.encodeIfPresent(ground, forKey: .ground)
        if hidesTitle { try fields.encode(hidesTitle, forKey: .hidesTitle) }
    }
}

extension String? {
    /// Nil also for a text that is nothing but white space.
    var ifWritten: String? { flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 } }
}
