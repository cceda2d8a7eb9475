import Foundation

/// What inputs are about, beside the section that they stand at (*thema*): a list that each plan keeps for itself.
public struct Theme: Identifiable, Equatable, Sendable {
    public let id: ThemeID
    public let plan: PlanID
    public var name: String
    /// Words that belong to it, to propose it by before anything was confirmed.
    public var words: String
    public var state: State
    /// Who confirmed or rejected it; nil while the program proposes it.
    public var decidedBy: PersonID?

    public init(
        id: ThemeID, plan: PlanID, name: String, words: String = "", state: State = .confirmed,
        decidedBy: PersonID? = nil
    ) {
        self.id = id
        self.plan = plan
        self.name = name
        self.words = words
        self.state = state
        self.decidedBy = decidedBy
    }

    public enum State: String, CaseIterable, Sendable {
        case proposed, confirmed
        /// Kept, so that the same words do not propose it again.
        case rejected
    }
}

/// Names a theme for good; made by chance.
public typealias ThemeID = Identifier<Theme>

extension Theme: Identified {}

/// The theme of an input: proposed by its words, or confirmed by a person.
public struct InputTheme: Hashable, Sendable {
    public let theme: ThemeID
    /// Nil while the program proposes it.
    public let confirmedBy: PersonID?

    public init(theme: ThemeID, confirmedBy: PersonID?) {
        self.theme = theme
        self.confirmedBy = confirmedBy
    }

    public var isConfirmed: Bool { confirmedBy != nil }
}
