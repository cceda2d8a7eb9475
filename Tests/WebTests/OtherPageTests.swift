import Phrases
import PlanDomain
import Testing
import Workflow

@testable import Web

@Suite("The other pages")
struct OtherPageTests {
    let world: LittleWorld
    let reading: LittleReading
    let phrases: Phrases

    init() throws {
        world = try LittleWorld()
        reading = LittleReading(world: world)
        phrases = try ProjectFiles.phrasebook().phrases(in: .nl)
    }

    @Test func theWholeTextHasEverySectionInOrderWithItsNumber() async throws {
        let dossier = try await reading.dossier(of: LittleWorld.plan, at: .present)
        let passages = SectionPassages(cache: ByteCache(limit: 100_000), phrases: phrases)
        let page = PlanTextPage(dossier, phrases: phrases) {
            passages.markup(of: $0, in: LittleWorld.plan, at: dossier.commit, asPart: true, annexes: [])
        }
        #expect(page.chapters.map(\.title) == ["1 Waarom een plan?", "2 De inhoudelijke opgave"])
        #expect(
            page.chapters.flatMap(\.sections).map(\.title) == [
                "1.1 Aanleiding", "1.2 De context van landelijk beleid", "2.1 Missie en visie", "Bijlage",
            ])
        #expect(page.chapters.flatMap(\.sections).map(\.passage) == [0, 1, nil, 2])
        #expect(page.passages.count == 3)
        #expect(page.passages[0].renderText.contains("<h4 id=\"aanleiding-proces\">"))
    }

    @Test func frozenVersionsListTheirDocumentsNewestFirst() {
        let base = world.projected
        let plan = ProjectedPlan(
            id: base.id, heads: base.heads, metadata: base.metadata, stage: base.stage, stageLabel: base.stageLabel,
            typeLabel: base.typeLabel, sections: [], texts: [],
            versions: [1, 2].map { VersionTag(tag: "besluitversie/\($0)", text: LittleWorld.commit($0), act: $0) })
        let page = DocumentListPage([DocumentListing(name: "nota", title: "Nota")], of: plan, phrases: phrases)
        #expect(page.versions.map(\.tag) == ["besluitversie/2", "besluitversie/1"])
        #expect(page.versions[0].act.path == "/plannen/veiligheid-2024-2027/handelingen#handeling-2")
        #expect(
            page.versions[0].documents.map(\.address.path)
                == ["/plannen/veiligheid-2024-2027/stukken/nota?bij=besluitversie%2F2"])
        #expect(page.documents.map(\.address.path) == ["/plannen/veiligheid-2024-2027/stukken/nota"])
    }

    @Test func theProcedureIsThereAsAPictureAndInWords() async throws {
        let view = try await reading.plan(LittleWorld.plan)
        let page = MethodPage(view, phrases: phrases)
        #expect(page.stages.map(\.isCurrent) == [false, true, false])
        #expect(page.stages.map(\.number) == [1, 2, 3])
        let picture = page.passages[0].renderText
        #expect(picture.hasPrefix("<svg"))
        #expect(!picture.contains("style=") && !picture.contains("<script"))
        let words = page.stages.flatMap { $0.tracks.flatMap { $0.steps.map(\.text) } }
        #expect(words.contains { $0.contains("Paraaf portefeuillehouder") })
    }

    @Test func anOlderVersionSaysSoAndBearsNoNumber() async throws {
        let section = LittleWorld.section("aanleiding")
        let old = try await reading.section(section, of: LittleWorld.plan, at: LittleWorld.commit(2))
        let present = try await reading.section(section, of: LittleWorld.plan, at: nil)
        #expect(old.printedTitle == "Aanleiding")
        #expect(present.printedTitle == "1.1 Aanleiding")
        let history = SectionHistory(old, phrases: phrases)
        #expect(history.rows.filter(\.isNew).map(\.commit) == [LittleWorld.commit(2)])
        #expect(history.rows.filter(\.isOld).map(\.commit) == [LittleWorld.commit(1)])
    }

    /// The first version has none before it: the form starts with the first two.
    @Test func theFirstVersionIsComparedWithTheSecond() async throws {
        let first = try await reading.section(
            LittleWorld.section("aanleiding"), of: LittleWorld.plan, at: LittleWorld.commit(1))
        let history = SectionHistory(first, phrases: phrases)
        #expect(history.rows.filter(\.isNew).map(\.commit) == [LittleWorld.commit(2)])
        #expect(history.rows.filter(\.isOld).map(\.commit) == [LittleWorld.commit(1)])
    }

    @Test func comparingAVersionWithItselfSaysThatNothingChanged() async throws {
        let commit = LittleWorld.commit(4)
        let same = try await reading.comparison(
            of: LittleWorld.section("context"), in: LittleWorld.plan, from: commit, to: commit)
        let page = ComparisonPage(same, phrases: phrases)
        #expect(page.isUnchanged)
        #expect(page.statistics == "6 woorden bleven gelijk.")
    }

    @Test func statisticsAreASentence() async throws {
        let comparison = try await reading.comparison(
            of: LittleWorld.section("aanleiding"), in: LittleWorld.plan, from: LittleWorld.commit(2),
            to: LittleWorld.commit(3))
        let page = ComparisonPage(comparison, phrases: phrases)
        #expect(page.statistics.contains("toegevoegd en 1 woord weggehaald; "))
        #expect(page.titleChange?.old == "Aanleiding en doel")
    }

    @Test func wordsOfAChangeSayWhetherItIsNewOrGone() {
        func text(_ kind: SectionChange.Kind) -> String {
            let section = LittleWorld.section("x")
            let change = Change(
                id: LittleWorld.commit(1), parent: nil, author: world.changes[0].author, madeAt: LittleWorld.day(1),
                summary: "", nature: .editorial, inputs: [],
                sections: [SectionChange(section: section, kind: kind, wordsAdded: 1_200, wordsRemoved: 3)],
                documents: [],
                touchesMetadata: false)
            return ChangedWords(change, section: section).text(phrases)
        }
        #expect(text(.changed) == "+1.200 / −3")
        #expect(text(.added) == "nieuw, +1.200 / −3")
        #expect(text(.removed) == "weggehaald, +1.200 / −3")
    }

    @Test func theListOfPlansNamesStageSizeAndLastChange() async throws {
        let page = PlanListPage(try await reading.plans(), municipality: "Deventer", phrases: phrases)
        let row = try #require(page.rows.first)
        #expect(row.stage == "Besluit B&W")
        #expect(row.size == "4 secties")
        #expect(row.changed == "4 juni 2023")
        #expect(PlanListPage([], municipality: "Deventer", phrases: phrases).rows.isEmpty)
    }
}
