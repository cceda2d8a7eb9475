import Phrases
import PlanDomain
import Testing
import Workflow

@testable import Web

@Suite("The page of a plan")
struct PlanPageTests {
    let world: LittleWorld
    let view: PlanView
    let phrases: Phrases

    init() async throws {
        world = try LittleWorld()
        view = try await LittleReading(world: world).plan(LittleWorld.plan)
        phrases = try ProjectFiles.phrasebook().phrases(in: .nl)
    }

    @Test func whatIsMissingComesFirstWithWhoMustAct() throws {
        let gate = try #require(view.gate)
        let summary = GateSummary(gate, in: view, phrases: phrases)
        let states = summary.lines.map(\.state)
        #expect(states == [.missing, .missing, .met])
        #expect(summary.heading == "Wat is er nodig om verder te gaan naar ‘Vastgesteld’?")
        #expect(summary.verdict == "Er ontbreken nog 2 dingen.")
        #expect(summary.lines[1].who == "Wie moet dit doen: bestuurssecretariaat of gemeentesecretaris.")
        #expect(
            summary.lines[1].reasons.map(\.text) == [
                "Het definitief akkoord op het besluit van het college ontbreekt nog."
            ])
        #expect(summary.lines[2].who == nil && summary.lines[2].reasons.isEmpty)
    }

    @Test func aConditionThatWasSetAsideStillSaysWhatWasMissing() throws {
        var facts = world.facts
        facts.acts = Array(facts.acts.prefix(2))
        let gate = try #require(WorkflowEngine(world.definition).gate(leaving: "draft", of: facts, on: world.today))
        let line = try #require(gate.line("sections-have-owner"))
        let shown = GateSummary.Line(line, phrases: phrases)
        #expect(shown.state == .overridden)
        #expect(shown.stateText == "Opzijgezet")
        #expect(shown.reasons.count == 1)
        #expect(shown.who == nil)
    }

    @Test func everyRowOfTheGridHasItsPlaceAndThePlaceIsSaidInWords() {
        let grid = StageGrid(view.projected, definition: world.definition, phrases: phrases)
        #expect(grid.stages.map(\.label) == ["Opstellen", "Besluit B&W", "Vastgesteld"])
        #expect(grid.chapters.map(\.title) == ["1 Waarom een plan?", "2 De inhoudelijke opgave"])
        #expect(grid.chapters.map(\.rows.count) == [2, 2])
        for row in grid.chapters.flatMap(\.rows) {
            #expect(row.cells.map(\.state) == [.passed, .here, .ahead])
            #expect(row.cells.map(\.text) == ["geweest", "staat hier", "nog niet"])
        }
        #expect(grid.chapters[1].rows[0].remark == "(nog geen tekst)")
        #expect(grid.counts.map(\.sections) == ["geen secties", "alle secties", "geen secties"])
    }

    @Test func sectionsInDifferentStagesAreToldApart() {
        let plan = view.projected
        let ahead = plan.sections.enumerated().map { index, section in
            ProjectedSection(
                id: section.id, chapter: section.chapter, chapterTitle: section.chapterTitle,
                chapterNumber: section.chapterNumber, title: section.title, number: section.number,
                owner: section.owner,
                hasText: section.hasText, words: section.words, stage: index == 0 ? "decide" : "draft")
        }
        let mixed = ProjectedPlan(
            id: plan.id, heads: plan.heads, metadata: plan.metadata, stage: "draft",
            stageLabel: LocalizedText(nl: "Opstellen"), typeLabel: plan.typeLabel, sections: ahead, texts: [],
            versions: [])
        let grid = StageGrid(mixed, definition: world.definition, phrases: phrases)
        #expect(grid.counts.map(\.sections) == ["1.2, 2.1 en Bijlage", "1.1", "geen secties"])
        let standing = StandingSentence(
            PlanView(
                projected: mixed, definition: world.definition, standing: view.standing, gate: nil, organisations: [],
                predecessor: nil, successors: []), phrases: phrases)
        #expect(standing.text == "Het plan staat in de fase ‘Opstellen’. Van de 4 secties is 1 al verder.")
    }

    @Test func fieldsWithoutAValueAreLeftOut() {
        var metadata = PlanMetadata(type: "x", title: "Plan")
        metadata.team = "Beleid"
        let base = view.projected
        let plan = ProjectedPlan(
            id: base.id, heads: base.heads, metadata: metadata, stage: base.stage, stageLabel: base.stageLabel,
            typeLabel: base.typeLabel, sections: [], texts: [], versions: [])
        #expect(PlanFact.all(of: plan, phrases: phrases).map(\.label) == ["Soort plan", "Team"])
        #expect(PlanFact.all(of: base, phrases: phrases).count == 7)
    }

    @Test func thePlanningComesBeforeTheDeadlinesThatFollowFromIt() {
        let rows = DeadlineRow.all(of: view, phrases: phrases)
        #expect(rows.map(\.label) == ["Vergadering van het college", "Stukken voor het college"])
        #expect(rows.map(\.date) == ["12 juni 2023", "7 juni 2023"])
        #expect(rows.map(\.state) == ["gepland", "gehaald"])
    }

    @Test func plansThatFollowAreNamedAsSuch() throws {
        let related = RelatedPlan.all(of: view, phrases: phrases)
        #expect(related.map(\.relation) == ["Vervolgd door:"])
        #expect(related.map(\.address.path) == ["/plannen/uitvoeringsplan-2025"])
    }

    @Test func stepsSayWhoMustActOrWhenItWasDone() throws {
        let tracks = view.standing.tracks.map { TrackSummary($0, phrases: phrases) }
        let step = try #require(tracks.first?.steps.last)
        #expect(step.label == "Paraaf portefeuillehouder")
        #expect(step.stateText == "Gedaan")
        #expect(step.who == nil)
        #expect(step.date == "8 juni 2023")
        let ahead = try #require(tracks.flatMap(\.steps).first { $0.state != .done })
        #expect(ahead.who?.isEmpty == false && ahead.date == nil)
    }
}

@Suite("The page of the register")
struct RegisterPageTests {
    let view: RegisterView
    let phrases: Phrases

    init() async throws {
        view = try await LittleReading(world: LittleWorld()).register(of: LittleWorld.plan)
        phrases = try ProjectFiles.phrasebook().phrases(in: .nl)
    }

    @Test func actsStandByDateInTheOrderOfTheRegister() {
        let page = RegisterPage(view, phrases: phrases)
        #expect(
            page.days.map(\.label) == [
                "1 juni 2023", "5 juni 2023", "6 juni 2023", "8 juni 2023", "Datum niet vermeld", "12 juni 2023",
            ])
        #expect(page.days.flatMap(\.acts).map(\.sequence) == ["1", "2", "3", "4", "5", "6", "7", "8"])
        #expect(page.count == "Er zijn 8 handelingen.")
    }

    @Test func aReasonIsShownWithheldOrNotThereAtAll() {
        let acts = RegisterPage(view, phrases: phrases).days.flatMap(\.acts)
        #expect(acts[1].reason == "De laatste sectie krijgt volgende week een steller.")
        #expect(!acts[1].isWithheld)
        #expect(acts[4].reason == nil && acts[4].isWithheld)
        #expect(acts[0].reason == nil && !acts[0].isWithheld)
    }

    @Test func anActLeadsToTheVersionThatItIsAbout() {
        let acts = RegisterPage(view, phrases: phrases).days.flatMap(\.acts)
        let commit = LittleWorld.commit(1)
        #expect(acts[0].text.path == "/plannen/veiligheid-2024-2027/secties/aanleiding?versie=\(commit)")
    }
}
