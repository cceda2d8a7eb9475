import Foundation

/// Documents that came in beside the form, who wrote them, and which inputs were cut from them.
public protocol IntakeStore: Sendable {
    /// In no order.
    func correspondents(of plan: PlanID) async throws -> [Correspondent]
    /// Nil for one that is not there, or was erased.
    func correspondent(_ id: CorrespondentID, of plan: PlanID) async throws -> Correspondent?

    /// Adds a document with its file and who wrote it, all of it or nothing. The same id again changes nothing.
    ///
    /// `conflict` for a list of which the very same file was taken in before, `notFound` for a round that is not there.
    func keep(_ document: IntakeDocument, from correspondent: Correspondent?, bytes: Data?) async throws
    /// The latest first.
    func intakeDocuments(of plan: PlanID) async throws -> [IntakeDocument]
    func intakeDocument(_ id: IntakeDocumentID, of plan: PlanID) async throws -> IntakeDocument?
    /// The file that it came in as; nil where there is none.
    func bytes(of document: IntakeDocumentID, in plan: PlanID) async throws -> Data?
    /// Changes where it stands and nothing else. `conflict` unless the kept one is one version before it.
    func change(_ document: IntakeDocument) async throws
    /// By number of the input.
    func cuts(of plan: PlanID) async throws -> [IntakeDocumentID: [IntakeCut]]
    /// Receives inputs out of a document: all of them or none. What the same requests received before is given again.
    ///
    /// `conflict` where the document moved on from this version, unless it is what these requests made of it.
    ///
    /// - Parameter finishing: when nothing is left to cut after this; nil while there is.
    func receive(
        _ parts: [IntakePart], of document: IntakeDocument, finishing moment: Date?
    ) async throws -> [Receipt]
}

/// What one submission out of a document holds: from whom, and out of which words.
public struct IntakePart: Equatable, Sendable {
    /// Who is written down with it; nil where the document or an organisation says who it is from.
    public let correspondent: Correspondent?
    public let submission: Submission
    /// Nil for what is about the whole of the document.
    public let place: Range<Int>?

    public init(_ submission: Submission, from correspondent: Correspondent? = nil, place: Range<Int>? = nil) {
        self.submission = submission
        self.correspondent = correspondent
        self.place = place
    }
}
