import GRDB
import PlanDomain
import Workflow

/// Does the database's work, and turns what an operator can mend into a `PlanError`; the rest is for the log.
func translatingErrors<Value>(_ work: () async throws -> Value) async throws -> Value {
    do {
        return try await work()
    } catch {
        throw PlanError(sqlite: error) ?? error
    }
}

/// As ``translatingErrors(_:)``, for opening a file, which nothing else can run beside.
func translatingErrorsOfOpening<Value>(_ work: () throws -> Value) throws -> Value {
    do {
        return try work()
    } catch {
        throw PlanError(sqlite: error) ?? error
    }
}

extension PlanError {
    /// The state of disk or file that SQLite ran into (https://www.sqlite.org/rescode.html); nil for any other error.
    ///
    /// A row that cannot be decoded counts as corruption: the constraints let nothing in that does not decode.
    init?(sqlite error: any Error) {
        if error is RowDecodingError || error is DecodingError {
            self = .storeIsCorrupt
            return
        }
        guard let error = error as? DatabaseError else { return nil }
        switch error.resultCode {
        case .SQLITE_FULL: self.init(.unavailable, Reason("store.disk-full"))
        case .SQLITE_IOERR: self.init(.unavailable, Reason("store.disk-failed"))
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .storeIsCorrupt
        case .SQLITE_READONLY: self.init(.unavailable, Reason("store.read-only"))
        case .SQLITE_CANTOPEN: self.init(.unavailable, Reason("store.cannot-open"))
        case .SQLITE_BUSY: self.init(.unavailable, Reason("store.busy"))
        default: return nil
        }
    }

    /// The file is no database, or holds what no version of this program wrote.
    static var storeIsCorrupt: PlanError { PlanError(.unavailable, Reason("store.corrupt")) }
}
