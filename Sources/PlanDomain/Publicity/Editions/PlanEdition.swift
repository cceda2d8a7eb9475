import Workflow

/// One version of a plan as its readers get it: a value that holds no word that is closed to them.
///
/// Everything in it is as of the version's own text; nothing is taken from the text that is being worked on, not even
/// the plan's title.
public struct PlanEdition: Equatable, Sendable {
    public let plan: PlanID
    public let audience: ReadingAudience
    public let version: ReadableVersion
    /// All that this audience may read, newest first; this version among them.
    public let versions: [ReadableVersion]
    public let title: String
    public let typeLabel: LocalizedText
    public let municipality: String?
    public let period: String?
    public let programme: String?
    /// The function that answers for the plan.
    public let portfolioHolder: String?
    public let number: String?
    public let chapters: [Chapter]
    /// Nota and raadsmededeling, each open or closed; none for who was consulted.
    public let documents: [Document]
    /// The board's before the council's.
    public let decisions: [Decision]
    /// Images and annexes that its open texts show or name; what only a closed text shows is closed too.
    public let annexes: [Annex]

    public struct Chapter: Equatable, Sendable {
        /// Nil where it has none, or would give away what its sections are about.
        public let title: String?
        public let number: String?
        public let sections: [Section]
    }

    public enum Section: Equatable, Sendable {
        case open(SectionText)
        case closed(ClosedPlace)
    }

    public enum Document: Equatable, Sendable {
        case open(DocumentReading)
        case closed(ClosedPlace)
    }

    /// What a body decided on this text.
    public struct Decision: Equatable, Sendable {
        public let body: GoverningBody
        public let date: CalendarDate
        public let act: Int
        public let points: [Point]

        public struct Point: Equatable, Sendable {
            public let number: Int
            /// As the nota put it; nil where the text of the proposal is not kept here.
            public let text: String?
            public let outcome: PointOutcome
        }
    }
}

/// An open section.
public struct SectionText: Equatable, Sendable {
    public let id: SectionID
    public let title: String
    /// As printed, such as `2.3`; nil where the section bears none.
    public let number: String?
    /// Markdown, without the guidance that a template left in it.
    public let body: String
    public let words: Int
}

/// Where something stands that is closed: its ground and, unless that says too much, its name. Never its words.
public struct ClosedPlace: Equatable, Sendable {
    /// Section id or name of the document; nil with the title, because ids are made from titles.
    public let id: String?
    public let title: String?
    public let number: String?
    /// In the Woo, such as "5.1 lid 2 e".
    public let ground: String?
}

/// An open document: what the drafters wrote for it, without what officials noted beside it.
public struct DocumentReading: Equatable, Sendable {
    /// Such as `nota`.
    public let name: String
    public let label: LocalizedText
    public let parts: [DocumentText.Part]
}

extension PlanEdition {
    /// In reading order.
    public var openSections: [SectionText] {
        chapters.flatMap(\.sections).compactMap { section in
            if case .open(let text) = section { text } else { nil }
        }
    }

    public var closedSections: [ClosedPlace] {
        chapters.flatMap(\.sections).compactMap { section in
            if case .closed(let place) = section { place } else { nil }
        }
    }

    /// Of the open sections.
    public var words: Int { openSections.reduce(0) { $0 + $1.words } }

    public func document(_ name: String) -> DocumentReading? {
        for case .open(let document) in documents where document.name == name { return document }
        return nil
    }
}
