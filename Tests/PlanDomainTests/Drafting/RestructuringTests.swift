import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// Changing the structure from the desk, bringing back old text, and answering once when the power goes.
@Suite struct RestructuringTests {
    private func structure(
        _ edit: StructureEdit, in world: DeskWorld, shown: CommitID? = nil, nature: ChangeNature? = nil,
        request: String = "opbouw"
    ) async throws -> StructureSave {
        let head = try await world.head()
        return StructureSave(
            plan: world.plan, edit: edit, shown: shown ?? head, summary: "Betere opbouw", nature: nature,
            requestID: request)
    }

    @Test(arguments: [
        (StructureEdit.stepSection(.named("doel"), .up), ChangeNature.structural),
        (.mergeSection(.named("aanleiding")), .structural),
        (.splitSection(.named("doel"), line: 2, title: "Samen"), .substantive),
        (.addSection(title: "Geld", chapter: "aanpak", index: nil, owner: nil), .substantive),
        (.renameSection(.named("doel"), title: "Doelen"), .substantive),
        (.setOwner(.named("doel"), function: "Adviseur"), .structural),
        (.removeSection(.named("doel")), .substantive), (.stepChapter("aanpak", .up), .structural),
        (.addChapter(title: "Geld", index: 0), .substantive), (.renameChapter("aanpak", title: "Zo"), .substantive),
        (.moveSection(.named("doel"), chapter: "aanpak", index: 0), .structural),
    ])
    func theWordsSayWhatNatureAChangeOfStructureHas(_ edit: StructureEdit, _ nature: ChangeNature) async throws {
        let world = try await DeskWorld()
        let change = try await world.desk.restructure(try await structure(edit, in: world), by: world.noor)
        #expect(change.nature == nature)
    }

    @Test func aStructureThatIsPostedTwiceIsMadeOnce() async throws {
        let world = try await DeskWorld()
        let edit = StructureEdit.addSection(title: "Geld", chapter: "aanpak", index: 0, owner: nil)
        let work = try await structure(edit, in: world)
        let first = try await world.desk.restructure(work, by: world.noor)
        #expect(try await world.desk.restructure(work, by: world.noor) == first)
        #expect(try await world.world.text(of: world.plan).sections.count == 4)
    }

    @Test(arguments: [
        StructureEdit.removeSection(.named("doel")), .splitSection(.named("doel"), line: 2, title: "Samen"),
        .mergeSection(.named("aanleiding")),
    ])
    func wordsThatNobodySawAreNotHandled(_ edit: StructureEdit) async throws {
        let world = try await DeskWorld()
        let shown = try await world.head()
        _ = try await world.desk.save(try await world.work("Nieuwe woorden.\nEn nog een zin.\n"), by: world.bas)
        let error = try await refusal {
            try await world.desk.restructure(try await structure(edit, in: world, shown: shown), by: world.noor)
        }
        #expect(error?.reason.key == "text.moved-on")
        #expect(try await world.body() == "Nieuwe woorden.\nEn nog een zin.\n")
    }

    @Test func whatOthersWroteMeanwhileStays() async throws {
        let world = try await DeskWorld()
        let shown = try await world.head()
        _ = try await world.desk.save(try await world.work("Nieuwe woorden.\n"), by: world.bas)
        let move = StructureEdit.moveSection(.named("doel"), chapter: "aanpak", index: 0)
        try await world.desk.restructure(try await structure(move, in: world, shown: shown), by: world.noor)
        let text = try await world.world.text(of: world.plan)
        #expect(text.chapters[1].sections.map(\.id.rawValue) == ["doel", "acties"])
        #expect(text.section(.named("doel"))?.body == "Nieuwe woorden.\n")
    }

    @Test func anOldTextIsLaidOnTheDeskAndComesBackWhenSaved() async throws {
        let world = try await DeskWorld()
        let (old, before) = (try #require(try await world.body()), try await world.head())
        _ = try await world.desk.save(try await world.work("Anders.\n"), by: world.bas)
        let tab = try DeskWorld.tab("terug")
        let draft = try await world.desk.restore(DeskWorld.doel, of: world.plan, from: before, tab: tab, by: world.noor)
        #expect(draft.text == old)
        #expect(draft.base == (try await world.head()))
        #expect(try await world.drafts(of: world.noor) == [old])
        #expect(try await world.body() == "Anders.\n")
        let work = try await world.work(draft.text, tab: "terug", version: 2)
        _ = try await world.desk.save(work, by: world.noor)
        #expect(try await world.body() == old)
        let taken = try await refusal {
            try await world.desk.restore(DeskWorld.doel, of: world.plan, from: before, tab: tab, by: world.noor)
        }
        #expect(taken?.reason.key == "draft.tab-taken")
    }

    @Test func anOldTextIsFoundUnderTheIDThatItHadThen() async throws {
        let world = try await DeskWorld()
        let (old, before) = (try #require(try await world.body()), try await world.head())
        let split = StructureEdit.splitSection(.named("doel"), line: 2, title: "Samen")
        try await world.desk.restructure(try await structure(split, in: world), by: world.noor)
        let draft = try await world.desk.restore(
            .section(.named("samen")), of: world.plan, from: before, tab: try DeskWorld.tab(), by: world.noor)
        #expect(draft.text == old)
    }

    /// The power goes between git and the store: the same form, posted again, finds what it made.
    @Test func whatWasWrittenBeforeThePowerWentIsNotWrittenAgain() async throws {
        let base = try await DeskWorld()
        let desk = DraftingDesk(
            office: base.world.office, drafts: ForgetfulStore(store: base.world.store), people: base.world.store)
        let work = try await base.work("Anders.\n")
        await #expect(throws: ForgetfulStore.PowerCut.self) { try await desk.save(work, by: base.noor) }
        #expect(try await base.changeCount() == 2)
        #expect(try await base.drafts(of: base.noor) == ["Anders.\n"])
        let add = StructureEdit.addSection(title: "Geld", chapter: "aanpak", index: 0, owner: nil)
        let structure = try await structure(add, in: base)
        await #expect(throws: ForgetfulStore.PowerCut.self) { try await desk.restructure(structure, by: base.noor) }

        _ = try await base.world.save(in: base.plan, by: Cast.editor) { $0 = $0.with("acties", body: "Later.\n") }
        #expect(try await base.desk.save(work, by: base.noor).change?.summary == work.summary)
        #expect(try await base.desk.restructure(structure, by: base.noor).summary == "Betere opbouw")
        #expect(try await base.changeCount() == 4)
        #expect(try await base.drafts(of: base.noor).isEmpty)
        #expect(try await base.world.text(of: base.plan).sections.count == 4)
    }

    @Test func aRequestThatWroteNothingBeforeThePowerWentIsWrittenThen() async throws {
        let world = try await DeskWorld()
        let work = try await world.work("Anders.\n", request: "r")
        let edit = StructureEdit.addSection(title: "Geld", chapter: "aanpak", index: 0, owner: nil)
        let structure = try await structure(edit, in: world)
        let noted = TextRequest(id: structure.requestID, parent: try await world.head(), notedAt: world.world.clock.now)
        try await world.world.store.note(noted, in: world.plan)
        _ = try await world.desk.save(work, by: world.bas)
        try await world.desk.restructure(structure, by: world.noor)
        #expect(try await world.world.text(of: world.plan).sections.count == 4)
    }
}

/// A store whose power goes when an answer is noted, after git has it.
private struct ForgetfulStore: DraftStore {
    struct PowerCut: Error {}

    let store: any DraftStore

    func finish(
        _ request: String, in plan: PlanID, with change: CommitID, closing place: DraftPlace?, at moment: Date
    ) async throws { throw PowerCut() }

    func keep(_ draft: Draft, reopening: Bool) async throws -> DraftKeeping {
        try await store.keep(draft, reopening: reopening)
    }
    func drafts(of person: PersonID, in plan: PlanID) async throws -> [Draft] {
        try await store.drafts(of: person, in: plan)
    }
    func draft(at place: DraftPlace) async throws -> Draft? { try await store.draft(at: place) }
    func close(_ place: DraftPlace, at moment: Date) async throws { try await store.close(place, at: moment) }
    func note(_ editing: Editing, in plan: PlanID) async throws { try await store.note(editing, in: plan) }
    func endEditing(of subject: DraftSubject, in plan: PlanID, by person: PersonID) async throws {
        try await store.endEditing(of: subject, in: plan, by: person)
    }
    func editing(in plan: PlanID, since moment: Date) async throws -> [Editing] {
        try await store.editing(in: plan, since: moment)
    }
    func note(_ request: TextRequest, in plan: PlanID) async throws { try await store.note(request, in: plan) }
    func request(_ id: String, in plan: PlanID) async throws -> TextRequest? { try await store.request(id, in: plan) }
}
