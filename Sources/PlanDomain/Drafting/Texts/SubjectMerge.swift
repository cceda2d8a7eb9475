import Prose

/// A three-way merge of one subject: of its sentences, or of its fields one by one.
struct SubjectMerge {
    /// A piece that is merged by itself: the whole text, or one field.
    private struct Piece {
        let field: PlanField?
        let merge: PassageMerge
    }

    private let pieces: [Piece]

    /// All three as they are kept, see ``TextRules``. Throws `invalid` for fields that cannot be read.
    init(of subject: DraftSubject, base: String, mine: String, theirs: String) throws(PlanError) {
        guard subject == .fields else {
            pieces = [Piece(field: nil, merge: PassageMerge(base: base, mine: mine, theirs: theirs))]
            return
        }
        let (base, mine) = (try PlanFields(encoded: base), try PlanFields(encoded: mine))
        let theirs = try PlanFields(encoded: theirs)
        let fields = Set(base.texts.keys).union(mine.texts.keys).union(theirs.texts.keys)
        pieces = fields.sorted { $0.rawValue < $1.rawValue }.map { field in
            Piece(
                field: field, merge: PassageMerge(base: base[field], mine: mine[field], theirs: theirs[field]))
        }
    }

    var conflicts: [TextConflict.Passage] {
        pieces.flatMap { piece in
            piece.merge.conflicts.map { TextConflict.Passage(field: piece.field, conflict: $0) }
        }
    }

    /// What came in from the other side by itself.
    var incoming: [String] { pieces.flatMap(\.merge.incoming) }

    /// What stands on both sides of the conflicts: every passage in order, those of fields with their field.
    var passages: [TextConflict.Piece] {
        pieces.map { TextConflict.Piece(field: $0.field, passages: $0.merge.passages) }
    }

    /// The text with one choice for each conflict, in order; nil when their numbers differ.
    func resolved(_ choices: [PassageMerge.Choice]) -> String? {
        var rest = choices[...]
        var texts: [(PlanField?, String)] = []
        for piece in pieces {
            let count = piece.merge.conflicts.count
            guard let text = piece.merge.resolved(Array(rest.prefix(count))) else { return nil }
            rest = rest.dropFirst(count)
            texts.append((piece.field, text))
        }
        guard rest.isEmpty else { return nil }
        if let first = texts.first, first.0 == nil { return first.1 }
        return PlanFields(
            Dictionary(
                uniqueKeysWithValues: texts.compactMap { field, text in
                    field.map { ($0, String(text.utf8.last == UInt8(ascii: "\n") ? text.dropLast() : text[...])) }
                })
        ).encoded
    }
}

/// What two people changed in the same passages, for a person to choose from.
public struct TextConflict: Equatable, Sendable {
    public let subject: DraftSubject
    /// The version that the other side is from; a choice is made against this one.
    public let theirs: CommitID
    /// All that there is, also what both agree on, so that a conflict is read in its place.
    public let pieces: [Piece]
    /// Those that need a choice, in order.
    public let conflicts: [Passage]

    public struct Piece: Equatable, Sendable {
        /// Nil where the subject is one text.
        public let field: PlanField?
        public let passages: [PassageMerge.Passage]
    }

    public struct Passage: Equatable, Sendable {
        public let field: PlanField?
        public let conflict: PassageMerge.Conflict
    }
}
