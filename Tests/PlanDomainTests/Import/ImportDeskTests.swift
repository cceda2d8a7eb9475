import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// From a document to a plan: taken in, looked at, corrected, started.
@Suite struct ImportDeskTests {
    private static let markdown = """
        # Waarom

        ![Kaart van de wijk](./media/rId1.png) hoort hierbij.

        ## Doel

        Veilig. ![](./media/rId2.emf)

        # Bijlage

        ![](./media/rId3.png)

        """

    private struct Desk {
        let world: World
        let desk: ImportDesk
        let noor: Participant
        let bas: Participant
        let drafterOfOnePlan: Participant

        init(_ document: ConvertedDocument) async throws {
            world = try World()
            desk = ImportDesk(
                office: world.office, imports: world.store, people: world.store, conversion: Known(document: document))
            noor = try await Self.person("noor", .drafter, nil, world)
            bas = try await Self.person("bas", .adviser, nil, world)
            drafterOfOnePlan = try await Self.person("otto", .drafter, .named("ander-plan"), world)
        }

        private static func person(
            _ id: String, _ role: Role, _ plan: PlanID?, _ world: World
        ) async throws -> Participant {
            let person = Person(
                id: try #require(PersonID(id)), name: id, mail: try #require(MailAddress("\(id)@waterkerke.example")))
            try await world.store.save(person)
            let appointment = Appointment(
                id: try #require(AppointmentID(id)), person: person.id, role: role, function: "Functie van \(id)",
                plan: plan)
            return Participant(.person(person), appointments: [appointment])
        }
    }

    /// Knows what one document says, as a real reader would after the fact.
    private struct Known: DocumentConversion {
        let document: ConvertedDocument

        func markdown(of bytes: Data, _ kind: FileKind) async throws -> ConvertedDocument { document }
    }

    private func desk() async throws -> Desk {
        try await Desk(
            ConvertedDocument(
                title: "Veilig in 2024", markdown: Self.markdown,
                images: [
                    AnnexFile(name: "./media/rId1.png", bytes: FileSamples.png(width: 3)),
                    AnnexFile(name: "./media/rId2.emf", bytes: Data("EMF".utf8)),
                    AnnexFile(name: "./media/rId3.png", bytes: FileSamples.png(width: 4)),
                ]))
    }

    @Test func aWordDocumentBecomesAPlanWithItsImages() async throws {
        let desk = try await desk()
        let id = try await desk.desk.take(FileSamples.docx, called: "Plan  2024.docx", requestID: "in", by: desk.noor)
        let view = try await desk.desk.view(id, by: desk.noor)
        #expect(view.pending.fileName == "Plan 2024.docx")
        #expect(view.cut?.title == "Veilig in 2024")
        #expect(view.preview.entries.map(\.title) == ["Waarom", "Doel", "Bijlage"])
        _ = try await desk.desk.correct(id, [3: .init(.leftOut), 99: .init(.title)], by: desk.noor)
        let plan = try await desk.desk.start(
            id, as: "uitvoeringsplan", title: nil, summary: "Ingelezen", requestID: "start", by: desk.noor)
        #expect(plan == .named("veilig-in-2024"))
        let text = try await desk.world.text(of: plan)
        #expect(text.annexes.map(\.name) == ["afbeelding-1.png"])
        #expect(text.annexes.map(\.description) == ["Kaart van de wijk"])
        #expect(text.chapters[0].sections[0].body == "![Kaart van de wijk](bijlagen/afbeelding-1.png) hoort hierbij.\n")
        #expect(text.chapters[0].sections[1].body == "Veilig. ![](./media/rId2.emf)\n")
        let head = try await desk.world.office.heads(of: plan).text
        let repository = try desk.world.repositories.repository(of: plan)
        #expect(try await repository.annex("afbeelding-1.png", at: head) == FileSamples.png(width: 3))
        #expect(try await desk.desk.pending(by: desk.noor).isEmpty)
        let author = try #require(try await desk.world.store.changes(of: plan, section: nil).first?.author)
        #expect(author.function == "Functie van noor")
        #expect(try await desk.world.store.person(behind: author.pseudonym, in: plan) == desk.noor.person?.id)
    }

    @Test func aMarkdownFileNeedsNoConversion() async throws {
        let desk = try await desk()
        let id = try await desk.desk.take(
            Data("# Kop\n\nTekst.\n".utf8), called: "plan.md", requestID: "in", by: desk.noor)
        #expect(try await desk.desk.view(id, by: desk.noor).pending.markdown == "# Kop\n\nTekst.\n")
    }

    @Test func aCutThatCannotBeIsKeptAndTold() async throws {
        let desk = try await desk()
        let id = try await desk.desk.take(FileSamples.docx, called: "a.docx", requestID: "in", by: desk.noor)
        let view = try await desk.desk.correct(id, [1: .init(.title), 2: .init(.title)], by: desk.noor)
        #expect(view.fault?.key == "import.two-titles")
        #expect(view.cut == nil)
        #expect(view.choice(for: view.preview.entries[1]).role == .title)
        #expect(view.choice(for: view.preview.entries[2]).role == .chapter)
        let error = try await refusal {
            try await desk.desk.start(
                id, as: "uitvoeringsplan", title: nil, summary: "a", requestID: "r", by: desk.noor)
        }
        #expect(error?.reason.key == "import.two-titles")
        #expect(try await desk.desk.pending(by: desk.noor).count == 1)
    }

    @Test(arguments: [
        (Data(), "import.empty"), (FileSamples.pdf, "import.unknown-kind"),
        (Data([0xFF, 0xFE, 0, 1]), "import.unknown-kind"),
        (Data("a\0b".utf8), "import.binary"), (FileSamples.zip([("a", "b")]), "file.unknown-kind"),
        (Data(repeating: 0x61, count: PlanImport.sizeLimit + 1), "markdown.too-large"),
    ])
    func whatIsNoTextIsRefused(_ bytes: Data, _ key: String) async throws {
        let desk = try await desk()
        let error = try await refusal {
            try await desk.desk.take(bytes, called: "x.md", requestID: "in", by: desk.noor)
        }
        #expect(error?.reason.key == key)
        #expect(try await desk.desk.pending(by: desk.noor).isEmpty)
    }

    @Test func textIsTakenForMarkdownOnlyWhereItsNameSaysSo() async throws {
        let desk = try await desk()
        let text = Data("<p>Een webpagina</p>".utf8)
        let error = try await refusal {
            try await desk.desk.take(text, called: "plan.html", requestID: "in", by: desk.noor)
        }
        #expect(error?.reason.key == "import.unknown-kind")
        _ = try await desk.desk.take(text, called: "PLAN.MD", requestID: "in", by: desk.noor)
    }

    @Test func whatSomebodyTookInIsTheirsAlone() async throws {
        let desk = try await desk()
        let id = try await desk.desk.take(FileSamples.docx, called: "a.docx", requestID: "in", by: desk.noor)
        for other in [desk.bas, desk.drafterOfOnePlan, .visitor] {
            let tries: [() async throws -> Void] = [
                { _ = try await desk.desk.view(id, by: other) },
                { _ = try await desk.desk.correct(id, [:], by: other) },
                {
                    _ = try await desk.desk.start(
                        id, as: "uitvoeringsplan", title: "a", summary: "a", requestID: "r", by: other)
                },
            ]
            for attempt in tries { #expect(try await refusal { try await attempt() }?.code == .notFound) }
        }
        #expect(try await refusal { try await desk.desk.discard(id, by: desk.bas) }?.code == .notFound)
        try await desk.desk.discard(id, by: desk.drafterOfOnePlan)
        #expect(try await desk.desk.pending(by: desk.noor).map(\.id) == [id])
        try await desk.desk.discard(id, by: desk.noor)
        #expect(try await desk.desk.pending(by: desk.noor).isEmpty)
        #expect(try desk.world.repositories.planIDs().isEmpty)
    }

    @Test func whoMayNotStartPlansIsToldNothing() async throws {
        let desk = try await desk()
        for reader in [desk.bas, .visitor] {
            let error = try await refusal {
                try await desk.desk.take(FileSamples.docx, called: "a.docx", requestID: "in", by: reader)
            }
            #expect(error?.code == .notFound)
        }
    }

    @Test func whoWritesInOneOtherPlanStartsAPlanAndBecomesItsEditor() async throws {
        let desk = try await desk()
        let otto = desk.drafterOfOnePlan
        let id = try await desk.desk.take(FileSamples.docx, called: "a.docx", requestID: "in", by: otto)
        let plan = try await desk.desk.start(
            id, as: "uitvoeringsplan", title: "Nieuw park", summary: "a", requestID: "r", by: otto)
        let person = try #require(otto.person)
        let appointments = try await desk.world.store.appointments(of: person.id)
        #expect(appointments.contains { $0.plan == plan && $0.role == .editor })
    }

    @Test func theSameRequestTakesInAndStartsOnce() async throws {
        let desk = try await desk()
        let document = FileSamples.docx
        let id = try await desk.desk.take(document, called: "a.docx", requestID: "in", by: desk.noor)
        #expect(try await desk.desk.take(document, called: "a.docx", requestID: "in", by: desk.noor) == id)
        #expect(try await desk.desk.pending(by: desk.noor).count == 1)
        var plans: [PlanID] = []
        for _ in 0..<2 {
            plans.append(
                try await desk.desk.start(
                    id, as: "uitvoeringsplan", title: nil, summary: "a", requestID: "r", by: desk.noor))
        }
        #expect(plans[0] == plans[1])
        #expect(try desk.world.repositories.planIDs().count == 1)
    }

    @Test func whatNobodyFinishesIsForgotten() async throws {
        let desk = try await desk()
        _ = try await desk.desk.take(FileSamples.docx, called: "oud.docx", requestID: "in", by: desk.noor)
        desk.world.clock.advance(days: 31)
        _ = try await desk.desk.take(FileSamples.docx, called: "nieuw.docx", requestID: "later", by: desk.noor)
        #expect(try await desk.desk.pending(by: desk.noor).map(\.fileName) == ["nieuw.docx"])
    }
}
