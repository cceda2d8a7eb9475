import Foundation
import Phrases
import PlanDomain
import Testing
import Workflow

@testable import Web

@Suite("What pages say")
struct PageContentTests {
    let world: LittleWorld
    let dutch: Phrases
    let english: Phrases

    init() throws {
        world = try LittleWorld()
        dutch = try ProjectFiles.phrasebook().phrases(in: .nl)
        english = try ProjectFiles.phrasebook().phrases(in: .en)
    }

    /// One act of each kind that the register knows.
    static let payloads: [ActPayload] = [
        .planStarted(workflow: "plan-van-aanpak", version: 1), .workflowChanged(workflow: "anders", version: 2),
        .roundOpened(
            round: "1", audience: LocalizedText(nl: "inwoners"), from: CalendarDate(iso8601: "2023-05-01")!,
            until: CalendarDate(iso8601: "2023-06-01")!),
        .roundExtended(round: "1", until: CalendarDate(iso8601: "2023-06-12")!), .roundClosed(round: "1"),
        .meetingHeld(meeting: "partners", body: nil), .meetingHeld(meeting: "raad", body: .raad),
        .stageMoved(from: "draft", to: "decide"), .sentBack(from: "decide", to: "draft"),
        .signedOff(step: "portfolio-holder", verdict: .notAgreed), .scheduled(body: .college, meeting: nil),
        .disclosureChosen(Disclosure(.openInPart, ground: "5.1 lid 2 e", wording: "Deels openbaar.")),
        .decided(body: .raad, points: [PointResult(point: 1, outcome: .deferred)]), .finalReleased,
        .conditionFulfilled(condition: "publicatie"), .published,
        .gateOverridden(stage: "draft", condition: "sections-have-text"), .stepSkipped(step: "asked:4"),
        .adviserAsked(track: "sign-off", function: "Controller"), .held, .resumed,
        .keyRotated(from: "SHA256:a", to: "SHA256:b"),
        .keyRevoked(fingerprint: "SHA256:a"), .dispositionAdopted(input: "INB-0042", seal: "0f1e"),
    ]

    @Test func everyKindOfActIsASentenceInBothLanguages() {
        #expect(Set(Self.payloads.map(\.kind)) == Set(ActKind.allCases))
        for phrases in [dutch, english] {
            for payload in Self.payloads {
                let sentence = ActSentence(entry(payload), definition: world.definition, phrases: phrases)
                #expect(!sentence.text.contains("⟦"), "\(payload)")
                #expect(!sentence.details.contains { $0.contains("⟦") }, "\(payload)")
                #expect(sentence.text.first?.isUppercase == true, "\(sentence.text)")
            }
        }
    }

    @Test func anActNamesItsSectionsUpToFour() {
        func text(_ titles: [String]) -> String {
            let entry = entry(.stageMoved(from: "draft", to: "decide"), titles: titles)
            return ActSentence(entry, definition: world.definition, phrases: dutch).text
        }
        #expect(text([]) == "Griffier bracht het hele plan van ‘Opstellen’ naar ‘Besluit B&W’.")
        #expect(text(["1.1 A", "1.2 B"]) == "Griffier bracht ‘1.1 A’ en ‘1.2 B’ van ‘Opstellen’ naar ‘Besluit B&W’.")
        #expect(text(["1", "2", "3", "4", "5"]).contains("5 secties"))
    }

    private func entry(_ payload: ActPayload, titles: [String] = []) -> RegisterView.Entry {
        let first = world.acts[0]
        let act = Act(
            id: first.id, sequence: 1, payload: payload, sections: [], text: first.text, textTree: first.textTree,
            author: Author(function: "Griffier", role: .clerk, pseudonym: "p"), onBehalfOf: nil, date: nil,
            recordedAt: first.recordedAt, reasonHash: nil, workflowDigest: "", requestID: "")
        return RegisterView.Entry(act: act, reason: nil, sectionTitles: titles)
    }

    @Test func sixtySectionsFitOnThePageOfAPlan() throws {
        let definition = try ProjectFiles.workflow("meerjarenbeleidsplan")
        let many = try plan(sections: 60, definition)
        let shelf = try ProjectFiles.templates()
        let page = PlanPage(
            many, documents: [], acts: [], phrases: dutch)
        let bytes = try shelf.render(page, in: .nl)
        #expect(bytes.count < 90_000)
        let html = String(decoding: bytes, as: UTF8.self)
        #expect(html.matches(of: /<th scope="row">/).count == 60)
        #expect(html.matches(of: /<td class="here">/).count == 60)
    }

    private func plan(sections count: Int, _ definition: WorkflowDefinition) throws -> PlanView {
        var facts = PlanFacts()
        facts.sections = (1...count).map {
            SectionFact(id: "s-\($0)", title: "Sectie \($0)", owner: nil, hasText: false)
        }
        facts.acts = []
        let standing = WorkflowEngine(definition).standing(of: facts, on: world.today)
        let base = world.projected
        let sections = (1...count).map { number in
            ProjectedSection(
                id: LittleWorld.section("s-\(number)"), chapter: "h-\((number - 1) / 10)", chapterTitle: "Hoofdstuk",
                chapterNumber: "\((number - 1) / 10)", title: "Sectie met een langere titel \(number)",
                number: "1.\(number)",
                owner: nil, hasText: false, words: 0, stage: definition.firstStage.id)
        }
        let projected = ProjectedPlan(
            id: base.id, heads: base.heads, metadata: base.metadata, stage: definition.firstStage.id,
            stageLabel: definition.firstStage.label, typeLabel: definition.label, sections: sections, texts: [],
            versions: [])
        return PlanView(
            projected: projected, definition: definition, standing: standing,
            gate: WorkflowEngine(definition).gate(leaving: definition.firstStage.id, of: facts, on: world.today),
            organisations: [], predecessor: nil, successors: [])
    }

    @Test func aPlanThatWasNotStartedSaysSo() throws {
        let view = try plan(sections: 3, ProjectFiles.workflow("meerjarenbeleidsplan"))
        #expect(
            StandingSentence(view, phrases: dutch).text == "Dit plan wordt voorbereid. Het is nog niet gestart.")
    }

    @Test func aLongHistoryShowsTheNewestAndTheFirst() async throws {
        let view = try await LittleReading(world: world).section(
            LittleWorld.section("aanleiding"), of: LittleWorld.plan, at: nil)
        let changes = (1...100).reversed().map { number in
            Change(
                id: LittleWorld.commit(number), parent: nil, author: world.changes[0].author,
                madeAt: LittleWorld.day(1),
                summary: "Wijziging \(number)", nature: .editorial, inputs: [], sections: [], documents: [],
                touchesMetadata: false)
        }
        let long = SectionView(
            plan: view.plan, section: view.section, place: view.place, commit: LittleWorld.commit(100), isCurrent: true,
            changes: changes, stage: view.stage, stageLabel: view.stageLabel, previous: nil, next: nil)
        let history = SectionHistory(long, phrases: dutch)
        #expect(history.rows.count == 40)
        #expect(history.rows.last?.summary == "Wijziging 1")
        #expect(history.rows.filter(\.isNew).map(\.summary) == ["Wijziging 100"])
        #expect(history.rows.filter(\.isOld).map(\.summary) == ["Wijziging 99"])
        #expect(history.omitted == "60 oudere versies staan hier niet.")
    }

    @Test func everyAddressIsOneThatTheRouterKnows() {
        let plan = LittleWorld.plan
        let section = LittleWorld.section("aanleiding")
        let commit = LittleWorld.commit(1)
        let addresses: [SiteAddress] = [
            .plans, .plan(plan), .text(plan), .section(plan, section, at: commit), .comparisonForm(plan, section),
            .comparison(plan, section, from: commit, to: commit), .acts(plan), .act(plan, 3), .documents(plan),
            .document(plan, "nota", at: "besluitversie/1"), .workflow(plan), .about, .language, .health,
            .asset(hash: "0", name: "a b.css"),
        ]
        let table = RouteTable([
            .plans, .plan, .text, .section, .comparison, .acts, .documents, .document, .workflow, .about, .language,
            .health, .asset,
        ])
        let routes = addresses.map { address in
            let path = address.path.prefix { $0 != "?" && $0 != "#" }
            return table.route(.get, at: path) ?? table.route(.post, at: path)
        }
        #expect(!routes.contains(nil))
        #expect(Set(routes.compactMap { $0 }) == Set(table.routes))
        #expect(SiteAddress.document(plan, "nota", at: "v/1&x").path.hasSuffix("/stukken/nota?bij=v%2F1%26x"))
        #expect(table.route(.get, at: "/plannen/x/onbekend") == nil)
    }
}
