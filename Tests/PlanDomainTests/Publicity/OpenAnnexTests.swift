import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// Images and annexes go the way of the text that shows them: what only a closed text shows is closed.
@Suite struct OpenAnnexTests {
    private struct Shown {
        let world: World
        let plan: PlanID
        /// The text as the board decided on it.
        let decided: CommitID

        /// A plan with an image in an open section, one in a closed section, one in the closed nota, one in no text, and
        /// one that came after the decision.
        init() async throws {
            world = try World()
            var text = PlanText.sample(type: "meerjarenbeleidsplan")
            text = text.with("doel", body: "Zie ![](bijlagen/open.png).\n")
            text = text.with("acties", body: "Zie ![](bijlagen/gesloten.png).\n")
            text.documents[0].parts[0].body = "Zie ![](bijlagen/nota.png).\n"
            plan = try await world.deepenedPlan(text)
            try await Self.add(["open.png", "gesloten.png", "nota.png", "los.png"], to: plan, in: world)
            let disclosure = Disclosure(
                .openInPart,
                closedParts: [
                    ClosedPart(.section("acties"), ground: "5.1 lid 2 e"),
                    ClosedPart(.document("nota"), ground: "5.1 lid 2 i"),
                ])
            try await world.decideAtBoard(plan, disclosing: disclosure)
            try await world.record(.published, in: plan, by: Cast.boardOffice)
            decided = try await world.office.heads(of: plan).text
        }

        private static func add(_ names: [String], to plan: PlanID, in world: World) async throws {
            var text = try await world.text(of: plan)
            var files: [AnnexFile] = []
            for (index, name) in names.enumerated() {
                let bytes = FileSamples.png(width: UInt32(index + 1))
                let digest = world.office.repositories.digest(of: bytes)
                text.annexes.append(
                    Annex(
                        name: name, kind: .png, description: "Beeld", digest: digest, size: bytes.count,
                        pixels: PixelSize(width: index + 1, height: 1)))
                files.append(AnnexFile(name: name, bytes: bytes))
            }
            let edit = TextEdit(
                text: text, author: Cast.drafter, madeAt: world.clock.now, summary: "Beelden", nature: .substantive,
                files: files)
            _ = try await world.office.save(edit, in: plan, basedOn: try await world.office.heads(of: plan).text)
        }
    }

    @Test func aVisitorGetsWhatAnOpenTextShowsAndNothingElse() async throws {
        let shown = try await Shown()
        let room = shown.world.council
        let edition = try await room.edition(of: shown.plan, for: .visitor)
        #expect(edition.annexes.map(\.name) == ["open.png"])
        let (annex, bytes) = try await room.annex("open.png", in: edition)
        #expect(annex.description == "Beeld" && bytes == FileSamples.png(width: 1))
        for name in ["gesloten.png", "nota.png", "los.png", "nergens.png", "../plan.yml"] {
            let error = try await refusal { try await room.annex(name, in: edition) }
            #expect(error?.code == .notFound, "\(name)")
        }
    }

    @Test func whoReadsAlongAsTheCouncilGetsNoMoreThanItsText() async throws {
        let shown = try await Shown()
        let drafter = try Reader.person(.drafter)
        let room = shown.world.council
        let edition = try await room.edition(of: shown.plan, at: shown.decided, for: drafter, as: .everyone)
        let (annex, _) = try await room.annex("open.png", in: edition)
        #expect(annex.name == "open.png")
        let error = try await refusal {
            let latest = try await room.edition(of: shown.plan, for: drafter, as: .everyone)
            return try await room.annex("gesloten.png", in: latest)
        }
        #expect(error?.code == .notFound)
    }
}
