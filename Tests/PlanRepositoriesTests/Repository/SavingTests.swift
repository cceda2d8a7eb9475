import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import PlanRepositories

/// A save is one commit with what differs, or nothing.
@Suite struct SavingTests {
    @Test func saveIsOneCommitOfOnlyTheFilesThatDiffer() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let git = world.git(plan)
        let before = try git("rev-parse", "main")
        let change = try await world.save(in: plan) { $0 = $0.with("doel", body: "Een ander doel.\n") }
        #expect(try git("rev-parse", "main^") == before)
        #expect(try git("rev-parse", "main") == change.id.rawValue)
        #expect(try git("diff", "--name-only", "main^", "main") == "secties/doel.md")
        #expect(change.sections.map(\.section) == [.named("doel")])
        #expect(change.parent?.rawValue == before)
        #expect(!change.touchesMetadata)
        #expect(try git.faults().isEmpty)
    }

    @Test func commitBearsTheNatureAndTheInputsAsTrailers() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let change = try await world.save(in: plan, inputs: ["INB-0042", "INB-0007"]) {
            $0 = $0.with("doel", body: "Een ander doel.\n")
        }
        let trailers = try world.git(plan)("log", "-1", "--format=%(trailers:only)", "main").split(separator: "\n")
        #expect(trailers == ["Inbreng: INB-0042", "Inbreng: INB-0007", "Aard: inhoudelijk"])
        #expect(change.inputs == ["INB-0042", "INB-0007"])
        #expect(try world.git(plan)("log", "-1", "--format=%s", "main") == "Tekst bijgewerkt")
    }

    @Test func summaryThatLooksLikeATrailerDoesNotChangeTheNature() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let change = try await world.save(in: plan, summary: "Aard: typografisch\n\nAard: structuur") {
            $0 = $0.with("doel", body: "Een ander doel.\n")
        }
        #expect(change.nature == .substantive)
        let read = try await world.repositories.repository(of: plan).changes(after: nil, upTo: change.id)
        #expect(read.last?.nature == .substantive)
    }

    @Test func commitsAreMadeByAFunctionAndAPseudonym() async throws {
        let world = try World()
        let plan = try await world.adoptedPlan()
        let git = world.git(plan)
        let authors = try git("log", "--format=%an|%ae|%cn|%ce", "main", "refs/register/acts").split(separator: "\n")
        let known = Set(
            [Cast.drafter, Cast.adviser, Cast.secretary, Cast.portfolioHolder, Cast.boardOffice].map {
                "\($0.function)|\($0.role.rawValue).\($0.pseudonym)@paraaf.invalid|Paraaf|register@paraaf.invalid"
            })
        #expect(Set(authors.map(String.init)) == known)
    }

    @Test func sectionKeepsItsIDWhenItIsRenamedAndMoved() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        try await world.save(in: plan, nature: .substantive) { text in
            var section = text.chapters[0].sections.remove(at: 1)
            section.heading?.title = "Waarheen"
            text.chapters[1].sections.insert(section, at: 0)
        }
        let text = try await world.text(of: plan)
        #expect(text.chapters.map { $0.sections.map(\.id.rawValue) } == [["aanleiding"], ["doel", "acties"]])
        #expect(text.section(.named("doel"))?.heading?.title == "Waarheen")
        #expect(text.retired.isEmpty)
        #expect(try world.git(plan)("log", "--format=%s", "main", "--", "secties/doel.md").contains("Eerste tekst"))
    }

    @Test func textThatMovedOnAndTextThatStandsStillAreConflicts() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let repository = try world.repositories.repository(of: plan)
        let first = try await repository.heads().text
        try await world.save(in: plan) { $0 = $0.with("doel", body: "Een ander doel.\n") }
        let before = try world.git(plan).references()
        let edit = TextEdit(
            text: try await world.text(of: plan), author: Cast.drafter, madeAt: world.clock.now, summary: "x",
            nature: .substantive)
        let late = try await refusal { try await repository.save(edit, onTopOf: first) }
        #expect(late?.reason.key == "text.moved-on")
        let head = try await repository.heads().text
        let idle = try await refusal { try await repository.save(edit, onTopOf: head) }
        #expect(idle?.reason.key == "text.unchanged")
        #expect([late?.code, idle?.code] == [.conflict, .conflict])
        #expect(try world.git(plan).references() == before)
        #expect(try world.git(plan).faults().isEmpty)
    }

    @Test func annexesAndWorkflowAreLeftAloneByASave() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let git = world.git(plan)
        let blob = try git("hash-object", "-w", "--stdin", input: Data("kaart".utf8))
        let tree =
            try git("ls-tree", "main") + "\n040000 tree "
            + (try git("mktree", input: Data("100644 blob \(blob)\tkaart.png\n".utf8))) + "\tbijlagen\n"
        let root = try git("mktree", input: Data(tree.utf8))
        let commit = try git("commit-tree", root, "-p", "main", "-m", "Bijlage")
        try git("update-ref", "refs/heads/main", commit)
        let change = try await world.save(in: plan) { $0 = $0.with("doel", body: "Een ander doel.\n") }
        #expect(change.parent?.rawValue == commit)
        let files = try git("ls-tree", "-r", "--name-only", "main")
        #expect(files.contains("bijlagen/kaart.png") && files.contains("werkwijze.yml"))
    }

    @Test(.enabled(if: ProjectFiles.hasRealCase, Comment(rawValue: ProjectFiles.noRealCase)))
    func thePublishedPlanComesBackFromItsRepositoryByteForByte() async throws {
        let source = try ProjectFiles.realPlan()
        let world = try World()
        let text = try world.office.text(importing: PlanImport(source), type: "plan-van-aanpak", title: "Plan")
        let plan = try await world.startPlan(text)
        #expect(PlanExport(try await world.reopened().text(of: plan)).markdown() == source)
    }

    @Test func versionOfAnotherHistoryIsNotFound() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let git = world.git(plan)
        let stray = try git("commit-tree", "main^{tree}", "-m", "Los")
        let repository = try world.repositories.repository(of: plan)
        for id in [stray, String(repeating: "ab", count: 20)] {
            let commit = try #require(CommitID(id))
            #expect(try await refusal { try await repository.text(at: commit) }?.code == .notFound)
        }
    }
}
