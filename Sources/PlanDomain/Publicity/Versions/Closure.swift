import Workflow

/// What of a version stays closed to its readers, and on what ground.
///
/// Closed is the answer wherever the choice does not say otherwise: a part that nobody can name is not shown.
public struct Closure: Equatable, Sendable {
    /// Nil where sections are open.
    private let allSections: Closing?
    private let documents: DocumentRule
    /// Parts closed by name; they go before the rules above.
    private var parts: [ClosedPart.Subject: Closing]

    private enum DocumentRule: Equatable, Sendable {
        case open
        case closed(Closing)
        /// The board's own letter to the council is open, what it decided on is not.
        case noticeOnly(Closing)
        /// They do not belong to what these readers were given.
        case absent
    }

    /// Why a section may not be read; nil when it may.
    public func closing(of section: SectionID) -> Closing? { parts[.section(section.rawValue)] ?? allSections }

    /// Why a document may not be read; nil when it may.
    public func closing(ofDocument name: String) -> Closing? {
        if let closing = parts[.document(name)] { return closing }
        return switch documents {
        case .open: nil
        case .closed(let closing): closing
        case .noticeOnly(let closing): name == Self.councilNotice ? nil : closing
        case .absent: .withoutGround
        }
    }

    /// Whether readers are told of documents at all.
    public var hasDocuments: Bool { documents != .absent }

    private static let councilNotice = "raadsmededeling"
}

/// A ground for keeping a part closed, as readers are told it.
public struct Closing: Equatable, Sendable {
    /// In the Woo, such as "5.1 lid 2 e"; nil where nobody gave one.
    public let ground: String?
    /// Whether the part's title is kept from readers, too.
    public let hidesTitle: Bool

    public init(ground: String?, hidesTitle: Bool = false) {
        self.ground = ground
        self.hidesTitle = hidesTitle
    }

    static let withoutGround = Closing(ground: nil)
}

extension Closure {
    /// Nobody chose to close anything, as for the text that a body adopted in public.
    static func ofPublic(_ disclosure: Disclosure?) -> Closure {
        let whole = Closing(ground: disclosure?.ground)
        return switch disclosure?.choice {
        case .open, .openWithPressRelease, .openAfterCondition: Closure(nil, .open, disclosure)
        case .openInPart where disclosure?.closedParts.isEmpty == false: Closure(nil, .open, disclosure)
        case .openInPart, .closed: Closure(whole, .closed(whole), disclosure)
        case .decisionOpen: Closure(nil, .noticeOnly(whole), disclosure)
        case nil: Closure(nil, .closed(whole), disclosure)
        }
    }

    /// The council reads the plan that it is asked to decide on, also where visitors may not; of the nota as much as
    /// becomes public of it.
    static func ofCouncil(_ disclosure: Disclosure?) -> Closure {
        let whole = Closing(ground: disclosure?.ground)
        return switch disclosure?.choice {
        case .open, .openWithPressRelease, .openAfterCondition: Closure(nil, .open, disclosure)
        case .openInPart where disclosure?.closedParts.isEmpty == false: Closure(nil, .open, disclosure)
        case .openInPart, .closed, .decisionOpen, nil: Closure(nil, .noticeOnly(whole), disclosure)
        }
    }

    /// Who was consulted reads the text and nothing else.
    static func ofConsultation(_ disclosure: Disclosure?) -> Closure { Closure(nil, .absent, disclosure) }

    /// With the parts that `later` closes by name closed here, too.
    func closing(alsoPartsOf later: Closure) -> Closure {
        var closure = self
        closure.parts.merge(later.parts) { _, new in new }
        return closure
    }

    private init(_ sections: Closing?, _ documents: DocumentRule, _ disclosure: Disclosure?) {
        allSections = sections
        self.documents = documents
        let named = (disclosure?.closedParts ?? []).map { part in
            (part.subject, Closing(ground: disclosure?.ground(of: part), hidesTitle: part.hidesTitle))
        }
        parts = Dictionary(named) { first, _ in first }
    }
}
