/// The whole text of a plan at one moment: what the drafters own.
public struct PlanText: Equatable, Sendable {
    public var metadata: PlanMetadata
    public var chapters: [Chapter]
    /// Texts of the nota, the raadsmededeling and their like, by name of the document.
    public var documents: [DocumentText]
    /// Ids of sections that were removed; they are not given out again.
    public var retired: [SectionID]
    public var outline: OutlineStyle
    /// Where sections went that were merged, and came from that were split off.
    public var lineage: SectionLineage
    /// Images and documents that belong to the text, in the order in which they were added.
    public var annexes: [Annex]

    public init(
        metadata: PlanMetadata, chapters: [Chapter] = [], documents: [DocumentText] = [], retired: [SectionID] = [],
        outline: OutlineStyle = OutlineStyle(), lineage: SectionLineage = SectionLineage(), annexes: [Annex] = []
    ) {
        self.metadata = metadata
        self.chapters = chapters
        self.documents = documents
        self.retired = retired
        self.outline = outline
        self.lineage = lineage
        self.annexes = annexes
    }

    /// All sections in reading order.
    public var sections: [Section] { chapters.flatMap(\.sections) }

    public func section(_ id: SectionID) -> Section? {
        for chapter in chapters {
            if let section = chapter.sections.first(where: { $0.id == id }) { return section }
        }
        return nil
    }

    public func document(_ name: String) -> DocumentText? {
        documents.first { $0.name == name }
    }
}

/// Sections under one heading. A chapter without a title holds what stands before the first heading of its level.
public struct Chapter: Equatable, Codable, Sendable {
    public var id: String
    public var heading: Heading?
    public var sections: [Section]

    public init(id: String, heading: Heading?, sections: [Section] = []) {
        self.id = id
        self.heading = heading
        self.sections = sections
    }
}

/// A piece of the plan that has its own writer, its own history and its own stage (*sectie*).
public struct Section: Identifiable, Equatable, Codable, Sendable {
    public let id: SectionID
    /// Nil for text that stands before the first section heading of its chapter.
    public var heading: Heading?
    /// The function that writes it; nil where nobody was named yet.
    public var owner: String?
    /// Markdown, one sentence per line. Empty until somebody writes it.
    public var body: String

    public init(id: SectionID, heading: Heading?, owner: String? = nil, body: String = "") {
        self.id = id
        self.heading = heading
        self.owner = owner
        self.body = body
    }
}

/// A title with its number kept apart, so that sections can be moved and renumbered without touching their names.
public struct Heading: Equatable, Codable, Sendable {
    /// The title without number, in Markdown (it may hold emphasis).
    public var title: String
    public var numbering: Numbering
    /// The source gave the id itself, as `{#id}`; it is written back that way.
    public var showsID: Bool

    public init(_ title: String, numbering: Numbering = .automatic, showsID: Bool = false) {
        self.title = title
        self.numbering = numbering
        self.showsID = showsID
    }

    public enum Numbering: Equatable, Codable, Sendable {
        /// Counted from its place: `2` for a chapter, `2.3` for a section.
        case automatic
        /// It bears no number and does not count.
        case none
        /// Bears this one, as the source wrote it, such as `II.` or `Bijlage A`.
        case fixed(String)
    }
}

/// How the document that a plan was made from uses heading levels; a plan that was not imported uses the defaults.
public struct OutlineStyle: Equatable, Codable, Sendable {
    /// The title stands on top as a heading of level 1.
    public var showsTitle: Bool
    /// The title in Markdown, where the document wrote it with marks; it is printed as long as the plan bears that name.
    public var title: String?
    /// The level of a chapter's heading; a section's is one deeper.
    public var chapterLevel: Int

    public init(showsTitle: Bool = false, title: String? = nil, chapterLevel: Int = 1) {
        self.showsTitle = showsTitle
        self.title = title
        self.chapterLevel = chapterLevel
    }
}

/// The drafters' prose of a document whose fields come from elsewhere (`stukken/nota.md`).
public struct DocumentText: Equatable, Codable, Sendable {
    /// `nota` or `raadsmededeling`.
    public let name: String
    public var parts: [Part]

    public init(name: String, parts: [Part]) {
        self.name = name
        self.parts = parts
    }

    /// A mandatory text under its heading.
    public struct Part: Equatable, Codable, Sendable {
        public let heading: String
        /// Markdown, one sentence per line.
        public var body: String

        public init(heading: String, body: String) {
            self.heading = heading
            self.body = body
        }

        /// "Niet van toepassing" is an answer; nothing, or only a comment from the template, is not.
        public var isFilled: Bool { DraftText.isFilled(body) }
    }
}
