import PlanDomain
import TestSupport
import Testing

@testable import Web

/// Every form of the site, sent in every wrong way: a clear answer, and nothing that changed.
@Suite("Forms sent in every wrong way")
struct AbuseTests {
    /// A new form of the site does not go without a right one to start from.
    @Test func everyFormHasARightOne() async throws {
        let scene = try await AbuseScene.fresh()
        try await scene.open { site in
            let known = Set(ValidPost.all.map(\.route))
            for route in SiteRouter.site(site.services).endpoints.map(\.route) where route.method == .post {
                #expect(known.contains(route), "no valid post for \(route)")
            }
        }
    }

    /// The right form does something; sent at once from two fingers, and once more afterwards, it does it once.
    @Test(arguments: ValidPost.all)
    func sentTwiceItIsTakenInOnce(_ post: ValidPost) async throws {
        let growth = Growth()
        try await AbuseBench.with(post) { bench in
            let before = try await bench.state()
            let answer = try await bench.send(bench.values)
            #expect((200..<400).contains(answer.status), "\(post): \(answer.status) \(answer.body.prefix(4_000))")
            let after = try await bench.state()
            #expect(after.differences(from: before).isEmpty == post.changesNothing, "\(post)")
            await growth.set(after.growth(since: before))
            guard !post.mayBeRepeated else { return }
            let again = try await bench.send(bench.values)
            #expect(AbuseBench.faults(of: again) == [], "\(post)")
            #expect(try await bench.state().differences(from: after) == [], "\(post): \(again.status)")
        }
        try await AbuseBench.with(post) { bench in
            let before = try await bench.state()
            async let first = bench.send(bench.values)
            async let second = bench.send(bench.values)
            let answers = try await [first, second]
            for answer in answers { #expect(AbuseBench.faults(of: answer) == [], "\(post): \(answer.status)") }
            #expect(answers.contains { $0.status < 400 }, "\(post)")
            let grown = try await bench.state().growth(since: before)
            #expect(grown == (await growth.known), "\(post): \(answers.map(\.status))")
        }
    }

    @Test(arguments: ValidPost.all)
    func emptyOverlongAndDoubledAnswersChangeNothing(_ post: ValidPost) async throws {
        try await AbuseBench.with(post) { bench in
            var before = try await bench.state()
            for (name, values, file) in WrongAnswers(of: bench).all {
                try await bench.expectRefusal(name, before: &before) {
                    try await bench.send(values, file: file)
                }
            }
        }
    }

    @Test(arguments: ValidPost.all.filter(\.route.needsToken))
    func withoutItsTokenOrFromElsewhereItIsNotTakenIn(_ post: ValidPost) async throws {
        try await AbuseBench.with(post) { bench in
            var before = try await bench.state()
            let other = bench.scene.reader(post.sender == .clerk ? .secretary : .clerk).token
            for (name, token) in [("no token", ""), ("another's token", other), ("no such token", "AAAA")] {
                try await bench.expectRefusal(name, before: &before) {
                    try await bench.send(bench.values, token: token)
                }
            }
            try await bench.expectRefusal("another site", before: &before) {
                try await bench.send(bench.values, headers: ["Origin": "https://elders.example"])
            }
        }
    }

    @Test(arguments: ValidPost.all.filter { !$0.parameters.isEmpty || $0.route.access.needsSignIn })
    func ofAnotherOrByAnotherItIsNotTakenIn(_ post: ValidPost) async throws {
        try await AbuseBench.with(post) { bench in
            var before = try await bench.state()
            for (name, target) in bench.othersAddresses {
                try await bench.expectRefusal(name, before: &before) { try await bench.send(bench.values, to: target) }
            }
            for sender in bench.others {
                try await bench.expectRefusal("as \(sender)", before: &before) {
                    try await bench.send(bench.values, as: bench.scene.reader(sender))
                }
            }
        }
    }

    @Test(arguments: ValidPost.all.filter { $0.deadline != nil })
    func afterItsLastMomentItIsNotTakenIn(_ post: ValidPost) async throws {
        try await AbuseBench.with(post) { bench in
            let before = try await bench.state(without: "signInSession")
            bench.scene.world.clock.advance(seconds: post.deadline ?? 0)
            let answer = try await bench.send(bench.values)
            // Whoever owed a code owes a password, too, by now: they are led back to the beginning.
            let isLedBack = answer.headers["location"]?.hasPrefix("/inloggen") == true
            #expect((400..<500).contains(answer.status) || isLedBack, "\(post): \(answer.status)")
            #expect(AbuseBench.faults(of: answer) == [], "\(post)")
            #expect(try await bench.state(without: "signInSession").differences(from: before) == [], "\(post)")
        }
    }

    /// A session that ended costs no word: the form comes back to be sent again, and nothing is done.
    @Test(arguments: ValidPost.all.filter { $0.route.access.needsSignIn })
    func afterASessionEndedItIsShownAgain(_ post: ValidPost) async throws {
        try await AbuseBench.with(post) { bench in
            let before = try await bench.state(without: "signInSession")
            bench.scene.world.clock.advance(days: 60)
            let answer = try await bench.send(bench.values)
            #expect(answer.status == 403 && answer.body.contains("U bent niet meer ingelogd"), "\(post)")
            #expect(AbuseBench.faults(of: answer) == [], "\(post)")
            #expect(try await bench.state(without: "signInSession").differences(from: before) == [], "\(post)")
        }
    }
}

/// By how much a server grew, kept from one scene to the next.
private actor Growth {
    private(set) var known: [String: Int] = [:]

    func set(_ growth: [String: Int]) { known = growth }
}
