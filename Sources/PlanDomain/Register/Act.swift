import Foundation
import Workflow

/// An official act as the register holds it (*handeling*): who decided what, when, about exactly which text.
///
/// Free text is not in it: the register has a salted hash of the reason, the store the reason itself, so that it can be
/// withheld or erased while the chain still verifies.
public struct Act: Identifiable, Equatable, Sendable {
    /// The commit that it is.
    public let id: CommitID
    /// Place in the register, from 1.
    public let sequence: Int
    public let payload: ActPayload
    /// Sections that it is about; empty for the plan as a whole.
    public let sections: [SectionID]
    /// The commit of the text that it is about.
    public let text: CommitID
    /// The tree of that commit.
    public let textTree: String
    public let author: Author
    public let onBehalfOf: Substitution?
    /// The date that it officially bears; nil where the source gives none.
    public let date: CalendarDate?
    public let recordedAt: Date
    public let reasonHash: ReasonHash?
    /// SHA-256 of the workflow file in force, in hexadecimal.
    public let workflowDigest: String
    /// Names the request that asked for it, so that asking twice records once.
    public let requestID: String

    public init(
        id: CommitID, sequence: Int, payload: ActPayload, sections: [SectionID], text: CommitID, textTree: String,
        author: Author, onBehalfOf: Substitution?, date: CalendarDate?, recordedAt: Date, reasonHash: ReasonHash?,
        workflowDigest: String, requestID: String
    ) {
        self.id = id
        self.sequence = sequence
        self.payload = payload
        self.sections = sections
        self.text = text
        self.textTree = textTree
        self.author = author
        self.onBehalfOf = onBehalfOf
        self.date = date
        self.recordedAt = recordedAt
        self.reasonHash = reasonHash
        self.workflowDigest = workflowDigest
        self.requestID = requestID
    }

    /// For whom somebody acted, and on what ground (*vervanging*, *mandaat*; Awb 10:10).
    public struct Substitution: Equatable, Hashable, Codable, Sendable {
        public let function: String
        public let ground: String

        public init(function: String, ground: String) {
            self.function = function
            self.ground = ground
        }
    }
}

/// SHA-256 over a random salt and a text, both parts in hexadecimal; the salt lies with the text in the store.
public struct ReasonHash: RawRepresentable, Hashable, Codable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// An act that is asked for: everything but what the register itself adds.
public struct NewAct: Equatable, Sendable {
    public let payload: ActPayload
    public let sections: [SectionID]
    public let author: Author
    public let onBehalfOf: Act.Substitution?
    public let date: CalendarDate?
    /// Free text; the register gets its salted hash.
    public let reason: String?
    public let requestID: String

    public init(
        _ payload: ActPayload, sections: [SectionID] = [], by author: Author, onBehalfOf: Act.Substitution? = nil,
        on date: CalendarDate?, reason: String? = nil, requestID: String
    ) {
        self.payload = payload
        self.sections = sections
        self.author = author
        self.onBehalfOf = onBehalfOf
        self.date = date
        self.reason = reason
        self.requestID = requestID
    }
}
