import Prose
import Workflow

/// Looks through a text that is about to enter git, which never forgets, for what tells who a person is.
///
/// A find is a question: the mail address of the municipality belongs in a plan, that of a resident does not, and only a
/// person can tell. What stood in the text before is not asked again.
public struct TextScreening: Sendable {
    public typealias Stores = PeopleStore & IntakeStore & DeedStore

    private let store: any Stores
    private let time: OfficeTime

    public init(_ store: any Stores, time: OfficeTime) {
        self.store = store
        self.time = time
    }

    public struct Find: Hashable, Sendable {
        public let kind: PersonalDataScan.Kind
        public let words: String

        /// Whether it is a number that identifies a person by law: that somebody let it pass is noted.
        public var isNumber: Bool { kind == .citizenNumber || kind == .bankAccount }
    }

    /// In the order of the text, each once. Names are those of contacts, and of who wrote a letter about the plan.
    ///
    /// - Parameter known: what stands in the plan already.
    public func finds(in text: String, besides known: String, of plan: PlanID) async throws -> [Find] {
        let names = try await store.contacts(of: nil).map(\.name) + store.correspondents(of: plan).map(\.name)
        let scan = PersonalDataScan(names: names)
        func finds(_ text: String) -> [Find] {
            scan.finds(in: text).map { Find(kind: $0.kind, words: String(text[$0.range])) }
        }
        var seen = Set(finds(known))
        return finds(text).filter { seen.insert($0).inserted }
    }

    /// Notes that somebody let a number of a person pass into a plan; neither the number nor the words.
    public func noteAdmission(of finds: [Find], in plan: PlanID, by participant: Participant) async throws {
        guard finds.contains(where: \.isNumber) else { return }
        try await store.note(OfficeDeed(.personalNumberAdmitted, at: time.now(), by: participant, plan: plan))
    }
}
