/// What became of one block of a text.
public struct BlockDiff: Equatable, Sendable {
    public enum Kind: Equatable, Sendable {
        /// Nothing that a reader sees has changed; the white space of the source may have.
        case unchanged
        case added
        case removed
        /// Words changed, or the block became something else (a paragraph a list item): see `isRestyled`.
        case changed
        /// The whole block stands elsewhere now; its other end bears the same number.
        case movedFrom(Int)
        case movedTo(Int)
    }

    /// A run of the block's Markdown. What is kept, inserted and moved here makes the new text, what is kept, deleted
    /// and moved away makes the old.
    public struct Segment: Equatable, Sendable {
        public enum Kind: Equatable, Sendable {
            case same, inserted, deleted
            /// Deleted here, and inserted where `.movedTo` bears the same number.
            case movedFrom(Int)
            case movedTo(Int)
        }

        public var kind: Kind
        public var text: String

        public init(_ kind: Kind, _ text: String) {
            self.kind = kind
            self.text = text
        }

        /// Whether the old text holds it.
        public var isInOld: Bool {
            switch kind {
            case .same, .deleted, .movedFrom: true
            case .inserted, .movedTo: false
            }
        }

        /// Whether the new text holds it.
        public var isInNew: Bool {
            switch kind {
            case .same, .inserted, .movedTo: true
            case .deleted, .movedFrom: false
            }
        }

        /// White space, with the marks of a quote that goes on: a reader sees a space.
        var isBlank: Bool { text.utf8.allSatisfy { $0.isBlank || $0.isLineEnd || $0 == UInt8(ascii: ">") } }
    }

    /// The text of the block, or of one cell of a table row. The leads are what stands before it on either side: line
    /// ends, list marks, pipes.
    public struct Part: Equatable, Sendable {
        public var oldLead: String
        public var newLead: String
        public var segments: [Segment]
    }

    /// What a reader should be told about the block as a whole.
    public var kind: Kind
    /// Nil on the side where the block is not.
    public let oldShape: BlockShape?
    public let newShape: BlockShape?
    public var parts: [Part]

    /// The shape to show: the new one where there is one.
    public var shape: BlockShape { newShape ?? oldShape ?? BlockShape(.paragraph) }
    /// All segments, of a table row those of its cells one after the other.
    public var segments: [Segment] { parts.flatMap(\.segments) }

    /// The words stayed and the block became something else, such as a heading of another level.
    public var isRestyled: Bool {
        guard let oldShape, let newShape else { return false }
        return !oldShape.isAlike(newShape)
    }

    /// The block's own piece of the old source, leads included; empty when it is not there.
    public var old: String {
        oldShape == nil
            ? ""
            : parts.map { part in
                part.oldLead + part.segments.filter(\.isInOld).map(\.text).joined()
            }.joined()
    }

    public var new: String {
        newShape == nil
            ? ""
            : parts.map { part in
                part.newLead + part.segments.filter(\.isInNew).map(\.text).joined()
            }.joined()
    }
}
