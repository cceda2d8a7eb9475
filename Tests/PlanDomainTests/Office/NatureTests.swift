import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// What the words of a change allow it to be called, and what else a save may not do.
@Suite struct NatureTests {
    static let old = "Het doel is een veilige wijk.\nDe gemeente werkt niet alleen.\nVan der Meer krijgt 10 euro.\n"

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let nature: ChangeNature
        let body: String
        let key: String?

        init(_ nature: ChangeNature, _ from: String, _ to: String, _ key: String?) {
            body = NatureTests.old.replacing(from, with: to)
            (self.nature, self.key) = (nature, key)
            testDescription = "\(nature.rawValue): \(from) becomes \(to)"
        }
    }

    static let cases = [
        Case(.typographic, "veilige wijk", "veilige  *wijk*", nil),
        Case(.typographic, "wijk.", "wijk!", nil),
        Case(.typographic, "een veilige", "een fijne", "text.typographic-changes-words"),
        Case(.typographic, "10", "11", "text.nature-numbers"),
        Case(.typographic, "niet alleen", "wel alleen", "text.nature-negations"),
        Case(.typographic, "Van der Meer", "Van der Meel", "text.nature-names"),
        Case(.editorial, "een veilige", "een mooie", nil),
        Case(.editorial, "10", "100", "text.nature-numbers"),
        Case(.editorial, "werkt niet", "werkt", "text.nature-negations"),
        Case(.editorial, "veilige", "onveilige", "text.nature-negations"),
        Case(.editorial, "Meer", "Berg", "text.nature-names"),
        Case(.editorial, "wijk.", "wijk, zie [hier](https://example.org).", "text.nature-destinations"),
        Case(.structural, "een veilige", "een mooie", "text.structure-changes-words"),
        Case(.structural, "wijk.\nDe", "wijk.\n\nDe", nil),
        Case(.substantive, "10", "1.000", nil),
    ]

    @Test(arguments: cases)
    func natureMustFitTheWords(_ claim: Case) async throws {
        let world = try World()
        let plan = try await world.startPlan(.sample().with("doel", body: Self.old))
        let before = try await Snapshot(world, plan)
        let error = try await refusal {
            try await world.save(in: plan, nature: claim.nature) { $0 = $0.with("doel", body: claim.body) }
        }
        #expect(error?.reason.key == claim.key)
        if claim.key != nil {
            #expect(error?.code == .invalid)
            #expect(try await Snapshot(world, plan) == before)
        } else {
            let change = try #require(try await world.store.changes(of: plan, section: .named("doel")).first)
            #expect(change.nature == claim.nature)
        }
    }

    @Test func movingSectionsIsAChangeOfStructure() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let change = try await world.save(in: plan, nature: .structural) { $0.chapters[0].sections.swapAt(0, 1) }
        #expect(change.touchesMetadata)
        #expect(change.sections.isEmpty)
    }

    @Test func decisionPointsAndTextsOfTheNotaCountForTheNature() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let point = try await refusal {
            try await world.save(in: plan, nature: .typographic) {
                $0.metadata.nota.decisionPoints[0] = "Het plan niet vast te stellen."
            }
        }
        #expect(point?.reason.key == "text.nature-negations")
        let text = try await refusal {
            try await world.save(in: plan, nature: .editorial) { $0.documents[0].parts[0].body = "Het kost 5 euro.\n" }
        }
        #expect(text?.reason.key == "text.nature-numbers")
    }

    @Test func textThatWentToTheBoardStandsStill() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        try await world.bringToBoard(plan)
        let before = try await Snapshot(world, plan)
        let error = try await refusal {
            try await world.save(in: plan, nature: .typographic) { $0 = $0.with("doel", body: "Anders.\n") }
        }
        #expect(error?.code == .conflict)
        #expect(error?.reason.key == "refusal.text-frozen")
        #expect(try await Snapshot(world, plan) == before)
        try await world.record(
            .sentBack(from: "decide", to: "draft"), in: plan, by: Cast.secretary, reason: "Het doel ontbreekt")
        try await world.save(in: plan) { $0 = $0.with("doel", body: "Anders.\n") }
    }

    @Test func idOfARemovedSectionIsNotGivenOutAgain() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let removed = try await world.save(in: plan) { $0.chapters[0].sections.remove(at: 1) }
        #expect(removed.sections.map(\.kind) == [.removed])
        #expect(try await world.text(of: plan).retired == [.named("doel")])
        let error = try await refusal {
            try await world.save(in: plan) { $0.chapters[0].sections.append(.sample("doel", "Doel", "Terug.\n")) }
        }
        #expect(error?.reason.key == "text.section-id-retired")
        let forgotten = try await refusal {
            try await world.save(in: plan) { text in
                text.retired = []
                text.chapters[0].sections.append(.sample("doel", "Doel", "Terug.\n"))
            }
        }
        #expect(forgotten?.reason.key == "text.section-id-retired")
    }

    @Test(arguments: ["Tekst.\n\n```\nopen codeblok\n", "Tekst.\n\n<!-- open commentaar\n", "<script>\nopen\n"])
    func textThatWouldTakeTheNextHeadingAlongIsRefused(_ body: String) async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let error = try await refusal { try await world.save(in: plan) { $0 = $0.with("doel", body: body) } }
        #expect(error?.reason == Reason("text.runs-on", ["section": .text("doel")]))
    }

    @Test func savedTextIsTidied() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        try await world.save(in: plan) { text in
            text = text.with("doel", body: "\r\n\nEen zin. Nog een zin.\r\n\n\n")
            text.chapters[0].sections[1].heading?.title = " Een  doel\nin twee regels "
        }
        let section = try #require(try await world.text(of: plan).section(.named("doel")))
        #expect(section.body == "Een zin.\nNog een zin.\n")
        #expect(section.heading?.title == "Een doel in twee regels")
    }

    @Test func saveNeedsASummaryAndTheTextItWasMadeOn() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let first = try await world.office.heads(of: plan).text
        let silent = try await refusal {
            try await world.save(in: plan, summary: " ") { $0 = $0.with("doel", body: "Anders.\n") }
        }
        #expect(silent?.reason.key == "text.no-summary")
        try await world.save(in: plan) { $0 = $0.with("doel", body: "Anders.\n") }
        let edit = TextEdit(
            text: .sample(), author: Cast.drafter, madeAt: world.clock.now, summary: "Oud", nature: .substantive)
        let late = try await refusal { try await world.office.save(edit, in: plan, basedOn: first) }
        #expect(late?.reason.key == "text.moved-on")
    }
}
