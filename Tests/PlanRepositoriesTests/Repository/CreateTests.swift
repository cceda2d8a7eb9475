import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import PlanRepositories

/// A new plan's repository is there whole, or not at all.
@Suite struct CreateTests {
    @Test func newRepositoryHoldsItsTextItsWorkflowAndItsFirstAct() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let files = try world.git(plan)("ls-tree", "-r", "--name-only", "main").split(separator: "\n").map(String.init)
        #expect(
            files == [
                "plan.yml", "secties/aanleiding.md", "secties/acties.md", "secties/doel.md", "stukken/nota.md",
                "stukken/raadsmededeling.md", "werkwijze.yml",
            ])
        let workflow = try ProjectFiles.workflows().workflow(for: "uitvoeringsplan").source
        let head = try await world.office.heads(of: plan)
        #expect(try await world.repositories.repository(of: plan).workflow(at: head.text) == workflow)
        #expect(head.register.sequence == 1)
        #expect(try await world.text(of: plan) == .sample())
    }

    @Test func idThatIsTakenIsRefusedAndNothingChanges() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let before = try world.git(plan).references()
        let start = try Self.start(in: world)
        let refused = try refusalAtOnce(of: { try world.repositories.create(plan, with: start) })
        #expect(refused?.code == .conflict)
        #expect(refused?.reason.key == "plan.id-taken")
        #expect(try world.git(plan).references() == before)
        #expect(try Self.names(in: world) == ["\(plan).git"])
    }

    @Test func textThatCannotBeWrittenLeavesNothingBehind() async throws {
        let world = try World()
        var text = PlanText.sample()
        text.documents[0].parts[0].body = "```\nopen\n"
        let start = try Self.start(in: world, text)
        #expect(throws: PlanError.self) { try world.repositories.create(.named("nieuw"), with: start) }
        #expect(try Self.names(in: world).isEmpty)
    }

    @Test func whatAnInterruptionLeftBehindIsRemovedAndIsNoPlan() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let leftover = world.folder.file("plans/.half.\(UUID().uuidString)")
        try FileManager.default.copyItem(at: world.repositories.location(of: plan), to: leftover)
        #expect(try world.repositories.planIDs() == [plan])
        try world.repositories.removeLeftovers()
        #expect(try Self.names(in: world) == ["\(plan).git"])
        #expect(try world.git(plan).faults().isEmpty)
    }

    @Test func lockWhoseOwnerIsGoneDoesNotKeepAReferenceShut() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let location = world.repositories.location(of: plan)
        for name in ["refs/register/acts.lock", "refs/heads/main.lock", "packed-refs.lock"] {
            try Data().write(to: location.appending(path: name))
        }
        let move = ActPayload.disclosureChosen(Disclosure(.open))
        await #expect(throws: PlanError.self) { try await world.record(move, in: plan, by: Cast.secretary) }
        try world.repositories.removeLeftovers()
        try await world.record(move, in: plan, by: Cast.secretary)
        #expect(try await world.office.heads(of: plan).register.sequence == 2)
    }

    @Test func unknownPlanIsNotFound() throws {
        let world = try World()
        let refused = try refusalAtOnce(of: { try world.repositories.repository(of: .named("weg")) })
        #expect(refused?.code == .notFound)
    }

    private static func start(in world: World, _ text: PlanText = .sample()) throws -> PlanStart {
        let workflow = try ProjectFiles.workflows().workflow(for: "uitvoeringsplan").source
        let edit = TextEdit(
            text: text, author: Cast.drafter, madeAt: world.clock.now, summary: "Eerste tekst", nature: .substantive)
        let act = NewAct(
            .planStarted(workflow: "uitvoeringsplan", version: 2), by: Cast.drafter, on: nil, requestID: "a")
        return PlanStart(
            edit: edit, workflow: workflow,
            act: SealedAct(
                act: act, text: nil, recordedAt: world.clock.now, reasonHash: nil, workflowDigest: workflow.digest))
    }

    private static func names(in world: World) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: world.folder.file("plans").path).sorted()
    }
}
