import Phrases
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// What the pages of a version say, out of values of a real plan.
@Suite("A version in words")
struct ReadingWordsTests {
    let phrases: Phrases
    let world: World

    init() throws {
        phrases = try ProjectFiles.phrasebook().phrases(in: .nl)
        world = try World()
    }

    private func visit(
        _ plan: PlanID, as reader: Participant, text: CommitID? = nil, takesWishes: Bool = true
    ) async throws -> ReadingVisit {
        let edition = try await world.council.edition(of: plan, at: text, for: reader)
        return ReadingVisit(
            place: ReadingPlace(plan: plan, text: text), edition: edition,
            access: try await world.council.access(to: plan, for: reader), participant: reader,
            wishesUntil: takesWishes ? world.clock.today.adding(days: 7) : nil)
    }

    private func person(_ role: Role, in plan: PlanID) throws -> Participant {
        let person = Person(
            id: try #require(PersonID("raadslid")), name: "Raadslid", mail: try #require(MailAddress("r@voorbeeld.nl")))
        return Participant(
            .person(person),
            appointments: [
                Appointment(
                    id: try #require(AppointmentID("raadslid-1")), person: person.id, role: role, function: "Raadslid",
                    plan: plan)
            ])
    }

    private func text(_ visit: ReadingVisit) -> ReadingTextPage {
        let passages = ReadingPassages(cache: ByteCache(limit: 100_000), phrases: phrases)
        return ReadingTextPage(visit, passages: passages, phrases: phrases)
    }

    @Test func aCouncillorGivesWishesBySectionAsLongAsThePlanLiesBeforeTheCouncil() async throws {
        let plan = try await world.deepenedPlan()
        try await world.decideAtBoard(plan, disclosing: Disclosure(.open))
        try await world.offer(plan)
        let councillor = try person(.councillor, in: plan)
        let head = try await world.office.heads(of: plan).text
        let offered = try await text(visit(plan, as: councillor)).chapters.flatMap(\.sections)
        #expect(
            offered.map(\.wish?.path)
                == ["aanleiding", "doel", "acties"].map { "/plannen/\(plan)/meedoen?sectie=\($0)&versie=\(head)" })
        let without = try await text(visit(plan, as: councillor, takesWishes: false))
        #expect(without.chapters.flatMap(\.sections).allSatisfy { $0.wish == nil })
        let front = try await ReadingPage(visit(plan, as: councillor), phrases: phrases)
        #expect(front.asked?.contains("wensen en aandachtspunten") == true)
        #expect(front.wishes.path == "/plannen/\(plan)/meedoen?versie=\(head)")
        let quiet = try await ReadingPage(visit(plan, as: councillor, takesWishes: false), phrases: phrases)
        #expect(quiet.asked == nil)
        let clerk = try person(.clerk, in: plan)
        let others = try await text(visit(plan, as: clerk)).chapters.flatMap(\.sections)
        #expect(others.allSatisfy { $0.wish == nil })
        try await world.councilDecides(.adopted, plan)
        try await world.settle(plan)
        let adopted = try await text(visit(plan, as: councillor)).chapters.flatMap(\.sections)
        #expect(adopted.count == 3 && adopted.allSatisfy { $0.wish == nil })
    }

    @Test func theWayToTheCouncilIsToldInOrder() async throws {
        let plan = try await CouncilPlan.play(in: world)
        let visit = try await visit(plan.id, as: .visitor)
        let origin = try await world.council.origin(of: plan.id, for: .visitor)
        let page = OriginPage(origin, visit, phrases: phrases)
        let sentences = page.moments.map(\.sentence)
        #expect(sentences.first == "De gemeente begon met dit plan.")
        #expect(sentences.contains("Het college nam een besluit."))
        #expect(sentences.contains("De raad nam een besluit."))
        #expect(sentences.last == "Het plan is af.")
        #expect(page.organisations.map(\.name) == ["Horeca", "Politie"])
        let change = try #require(page.changes?.sections.first)
        #expect(page.changes?.summary == "1 sectie werd anders.")
        #expect(change.kind == "gewijzigd" && change.words == "2 woorden toegevoegd")
        #expect(
            change.difference?.path
                == "\(plan.path)/lezen/doel/vergelijking?van=\(plan.offered)&tot=\(plan.adopted)")
        #expect(page.openness.first == "De tekst van deze versie is te lezen, op 1 deel na.")
        #expect(page.openness.contains { $0.contains("artikel 5.1 lid 2 i") })
        #expect(page.openness.last == "Raadsmededeling: te lezen.")
    }

    @Test func aRoundIsToldWithItsNumbersAndWhoWasSilent() throws {
        let round = ReadableVersion.Round(
            id: "partners", audience: LocalizedText(nl: "Partners"),
            from: try #require(CalendarDate(iso8601: "2023-06-05")),
            until: try #require(CalendarDate(iso8601: "2023-06-19")), isClosed: true)
        let tally = RoundTally(
            round: "partners",
            organisations: [
                OrganisationTally(organisation: Organisation(name: "Politie"), inputs: 3),
                OrganisationTally(organisation: Organisation(name: "Horeca"), inputs: 0),
            ], others: 1)
        let moment = OriginMoment(
            PlanOrigin.Moment(
                act: 2, day: round.from, event: .consulted(PlanOrigin.ConsultedRound(round: round, tally: tally))),
            phrases)
        #expect(moment.sentence.hasPrefix("De gemeente vroeg om reacties van: Partners. Dat kon van 5 juni 2023"))
        #expect(
            moment.details.map(\.text) == [
                "Er kwamen 4 reacties binnen.", "Politie: 3 reacties", "Horeca: gaf geen reactie",
                "Inwoners en anderen: 1 reactie",
            ])
    }

    @Test(arguments: [
        ("", ReadingSearchPage.Question.none), ("  ", .none), ("d", .tooShort), ("!?", .tooShort), (" a. ", .tooShort),
        ("de", .words), ("38b", .words),
    ])
    func aQuestionIsAskedOnlyWhenItHasLetters(text: String, question: ReadingSearchPage.Question) {
        #expect(ReadingSearchPage.Question(text) == question)
    }

    @Test func whatIsFoundIsMarkedAndCounted() async throws {
        let plan = try await CouncilPlan.play(in: world)
        let visit = try await visit(plan.id, as: .visitor)
        let hits = try await world.council.search(SearchQuery("groen"), in: plan.id, for: .visitor)
        let page = ReadingSearchPage(" groen", hits, visit, phrases: phrases)
        #expect(page.answer == "1 sectie gevonden met ‘groen’.")
        let hit = try #require(page.hits.first)
        #expect(hit.passage.filter(\.isFound).map(\.text) == ["groene"])
        #expect(hit.count == "1 keer in deze sectie")
        #expect(hit.address.path == "\(plan.path)/lezen/doel")
        #expect(ReadingSearchPage("", [], visit, phrases: phrases).answer == nil)
        #expect(ReadingSearchPage("x", [], visit, phrases: phrases).answer == "Typ minstens 2 letters of cijfers.")
    }

    @Test func aDecisionThatStaysClosedIsToldWithItsGround() throws {
        let date = try #require(CalendarDate(iso8601: "2023-06-12"))
        let page = WithheldPage(
            [WithheldDecision(body: .college, date: date, ground: "5.1 lid 2 e", act: 4)], phrases: phrases)
        #expect(page.rows.map(\.sentence) == ["Het college nam op 12 juni 2023 een besluit dat niet openbaar is."])
        #expect(
            page.rows.map(\.ground) == ["Grond: Wet open overheid, artikel 5.1 lid 2 e"])
    }

    @Test func anAddressKeepsVersionAndAudience() throws {
        let text = LittleWorld.commit(1)
        let place = ReadingPlace(plan: LittleWorld.plan, text: text, audience: .council)
        #expect(place.overview.path == "/plannen/\(LittleWorld.plan)?versie=\(text)&als=raad")
        #expect(place.wholeText(at: "doel").path.hasSuffix("/lezen?versie=\(text)&als=raad#sectie-doel"))
        for audience in ReadingAudience.allCases {
            let query = try QueryValues("als=\(ReadingPlace.name(of: audience))&versie=\(text)")
            let read = try ReadingPlace(LittleWorld.plan, query)
            #expect(read == ReadingPlace(plan: LittleWorld.plan, text: text, audience: audience))
        }
    }
}
