import Foundation
import Survey
import Workflow

/// Lists of reactions: looked at first, then taken in once.
extension IntakeDesk {
    /// The list, with a guess of what its columns say.
    public func sheet(
        _ id: IntakeDocumentID, of plan: PlanID, for participant: Participant
    ) async throws -> (view: IntakeView, table: CSVTable, guess: InputSheet) {
        let view = try await document(id, of: plan, for: participant)
        guard view.document.kind == .sheet, let bytes = try await store.bytes(of: id, in: plan) else {
            throw PlanError.unknownDocument
        }
        let table = try Self.table(bytes)
        return (view, table, InputSheet(guessing: table.header))
    }

    /// What would be taken in, and what is wrong with the rest, line by line. Nothing is done.
    public func trial(
        _ sheet: InputSheet, of id: IntakeDocumentID, in plan: PlanID, by participant: Participant
    ) async throws -> InputSheet.Trial {
        let (view, table, _) = try await self.sheet(id, of: plan, for: participant)
        return try await trial(sheet, of: table, for: view)
    }

    /// Makes an input of every row that has no fault, all of them or none, and leaves the others in the file.
    ///
    /// Throws `invalid` where no column holds a text or no row is left, `conflict` for a list that was taken in before.
    ///
    /// - Returns: how many inputs it made.
    @discardableResult
    public func takeIn(
        _ sheet: InputSheet, of id: IntakeDocumentID, in plan: PlanID, by participant: Participant
    ) async throws -> Int {
        let person = try official(participant, in: plan)
        let (view, table, _) = try await self.sheet(id, of: plan, for: participant)
        guard view.document.finishedAt == nil else { throw PlanError(.conflict, Reason("intake.sheet.done")) }
        guard sheet.columns.values.contains(.text) else {
            throw PlanError(.invalid, Reason("intake.sheet.no-text-column"))
        }
        let trial = try await trial(sheet, of: table, for: view)
        guard !trial.rows.isEmpty else { throw PlanError(.invalid, Reason("intake.sheet.no-rows")) }
        let parts = try trial.rows.map { row in try part(row, of: view.document, takenInBy: person.id) }
        let receipts = try await store.receive(parts, of: view.document, finishing: office.time.now())
        return receipts.reduce(0) { $0 + $1.numbers.count }
    }

    private func trial(_ sheet: InputSheet, of table: CSVTable, for view: IntakeView) async throws -> InputSheet.Trial {
        let (text, commit) = try await frozen(view.round)
        let ground = SheetGround(
            text: text, commit: commit, organisations: try await office.store.organisations(of: view.document.plan),
            arrivedOn: view.document.arrivedOn, until: view.round.until, today: office.time.today)
        return sheet.trial(of: table, on: ground)
    }

    private func part(
        _ row: InputSheet.Row, of document: IntakeDocument, takenInBy person: PersonID
    ) throws -> IntakePart {
        var writer: Correspondent?
        if row.organisation == nil, !row.name.isEmpty || row.mail != nil || !row.address.isEmpty {
            writer = Correspondent(
                id: try Self.writer(of: document.id, row: row.line), plan: document.plan, name: row.name,
                mail: row.mail, address: row.address)
        }
        let submitter =
            row.organisation.map(Submitter.init(_:)) ?? writer.map { Submitter($0.id) } ?? .unknown
        let submission = Submission(
            of: [Submission.Item(content: row.content, key: seals.newKey())], in: document.round, of: document.plan,
            from: submitter, by: document.kind.channel, source: .document(document.id.rawValue), takenInBy: person,
            requestID: "\(document.id)/\(row.line)", receivedAt: moment(of: row.arrivedOn))
        return IntakePart(submission, from: writer)
    }

    private static func table(_ bytes: Data) throws(PlanError) -> CSVTable {
        let table: CSVTable
        do {
            table = try CSVTable(bytes)
        } catch {
            throw PlanError(.invalid, error.reason)
        }
        guard table.rows.count <= IntakeLimits.rows else {
            throw PlanError(.invalid, Reason("intake.sheet.too-many", ["limit": .number(IntakeLimits.rows)]))
        }
        return table
    }

    /// Throws `invalid` with the line, for a list that cannot be read at all.
    static func check(_ bytes: Data) throws(PlanError) {
        guard try !table(bytes).rows.isEmpty else { throw PlanError(.invalid, Reason("intake.sheet.empty")) }
    }
}

extension CSVTable.Fault {
    fileprivate var reason: Reason {
        switch self {
        case .empty: Reason("intake.sheet.empty")
        case .unclearHeader(let column): Reason("intake.sheet.header", ["column": .number(column)])
        case .openQuote(let line): Reason("intake.sheet.open-quote", ["line": .number(line)])
        case .tooManyCells(let line): Reason("intake.sheet.too-many-cells", ["line": .number(line)])
        case .binary: Reason("intake.sheet.not-csv")
        case .tooManyRows(let limit): Reason("intake.sheet.too-many", ["limit": .number(limit)])
        }
    }
}
