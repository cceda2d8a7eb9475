import Foundation
import PlanDomain
import Testing

@testable import SQLiteStore

/// The command line that looks at a data folder, beside a server or without one.
@Suite struct ReadOnlyTests {
    let folder: TemporaryFolder
    let file: URL

    init() throws {
        folder = try TemporaryFolder()
        file = folder.file("store.sqlite")
    }

    @Test func aReaderBesideAServerSeesWhatWasCommitted() async throws {
        let server = try SQLiteStore.open(at: file)
        try await server.apply(try SampleUpdates.step(1))
        let reader = try SQLiteStore.open(readOnlyAt: file)
        for number in 2...5 {
            try await server.apply(try SampleUpdates.step(number))
            let plan = try SampleUpdates.step(number).plan
            #expect(try await reader.projectedHeads(of: plan) == SampleUpdates.heads(number))
        }
        try server.database.close()
    }

    @Test func aReaderWithoutAServerLeavesNoFileBehind() async throws {
        let server = try SQLiteStore.open(at: file)
        try await server.apply(try SampleUpdates.step(1))
        try server.database.close()
        #expect(try folder.names() == ["store.sqlite"])
        let reader = try SQLiteStore.open(readOnlyAt: file)
        #expect(try await reader.summaries().map(\.title) == ["Stand 1"])
        #expect(try folder.names() == ["store.sqlite"])
        try reader.database.close()
        #expect(try folder.names() == ["store.sqlite"])
    }

    @Test func aReaderThatAServerOvertakesSaysSo() async throws {
        try SQLiteStore.open(at: file).database.close()
        let reader = try SQLiteStore.open(readOnlyAt: file)
        let server = try SQLiteStore.open(at: file)
        #expect(try await unavailability { _ = try await reader.summaries() } == "store.busy")
        try server.database.close()
    }

    @Test func whatAKilledServerLeftInItsLogIsRead() async throws {
        let server = try SQLiteStore.open(at: file)
        try await server.apply(try SampleUpdates.step(1))
        // What lies on the disk at this moment is what a killed process leaves.
        let remains = try TemporaryFolder()
        for name in ["store.sqlite", "store.sqlite-wal"] {
            try FileManager.default.copyItem(at: folder.file(name), to: remains.file(name))
        }
        let reader = try SQLiteStore.open(readOnlyAt: remains.file("store.sqlite"))
        #expect(try await reader.summaries().map(\.title) == ["Stand 1"])
        try server.database.close()
    }

    @Test func aReaderCannotWrite() async throws {
        let server = try SQLiteStore.open(at: file)
        let reader = try SQLiteStore.open(readOnlyAt: file)
        #expect(try await unavailability { try await reader.save(HouseStyle()) } == "store.read-only")
        #expect(
            try await unavailability { try await reader.apply(try SampleUpdates.step(1)) } == "store.read-only")
        #expect(try await server.projectedPlans().isEmpty)
    }

    @Test func aMissingStoreIsMissedAndNotMade() async throws {
        #expect(try await unavailability { _ = try SQLiteStore.open(readOnlyAt: file) } == "store.missing")
        #expect(try await unavailability { _ = try await SQLiteStore.verify(at: file) } == "store.missing")
        #expect(try folder.names() == [])
    }

    @Test func aFolderWithOddCharactersIsFound() async throws {
        let odd = folder.file("plan 100% ?a=b#c é")
        try FileManager.default.createDirectory(at: odd, withIntermediateDirectories: true)
        let file = odd.appending(path: "store.sqlite")
        let server = try SQLiteStore.open(at: file)
        try await server.apply(try SampleUpdates.step(1))
        try server.database.close()
        #expect(try await SQLiteStore.open(readOnlyAt: file).summaries().count == 1)
    }
}
