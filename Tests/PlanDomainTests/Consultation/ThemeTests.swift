import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// Themes come from the words, and hold once a person says so.
@Suite struct ThemeTests {
    private let hearing: Hearing
    private let desk: ThemeDesk
    private let numbers: [InputNumber]

    private static let texts = [
        "Auto's rijden te hard door de straat, leg drempels aan", "Het verkeer in onze straat rijdt te hard",
        "Leg een drempel in de straat, auto's rijden hard", "Vrachtverkeer door de straat maakt drempels nodig",
        "Meer bomen en struiken in het park", "Het park heeft bomen nodig, en onderhoud",
        "De bomen in het park zijn ziek", "Zaterdag was er muziek op het plein",
    ]

    init() async throws {
        hearing = try await Hearing()
        let round = try await hearing.openRound()
        desk = ThemeDesk(hearing.world.office, store: hearing.world.store)
        numbers = try await hearing.send(
            Self.texts.map { WrittenInput(kind: .general, text: $0) }, in: round, by: hearing.police)
    }

    private func view() async throws -> ThemesView { try await desk.view(of: hearing.plan, for: hearing.handler) }

    @Test func wordsThatManyUseProposeAThemeAndAPersonConfirmsIt() async throws {
        try await desk.propose(in: hearing.plan, by: hearing.handler)
        let proposed = try await view().lines(.proposed)
        let street = try #require(proposed.first { $0.theme.words.contains("straat") })
        #expect(Set(street.samples.map(\.number)).isSubset(of: numbers[0...3]) && street.count.proposed >= 3)
        let park = try #require(proposed.first { $0.theme.words.contains("park") || $0.theme.words.contains("bomen") })
        #expect(park.count == ThemeCount(confirmed: 0, proposed: 3))
        #expect(try await desk.confirmed(of: hearing.plan, for: hearing.drafter).isEmpty)
        try await desk.confirm(
            street.theme.id, as: "Verkeer in de straat", withInputs: true, in: hearing.plan, by: hearing.handler)
        try await desk.reject(park.theme.id, in: hearing.plan, by: hearing.editor)
        #expect(
            try await desk.confirmed(of: hearing.plan, for: hearing.drafter).map(\.name) == ["Verkeer in de straat"])
        // Proposed again, what was confirmed stays and what was rejected does not come back.
        try await desk.propose(in: hearing.plan, by: hearing.handler)
        let after = try await view()
        #expect(after.lines(.confirmed).map(\.count.confirmed) == [street.count.proposed])
        #expect(!after.lines(.proposed).contains { $0.theme.words.contains("bomen") })
        #expect(after.total == 8)
    }

    @Test func proposingAgainChangesNothing() async throws {
        try await desk.propose(in: hearing.plan, by: hearing.handler)
        let first = try await view()
        try await desk.propose(in: hearing.plan, by: hearing.handler)
        #expect(try await view() == first)
    }

    @Test func aConfirmedThemeDrawsWhatIsLikeItsInputs() async throws {
        let traffic = try await desk.add("Verkeer", in: hearing.plan, by: hearing.handler)
        try await desk.assign(Array(numbers[0...2]), to: traffic.id, in: hearing.plan, by: hearing.handler)
        try await desk.propose(in: hearing.plan, by: hearing.handler)
        let found = try await hearing.world.store.inputThemes(of: hearing.plan)
        #expect(found[numbers[3]] == InputTheme(theme: traffic.id, confirmedBy: nil))
        #expect(found[numbers[7]]?.theme != traffic.id)
    }

    @Test func twoThemesBecomeOneAndAMisspeltNameIsMended() async throws {
        let (one, other) = (
            try await desk.add("Groen", in: hearing.plan, by: hearing.handler),
            try await desk.add("Parken", in: hearing.plan, by: hearing.handler)
        )
        try await desk.assign([numbers[4]], to: one.id, in: hearing.plan, by: hearing.handler)
        try await desk.merge(one.id, into: other.id, in: hearing.plan, by: hearing.handler)
        try await desk.confirm(other.id, as: "Groen", withInputs: false, in: hearing.plan, by: hearing.handler)
        let lines = try await view().lines
        #expect(lines.map(\.theme.name) == ["Groen"] && lines.first?.count.confirmed == 1)
        let taken = try await refusal { try await desk.add("Groen", in: hearing.plan, by: hearing.handler) }
        #expect(taken?.reason.key == "theme.name-taken")
        #expect(try await refusal { try await desk.add("  ", in: hearing.plan, by: hearing.handler) }?.code == .invalid)
    }

    @Test func manyArePutUnderAThemeTogether() async throws {
        let theme = try await desk.add("Groen", in: hearing.plan, by: hearing.handler)
        let bulk = BulkDesk(hearing.world.office, store: hearing.world.store, seals: .hmac)
        try await hearing.room.withdraw(numbers[6], in: hearing.plan, by: hearing.police)
        let result = try await bulk.perform(
            .theme(theme.id), with: Array(numbers[4...6]), in: hearing.plan, requestID: "thema", by: hearing.handler)
        #expect(result.done == 2 && result.skipped == [.withdrawn: 1])
        var query = DeskQuery()
        query.theme = theme.id
        let list = HandlingDesk(hearing.world.office, store: hearing.world.store)
        #expect(try await list.numbers(query, in: hearing.plan, for: hearing.handler) == Array(numbers[4...5]))
        let unknown = try await refusal {
            try await bulk.perform(
                .theme(ThemeID("onbekend")), with: numbers, in: hearing.plan, requestID: "x", by: hearing.handler)
        }
        #expect(unknown?.code == .notFound)
    }

    @Test func whoDoesNotHandleInputsDecidesOfNoTheme() async throws {
        let theme = try await desk.add("Groen", in: hearing.plan, by: hearing.handler)
        for (participant, code) in [
            (hearing.drafter, PlanError.Code.forbidden), (hearing.auditor, .forbidden), (hearing.stranger, .notFound),
            (hearing.police, .notFound), (.visitor, .notFound),
        ] {
            let deeds: [() async throws -> Void] = [
                { _ = try await desk.view(of: hearing.plan, for: participant) },
                { try await desk.propose(in: hearing.plan, by: participant) },
                { try await desk.add("Nieuw", in: hearing.plan, by: participant) },
                { try await desk.confirm(theme.id, as: "X", withInputs: true, in: hearing.plan, by: participant) },
                { try await desk.reject(theme.id, in: hearing.plan, by: participant) },
                { try await desk.merge(theme.id, into: theme.id, in: hearing.plan, by: participant) },
                { try await desk.assign(numbers, to: theme.id, in: hearing.plan, by: participant) },
            ]
            for deed in deeds { #expect(try await refusal { try await deed() }?.code == code) }
        }
        #expect(try await view().lines.map(\.theme) == [theme])
    }
}
