import Foundation
import Workflow

/// The list of a plan's inputs, for who handles them and for who merely reads them: found, counted and turned over by the
/// store, so that five thousand are as quick as fifty.
public struct HandlingDesk: Sendable {
    /// How many stand on one page.
    public static let pageLength = 50

    private let store: any ConsultationStore & PeopleStore
    private let assignments: AssignmentDesk

    public init(_ office: PlanOffice, store: any ConsultationStore & PeopleStore) {
        self.store = store
        assignments = AssignmentDesk(office, store: store)
    }

    /// A page of what a query finds, from 1; beyond the last it is the last. `notFound` for who may see no input at all.
    public func page(
        _ number: Int, of query: DeskQuery, in plan: PlanID, for participant: Participant
    ) async throws -> DeskView {
        let access = InputAccess(participant, in: plan)
        try access.require()
        let handlers = try await assignments.handlers(of: plan)
        let reader = reader(access, participant, handlers)
        var page = max(1, number)
        var slice = try await slice(page, of: query, for: reader)
        let pages = max(1, (slice.total + Self.pageLength - 1) / Self.pageLength)
        if page > pages {
            page = pages
            slice = try await self.slice(page, of: query, for: reader)
        }
        let mayHandle = participant.may(.handleInputs, in: plan)
        let workload = mayHandle ? try await store.workload(for: reader) : []
        var filters: [SavedFilter] = []
        if let person = participant.person { filters = try await store.savedFilters(of: person.id, in: plan) }
        return DeskView(
            lines: slice.rows.compactMap { DeskLine($0, access, handlers) }, total: slice.total, all: slice.all,
            page: page, pages: pages, facets: slice.facets, handlers: mayHandle ? handlers : [], workload: workload,
            filters: filters, mayHandle: mayHandle)
    }

    /// Everything that a query finds, by number, for who handles inputs.
    public func numbers(
        _ query: DeskQuery, in plan: PlanID, for participant: Participant
    ) async throws -> [InputNumber] {
        try participant.require(.handleInputs, in: plan)
        let handlers = try await assignments.handlers(of: plan)
        let reader = reader(InputAccess(participant, in: plan), participant, handlers)
        return try await store.numbers(query, for: reader)
    }

    /// Notes that somebody who handles inputs looked at one as it is now.
    public func noteReading(of number: InputNumber, in plan: PlanID, by participant: Participant) async throws {
        guard participant.may(.handleInputs, in: plan), let person = participant.person else { return }
        try await store.mark([number], in: plan, isRead: true, by: person.id)
    }

    /// Keeps a query under a name, for this person alone; the one that had the name goes.
    public func keep(
        _ query: DeskQuery, as name: String, in plan: PlanID, by participant: Participant
    ) async throws {
        try InputAccess(participant, in: plan).require()
        guard let person = participant.person else { throw PlanError.unknownPlan(plan) }
        let name = try WrittenText.line(name, limit: 80, empty: "handling.filter-name-empty")
        let known = try await store.savedFilters(of: person.id, in: plan)
        guard known.count < 30 || known.contains(where: { $0.name == name }) else {
            throw PlanError(.invalid, Reason("handling.filters-many", ["limit": .number(30)]))
        }
        try await store.save(SavedFilter(name: name, query: query), of: person.id, in: plan)
    }

    public func forget(_ name: String, in plan: PlanID, by participant: Participant) async throws {
        try InputAccess(participant, in: plan).require()
        guard let person = participant.person else { throw PlanError.unknownPlan(plan) }
        guard try await store.savedFilters(of: person.id, in: plan).contains(where: { $0.name == name }) else {
            throw PlanError(.notFound, Reason("handling.filter-unknown", ["name": .text(String(name.prefix(80)))]))
        }
        try await store.removeFilter(name, of: person.id, in: plan)
    }

    private func reader(
        _ access: InputAccess, _ participant: Participant, _ handlers: [InputHandler]
    ) -> DeskReader {
        DeskReader(
            plan: access.plan, scope: access.scope, person: participant.person?.id,
            handlers: handlers.map(\.person.id))
    }

    private func slice(_ page: Int, of query: DeskQuery, for reader: DeskReader) async throws -> DeskSlice {
        try await store.desk(
            query, for: reader, offset: (page - 1) * Self.pageLength, limit: Self.pageLength)
    }
}

extension PlanError {
    static func unknownPlan(_ plan: PlanID) -> PlanError {
        PlanError(.notFound, Reason("plan.unknown", ["plan": .text(plan.rawValue)]))
    }
}

/// A page of the list, as one reader may see it.
public struct DeskView: Equatable, Sendable {
    public let lines: [DeskLine]
    public let total: Int
    public let all: Int
    /// From 1.
    public let page: Int
    public let pages: Int
    public let facets: DeskFacets
    /// Who may handle inputs; empty for who may not.
    public let handlers: [InputHandler]
    public let workload: [Workload]
    public let filters: [SavedFilter]
    public let mayHandle: Bool
}

/// An input in the list.
public struct DeskLine: Equatable, Sendable {
    public let input: Input
    public let state: InputStanding.State
    public let outcome: Outcome?
    public let handler: InputHandler?
    public let isRead: Bool
    public let theme: InputTheme?

    init?(_ row: DeskRow, _ access: InputAccess, _ handlers: [InputHandler]) {
        guard let shown = access.shown(row.input) else { return nil }
        input = shown
        state = row.standing.state
        // What is merely proposed stays in the house.
        let isMine = access.owns(row.input) && !access.seesEverything
        outcome = isMine && row.standing.state == .proposed ? nil : row.standing.outcome
        handler = handlers.first { $0.person.id == row.handler }
        isRead = row.isRead
        theme = row.theme
    }
}
