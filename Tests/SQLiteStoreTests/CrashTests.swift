import Foundation
import PlanDomain
import Testing

@testable import SQLiteStore

/// A server that is killed in the middle of its work.
@Suite struct CrashTests {
    @Test func whatWasAcknowledgedSurvivesAKilledProcess() async throws {
        let folder = try TemporaryFolder()
        let home = folder.url.path(percentEncoded: false)
        await #expect(processExitsWith: .signal(SIGKILL)) { [home = home as String] in
            let store = try SQLiteStore.open(at: URL(filePath: home).appending(path: "store.sqlite"))
            let notes = open(home + "/acknowledged", O_CREAT | O_WRONLY | O_APPEND, 0o600)
            for number in 1...10_000 {
                try await store.apply(try SampleUpdates.step(number, padding: 2_000))
                _ = "\(number)\n".withCString { write(notes, $0, strlen($0)) }
                // Dies while the next update is on its way.
                if number == 60 { Thread.detachNewThread { kill(getpid(), SIGKILL) } }
            }
        }
        let notes = try String(contentsOf: folder.file("acknowledged"), encoding: .utf8)
        let acknowledged = try #require(notes.split(separator: "\n").last.flatMap { Int($0) })
        #expect(acknowledged >= 60)

        let plan = try SampleUpdates.step(1).plan
        let store = try SQLiteStore.open(at: folder.file("store.sqlite"))
        let heads = try #require(try await store.projectedHeads(of: plan))
        #expect(heads.register.sequence >= acknowledged)
        #expect(heads == (try SampleUpdates.heads(heads.register.sequence)))
        #expect(try await store.acts(of: plan).count == heads.register.sequence)
        try await store.apply(try SampleUpdates.step(heads.register.sequence + 1))
        #expect(try await SQLiteStore.verify(at: folder.file("store.sqlite")).isSound)
    }
}
