import Foundation
import GRDB
import PlanDomain
import Workflow

/// Sealing on the way into a row; on the way out SQL says `opened(…)`.
extension Database {
    /// A wrapped key for a new record.
    func newKey() throws -> Data {
        guard let key = try Data.fetchOne(cachedStatement(sql: "SELECT newKey()")) else {
            throw PlanError.storeIsCorrupt
        }
        return key
    }

    /// The key of a row that is there already, or a new one for a row that is not: a record keeps its key as long as it
    /// lives.
    func key(of table: String, where condition: String, _ arguments: StatementArguments) throws -> Data {
        try Data?.fetchOne(self, sql: "SELECT recordKey FROM \(table) WHERE \(condition)", arguments: arguments)
            .flatMap { $0 } ?? newKey()
    }

    /// Throws `text.binary` for text with a zero byte, as for text that is stored as it is.
    func sealed(_ text: String?, under key: Data?, as field: String) throws -> Data? {
        guard let text else { return nil }
        guard !text.utf8.contains(0) else { throw PlanError(.invalid, Reason("text.binary")) }
        return try sealed(Data(text.utf8), under: key, as: field)
    }

    func blindIndex(_ text: String) throws -> String? {
        try String.fetchOne(cachedStatement(sql: "SELECT blindIndex(?)"), arguments: [text])
    }

    func sealed(_ bytes: Data, under key: Data?, as field: String) throws -> Data? {
        try Data?.fetchOne(cachedStatement(sql: "SELECT sealed(?, ?, ?)"), arguments: [bytes, key, field])
            .flatMap { $0 }
    }
}
