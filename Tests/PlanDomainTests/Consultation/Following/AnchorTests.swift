import PlanDomain
import TestSupport
import Testing
import Workflow

/// A passage that somebody reacted to is followed through every change, or a person is asked.
@Suite struct AnchorTests {
    private static let body = """
        Wij maken de wijk samen veilig en gastvrij voor iedereen.
        De politie en de boa's lopen elke avond een ronde door het centrum.
        Ondernemers melden overlast bij één loket van de gemeente.

        De jongerenwerkers spreken jongeren aan op straat en bij hen thuis.
        Elk kwartaal praten wij met de horeca over de drukte in het weekend.

        """
    private static let quote = "De politie en de boa's lopen elke avond een ronde door het centrum."

    /// With one input about the quote, in the section `doel`.
    private func followed(_ quote: String = quote, body: String = body) async throws -> (Hearing, InputNumber) {
        let hearing = try await Hearing()
        try await hearing.world.save(in: hearing.plan) { $0 = $0.with("doel", body: body) }
        let round = try await hearing.openRound()
        let written = WrittenInput(
            kind: .remark, section: .named("doel"), passage: Passage(quote: quote), text: "Ook overdag?")
        return (hearing, try #require(try await hearing.send([written], in: round, by: hearing.police).first))
    }

    private func place(_ hearing: Hearing, _ number: InputNumber) async throws -> AnchorPlace {
        let room = AnchorRoom(hearing.world.office, store: hearing.world.store)
        return try #require(try await room.place(of: number, in: hearing.plan, for: hearing.handler))
    }

    /// The golden edits, each with the fate that it should have.
    @Test(arguments: [
        ("a typo", "elke avond een", "elke aavond een", AnchorPlace.State.placed),
        ("a tenth of its words", "een ronde door", "een rondje door", .placed),
        ("a third of its words", "lopen elke avond een ronde", "fietsen iedere nacht een ronde", .placed),
        (
            "two thirds of its words", quote, "Toezichthouders surveilleren iedere nacht te voet in het centrum.",
            .uncertain
        ),
        ("another sentence in front", "Wij maken", "Nieuw is dit: wij maken", .placed),
        ("its paragraph is taken out", quote + "\n", "", .orphaned),
        ("it is split in two", "boa's lopen elke", "boa's werken samen. Zij lopen elke", .placed),
    ])
    func aPassageIsFollowedOrMarked(_ edit: String, _ old: String, _ new: String, _ fate: AnchorPlace.State)
        async throws
    {
        let (hearing, number) = try await followed()
        #expect(try await place(hearing, number).state == .placed)
        let body = Self.body.replacing(old, with: new)
        #expect(body != Self.body)
        try await hearing.world.save(in: hearing.plan) { $0 = $0.with("doel", body: body) }
        let place = try await place(hearing, number)
        #expect(place.state == fate, "\(edit): \(place)")
        #expect(place.isAdrift == (fate == .uncertain || fate == .orphaned))
        #expect((place.changedBy != nil) == (fate != .placed))
    }

    @Test func aSentenceThatMovesTakesItAlong() async throws {
        let (hearing, number) = try await followed()
        let body = Self.body.replacing(Self.quote + "\n", with: "") + Self.quote + "\n"
        try await hearing.world.save(in: hearing.plan) { $0 = $0.with("doel", body: body) }
        let place = try await place(hearing, number)
        #expect(place.state == .moved && place.quote.exact == Self.quote && !place.isAdrift)
    }

    @Test func itGoesAlongToAnotherSection() async throws {
        let (hearing, number) = try await followed()
        let body = Self.body.replacing(Self.quote + "\n", with: "")
        try await hearing.world.save(in: hearing.plan) {
            $0 = $0.with("doel", body: body).with("acties", body: "Eerst dit. \(Self.quote)\n")
        }
        let place = try await place(hearing, number)
        #expect(place.state == .moved && place.section == .named("acties"))
    }

    @Test func splittingAndMergingSectionsTakesItAlong() async throws {
        let (hearing, number) = try await followed()
        let parts = Self.body.components(separatedBy: "\n\n")
        try await hearing.world.save(in: hearing.plan) { text in
            text = text.with("doel", body: "Wij beginnen opnieuw.\n")
            text.chapters[0].sections.append(Section(id: .named("doel-2"), heading: Heading("Vervolg"), body: parts[0]))
            text.lineage.splitFrom[.named("doel-2")] = .named("doel")
        }
        #expect(try await place(hearing, number).section == .named("doel-2"))
        try await hearing.world.save(in: hearing.plan) { text in
            text.chapters[0].sections.removeAll { $0.id == .named("doel-2") }
            text.lineage.mergedInto[.named("doel-2")] = .named("doel")
            text = text.with("doel", body: "Wij beginnen opnieuw.\n\n" + parts[0])
        }
        let place = try await place(hearing, number)
        #expect(place.section == .named("doel") && place.state == .moved && place.quote.exact == Self.quote)
    }

    @Test func whatIsPutBackIsFoundAgain() async throws {
        let (hearing, number) = try await followed()
        let without = Self.body.replacing(Self.quote + "\n", with: "")
        try await hearing.world.save(in: hearing.plan) { $0 = $0.with("doel", body: without) }
        #expect(try await place(hearing, number).isAdrift)
        try await hearing.world.save(in: hearing.plan) { $0 = $0.with("doel", body: Self.body) }
        let place = try await place(hearing, number)
        #expect(place.state == .moved && !place.isAdrift && place.quote.exact == Self.quote)
    }

    @Test func theTwinOfAPassageThatIsGoneIsNotTakenForIt() async throws {
        let twice =
            "Eerst praten wij met de wijk over de plannen. Dat kost tijd.\nDaarna praten wij met de wijk over geld.\n"
        let hearing = try await Hearing()
        try await hearing.world.save(in: hearing.plan) { $0 = $0.with("doel", body: twice) }
        let round = try await hearing.openRound()
        let passage = Passage(quote: "praten wij met de wijk over", prefix: "Eerst ", suffix: " de plannen")
        let written = WrittenInput(kind: .remark, section: .named("doel"), passage: passage, text: "Wanneer?")
        let number = try #require(try await hearing.send([written], in: round, by: hearing.police).first)
        try await hearing.world.save(in: hearing.plan) {
            $0 = $0.with("doel", body: "Dat kost tijd.\nDaarna praten wij met de wijk over geld.\n")
        }
        #expect(try await place(hearing, number).isAdrift)
    }

    /// Who carries an input out rewrites what it was about; nobody need be asked where that went.
    @Test func theChangeThatCarriesItOutSettlesItsPlace() async throws {
        let (hearing, number) = try await followed()
        let body = Self.body.replacing(Self.quote, with: "Toezicht is er dag en nacht.")
        try await hearing.world.save(in: hearing.plan, inputs: [number.description]) {
            $0 = $0.with("doel", body: body)
        }
        let place = try await place(hearing, number)
        #expect(place.settled == .carriedOut && !place.isAdrift)
    }

    @Test func aPersonSaysWhereItStandsAndThatHolds() async throws {
        let (hearing, number) = try await followed()
        let body = Self.body.replacing(Self.quote, with: "Toezichthouders surveilleren iedere nacht in het centrum.")
        try await hearing.world.save(in: hearing.plan) { $0 = $0.with("doel", body: body) }
        let room = AnchorRoom(hearing.world.office, store: hearing.world.store)
        let sight = try await room.sight(of: number, in: hearing.plan, for: hearing.handler)
        #expect(sight.was?.quote == Self.quote)
        let passage = Passage(quote: "Toezichthouders surveilleren iedere nacht")
        func decide(_ answer: AnchorAnswer, _ participant: Participant) async throws {
            try await room.decide(answer, of: number, in: hearing.plan, shown: sight.text, by: participant)
        }
        for outsider in [hearing.police, hearing.stranger, hearing.councillor] {
            let refused = try await refusal { try await decide(.gone, outsider) }
            #expect(refused?.code == .notFound)
        }
        let unknown = try await refusal {
            try await decide(.elsewhere(.named("doel"), Passage(quote: "staat er niet")), hearing.handler)
        }
        #expect(unknown?.reason.key == "input.passage-not-found")
        try await decide(.elsewhere(.named("doel"), passage), hearing.handler)
        let decided = try await place(hearing, number)
        #expect(decided.settled == .person && decided.quote.exact == passage.quote && !decided.isAdrift)
        try await hearing.world.office.reindex()
        #expect(try await place(hearing, number) == decided)
        let late = try await refusal {
            try await hearing.world.save(in: hearing.plan) { $0 = $0.with("acties", body: "Anders.\n") }
            try await decide(.gone, hearing.handler)
        }
        #expect(late?.code == .conflict)
    }
}
