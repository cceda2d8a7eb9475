import Foundation
import Git
import PlanDomain
import Workflow

/// `act.json`: an act as its commit holds it.
///
/// The bytes are canonical (keys sorted, fixed layout), so that a reader can tell an edited file from one that this
/// program wrote. Fields may be added in a later format; none changes its meaning.
struct ActRecord: Codable, Equatable {
    static let path = "act.json"
    static let currentFormat = 1

    var format = Self.currentFormat
    var sequence: Int
    var act: ActPayload
    var sections: [String]
    var text: TextReference
    var author: Author
    var onBehalfOf: Act.Substitution?
    var date: CalendarDate?
    /// The moment of recording, RFC 3339 in UTC, whole seconds.
    var recordedAt: String
    var reasonHash: ReasonHash?
    var workflow: String
    var request: String

    /// The text that an act is about. The tree is in it too, so that the act says what was read even where a reader
    /// has only the register.
    struct TextReference: Codable, Equatable {
        var commit: String
        var tree: String
    }

    init(_ sealed: SealedAct, sequence: Int, text: CommitID, tree: String) {
        self.sequence = sequence
        act = sealed.act.payload
        sections = sealed.act.sections.map(\.rawValue)
        self.text = TextReference(commit: text.rawValue, tree: tree)
        author = sealed.act.author
        onBehalfOf = sealed.act.onBehalfOf
        date = sealed.act.date
        recordedAt = Self.moments.format(sealed.recordedAt)
        reasonHash = sealed.reasonHash
        workflow = sealed.workflowDigest
        request = sealed.act.requestID
    }

    /// Reads the file; nil when it is not an act, or not in the one form that an act is written in.
    init?(canonical bytes: Data) {
        guard let record = try? JSONDecoder().decode(ActRecord.self, from: bytes),
            record.format == Self.currentFormat, (try? record.bytes()) == bytes
        else { return nil }
        self = record
    }

    func bytes() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return try encoder.encode(self) + Data("\n".utf8)
    }

    /// The act with the id of the commit that holds this record; nil where an id in it is none.
    func act(id: CommitID) -> Act? {
        guard let text = CommitID(text.commit), let moment = try? Self.moments.parse(recordedAt) else { return nil }
        let sections = sections.compactMap(SectionID.init(_:))
        guard sections.count == self.sections.count else { return nil }
        return Act(
            id: id, sequence: sequence, payload: act, sections: sections, text: text, textTree: self.text.tree,
            author: author, onBehalfOf: onBehalfOf, date: date, recordedAt: moment, reasonHash: reasonHash,
            workflowDigest: workflow, requestID: request)
    }

    private static let moments = Date.ISO8601FormatStyle()
}
