import Foundation
import Testing

@testable import Web

@Suite("Many readers at once")
struct ManyReadersTests {
    @Test func noneIsRefusedAndAllReadTheSame() async throws {
        try await RunningSite.with(LittleWorld()) { site in
            let target = "/plannen/veiligheid-2024-2027/secties/aanleiding"
            let bodies = try await withThrowingTaskGroup(of: WireResponse.self) { group in
                for _ in 0..<64 { group.addTask { try await site.get(target) } }
                return try await group.reduce(into: [WireResponse]()) { $0.append($1) }
            }
            #expect(bodies.count == 64)
            #expect(bodies.allSatisfy { $0.status == 200 })
            #expect(Set(bodies.map(\.body)).count == 1)
        }
    }

    @Test func theCacheStaysWholeUnderManyHands() async {
        let cache = ByteCache(limit: 10_000)
        await withTaskGroup(of: Void.self) { group in
            for hand in 0..<8 {
                group.addTask {
                    for round in 0..<500 {
                        let key = "\((hand + round) % 40)"
                        let found = cache.bytes(for: key)
                        #expect(found == nil || found == Array(key.utf8))
                        cache.keep(Array(key.utf8), for: key)
                    }
                }
            }
        }
        #expect(cache.size <= 10_000)
    }
}
