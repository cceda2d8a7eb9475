import Foundation

/// The list of inputs, found by what a store keeps beside each: where it stands, who handles it, what it says.
public protocol DeskStore: Sendable {
    /// A part of what a query finds, with what the filter would find otherwise.
    ///
    func desk(_ query: DeskQuery, for reader: DeskReader, offset: Int, limit: Int) async throws -> DeskSlice
    /// Everything that a query finds, by number.
    func numbers(_ query: DeskQuery, for reader: DeskReader) async throws -> [InputNumber]
    /// Inputs by number, in that order; those that are not there are left out.
    func inputs(_ numbers: [InputNumber], of plan: PlanID) async throws -> [Input]
    /// What is kept of the standing of every input, by number.
    func deskStandings(of plan: PlanID) async throws -> [InputNumber: DeskStanding]
    /// Who has what to do; by how much is open, most first.
    func workload(for reader: DeskReader) async throws -> [Workload]

    /// Notes that somebody read, or did not read, the present version of inputs.
    func mark(_ numbers: [InputNumber], in plan: PlanID, isRead: Bool, by person: PersonID) async throws

    /// By name.
    func savedFilters(of person: PersonID, in plan: PlanID) async throws -> [SavedFilter]
    /// Adds or replaces the one of that name.
    func save(_ filter: SavedFilter, of person: PersonID, in plan: PlanID) async throws
    func removeFilter(_ name: String, of person: PersonID, in plan: PlanID) async throws
}
