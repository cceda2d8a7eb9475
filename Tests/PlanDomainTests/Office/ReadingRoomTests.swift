import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// What readers are given: of each section every version, of each moment the text and the acts of that moment.
@Suite struct ReadingRoomTests {
    @Test func planShowsItsStageItsGateAndItsRelations() async throws {
        let world = try World()
        let first = try await world.startPlan(.sample(title: "Eerste"))
        var next = PlanText.sample(title: "Vervolg")
        next.metadata.follows = first
        let second = try await world.startPlan(next)
        let reading = world.reading
        let view = try await reading.plan(first)
        #expect(view.projected.stage == "draft")
        #expect(view.gate?.isOpen == false)
        #expect(view.gate?.line("advice-given")?.state == .missing)
        #expect(view.successors.map(\.id) == [second])
        #expect(try await reading.plan(second).predecessor?.id == first)
        #expect(try await reading.plans().map(\.id) == [first, second])
    }

    @Test func adoptedPlanHasNoGateLeft() async throws {
        let world = try World()
        let plan = try await world.adoptedPlan()
        let view = try await world.reading.plan(plan)
        #expect(view.gate == nil)
        #expect(view.standing.stage == "adopted")
    }

    @Test func sectionIsReadAtEveryCommit() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let first = try await world.office.heads(of: plan).text
        let change = try await world.save(in: plan) { $0 = $0.with("doel", body: "Een ander doel.\n") }
        let now = try await world.reading.section(.named("doel"), of: plan, at: nil)
        let then = try await world.reading.section(.named("doel"), of: plan, at: first)
        #expect((now.section.body, now.isCurrent, now.commit) == ("Een ander doel.\n", true, change.id))
        #expect(then.section.body == PlanText.sample().section(.named("doel"))?.body)
        #expect(!then.isCurrent)
        #expect(now.changes.map(\.id) == [change.id, first])
        #expect(now.previous?.id == .named("aanleiding"))
        #expect(now.next?.id == .named("acties"))
    }

    @Test func sectionsAndCommitsThatDoNotExistAreNotFound() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let stray = try #require(CommitID(String(repeating: "ab", count: 20)))
        let errors = [
            try await refusal { try await world.reading.section(.named("weg"), of: plan, at: nil) },
            try await refusal { try await world.reading.section(.named("doel"), of: plan, at: stray) },
            try await refusal { try await world.reading.plan(.named("weg")) },
            try await refusal { try await world.reading.register(of: .named("weg")) },
            try await refusal { try await world.reading.dossier(of: plan, at: .act(2)) },
            try await refusal { try await world.reading.dossier(of: plan, at: .tag("versie/9")) },
            try await refusal { try await world.reading.dossier(of: plan, at: .actAndText(1, stray)) },
        ]
        #expect(errors.map { $0?.code } == Array(repeating: .notFound, count: 7))
    }

    @Test func removedSectionIsStillComparedWithWhatItWas() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let first = try await world.office.heads(of: plan).text
        let removed = try await world.save(in: plan) { $0.chapters[0].sections.remove(at: 1) }
        let comparison = try await world.reading.comparison(of: .named("doel"), in: plan, from: first, to: removed.id)
        #expect(comparison.title == "Doel")
        #expect(comparison.old.body.contains("veilige wijk"))
        #expect(comparison.new.body.isEmpty)
    }

    @Test func dossierOfAnEarlierMomentKnowsNothingOfWhatCameLater() async throws {
        let world = try World()
        let plan = try await world.adoptedPlan()
        let acts = try await world.store.acts(of: plan)
        let early = try await world.reading.dossier(of: plan, at: .act(1))
        #expect(early.entries.map(\.act.sequence) == [1])
        #expect(early.commit == acts[0].text)
        #expect(early.changes.count == 1)
        #expect(early.reference == "1")
        let frozen = try await world.reading.dossier(of: plan, at: .tag("versie/1"))
        #expect(frozen.registerHead == RegisterHead(commit: acts[2].id, sequence: 3))
        #expect(frozen.commit == acts[2].text)
        let present = try await world.reading.dossier(of: plan, at: .present)
        #expect(present.entries.count == 9)
        let again = try await world.reading.dossier(of: plan, at: DossierMoment(reference: present.reference))
        #expect(again.commit == present.commit && again.registerHead == present.registerHead)
    }

    @Test func reasonThatTheStoreNoLongerHoldsIsWithheld() async throws {
        let world = try World()
        let plan = try await world.adoptedPlan()
        #expect(try await world.reading.register(of: plan).entries[3].reason == .text("Een goed plan voor de wijk"))
        for name in ["paraaf.sqlite", "paraaf.sqlite-wal", "paraaf.sqlite-shm"] {
            try? FileManager.default.removeItem(at: world.folder.file(name))
        }
        let emptied = try world.reopened()
        try await emptied.office.bringAllUpToDate()
        let entries = try await emptied.reading.register(of: plan).entries
        #expect(entries[3].reason == .withheld)
        #expect(entries[4].reason == nil)
        #expect(try await emptied.office.verifyRegister(of: plan) == RegisterReport(soundActs: 9))
    }
}

extension World {
    var reading: PlanReadingRoom { PlanReadingRoom(office, keyFingerprint: repositories.keyFingerprint) }
}
