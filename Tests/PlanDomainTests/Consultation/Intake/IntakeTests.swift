import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// A letter comes in, and inputs are cut from it.
@Suite struct IntakeTests {
    @Test func aLetterBecomesInputsOfWhoWroteItOnTheDayItCameIn() async throws {
        let room = try await Mailroom()
        room.hearing.world.clock.advance(days: 3)
        var written = room.written()
        written.name = "J. de Boer"
        written.mail = MailAddress("boer@voorbeeld.nl")
        let document = try await room.take(written)
        let first = try await room.cut(
            "wat is een veilige wijk? Noem een getal.", from: document,
            WrittenInput(
                kind: .remark, section: .named("doel"), passage: Passage(quote: "een veilige wijk"),
                text: "Wil een getal zien."))
        let second = try await room.cut("wie dit betaalt", from: document, WrittenInput(kind: .question, text: ""))
        let inputs = try await room.store.inputs(of: room.plan)
        #expect(inputs.map(\.number) == [first, second])
        #expect(inputs.map(\.content.text) == ["Wil een getal zien.", "wie dit betaalt"])
        #expect(inputs[0].content.anchor?.quote == "een veilige wijk")
        #expect(inputs.allSatisfy { $0.channel == .letter && $0.source == .document(document.id.rawValue) })
        let days = inputs.map { room.hearing.world.clock.office.day(of: $0.receivedAt) }
        #expect(days == [Hearing.day("2023-06-05"), Hearing.day("2023-06-05")])
        let source = try await room.desk.source(of: inputs[0], for: room.hearing.auditor)
        #expect(source?.correspondent?.name == "J. de Boer" && source?.document == document)
        let view = try await room.view(document)
        #expect(view.cuts.map(\.input) == [first, second])
        #expect(view.source.pieces(view.cuts).first { $0.inputs == [second] }?.text == "wie dit betaalt")
    }

    @Test func theSameFormTakesInOnceAndCutsOnce() async throws {
        let room = try await Mailroom()
        let one = try await room.take(room.written(), request: "brief")
        let again = try await room.take(room.written(), request: "brief")
        #expect(one == again)
        let numbers = [
            try await room.cut("Noem een getal.", from: one, request: "knip"),
            try await room.cut("Noem een getal.", from: one, request: "knip"),
        ]
        #expect(numbers[0] == numbers[1])
        #expect(try await room.store.inputs(of: room.plan).count == 1)
    }

    @Test func whatAnOrganisationWroteIsItsOwn() async throws {
        let room = try await Mailroom()
        var written = room.written(.document)
        written.organisation = Hearing.organisations[0]
        let number = try await room.cut("Noem een getal.", from: try await room.take(written))
        let seen = try await room.hearing.inputs.input(number, of: room.plan, for: room.hearing.police)
        #expect(seen.isOwn)
        let other = try await refusal {
            try await room.hearing.inputs.input(number, of: room.plan, for: room.hearing.fireBrigade)
        }
        #expect(other?.code == .notFound)
        written.organisation = Organisation(name: "Onbekend")
        let refusal = try await refusal { try await room.take(written) }
        #expect(refusal?.reason.key == "intake.organisation-unknown")
    }

    @Test func onlyWhatTheRoundTakesComesIn() async throws {
        let room = try await Mailroom([.form, .letter])
        #expect(try await refusal { try await room.take(room.written(.mail)) }?.reason.key == "intake.no-channel.mail")
        let tomorrow = room.written(on: "2023-06-06")
        #expect(try await refusal { try await room.take(tomorrow) }?.reason.key == "intake.day-to-come")
        let scan = room.written(file: ("scan.txt", " \n"))
        #expect(try await refusal { try await room.take(scan) }?.reason.key == "intake.no-words")
        let nothing = room.written(text: "")
        #expect(try await refusal { try await room.take(nothing) }?.reason.key == "intake.nothing")
        let closed = try await Mailroom([.form])
        #expect(try await closed.desk.rounds(of: closed.plan, for: closed.hearing.handler).isEmpty)
        #expect(try await room.store.intakeDocuments(of: room.plan).isEmpty)
    }

    @Test func aScanComesInWithTheWordsThatWereTypedOver() async throws {
        let room = try await Mailroom()
        var written = room.written(file: ("scan.txt", " "))
        written.text = "Meer groen."
        let document = try await room.take(written)
        #expect(document.text == "Meer groen." && document.file?.name == "scan.txt")
        let (file, bytes) = try await room.desk.original(document.id, of: room.plan, for: room.hearing.auditor)
        #expect(file == document.file && bytes == Data(" ".utf8))
    }

    // MARK: Mail

    @Test func aMailIsFromWhomItSaysAndLetsNobodyIn() async throws {
        let room = try await Mailroom()
        let people = try await room.store.people().count
        let document = try await room.take(room.written(file: ("reactie.eml", "Meer licht.")))
        #expect(document.kind == .mail && document.mail == LittleSources.origin && document.title == "Zienswijze")
        #expect(try await room.view(document).correspondent?.mail == MailAddress("jan@voorbeeld.nl"))
        let number = try await room.cut("Meer licht.", from: document)
        #expect(try await room.store.input(number, of: room.plan)?.channel == .mail)
        #expect(try await room.store.people().count == people)
        #expect(try await room.store.contacts(of: nil).allSatisfy { $0.mail.rawValue != "jan@voorbeeld.nl" })
    }

    @Test func whatWasSentAlongIsTakenInByItself() async throws {
        let room = try await Mailroom()
        let mail = try await room.take(room.written(file: ("reactie.eml", "Zie bijlage.")))
        #expect(mail.enclosures == ["notitie.txt"])
        let note = try await room.desk.takeEnclosure(0, of: mail.id, in: room.plan, by: room.hearing.handler)
        let again = try await room.desk.takeEnclosure(0, of: mail.id, in: room.plan, by: room.hearing.handler)
        #expect(note == again && note.text == LittleSources.note && note.partOf == mail.id)
        #expect(note.correspondent == mail.correspondent && note.arrivedOn == mail.arrivedOn)
        let missing = try await refusal {
            try await room.desk.takeEnclosure(1, of: mail.id, in: room.plan, by: room.hearing.handler)
        }
        #expect(missing?.code == .notFound)
    }

    // MARK: Too late

    @Test func whatCameTooLateIsCutOnceSomebodySaidWhyItCounts() async throws {
        let room = try await Mailroom()
        room.hearing.world.clock.advance(days: 14)
        let document = try await room.take(room.written(on: "2023-06-17"))
        #expect(document.standing == .late)
        #expect(try await refusal { try await room.cut(nil, from: document) }?.reason.key == "intake.late-first")
        func decide(_ isAccepted: Bool, _ reason: String) async throws {
            try await room.desk.decide(
                isAccepted: isAccepted, reason: reason, on: document.id, in: room.plan, by: room.hearing.handler)
        }
        #expect(try await refusal { try await decide(true, " ") }?.reason.key == "intake.late-reason-empty")
        try await decide(true, "De post staakte.")
        try await decide(true, "De post staakte.")
        #expect(try await refusal { try await decide(false, "Toch niet.") }?.code == .conflict)
        _ = try await room.cut("Noem een getal.", from: document)
        let kept = try await room.view(document).document
        #expect(kept.standing == .lateAccepted && kept.lateReason == "De post staakte." && kept.isLate)
    }

    @Test func onTheLastDayIsInTimeAlsoWhenTheRoundIsOver() async throws {
        let room = try await Mailroom()
        try await room.hearing.close(room.round)
        let document = try await room.take(room.written(on: "2023-06-16"))
        #expect(document.standing == .inTime)
        _ = try await room.cut("Noem een getal.", from: document)
    }

    // MARK: Done

    @Test func fromWhatIsDoneNothingIsCutUntilItIsOpenedAgain() async throws {
        let room = try await Mailroom()
        let document = try await room.take(room.written())
        func finish(_ isFinished: Bool) async throws {
            try await room.desk.finish(isFinished, document.id, in: room.plan, by: room.hearing.handler)
        }
        try await finish(true)
        #expect(try await refusal { try await room.cut(nil, from: document) }?.reason.key == "intake.finished")
        #expect(try await room.view(document).isWaiting == false)
        try await finish(false)
        _ = try await room.cut("Noem een getal.", from: try await room.view(document).document)
    }

    @Test func whatDoesNotStandInTheLetterOrThePlanIsRefused() async throws {
        let room = try await Mailroom()
        let document = try await room.take(room.written())
        let wrong: [(String?, WrittenInput, String)] = [
            ("Dit staat er niet", WrittenInput(kind: .general, text: "x"), "intake.passage-not-found"),
            (nil, WrittenInput(kind: .general, text: ""), "input.text-empty"),
            (nil, WrittenInput(kind: .remark, section: .named("weg"), text: "x"), "section.unknown"),
            (
                nil, WrittenInput(kind: .remark, section: .named("doel"), passage: Passage(quote: "niets"), text: "x"),
                "input.passage-not-found"
            ),
            (nil, WrittenInput(kind: .replacement, section: .named("doel"), text: "x"), "input.passage-missing"),
        ]
        for (words, input, key) in wrong {
            #expect(try await refusal { try await room.cut(words, from: document, input) }?.reason.key == key)
        }
        #expect(try await room.store.inputs(of: room.plan).isEmpty)
    }

    // MARK: Who may

    @Test func nobodyElseLearnsThatThereIsSomething() async throws {
        let room = try await Mailroom()
        let (hearing, plan) = (room.hearing, room.plan)
        let document = try await room.take(room.written(file: ("brief.txt", Mailroom.letter)))
        let number = try await room.cut("Noem een getal.", from: document)
        let input = try #require(try await room.store.input(number, of: plan))
        for participant in [hearing.drafter, hearing.adviser, hearing.councillor, hearing.police, hearing.stranger] {
            #expect(try await refusal { try await room.desk.documents(of: plan, for: participant) } != nil)
            let there = try await refusal { try await room.desk.document(document.id, of: plan, for: participant) }
            let nowhere = try await refusal {
                try await room.desk.document(try #require(IntakeDocumentID("x")), of: plan, for: participant)
            }
            #expect(there == nowhere && there != nil)
            let original = try await refusal { try await room.desk.original(document.id, of: plan, for: participant) }
            #expect(original?.code == .notFound)
            #expect(try await room.desk.source(of: input, for: participant) == nil)
        }
        let work = WorkDesk(hearing.world.office, sources: [IntakeTasks(hearing.world.office, store: room.store)])
        let tasks = try await work.list(for: hearing.handler, in: plan).tasks.filter { $0.what.key.hasPrefix("intake") }
        #expect(tasks.map(\.place) == [.intake(document.id)])
    }
}
