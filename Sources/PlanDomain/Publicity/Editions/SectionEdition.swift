/// One section of a version under its own address, with where else it can be read.
public struct SectionEdition: Equatable, Sendable {
    public let plan: PlanID
    public let planTitle: String
    public let audience: ReadingAudience
    public let version: ReadableVersion
    public let section: PlanEdition.Section
    public let previous: Neighbour?
    public let next: Neighbour?
    /// The versions in which it is open to this audience, newest first.
    public let appearances: [Appearance]
    /// Where wishes and points of attention of this reader go; nil where they have none to give here.
    public let wishes: WishPlace?

    /// A section beside it in reading order that is open, too.
    public struct Neighbour: Equatable, Sendable {
        public let id: SectionID
        public let title: String
        public let number: String?

        init(_ section: SectionText) {
            id = section.id
            title = section.title
            number = section.number
        }
    }

    public struct Appearance: Equatable, Sendable {
        public let version: ReadableVersion
        /// Whether it has the same words as the section that is shown.
        public let isSameText: Bool
    }
}

/// Where a councillor's wish or point of attention hangs on: it becomes an input about this very text.
public struct WishPlace: Equatable, Sendable {
    public let plan: PlanID
    public let section: SectionID
    public let text: CommitID
}

/// A section in two versions that the same audience may read.
public struct EditionComparison: Equatable, Sendable {
    public let plan: PlanID
    public let planTitle: String
    public let audience: ReadingAudience
    public let section: SectionID
    public let old: Side
    public let new: Side

    public struct Side: Equatable, Sendable {
        public let version: ReadableVersion
        /// Nil where that version does not have the section.
        public let section: PlanEdition.Section?

        /// The words to compare: none where there is no section; nil where it is closed.
        public var body: String? {
            switch section {
            case .open(let text): text.body
            case .closed: nil
            case nil: ""
            }
        }
    }

    /// Whether there are words on both sides, so that a difference can be shown at all.
    public var isComparable: Bool { old.body != nil && new.body != nil }
}
