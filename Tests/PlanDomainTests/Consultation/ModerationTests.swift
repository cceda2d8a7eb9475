import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// What comes in is judged before it takes part, and others read it without what is left out.
@Suite struct ModerationTests {
    private static let letter = "Ik ben Jan Bos, jan.bos@voorbeeld.nl. Meer fietspaden graag."

    private func heard(_ text: String = letter) async throws -> (Hearing, RoundID, InputNumber) {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        let number = try #require(try await hearing.takeIn([text], in: round).first)
        return (hearing, round, number)
    }

    @Test func aLetterIsJudgedBeforeAnybodyDraftsOnItOrAnswersIt() async throws {
        let (hearing, _, number) = try await heard()
        #expect(try await hearing.state(of: number) == .toBeJudged)
        #expect(try await refusal { try await hearing.propose(for: number) }?.reason.key == "disposition.not-admitted")
        let unknown = try await refusal {
            try await hearing.inputs.input(number, of: hearing.plan, for: hearing.drafter)
        }
        #expect(unknown?.code == .notFound)
        #expect(try await hearing.inputs.inputs(of: hearing.plan, for: hearing.drafter).isEmpty)
        try await hearing.judge(number)
        #expect(try await hearing.state(of: number) == .received)
        try await hearing.adopt(try await hearing.propose(for: number))
    }

    @Test func othersReadWhatIsLeftAndHandlersReadAll() async throws {
        let (hearing, _, number) = try await heard()
        let sheet = try await hearing.moderation.sheet(number, of: hearing.plan, for: hearing.handler)
        #expect(sheet.redactions.map(\.quote) == ["jan.bos@voorbeeld.nl"])
        try await hearing.judge(
            number, places: sheet.redactions, passages: [.init(quote: "Jan Bos", ground: .name)])
        let seen = try await hearing.inputs.input(number, of: hearing.plan, for: hearing.drafter).input
        #expect(
            seen.content.text
                == "Ik ben [naam weggelaten], [contactgegevens weggelaten]. Meer fietspaden graag.")
        #expect(seen.redactions.isEmpty, "what is left out goes along with nobody")
        let versions = try await hearing.inputs.versions(of: number, in: hearing.plan, for: hearing.drafter)
        #expect(versions.map(\.content.text) == [seen.content.text])
        for participant in [hearing.handler, hearing.editor, hearing.secretary, hearing.auditor] {
            let whole = try await hearing.inputs.input(number, of: hearing.plan, for: participant).input
            #expect(whole.content.text == Self.letter)
            #expect(whole.redactions.map(\.isConfirmed) == [true, true])
        }
    }

    @Test func whatSomebodyWritesByTheFormTakesPartWithoutWhatLooksPersonal() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        let text = "Bel Pim op 0570-123456 over de wijk."
        let number = try #require(
            try await hearing.send([WrittenInput(kind: .general, text: text)], in: round, by: hearing.police).first)
        #expect(try await hearing.state(of: number) == .received)
        let drafted = try await hearing.inputs.input(number, of: hearing.plan, for: hearing.drafter).input
        #expect(!drafted.content.text.contains("0570"))
        // Who wrote it reads it as others do, and corrects their own words.
        let own = try await hearing.inputs.input(number, of: hearing.plan, for: hearing.police).input
        #expect(own.content.text == drafted.content.text)
        #expect(try await hearing.inputs.ownWords(number, of: hearing.plan, for: hearing.police).text == text)
        let other = try await refusal {
            try await hearing.inputs.ownWords(number, of: hearing.plan, for: hearing.fireBrigade)
        }
        #expect(other?.code == .notFound)
    }

    @Test func aCorrectionLosesNothingOfWhatWasLeftOut() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        func written(_ text: String) -> WrittenInput { WrittenInput(kind: .general, text: text) }
        let number = try #require(
            try await hearing.send([written("Mijn diabetes telt.")], in: round, by: hearing.police).first)
        try await hearing.judge(number, passages: [.init(quote: "diabetes", ground: .health)])
        let text = "Ja: mijn diabetes telt, en diabetes van anderen. Mail pim@partner.example."
        try await hearing.room.correct(
            number, in: hearing.plan, to: written(text), after: 1, by: hearing.police)
        let drafted = try await hearing.inputs.input(number, of: hearing.plan, for: hearing.drafter).input
        #expect(
            drafted.content.text
                == "Ja: mijn [gezondheidsgegevens weggelaten] telt, en [gezondheidsgegevens weggelaten] van anderen. "
                + "Mail [contactgegevens weggelaten].")
        let versions = try await hearing.inputs.versions(of: number, in: hearing.plan, for: hearing.drafter)
        #expect(versions.map(\.content.text) == ["", drafted.content.text], "nobody looked at the older words")
    }

    @Test func anOfficeMayJudgeFormsToo() async throws {
        let hearing = try await Hearing()
        try await hearing.moderation.choose(
            ModerationRule(judgesForms: true), for: hearing.plan, by: hearing.secretary)
        let round = try await hearing.openRound()
        let number = try #require(try await hearing.send(in: round, by: hearing.police).first)
        #expect(try await hearing.state(of: number) == .toBeJudged)
        try await hearing.judge(number)
        try await hearing.room.correct(
            number, in: hearing.plan, to: WrittenInput(kind: .general, text: "Anders"), after: 1, by: hearing.police)
        #expect(try await hearing.state(of: number) == .toBeJudged)
    }

    @Test func whoSentItInHearsOnceThatItDoesNotTakePart() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        let number = try #require(try await hearing.send(in: round, by: hearing.police).first)
        for _ in 0..<2 { try await hearing.judge(number, reason: "Gaat niet over dit plan.") }
        #expect(try await hearing.state(of: number) == .inadmissible)
        let mail = try await hearing.world.store.outbox(nil, before: nil, limit: 9)
        #expect(mail.map(\.to.rawValue) == ["pim@partner.example"])
        #expect(mail.map(\.text) == ["Gaat niet over dit plan."])
        #expect(try await refusal { try await hearing.propose(for: number) }?.reason.key == "disposition.not-admitted")
        try await hearing.judge(number)
        #expect(try await hearing.world.store.outbox(nil, before: nil, limit: 9).map(\.text).first == "toch")
    }

    @Test func whatWasAnsweredTakesPart() async throws {
        let (hearing, _, number) = try await heard()
        try await hearing.judge(number)
        try await hearing.adopt(try await hearing.propose(for: number))
        let late = try await refusal { try await hearing.judge(number, reason: "Toch niet.") }
        #expect(late?.reason.key == "moderation.answered")
        // What is left out of it can still change.
        try await hearing.judge(number, passages: [.init(quote: "Jan Bos", ground: .name)])
        #expect(try await hearing.state(of: number) == .toBeCarriedOut)
    }

    @Test func whatIsMissingInAJudgementIsNamed() async throws {
        let (hearing, _, number) = try await heard()
        let wrong: [(WrittenJudgement, String)] = [
            (WrittenJudgement(isAdmissible: false, reason: " "), "moderation.reason-empty"),
            (
                WrittenJudgement(isAdmissible: true, passages: [.init(quote: "Piet", ground: .name)]),
                "moderation.passage-missing"
            ),
            (
                WrittenJudgement(
                    isAdmissible: true,
                    places: [Redaction(part: .text, start: 3, quote: "Jan", ground: .name, isConfirmed: true)]),
                "moderation.passage-missing"
            ),
        ]
        for (written, key) in wrong {
            #expect(try await refusal { try await hearing.judge(written, of: number) }?.reason.key == key)
        }
        let stale = try await refusal {
            try await hearing.judge(WrittenJudgement(isAdmissible: true), of: number, version: 2)
        }
        #expect(stale?.reason.key == "disposition.input-corrected")
        for (participant, code) in [
            (hearing.drafter, PlanError.Code.forbidden), (hearing.auditor, .forbidden), (hearing.stranger, .notFound),
            (hearing.police, .notFound), (.visitor, .notFound),
        ] {
            let written = WrittenJudgement(isAdmissible: true)
            #expect(
                try await refusal { try await hearing.judge(written, of: number, by: participant) }?.code == code)
            let sheet = try await refusal {
                try await hearing.moderation.sheet(number, of: hearing.plan, for: participant)
            }
            #expect(sheet?.code == code)
        }
        #expect(try await hearing.state(of: number) == .toBeJudged)
    }

    /// What is not judged holds the gate, what does not take part is settled.
    @Test func theGateCountsWhatWasNotJudged() async throws {
        let (hearing, round, number) = try await heard()
        let second = try #require(try await hearing.takeIn(["Tweede brief"], in: round).first)
        try await hearing.close(round)
        let (world, plan) = (hearing.world, hearing.plan)
        try await world.record(.stageMoved(from: "consult", to: "deepen"), in: plan, by: Cast.editor)
        try await world.record(.meetingHeld(meeting: "raad", body: .raad), in: plan, by: Cast.clerk)
        try await world.record(.meetingHeld(meeting: "partners", body: nil), in: plan, by: Cast.editor)
        try await world.record(.stageMoved(from: "deepen", to: "draft"), in: plan, by: Cast.editor)
        func missing() async throws -> [Reason] {
            let room = PlanReadingRoom(world.office, keyFingerprint: "")
            return try await room.plan(plan).gate?.line("inputs-disposed")?.reasons ?? []
        }
        let open = Reason(
            "gate.inputs-not-judged",
            [
                "inputs": .list([.text("\(number)"), .text("\(second)")]), "count": .number(2),
            ])
        #expect(try await missing() == [open])
        try await hearing.judge(second, reason: "Reclame")
        try await hearing.judge(number)
        #expect(try await missing().map(\.key) == ["gate.inputs-without-disposition"])
    }
}

extension Hearing {
    var moderation: ModerationDesk { ModerationDesk(world.office, store: world.store) }

    /// Letters of somebody who stays unknown, keyed in by the handler.
    @discardableResult
    func takeIn(
        _ texts: [String], in round: RoundID, request: String = UUID().uuidString
    ) async throws -> [InputNumber] {
        let items = texts.map { text in
            Submission.Item(
                content: InputContent(kind: .general, text: text),
                key: InputKey(rawValue: String(repeating: "0f", count: 32)))
        }
        guard let person = handler.person?.id else { return [] }
        let submission = Submission(
            of: items, in: round, of: plan, from: .unknown, by: .letter, source: .document("brief"),
            takenInBy: person, requestID: request, receivedAt: world.clock.now)
        return try await world.store.receive(submission).numbers
    }

    func judge(
        _ number: InputNumber, reason: String? = nil, places: [Redaction] = [],
        passages: [WrittenJudgement.Words] = []
    ) async throws {
        let written = WrittenJudgement(
            isAdmissible: reason == nil, reason: reason ?? "", places: places, passages: passages)
        try await judge(written, of: number)
    }

    func judge(
        _ written: WrittenJudgement, of number: InputNumber, version: Int? = nil, by participant: Participant? = nil
    ) async throws {
        let present = try await world.store.input(number, of: plan)?.version ?? 1
        try await moderation.judge(
            written, of: number, in: plan, version: version ?? present, by: participant ?? handler
        ) { addressee, verdict in
            var words = "toch"
            if case .inadmissible(let reason) = verdict { words = reason }
            return NewMail(to: addressee.mail, name: addressee.name, subject: "Inbreng", text: words, urgency: .atOnce)
        }
    }
}
