import Foundation
import GRDB

@testable import SQLiteStore

extension MasterKey {
    /// The same in every test, so that a file can be opened again.
    static let forTests = MasterKey(Data(repeating: 7, count: 32))
}

extension Configuration {
    static let tests = Configuration.paraaf(vault: RecordVault(.forTests))
}

extension SQLiteStore {
    static func open(at file: URL) throws -> SQLiteStore { try open(at: file, masterKey: .forTests) }
    static func open(readOnlyAt file: URL) throws -> SQLiteStore { try open(readOnlyAt: file, masterKey: .forTests) }
}
