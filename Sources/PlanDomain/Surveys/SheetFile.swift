import Foundation
import Survey
import Workflow

/// A file with answers from elsewhere, such as a *digipanel*: on its way in until what its columns mean is settled, and taken
/// in once.
public struct SheetFile: Identifiable, Equatable, Sendable {
    public let id: SheetFileID
    public let plan: PlanID
    public let round: RoundID
    public let name: String
    /// SHA-256 of its bytes, in hexadecimal: a questionnaire takes the same file in once.
    public let digest: String
    public let columns: SheetImport
    /// The bytes as they came; nil once it was taken in.
    public let bytes: Data?
    public let taken: Taken?

    /// That it was taken in.
    public struct Taken: Equatable, Sendable {
        public let on: CalendarDate
        /// How many responses it brought.
        public let count: Int

        public init(on day: CalendarDate, count: Int) {
            on = day
            self.count = count
        }
    }

    public init(
        id: SheetFileID, plan: PlanID, round: RoundID, name: String, digest: String, columns: SheetImport,
        bytes: Data?, taken: Taken? = nil
    ) {
        self.id = id
        self.plan = plan
        self.round = round
        self.name = name
        self.digest = digest
        self.columns = columns
        self.bytes = bytes
        self.taken = taken
    }
}

/// Names a file with answers for good; made by chance.
public typealias SheetFileID = Identifier<SheetFile>

extension SheetFile: Identified {}

/// Files with answers from elsewhere.
public protocol SheetFileStore: Sendable {
    /// Keeps a new file, or gives the one with the same bytes that the questionnaire knows already.
    func keep(_ file: SheetFile) async throws -> SheetFile
    /// In the order of their names, with bytes left out.
    func sheetFiles(of round: RoundID, in plan: PlanID) async throws -> [SheetFile]
    func sheetFile(_ id: SheetFileID, of round: RoundID, in plan: PlanID) async throws -> SheetFile?
    /// Settles what its columns mean. `conflict` once it was taken in.
    func settle(_ columns: SheetImport, of file: SheetFileID) async throws
    /// Adds the responses that a file brings and lets go of its bytes: all of it or nothing, and once. `conflict` where it
    /// was taken in, or its columns are not those that the responses were read by.
    func take(_ responses: [SurveyResponse], from file: SheetFile, on day: CalendarDate) async throws
    /// Takes a file out, with every response that it brought. Taking out what is not there changes nothing. `conflict`
    /// where an input was made of one of its answers.
    func remove(_ file: SheetFileID, of round: RoundID, in plan: PlanID) async throws
}
