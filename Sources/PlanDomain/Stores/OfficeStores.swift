import Foundation

/// The last head of each register that this server has seen. Rebuilding the projection never touches it: a register
/// that was moved back is told by it.
public protocol WitnessStore: Sendable {
    func witnessedHead(of plan: PlanID) async throws -> RegisterHead?
    /// Remembers a head. `conflict` when one with a higher number was seen before.
    func witness(_ head: RegisterHead, of plan: PlanID) async throws
    /// Every plan that was ever witnessed, so that a repository that disappeared is noticed.
    func witnessedPlans() async throws -> [PlanID]
}

/// The free text of acts, which the register knows only by its hash.
public protocol ReasonStore: Sendable {
    /// Kept before the act is recorded: an act never refers to a reason that was lost.
    func keep(_ reason: KeptReason) async throws
    /// By hash; reasons that were erased or never kept are absent.
    func reasons(for hashes: [ReasonHash]) async throws -> [ReasonHash: KeptReason]
}

public struct KeptReason: Equatable, Sendable {
    public let hash: ReasonHash
    /// Hexadecimal, 32 bytes.
    public let salt: String
    public let text: String

    public init(hash: ReasonHash, salt: String, text: String) {
        self.hash = hash
        self.salt = salt
        self.text = text
    }
}

/// The organisations that take part in a plan.
public protocol OrganisationStore: Sendable {
    /// In the order in which they were added.
    func organisations(of plan: PlanID) async throws -> [Organisation]
    /// Adds organisations to a plan; one that takes part already is left as it is.
    func add(_ organisations: [Organisation], to plan: PlanID) async throws
}

/// A body outside the drafting team that is heard (*partner*).
public struct Organisation: Equatable, Hashable, Codable, Sendable {
    public let name: String
    public init(name: String) { self.name = name }
}

/// The municipality's own choices: name, style of documents, labels.
public protocol SettingsStore: Sendable {
    func houseStyle() async throws -> HouseStyle
    func save(_ style: HouseStyle) async throws
    /// The image above every page; nil where none was chosen.
    func houseLogo() async throws -> HouseLogo?
    /// Nil takes it away.
    func save(_ logo: HouseLogo?) async throws
}

/// Everything that is kept outside git; the contract suite runs over this whole.
public typealias PlanStore = ProjectionStore & WitnessStore & ReasonStore & OrganisationStore & SettingsStore
    & InputStandingStore & FollowingStore & SessionStandingStore

/// A whole store: what plans need, and what the people need who work on them.
public typealias TownHallStore = PlanStore & PeopleStore & SignInStore & MeetingStore & OutboxStore & MailSettingsStore
    & DraftStore & ConsultationStore & ImportStore & ToldTaskStore
    & DeedStore & SurveyStore & SheetFileStore & IntakeStore & SessionStore & FeedbackStore & ErasureStore
    & RetentionStore & LikenessStore & ThemeStore & CoverageStore & ReminderStore
