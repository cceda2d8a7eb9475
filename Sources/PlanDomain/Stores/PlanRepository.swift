import Foundation

/// One plan's git repository: the owner of its text and of its register.
///
/// Every write is durable and true when the call returns, or has not happened. Reads give what stood at a commit, so
/// that they can be kept for good.
public protocol PlanRepository: Sendable {
    var id: PlanID { get }

    func heads() async throws -> PlanHeads
    /// The text at a commit. `notFound` when the commit is not in the history of the text.
    func text(at commit: CommitID) async throws -> PlanText
    /// The bytes of an annex that the text at a commit has. `notFound` for any other name.
    func annex(_ name: String, at commit: CommitID) async throws -> Data
    func workflow(at commit: CommitID) async throws -> WorkflowSource
    /// Changes after `start` (from the first when nil) up to and with `end`, oldest first.
    func changes(after start: CommitID?, upTo end: CommitID) async throws -> [Change]
    /// Acts with a number above `sequence`, up to and with `head`, oldest first.
    func acts(after sequence: Int, upTo head: RegisterHead) async throws -> [Act]
    func frozenVersions() async throws -> [VersionTag]

    /// Makes a commit on top of `head`. `conflict` when the text has moved on since.
    func save(_ edit: TextEdit, onTopOf head: CommitID) async throws -> Change
    /// Appends an act to the register. `conflict` when the register has moved on since `head`.
    func record(_ act: SealedAct, onTopOf head: RegisterHead) async throws -> Act
    /// Sets a version apart under a signed tag; asking for the same again changes nothing.
    func freeze(_ version: VersionTag, at moment: Date) async throws

    /// Reads the whole register and checks every act against its signature, its place and its text.
    func checkRegister(witnessed: RegisterHead?) async throws -> RegisterReport
}

/// All plan repositories of a data folder.
public protocol PlanRepositories: Sendable {
    func planIDs() async throws -> [PlanID]
    /// The digest by which texts know their annexes: SHA-256 in hexadecimal.
    func digest(of bytes: Data) -> String
    /// `notFound` when there is no such plan.
    func repository(of plan: PlanID) async throws -> any PlanRepository
    /// Makes a repository with its first text and the first act of its register, whole or not at all.
    /// `conflict` when the id is taken.
    func create(_ plan: PlanID, with start: PlanStart) async throws -> any PlanRepository
}

/// What a new plan's repository begins with.
public struct PlanStart: Sendable {
    public let edit: TextEdit
    public let workflow: WorkflowSource
    public let act: SealedAct

    public init(edit: TextEdit, workflow: WorkflowSource, act: SealedAct) {
        self.edit = edit
        self.workflow = workflow
        self.act = act
    }
}

/// A new act with what only the office adds: the text it is pinned to, the moment, the hash of its reason.
public struct SealedAct: Equatable, Sendable {
    public let act: NewAct
    /// Nil only for the first act, which is about the text that it is created with.
    public let text: CommitID?
    public let recordedAt: Date
    public let reasonHash: ReasonHash?
    public let workflowDigest: String

    public init(
        act: NewAct, text: CommitID?, recordedAt: Date, reasonHash: ReasonHash?, workflowDigest: String
    ) {
        self.act = act
        self.text = text
        self.recordedAt = recordedAt
        self.reasonHash = reasonHash
        self.workflowDigest = workflowDigest
    }
}
