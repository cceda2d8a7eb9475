import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// Making new plans.
@Suite struct StartingTests {
    @Test func idIsMadeFromTheTitleAndNumberedWhereItIsTaken() async throws {
        let world = try World()
        var ids: [String] = []
        for _ in 0..<3 { ids.append(try await world.startPlan(.sample(title: "Veiligheid & zorg 2024")).rawValue) }
        #expect(ids == ["veiligheid-en-zorg-2024", "veiligheid-en-zorg-2024-2", "veiligheid-en-zorg-2024-3"])
    }

    @Test func askingTwiceMakesOnePlan() async throws {
        let world = try World()
        let new = Self.plan("Plan", request: "een")
        let first = try await world.office.start(new)
        #expect(try await world.office.start(new) == first)
        #expect(try await world.reopened().office.start(new) == first)
        #expect(try await world.office.start(Self.plan("Plan", request: "twee")) != first)
        #expect(try world.repositories.planIDs().count == 2)
    }

    @Test func plansOfOneTitleThatStartTogetherEachGetAnID() async throws {
        let world = try World()
        let ids = try await withThrowingTaskGroup(of: PlanID.self) { group in
            for number in 0..<8 {
                group.addTask { try await world.office.start(Self.plan("Plan", request: "verzoek-\(number / 2)")) }
            }
            return try await group.reduce(into: [PlanID]()) { $0.append($1) }
        }
        #expect(ids.count == 8)
        #expect(Set(ids).count == 4)
        #expect(try world.repositories.planIDs() == Set(ids).sorted())
    }

    @Test func outsiderMayNotStartAPlan() async throws {
        let world = try World()
        let error = try await refusal { try await world.startPlan(by: Cast.outsider) }
        #expect(error?.code == .forbidden)
        #expect(try world.repositories.planIDs().isEmpty)
        #expect(try await world.store.projectedPlans().isEmpty)
    }

    @Test func textThatBreaksARuleStartsNothing() async throws {
        let world = try World()
        var twice = PlanText.sample()
        twice.chapters[1].sections.append(twice.chapters[0].sections[0])
        var chapterTwice = PlanText.sample()
        chapterTwice.chapters[1].id = chapterTwice.chapters[0].id
        var unknown = PlanText.sample()
        unknown.metadata.type = "gedicht"
        for (text, key) in [
            (twice, "text.section-id-twice"), (chapterTwice, "text.chapter-id-twice"), (unknown, "plan.unknown-type"),
        ] {
            #expect(try await refusal { try await world.startPlan(text) }?.reason.key == key)
        }
        #expect(try world.repositories.planIDs().isEmpty)
    }

    @Test func planWithoutASummaryIsNotStarted() async throws {
        let world = try World()
        let new = NewPlan(
            type: "uitvoeringsplan", text: .sample(), author: Cast.drafter, summary: " \n", requestID: "x")
        #expect(try await refusal { try await world.office.start(new) }?.reason.key == "text.no-summary")
    }

    @Test(arguments: [
        ("", "plan.title-empty"), (" \n ", "plan.title-empty"), (String(repeating: "a", count: 201), "plan.title-long"),
    ])
    func skeletonNeedsATitleThatFits(_ title: String, _ key: String) throws {
        let world = try World()
        let error = try refusalAtOnce(of: { try world.office.skeleton(for: "uitvoeringsplan", title: title) })
        #expect(error?.reason.key == key)
    }

    @Test func everyTypeStartsFromItsSkeleton() async throws {
        let world = try World()
        for type in try ProjectFiles.workflows().types {
            let text = try world.office.skeleton(for: type, title: "Plan  van \n\(type)")
            #expect(text.metadata.title == "Plan van \(type)")
            let plan = try await world.startPlan(text)
            #expect(try await world.office.verifyRegister(of: plan) == RegisterReport(soundActs: 1))
            #expect(try await world.text(of: plan).sections.map(\.id) == text.sections.map(\.id))
        }
    }

    private static func plan(_ title: String, request: String) -> NewPlan {
        NewPlan(
            type: "uitvoeringsplan", text: .sample(title: title), author: Cast.drafter, summary: "Eerste tekst",
            requestID: request)
    }
}
