import Foundation
import PlanDomain
import PlanRepositories
import SQLiteStore
import Workflow

/// The little world that tests play in: one server's data folder with real git and a real database, a town hall over
/// it, and a clock that stands on Monday 5 June 2023, ten o'clock in the morning.
public struct World: Sendable {
    public let folder: TemporaryFolder
    public let clock: SettableClock
    public let key: SigningKey
    public let repositories: GitPlanRepositories
    public let store: SQLiteStore
    public let office: PlanOffice
    private let calendar: MunicipalCalendar

    /// - Parameter calendar: whose holidays and recess count.
    public init(calendar: MunicipalCalendar = MunicipalCalendar()) throws {
        let clock = SettableClock(Date(timeIntervalSince1970: 1_685_952_000))
        try self.init(in: TemporaryFolder(), clock: clock, key: SigningKey(), calendar: calendar, store: nil)
    }

    private init(
        in folder: TemporaryFolder, clock: SettableClock, key: SigningKey, calendar: MunicipalCalendar,
        store: (any PlanStore)?
    ) throws {
        self.folder = folder
        self.clock = clock
        self.key = key
        self.calendar = calendar
        repositories = GitPlanRepositories(in: try folder.folder("plans"), key: key)
        self.store = try SQLiteStore.open(
            at: folder.file("paraaf.sqlite"), masterKey: try MasterKey.made(in: folder.file("master.key")))
        office = PlanOffice(
            repositories: repositories, store: store ?? self.store, workflows: try ProjectFiles.workflows(),
            skeletons: ProjectFiles.skeletons, time: clock.office, calendar: calendar, sealReason: ReasonSeal.seal)
    }

    /// The same data folder, opened as after a restart.
    ///
    /// - Parameter store: stands between the office and the database, to let it fail.
    public func reopened(key: SigningKey? = nil, store: (any PlanStore)? = nil) throws -> World {
        try World(in: folder, clock: clock, key: key ?? self.key, calendar: calendar, store: store)
    }

    /// A world of its own with the same plans, people and moment: what is done there leaves this one as it is. Nobody may
    /// be writing here meanwhile.
    public func copied() throws -> World {
        let copy = try TemporaryFolder()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path) {
            try FileManager.default.copyItem(at: folder.file(name), to: copy.file(name))
        }
        let clock = SettableClock(self.clock.now)
        return try World(in: copy, clock: clock, key: key, calendar: calendar, store: nil)
    }

    public func git(_ plan: PlanID) -> StockGit { StockGit(folder: repositories.location(of: plan)) }
}

extension World {
    /// Starts a plan with the sample text, or with another.
    public func startPlan(_ text: PlanText = .sample(), by author: Author = Cast.drafter) async throws -> PlanID {
        try await office.start(
            NewPlan(
                type: text.metadata.type, text: text, author: author, summary: "Eerste tekst",
                requestID: UUID().uuidString))
    }

    public func text(of plan: PlanID) async throws -> PlanText {
        let repository = try repositories.repository(of: plan)
        return try await repository.text(at: try await repository.heads().text)
    }

    /// Saves what `change` makes of the present text.
    @discardableResult
    public func save(
        in plan: PlanID, nature: ChangeNature = .substantive, by author: Author = Cast.drafter,
        summary: String = "Tekst bijgewerkt", inputs: [String] = [], _ change: (inout PlanText) -> Void
    ) async throws -> Change {
        let head = try await office.heads(of: plan).text
        var text = try await text(of: plan)
        change(&text)
        let edit = TextEdit(
            text: text, author: author, madeAt: clock.now, summary: summary, nature: nature, inputs: inputs)
        return try await office.save(edit, in: plan, basedOn: head)
    }

    @discardableResult
    public func record(
        _ payload: ActPayload, in plan: PlanID, by author: Author, sections: [SectionID] = [],
        on date: CalendarDate? = nil, reason: String? = nil, request: String = UUID().uuidString
    ) async throws -> Act {
        let act = NewAct(
            payload, sections: sections, by: author, on: date, reason: reason, requestID: request)
        return try await office.record(act, in: plan)
    }
}
