import TestSupport
import Testing

@testable import PlanDomain

/// What is read once is not read again, and no more of it is kept than fits.
@Suite struct KnownCommitsTests {
    private let plan = PlanID.named("plan")

    @Test func whatIsKnownIsNotMadeAgainAndWhatWasAskedForLongestAgoIsForgotten() async {
        let known = KnownCommits<String>(limit: 2)
        var made: [Character] = []
        for name: Character in ["a", "b", "a", "c", "a", "b"] {
            let value = await known.value(of: plan, at: .named(name)) {
                made.append(name)
                return String(name)
            }
            #expect(value == String(name))
        }
        #expect(made == ["a", "b", "c", "b"])
    }

    @Test func theSameCommitInAnotherPlanIsAnotherText() async {
        let known = KnownCommits<String>(limit: 2)
        let first = await known.value(of: plan, at: .named("a")) { "een" }
        let second = await known.value(of: .named("ander"), at: .named("a")) { "twee" }
        #expect((first, second) == ("een", "twee"))
    }

    @Test func aFailureIsNotRemembered() async throws {
        let known = KnownCommits<String>(limit: 2)
        let error = try await refusal {
            try await known.value(of: plan, at: .named("a")) { throw PlanError.unknown(plan) }
        }
        #expect(error == PlanError.unknown(plan))
        #expect(await known.value(of: plan, at: .named("a")) { "later" } == "later")
    }
}
