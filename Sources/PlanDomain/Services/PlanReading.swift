import Foundation
import Prose
import Workflow

/// What the reading pages, the documents and the command line ask for.
public protocol PlanReading: Sendable {
    func plans() async throws -> [PlanSummary]
    /// `notFound` when there is no such plan.
    func plan(_ plan: PlanID) async throws -> PlanView
    /// A section at a commit of the text, at the present one when nil. `notFound` where it does not exist.
    func section(_ section: SectionID, of plan: PlanID, at commit: CommitID?) async throws -> SectionView
    /// What changed in a section between two commits, in either order. A version in which it does not exist is empty.
    func comparison(
        of section: SectionID, in plan: PlanID, from old: CommitID, to new: CommitID
    ) async throws -> SectionComparison
    /// The fields of a plan as its text had them at a commit: what it was called then, and what was asked of whom.
    func metadata(of plan: PlanID, at commit: CommitID) async throws -> PlanMetadata
    func register(of plan: PlanID) async throws -> RegisterView
    /// The whole text with all that was changed and decided, for documents; `moment` names act and text.
    func dossier(of plan: PlanID, at moment: DossierMoment) async throws -> PlanDossier
}

/// One plan as its page shows it.
public struct PlanView: Sendable {
    public let projected: ProjectedPlan
    public let definition: WorkflowDefinition
    public let standing: PlanStanding
    /// The gate that the plan's least advanced sections stand before; nil at the end.
    public let gate: GateReport?
    public let organisations: [Organisation]
    public let predecessor: PlanSummary?
    public let successors: [PlanSummary]
    /// The gates before which sections stand, in the order of the stages.
    public let gates: [GateReport]
    /// What must hold before a step may be done, of every step that has conditions of its own in one of those stages.
    public let stepGates: [StepGate]

    public init(
        projected: ProjectedPlan, definition: WorkflowDefinition, standing: PlanStanding, gate: GateReport?,
        organisations: [Organisation], predecessor: PlanSummary?, successors: [PlanSummary],
        gates: [GateReport] = [], stepGates: [StepGate] = []
    ) {
        self.projected = projected
        self.definition = definition
        self.standing = standing
        self.gate = gate
        self.organisations = organisations
        self.predecessor = predecessor
        self.successors = successors
        self.gates = gates
        self.stepGates = stepGates
    }

    /// The conditions of one step.
    public struct StepGate: Sendable {
        public let label: LocalizedText
        public let report: GateReport
    }
}

/// One section at one version, with its place and its history.
public struct SectionView: Sendable {
    public let plan: ProjectedPlan
    public let section: Section
    public let place: ProjectedSection?
    public let commit: CommitID
    public let isCurrent: Bool
    /// Newest first.
    public let changes: [Change]
    public let stage: StageID
    public let stageLabel: LocalizedText
    public let previous: ProjectedSection?
    public let next: ProjectedSection?
    /// Images and annexes of the plan in this version.
    public let annexes: [Annex]
    /// Sections that it was joined with or cut from, with whose history its own goes on.
    public let kin: [SectionKin]

    public init(
        plan: ProjectedPlan, section: Section, place: ProjectedSection?, commit: CommitID, isCurrent: Bool,
        changes: [Change], stage: StageID, stageLabel: LocalizedText, previous: ProjectedSection?,
        next: ProjectedSection?, annexes: [Annex] = [], kin: [SectionKin] = []
    ) {
        self.plan = plan
        self.section = section
        self.place = place
        self.commit = commit
        self.isCurrent = isCurrent
        self.changes = changes
        self.stage = stage
        self.stageLabel = stageLabel
        self.previous = previous
        self.next = next
        self.annexes = annexes
        self.kin = kin
    }
}

/// A section in two versions; the page or document renders the difference.
public struct SectionComparison: Sendable {
    public let plan: ProjectedPlan
    public let section: SectionID
    public let title: String
    public let old: Version
    public let new: Version
    /// The changes of this section, newest first, to choose versions from.
    public let changes: [Change]

    public init(plan: ProjectedPlan, section: SectionID, title: String, old: Version, new: Version, changes: [Change]) {
        self.plan = plan
        self.section = section
        self.title = title
        self.old = old
        self.new = new
        self.changes = changes
    }

    /// Whether the section stands in the present text, and was not joined with another or taken out.
    public var isOfPresentSection: Bool { plan.sections.contains { $0.id == section } }

    public struct Version: Sendable {
        public let commit: CommitID
        public let madeAt: Date
        public let function: String
        /// Empty where the section did not exist.
        public let body: String
        public let title: String?

        public init(commit: CommitID, madeAt: Date, function: String, body: String, title: String?) {
            self.commit = commit
            self.madeAt = madeAt
            self.function = function
            self.body = body
            self.title = title
        }
    }
}

/// The acts of a plan with their reasons, as a timeline.
public struct RegisterView: Sendable {
    public let plan: ProjectedPlan
    public let definition: WorkflowDefinition
    public let entries: [Entry]

    public init(plan: ProjectedPlan, definition: WorkflowDefinition, entries: [Entry]) {
        self.plan = plan
        self.definition = definition
        self.entries = entries
    }

    public struct Entry: Sendable {
        public let act: Act
        public let reason: RecordedReason?
        /// Titles of the sections that it is about; empty for the plan as a whole.
        public let sectionTitles: [String]

        public init(act: Act, reason: RecordedReason?, sectionTitles: [String]) {
            self.act = act
            self.reason = reason
            self.sectionTitles = sectionTitles
        }
    }
}

/// The free text of an act, where it may still be read.
public enum RecordedReason: Equatable, Sendable {
    case text(String)
    /// The register knows that there was one; the store no longer holds it.
    case withheld
}

/// Which act and text a document is made from.
public enum DossierMoment: Equatable, Sendable {
    /// The last act, and the text as it now stands.
    case present
    /// An act by its number, with the text that it is pinned to.
    case act(Int)
    /// An act by its number with a later or earlier text, as the footer of a document names them.
    case actAndText(Int, CommitID)
    /// A frozen version by its tag: the act that froze it and its text.
    case tag(String)
}

/// Everything of a plan that goes into documents, as of one act and one text.
public struct PlanDossier: Sendable {
    public let id: PlanID
    public let text: PlanText
    public let commit: CommitID
    /// Acts up to and with the chosen one.
    public let entries: [RegisterView.Entry]
    /// The commit of the last of them.
    public let registerHead: RegisterHead
    /// Changes up to and with `commit`, oldest first.
    public let changes: [Change]
    public let definition: WorkflowDefinition
    public let organisations: [Organisation]
    public let houseStyle: HouseStyle
    /// What `--at` needs to make the same document again.
    public let reference: String
    /// How the register's signing key is known: `SHA256:…`.
    public let keyFingerprint: String
    /// Numbers of inputs that were said behind closed doors: a document tells no more of them than that.
    public let closedInputs: Set<String>

    public init(
        id: PlanID, text: PlanText, commit: CommitID, entries: [RegisterView.Entry], registerHead: RegisterHead,
        changes: [Change], definition: WorkflowDefinition, organisations: [Organisation], houseStyle: HouseStyle,
        reference: String, keyFingerprint: String, closedInputs: Set<String> = []
    ) {
        self.id = id
        self.text = text
        self.commit = commit
        self.entries = entries
        self.registerHead = registerHead
        self.changes = changes
        self.definition = definition
        self.organisations = organisations
        self.houseStyle = houseStyle
        self.reference = reference
        self.keyFingerprint = keyFingerprint
        self.closedInputs = closedInputs
    }
}

extension DossierMoment {
    /// Reads what a footer prints: `7`, `7:<commit>`, or else the name of a frozen version.
    public init(reference: String) {
        let parts = reference.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count == 2, let act = Int(parts[0]), let commit = CommitID(String(parts[1])) {
            self = .actAndText(act, commit)
        } else if let act = Int(reference) {
            self = .act(act)
        } else {
            self = .tag(reference)
        }
    }
}
