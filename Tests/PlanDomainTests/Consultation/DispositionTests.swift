import Foundation
import PlanDomain
import SQLiteStore
import TestSupport
import Testing
import Workflow

/// What is done with inputs: proposed by one, adopted by another, carried out by a change, and held by the gate.
@Suite struct DispositionTests {
    private func heard() async throws -> (Hearing, RoundID, InputNumber) {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        let number = try #require(try await hearing.send(in: round, by: hearing.police).first)
        return (hearing, round, number)
    }

    @Test func anInputGoesFromReceivedToCarriedOut() async throws {
        let (hearing, _, number) = try await heard()
        #expect(try await hearing.state(of: number) == .received)
        let proposal = try await hearing.propose(for: number)
        #expect(try await hearing.state(of: number) == .proposed)
        let act = try await hearing.adopt(proposal)
        #expect(act.payload == .dispositionAdopted(input: number.description, seal: proposal.seal))
        #expect(act.sections == [.named("doel")])
        #expect(act.reasonHash == nil)
        #expect(try await hearing.state(of: number) == .toBeCarriedOut)
        let change = try await hearing.world.save(in: hearing.plan, inputs: [number.description]) {
            $0 = $0.with("doel", body: "Het doel is een veilige wijk Noord.\n")
        }
        let standing = try await hearing.inputs.input(number, of: hearing.plan, for: hearing.police).standing
        #expect(standing.state == .carriedOut)
        #expect(standing.changes == [change])
        #expect(!standing.isOpen)
        let places = try await hearing.inputs.carriedOut(number, in: hearing.plan, for: hearing.police)
        #expect(places.map(\.section) == [.named("doel")])
        #expect(places.first?.title == "Doel")
        #expect(places.first?.before.contains("niet alleen") == true)
        #expect(places.first?.after == "Het doel is een veilige wijk Noord.\n")
        #expect(try await hearing.world.office.verifyRegister(of: hearing.plan).isSound)
    }

    @Test(arguments: Outcome.allCases)
    func everyOutcomeEndsWhereItShould(_ outcome: Outcome) async throws {
        let (hearing, round, number) = try await heard()
        let twin = try #require(try await hearing.send(in: round, by: hearing.fireBrigade).first)
        let written = WrittenDisposition(outcome: outcome, reason: "Omdat.", duplicateOf: twin)
        let proposal = try await hearing.propose(written, for: number)
        #expect(proposal.duplicateOf == (outcome == .duplicate ? twin : nil))
        try await hearing.adopt(proposal)
        #expect(try await hearing.state(of: number) == (outcome.needsChange ? .toBeCarriedOut : .answered))
        #expect(outcome.needsChange == [.takenOver, .takenOverInPart].contains(outcome))
    }

    @Test func whoProposedCannotAdoptInWhateverFunction() async throws {
        let (hearing, _, number) = try await heard()
        let person = try #require(hearing.editor.person)
        try await hearing.people.appoint(
            person.id, as: .secretary, function: "Loco-secretaris", for: hearing.plan, by: .keeper)
        let reception = Reception(store: hearing.world.store, time: hearing.world.clock.office)
        let both = try await reception.participant(for: .person(person.id))
        let proposal = try await hearing.propose(for: number, by: hearing.editor)
        let asSecretary = Participant(
            .person(person), appointments: both.appointments.filter { $0.role == .secretary })
        for participant in [hearing.editor, both, asSecretary] {
            let error = try await refusal { try await hearing.adopt(proposal, by: participant) }
            #expect(error?.code == .forbidden)
            #expect(error?.reason.key == "disposition.own")
        }
        try await hearing.adopt(proposal, by: hearing.secretary)
    }

    @Test func whoMayNotProposeOrAdoptDoesNot() async throws {
        let (hearing, _, number) = try await heard()
        let proposal = try await hearing.propose(for: number)
        for (participant, code) in [
            (hearing.drafter, PlanError.Code.forbidden), (hearing.auditor, .forbidden), (hearing.stranger, .notFound),
            (hearing.police, .notFound), (.visitor, .notFound),
        ] {
            #expect(try await refusal { try await hearing.propose(for: number, by: participant) }?.code == code)
            #expect(try await refusal { try await hearing.adopt(proposal, by: participant) }?.code == code)
        }
        let other = try await refusal { try await hearing.adopt(proposal, by: hearing.handler) }
        #expect(other?.code == .forbidden)
    }

    @Test func adoptingTwiceIsOneAct() async throws {
        let (hearing, _, number) = try await heard()
        let proposal = try await hearing.propose(for: number)
        let first = try await hearing.adopt(proposal, request: "een")
        #expect(try await hearing.adopt(proposal, request: "een") == first)
        let again = try await refusal { try await hearing.adopt(proposal, by: hearing.secretary, request: "twee") }
        #expect(again?.reason.key == "refusal.disposition-known")
    }

    @Test func whatIsMissingInAProposalIsNamed() async throws {
        let (hearing, _, number) = try await heard()
        let unknown = try #require(InputNumber(rawValue: 77))
        let wrong: [(WrittenDisposition, String)] = [
            (WrittenDisposition(outcome: .notTakenOver, reason: " "), "disposition.reason-empty"),
            (WrittenDisposition(outcome: .duplicate, reason: "Dubbel"), "disposition.duplicate-missing"),
            (
                WrittenDisposition(outcome: .duplicate, reason: "Dubbel", duplicateOf: number),
                "disposition.duplicate-missing"
            ),
            (
                WrittenDisposition(outcome: .duplicate, reason: "Dubbel", duplicateOf: unknown),
                "disposition.duplicate-unknown"
            ),
        ]
        for (written, key) in wrong {
            #expect(try await refusal { try await hearing.propose(written, for: number) }?.reason.key == key)
        }
        let nobody = try await refusal { try await hearing.propose(for: unknown) }
        #expect(nobody?.code == .notFound)
    }

    @Test func aLaterProposalTakesThePlaceOfOneThatWasNotAdopted() async throws {
        let (hearing, _, number) = try await heard()
        let first = try await hearing.propose(for: number)
        func again(_ outcome: Outcome, after ordinal: Int) async throws -> Disposition {
            try await hearing.dispositions.propose(
                WrittenDisposition(outcome: outcome, reason: outcome == .takenOver ? "" : "Toch niet."), for: number,
                in: hearing.plan, version: 1, after: ordinal, by: hearing.handler)
        }
        #expect(try await again(.takenOver, after: 0) == first)
        #expect(try await refusal { _ = try await again(.noted, after: 0) }?.reason.key == "disposition.moved-on")
        let second = try await again(.notTakenOver, after: 1)
        #expect(try await refusal { try await hearing.adopt(first) }?.reason.key == "disposition.moved-on")
        try await hearing.adopt(second)
        #expect(try await hearing.state(of: number) == .answered)
        let third = try await hearing.propose(for: number)
        let standing = try await hearing.inputs.input(number, of: hearing.plan, for: hearing.handler).standing
        #expect(standing.adopted?.disposition == second)
        #expect(standing.proposal == third)
        #expect(standing.state == .answered)
        try await hearing.adopt(third)
        #expect(try await hearing.state(of: number) == .toBeCarriedOut)
    }

    @Test func aCorrectionOpensWhatWasAnswered() async throws {
        let (hearing, _, number) = try await heard()
        let proposal = try await hearing.propose(for: number)
        try await hearing.room.correct(
            number, in: hearing.plan, to: WrittenInput(kind: .general, text: "Toch anders"), after: 1,
            by: hearing.police)
        #expect(try await hearing.state(of: number) == .received)
        let late = try await refusal { try await hearing.adopt(proposal) }
        #expect(late?.reason.key == "disposition.input-corrected")
        try await hearing.adopt(try await hearing.propose(for: number))
        try await hearing.room.withdraw(number, in: hearing.plan, by: hearing.police)
        #expect(try await hearing.state(of: number) == .withdrawn)
        let withdrawn = try await refusal { try await hearing.propose(for: number) }
        #expect(withdrawn?.reason.key == "disposition.input-withdrawn")
    }

    @Test func theRegisterAndGitKnowNoWordOfTheInputNorWhoMadeIt() async throws {
        let (hearing, _, number) = try await heard()
        let proposal = try await hearing.propose(
            WrittenDisposition(outcome: .notTakenOver, reason: "Kanarievogel"), for: number)
        try await hearing.adopt(proposal)
        let log = try hearing.world.git(hearing.plan)("log", "-p", "-m", "--all")
        #expect(log.contains("INB-0001"))
        for word in ["Welke wijk", "Kanarievogel", "Politie Oost", "Pim", "partner.example"] {
            #expect(!log.contains(word), "\(word)")
        }
    }

    @Test(.enabled(if: Hearing.canTamper, "sqlite3 is not installed."))
    func wordsThatWereChangedPastTheProgramBreakTheSeal() async throws {
        let (hearing, round, number) = try await heard()
        let other = try #require(try await hearing.send(in: round, by: hearing.fireBrigade).first)
        for number in [number, other] { try await hearing.adopt(try await hearing.propose(for: number)) }
        #expect(try await hearing.dispositions.broken(in: hearing.plan, for: hearing.auditor).isEmpty)
        try hearing.tamper("UPDATE disposition SET outcome = 'niet-overgenomen' WHERE input = 1")
        #expect(try await hearing.dispositions.broken(in: hearing.plan, for: hearing.auditor) == [number])
        try hearing.tamper("UPDATE inputVersion SET kind = 'question' WHERE input = 2")
        #expect(try await hearing.dispositions.broken(in: hearing.plan, for: hearing.auditor) == [number, other])
        for participant in [hearing.drafter, hearing.police, .visitor] {
            let error = try await refusal {
                try await hearing.dispositions.broken(in: hearing.plan, for: participant)
            }
            #expect(error?.code == .notFound)
        }
    }
}

extension Hearing {
    static let canTamper = FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")

    /// Writes to the database behind the program's back.
    func tamper(_ sql: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/sqlite3")
        process.arguments = [world.folder.file("paraaf.sqlite").path, sql]
        try process.run()
        process.waitUntilExit()
    }
}
