import Foundation

/// What is typed and not saved yet, who is typing, and which requests were answered.
public protocol DraftStore: Sendable {
    /// Keeps the latest version of a draft.
    ///
    /// - Parameter reopening: a draft that was closed is opened again, whatever its version: for what is posted on purpose,
    ///   such as a form that somebody went back to.
    func keep(_ draft: Draft, reopening: Bool) async throws -> DraftKeeping
    /// All drafts of a person in a plan that are neither saved nor thrown away, those kept last first.
    func drafts(of person: PersonID, in plan: PlanID) async throws -> [Draft]
    /// Nil when there is none, or it was closed.
    func draft(at place: DraftPlace) async throws -> Draft?
    /// Throws a draft away; whatever arrives late from its tab finds it closed.
    func close(_ place: DraftPlace, at moment: Date) async throws

    /// Notes that somebody has a text open.
    func note(_ editing: Editing, in plan: PlanID) async throws
    /// Notes that somebody no longer has it open.
    func endEditing(of subject: DraftSubject, in plan: PlanID, by person: PersonID) async throws
    /// Who had a text of the plan open after a moment, in the order in which they were seen last.
    func editing(in plan: PlanID, since moment: Date) async throws -> [Editing]

    /// Notes, before anything is written, on which version a request will write. One that was answered stays as it is.
    func note(_ request: TextRequest, in plan: PlanID) async throws
    /// Notes what a request made, and closes the draft that it saved.
    func finish(
        _ request: String, in plan: PlanID, with change: CommitID, closing place: DraftPlace?, at moment: Date
    ) async throws
    func request(_ id: String, in plan: PlanID) async throws -> TextRequest?
}

/// A form that was posted to change a text: answered once, however often it is posted.
public struct TextRequest: Equatable, Sendable {
    public let id: String
    /// The version that it was to be written on.
    public let parent: CommitID
    /// What it made; nil while it is under way, or when the power went in between.
    public let change: CommitID?
    public let notedAt: Date

    public init(id: String, parent: CommitID, change: CommitID? = nil, notedAt: Date) {
        self.id = id
        self.parent = parent
        self.change = change
        self.notedAt = notedAt
    }
}
