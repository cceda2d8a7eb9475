import Foundation
import Survey
import Workflow

/// Where the office takes in answers from elsewhere: upload, settle what the columns mean, look at what would come of it,
/// take it in; and undo it as a whole.
public struct SheetFileDesk: Sendable {
    let surveys: SurveyDesk
    let store: any SheetFileStore
    let digest: @Sendable (Data) -> String
    let office: PlanOffice

    public init(
        _ office: PlanOffice, store: any ConsultationStore & SurveyStore & SheetFileStore,
        digest: @escaping @Sendable (Data) -> String
    ) {
        surveys = SurveyDesk(office, store: store)
        self.store = store
        self.digest = digest
        self.office = office
    }

    public func files(
        of round: RoundID, in plan: PlanID, for participant: Participant
    ) async throws -> [SheetFile] {
        _ = try await survey(of: round, in: plan, for: participant)
        return try await store.sheetFiles(of: round, in: plan)
    }

    /// Reads a file and guesses what its columns mean. The same file again is the one that is there.
    public func upload(
        _ bytes: Data, called name: String, as id: SheetFileID, of round: RoundID, in plan: PlanID,
        by participant: Participant
    ) async throws -> SheetFile {
        let survey = try await survey(of: round, in: plan, for: participant)
        let table = try Self.table(bytes)
        let columns = SheetImport(guessing: table.header, for: survey.questionnaire)
        let file = SheetFile(
            id: id, plan: plan, round: round,
            name: try WrittenText.line(name, limit: 200, empty: "survey.file.unnamed"),
            digest: digest(bytes), columns: columns, bytes: bytes)
        return try await store.keep(file)
    }

    /// A file with what would come of it. `notFound` where it is not there.
    public func file(
        _ id: SheetFileID, of round: RoundID, in plan: PlanID, for participant: Participant
    ) async throws -> OpenSheetFile {
        let survey = try await survey(of: round, in: plan, for: participant)
        guard let file = try await store.sheetFile(id, of: round, in: plan) else {
            throw PlanError(.notFound, Reason("survey.file.unknown"))
        }
        let table = try file.bytes.map { bytes throws(PlanError) in try Self.table(bytes) }
        return OpenSheetFile(
            file: file, questionnaire: survey.questionnaire, table: table,
            trial: table.map { file.columns.trial(of: $0, for: survey.questionnaire) })
    }

    /// Settles what the columns mean; `invalid` where none means anything.
    public func settle(
        _ columns: [String: SheetImport.Target], of file: OpenSheetFile, by participant: Participant
    ) async throws {
        try participant.require(.consult, in: file.file.plan)
        guard !columns.isEmpty else { throw PlanError(.invalid, Reason("survey.file.no-column")) }
        try await store.settle(SheetImport(columns: columns), of: file.file.id)
    }

    /// Takes in every row without a fault; the others are left out, as the trial says.
    ///
    /// - Parameter newID: makes a name by chance.
    public func take(
        _ file: OpenSheetFile, by participant: Participant, newID: () -> ResponseID?
    ) async throws -> Int {
        try participant.require(.consult, in: file.file.plan)
        if let taken = file.file.taken { return taken.count }
        guard let trial = file.trial, !trial.sheets.isEmpty else {
            throw PlanError(.invalid, Reason("survey.file.nothing"))
        }
        let today = office.time.today
        let responses = trial.sheets.compactMap { _, sheet in
            newID().map {
                SurveyResponse(
                    id: $0, plan: file.file.plan, round: file.file.round, way: .panel, day: today, sheet: sheet)
            }
        }
        try await store.take(responses, from: file.file, on: today)
        return responses.count
    }

    /// Takes a file out again, with every response that it brought.
    public func remove(
        _ id: SheetFileID, of round: RoundID, in plan: PlanID, by participant: Participant
    ) async throws {
        _ = try await survey(of: round, in: plan, for: participant)
        try await store.remove(id, of: round, in: plan)
    }

    /// Answers come in only to questions that stay as they are.
    private func survey(
        of round: RoundID, in plan: PlanID, for participant: Participant
    ) async throws -> SurveyView {
        let survey = try await surveys.survey(of: round, in: plan, for: participant)
        guard survey.isFixed else {
            throw PlanError(.conflict, Reason("survey.not-open-yet", ["title": .text(survey.view.round.title)]))
        }
        return survey
    }

    private static func table(_ bytes: Data) throws(PlanError) -> CSVTable {
        let table: CSVTable
        do { table = try CSVTable(bytes) } catch { throw PlanError(.invalid, Self.reason(error)) }
        guard !table.rows.isEmpty else { throw PlanError(.invalid, Reason("survey.file.empty")) }
        guard table.header.count <= 300 else { throw PlanError(.invalid, Reason("survey.file.wide")) }
        return table
    }

    private static func reason(_ fault: CSVTable.Fault) -> Reason {
        switch fault {
        case .empty: Reason("survey.file.empty")
        case .unclearHeader(let column): Reason("survey.file.header", ["column": .number(column)])
        case .openQuote(let line): Reason("survey.file.quote", ["line": .number(line)])
        case .tooManyCells(let line): Reason("survey.file.cells", ["line": .number(line)])
        case .binary: Reason("survey.file.binary")
        case .tooManyRows(let limit): Reason("survey.file.rows", ["limit": .number(limit)])
        }
    }
}

/// A file with what would come of it.
public struct OpenSheetFile: Sendable {
    public let file: SheetFile
    public let questionnaire: Questionnaire
    /// Nil once it was taken in.
    public let table: CSVTable?
    public let trial: SheetImport.Trial?
}
