import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// Giving a paraaf: by whom, on which text, and what the signer is shown.
@Suite struct SignOffDeskTests {
    let world: World
    let plan: PlanID
    let adviser: PersonID
    let holder: PersonID

    init() async throws {
        world = try World()
        plan = try await world.startPlan()
        adviser = try await world.employ("fleur", as: Cast.adviser)
        holder = try await world.employ("pim", as: Cast.portfolioHolder)
    }

    private func sign(
        _ person: PersonID, _ role: Role, step: String = "finance-advice", _ verdict: SignOffVerdict = .agreed,
        remark: String? = nil
    ) async throws -> Act {
        try await world.signOffs.signOff(
            try await world.visit(person, as: role, to: plan), step: step, verdict: verdict, remark: remark)
    }

    /// A person of the world as git knows them in this plan.
    private func author(_ person: PersonID, _ like: Author) async throws -> Author {
        Author(
            function: like.function, role: like.role,
            pseudonym: try await world.store.pseudonym(of: person, in: plan))
    }

    // MARK: Two persons

    @Test func whoChangedTheTextLeavesTheParaafToAnother() async throws {
        let writer = try await world.employ("wim", as: Cast.adviser, Cast.drafter)
        try await world.save(in: plan, by: try await author(writer, Cast.drafter)) {
            $0 = $0.with("doel", body: "Een ander doel.\n")
        }
        let error = try await refusal { try await sign(writer, .adviser) }
        #expect(error?.code == .forbidden)
        #expect(
            error?.reason == Reason("desk.own-work", ["count": .number(1), "day": .date(world.clock.today)]))
        _ = try await sign(adviser, .adviser)
        // Another has looked at it since: what the writer did before that is no longer theirs alone.
        _ = try await sign(writer, .adviser)
        try await world.save(in: plan, by: try await author(writer, Cast.drafter)) {
            $0.metadata.nota.decisionPoints.append("Een krediet te verlenen.")
        }
        #expect(try await refusal { try await sign(writer, .adviser) }?.reason.key == "desk.own-work")
    }

    @Test func whatOthersWroteKeepsNobodyFromSigning() async throws {
        try await world.save(in: plan) { $0 = $0.with("doel", body: "Een ander doel.\n") }
        _ = try await sign(adviser, .adviser)
    }

    // MARK: In another's place

    @Test func deputySignsWithinThePeriodAndTheActNamesBothFunctions() async throws {
        let deputy = try await world.employ(
            "wendy", as: Author(function: "Wethouder wonen", role: .portfolioHolder, pseudonym: ""))
        let other = try #require(PlanID("een-ander-plan"))
        let appointment = try #require(try await world.store.appointments(of: holder).first)
        let today = world.clock.today
        try await world.store.save(
            Substitution(
                id: try #require(SubstitutionID("v1")), appointment: appointment.id, deputy: deputy,
                period: try Period(from: today, until: today.adding(days: 1)), ground: "Vervangingsregeling, art. 4"))
        try await world.bringToBoard(plan)
        let participant = try await world.participant(deputy)
        let capacity = try #require(participant.capacities(in: plan).last)
        #expect(capacity.onBehalfOf == .init(function: "Burgemeester", ground: "Vervangingsregeling, art. 4"))
        #expect(participant.capacities(in: other).contains(capacity))
        let visit = DeskVisit(
            participant: participant, capacity: capacity, plan: plan,
            shown: try await world.office.heads(of: plan).text, requestID: "een")
        let act = try await world.signOffs.signOff(visit, step: "portfolio-holder", verdict: .agreed)
        #expect(act.author.function == "Wethouder wonen")
        #expect(act.onBehalfOf == capacity.onBehalfOf)
        let sheet = try await world.signOffs.sheet(
            "portfolio-holder", of: plan, for: try await world.participant(holder),
            as: Capacity(role: .portfolioHolder, function: "Burgemeester", onBehalfOf: nil))
        #expect(sheet.last?.deputy == "Wethouder wonen")

        world.clock.advance(days: 2)
        let late = DeskVisit(
            participant: try await world.participant(deputy), capacity: capacity, plan: plan, shown: visit.shown,
            requestID: "twee")
        let error = try await refusal {
            try await world.signOffs.signOff(late, step: "portfolio-holder", verdict: .agreed)
        }
        #expect(error?.code == .forbidden)
        #expect(error?.reason == Reason("desk.not-your-function", ["function": .text("Burgemeester")]))
        #expect(try await world.office.verifyRegister(of: plan).isSound)
    }

    // MARK: The text

    @Test func paraafCoversTheTextThatWasShownAndNoOther() async throws {
        let visit = try await world.visit(adviser, as: .adviser, to: plan, request: "een")
        try await world.save(in: plan) { $0 = $0.with("doel", body: "Een ander doel.\n") }
        let error = try await refusal {
            try await world.signOffs.signOff(visit, step: "finance-advice", verdict: .agreed)
        }
        #expect(error?.reason.key == "text.moved-on")
        let act = try await sign(adviser, .adviser)
        #expect(act.text == (try await world.office.heads(of: plan).text))
    }

    @Test func sheetShowsWhatChangedSinceTheLastParaaf() async throws {
        let participant = try await world.participant(adviser)
        let capacity = try #require(participant.capacities(in: plan).first)
        func sheet() async throws -> SignOffSheet {
            try await world.signOffs.sheet("finance-advice", of: plan, for: participant, as: capacity)
        }
        let first = try await sheet()
        #expect(first.last == nil && first.since.isEmpty && first.comparedWith == nil)
        let signed = try await sign(adviser, .adviser)
        #expect(try await sheet().comparedWith == nil)
        let typo = try await world.save(in: plan, nature: .typographic) {
            $0 = $0.with("doel", body: "Het doel is een **veilige** wijk.\nDe gemeente werkt niet alleen.\n")
        }
        var shown = try await sheet()
        #expect(shown.last?.coverage == .carriedOver(changes: [typo.id.rawValue]))
        #expect(shown.comparedWith == signed.text)
        let substance = try await world.save(in: plan) { $0 = $0.with("acties", body: "- Er komen 5 agenten bij.\n") }
        shown = try await sheet()
        #expect(shown.last?.coverage == .stale(changes: [substance.id.rawValue]))
        #expect(shown.since.map(\.id) == [substance.id, typo.id])
        #expect(shown.changedSections == [.named("doel"), .named("acties")])
        #expect(shown.text == substance.id)
        #expect(shown.refusal == nil)
        let missing = try await refusal {
            try await world.signOffs.sheet("board-agenda", of: plan, for: participant, as: capacity)
        }
        #expect(missing?.code == .notFound)
    }

    @Test func remarkAndObjectionNeedTheirWords() async throws {
        #expect(
            try await refusal { try await sign(adviser, .adviser, .agreedWithRemark, remark: " ") }?.code == .invalid)
        #expect(try await refusal { try await sign(adviser, .adviser, .notAgreed) }?.reason.key == "refusal.no-reason")
        let act = try await sign(adviser, .adviser, .notAgreed, remark: "Er is geen dekking")
        #expect(act.reasonHash != nil)
    }

    @Test func sendingAParaafTwiceAnswersWithTheFirstEvenAfterOnesOwnChange() async throws {
        let visit = try await world.visit(adviser, as: .adviser, to: plan, request: "een")
        let act = try await world.signOffs.signOff(visit, step: "finance-advice", verdict: .agreed)
        try await world.save(in: plan, by: try await author(adviser, Cast.drafter)) {
            $0 = $0.with("doel", body: "Een ander doel.\n")
        }
        #expect(try await world.signOffs.signOff(visit, step: "finance-advice", verdict: .agreed) == act)
    }

    // MARK: Many at once

    @Test func severalPlansAreSignedAtOnceAndOneRefusalLeavesTheOthers() async throws {
        let second = try await world.startPlan(.sample(title: "Tweede plan"))
        let third = try await world.startPlan(.sample(title: "Derde plan"))
        try await world.record(.stepSkipped(step: "finance-advice"), in: third, by: Cast.secretary, reason: "Spoed")
        try await world.record(.stageMoved(from: "draft", to: "decide"), in: third, by: Cast.secretary)
        var requests: [SignOffDesk.BulkRequest] = []
        for plan in [plan, second, third] {
            requests.append(
                .init(visit: try await world.visit(adviser, as: .adviser, to: plan), step: "finance-advice"))
        }
        let answers = try await world.signOffs.signOff(all: requests, verdict: .noObjection)
        #expect(answers.map(\.plan) == [plan, second, third])
        #expect(answers.map { (try? $0.outcome.get()) != nil } == [true, true, false])
        let objecting = try await refusal { try await world.signOffs.signOff(all: requests, verdict: .notAgreed) }
        #expect(objecting?.reason.key == "desk.bulk-verdict")
    }
}
