import Foundation
import Git
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import PlanRepositories

/// Whoever rewrites the register without its key, or moves it back, is found out at the act where they began.
@Suite struct RegisterForgeryTests {
    enum Rewriting: CaseIterable {
        case keepingNumbers, unsigned, withOldSignatures, withAnotherKey

        func signing(of commit: Commit) -> Forger.Signing {
            switch self {
            case .unsigned: .none
            case .withOldSignatures: .copied(commit.signature?.armored ?? "")
            case .withAnotherKey, .keepingNumbers: .by(SigningKey())
            }
        }
    }

    /// For each act but the last: leave it out and write the later ones anew.
    @Test(arguments: Rewriting.allCases)
    func actThatIsLeftOutIsNoticedAtItsPlace(_ rewriting: Rewriting) async throws {
        let world = try World()
        let plan = try await world.adoptedPlan()
        let original = try Forger(world, plan).commits()
        for dropped in 1..<(original.count - 1) {
            var forger = try Forger(world, plan)
            let kept = original.enumerated().filter { $0.offset != dropped }.map(\.element)
            try forger.rewrite(
                kept.enumerated().map { place, commit in
                    var record = try forger.record(of: commit)
                    if rewriting != .keepingNumbers { record.sequence = place + 1 }
                    return (record, place < dropped ? .by(world.key) : rewriting.signing(of: commit))
                })
            let report = try await world.repositories.repository(of: plan).checkRegister(witnessed: nil)
            #expect(report.soundActs == dropped)
            #expect(report.finding?.sequence == dropped + 1)
            switch (rewriting, report.finding?.fault) {
            case (.keepingNumbers, .outOfOrder(found: dropped + 2)), (.unsigned, .unsigned),
                (.withOldSignatures, .signatureInvalid), (.withAnotherKey, .keyNotValid):
                break
            case (_, let fault): Issue.record("\(rewriting), act \(dropped + 1): \(String(describing: fault))")
            }
            try forger.point(at: original[original.count - 1].id)
        }
    }

    @Test func twoActsInEachOthersPlaceAreNoticed() async throws {
        let world = try World()
        let plan = try await world.adoptedPlan()
        var forger = try Forger(world, plan)
        var commits = try forger.commits()
        commits.swapAt(4, 5)
        try forger.rewrite(try commits.map { (try forger.record(of: $0), .copied($0.signature?.armored ?? "")) })
        let report = try await world.check(plan)
        #expect(report.soundActs == 4)
        #expect(report.finding?.fault == .outOfOrder(found: 6))
    }

    /// With the key and with every number right: only the memory of a server gives it away.
    @Test func registerThatWasMovedBackOrRewrittenWithItsKeyIsToldByTheWitness() async throws {
        let world = try World()
        let plan = try await world.adoptedPlan()
        var forger = try Forger(world, plan)
        let commits = try forger.commits()
        for last in 0..<(commits.count - 1) {
            try forger.point(at: commits[last].id)
            let report = try await world.check(plan)
            #expect(report.soundActs == last + 1)
            #expect(report.finding == .init(sequence: last + 2, commit: nil, fault: .movedBack(witnessed: 9)))
        }
        try forger.point(at: commits[7].id)
        var other = try forger.record(of: commits[8])
        other.request = "een ander verzoek"
        try forger.append(other, .by(world.key))
        let report = try await world.check(plan)
        #expect(report.finding == .init(sequence: 9, commit: forger.head.commitID, fault: .movedBack(witnessed: 9)))
    }

    @Test func registerOfAnotherServerIsToldByTheWitness() async throws {
        let (world, stranger) = (try World(), try World())
        let plan = try await world.adoptedPlan()
        let other = try await stranger.adoptedPlan()
        let git = world.git(plan)
        try git(
            "fetch", "-q", stranger.git(other).folder.path, "+refs/heads/*:refs/heads/*",
            "+refs/register/*:refs/register/*")
        let report = try await world.check(plan)
        #expect(report.finding?.fault == .movedBack(witnessed: 9))
        #expect(report.finding?.sequence == 9)
    }

    @Test func addedActWithoutARightSignatureIsNoticed() async throws {
        let world = try World()
        let plan = try await world.adoptedPlan()
        let stranger = SigningKey()
        let last = try Forger(world, plan).head
        for (signing, fault) in [
            (Forger.Signing.none, RegisterReport.Fault.unsigned),
            (.by(stranger), .keyNotValid(fingerprint: stranger.publicKey.fingerprint)),
            (.copied("-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n"), .signatureInvalid),
        ] {
            var forger = try Forger(world, plan)
            try forger.append(try forger.next(), signing)
            let report = try await world.check(plan)
            #expect(report.finding == .init(sequence: 10, commit: forger.head.commitID, fault: fault))
            try forger.point(at: last)
        }
    }

    @Test func actOfAnotherFormIsMalformed() async throws {
        let world = try World()
        let plan = try await world.adoptedPlan()
        let last = try Forger(world, plan).head
        let record = try Forger(world, plan).next()
        let spaced = Data(String(decoding: try record.bytes(), as: UTF8.self).replacing(" : ", with: ":").utf8)
        var later = record
        later.format = 2
        let extra = try Forger(world, plan).repository.writeBlob(Data("x".utf8))
        let twoKeys = KeyRing(first: world.key.publicKey, then: SigningKey().publicKey)
        let forgeries: [(inout Forger) throws -> Void] = [
            { try $0.append(record, .by(world.key), json: spaced) },
            { try $0.append(record, .by(world.key), json: Data("{}".utf8)) },
            { try $0.append(record, .by(world.key), json: try later.bytes()) },
            { try $0.append(record, .by(world.key), more: [.put(path: "extra", blob: extra)]) },
            { try $0.append(record, .by(world.key), more: [.put(path: "map/extra", blob: extra)]) },
            { try $0.append(record, .by(world.key), ring: twoKeys) },
        ]
        for (index, forge) in forgeries.enumerated() {
            var forger = try Forger(world, plan)
            try forge(&forger)
            let report = try await world.check(plan)
            #expect(report.finding?.fault == .malformed, "forgery \(index)")
            #expect(report.finding?.sequence == 10, "forgery \(index)")
            try forger.point(at: last)
        }
    }

    @Test func actAboutATextThatIsNotInThePlanIsNoticed() async throws {
        let world = try World()
        let plan = try await world.adoptedPlan()
        let git = world.git(plan)
        let last = try Forger(world, plan).head
        let beside = try git("commit-tree", "main^{tree}", "-p", "main", "-m", "Naast de hoofdlijn")
        let otherTree = try git("rev-parse", "main^^{tree}")
        for (commit, tree) in [(beside, nil), (nil, otherTree)] as [(String?, String?)] {
            var forger = try Forger(world, plan)
            var record = try forger.next()
            if let commit { record.text.commit = commit }
            if let tree { record.text.tree = tree }
            try forger.append(record, .by(world.key))
            let report = try await world.check(plan)
            #expect(report.finding == .init(sequence: 10, commit: forger.head.commitID, fault: .textMissing))
            try forger.point(at: last)
        }
    }

    @Test func actWithOtherParentsBreaksTheChain() async throws {
        let world = try World()
        let plan = try await world.adoptedPlan()
        let last = try Forger(world, plan).head
        let commits = try Forger(world, plan).commits()
        let main = try #require(ObjectID(try world.git(plan)("rev-parse", "main")))
        let first = try #require(ObjectID(try world.git(plan)("rev-parse", "main^")))
        for parents in [[last, first], [last, main, first], [commits[7].id, main], [last, last]] {
            var forger = try Forger(world, plan)
            try forger.append(try forger.next(), .by(world.key), parents: parents)
            let report = try await world.repositories.repository(of: plan).checkRegister(witnessed: nil)
            #expect(!report.isSound)
            #expect([.brokenChain, .outOfOrder(found: 10)].contains(report.finding?.fault))
            try forger.point(at: last)
        }
    }
}

extension Forger {
    /// A record that could follow the last act.
    func next() throws -> ActRecord {
        var record = try record(of: repository.commit(head))
        record.sequence += 1
        record.request = "verzoek-\(record.sequence)"
        return record
    }
}
