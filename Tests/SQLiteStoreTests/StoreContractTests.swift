import SQLiteStore
import StoreContract
import Testing

/// The promises of every store, kept in a file and in memory.
@Suite struct StoreContractTests {
    @Test(arguments: StoreContract.clauses)
    func aStoreInAFileKeeps(_ clause: StoreContract.Clause) async throws {
        let folder = try TemporaryFolder()
        try await clause.check(SQLiteStore.open(at: folder.file("store.sqlite")))
    }

    @Test(arguments: StoreContract.clauses)
    func aStoreInMemoryKeeps(_ clause: StoreContract.Clause) async throws {
        try await clause.check(SQLiteStore.inMemory())
    }
}
