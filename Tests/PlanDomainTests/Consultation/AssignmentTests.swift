import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// Handing inputs out: to whom, by whom, and for whom they then wait.
@Suite struct AssignmentTests {
    let hearing: Hearing
    let number: InputNumber
    let desk: AssignmentDesk

    init() async throws {
        hearing = try await Hearing()
        number = try #require(
            try await hearing.send(in: try await hearing.openRound(), by: hearing.police).first)
        desk = AssignmentDesk(hearing.world.office, store: hearing.world.store)
    }

    private func waits(for participant: Participant) async throws -> Bool {
        let sources = [InputTasks(hearing.world.office, store: hearing.world.store)]
        return try await WorkDesk(hearing.world.office, sources: sources).list(for: participant, in: hearing.plan).tasks
            .contains { $0.what.key == "inputs.work.handle" }
    }

    private func assign(to participant: Participant?) async throws {
        try await desk.assign(number, in: hearing.plan, to: participant?.person?.id, by: hearing.editor)
    }

    @Test func anInputWaitsForWhomItWasHandedToAndForEverybodyAgainWhenItIsTakenBack() async throws {
        #expect(try await waits(for: hearing.handler))
        #expect(try await waits(for: hearing.secretary))
        try await assign(to: hearing.handler)
        let assigned = try await desk.assigned(in: hearing.plan, for: hearing.secretary)
        #expect(assigned[number]?.person == hearing.handler.person)
        #expect(assigned[number]?.function == "Functie Hanna")
        #expect(try await waits(for: hearing.handler))
        #expect(try await waits(for: hearing.secretary) == false)
        try await assign(to: hearing.secretary)
        #expect(try await waits(for: hearing.handler) == false)
        for _ in 0..<2 { try await assign(to: nil) }
        #expect(try await waits(for: hearing.handler))
        #expect(try await waits(for: hearing.secretary))
    }

    @Test func whoReplacesTheHandlerFindsTheInputToo() async throws {
        try await assign(to: hearing.handler)
        let handler = try #require(hearing.handler.person)
        let appointment = try #require(try await hearing.world.store.appointments(of: handler.id).first)
        let deputy = Participant(
            hearing.secretary.identity, appointments: hearing.secretary.appointments,
            replacements: [.init(appointment: appointment, ground: "Verlof")])
        #expect(try await waits(for: deputy))
    }

    @Test func anAssignmentEndsWithTheAppointmentOfItsHandler() async throws {
        try await assign(to: hearing.handler)
        let handler = try #require(hearing.handler.person)
        let appointment = try #require(try await hearing.world.store.appointments(of: handler.id).first)
        try await hearing.world.store.save(
            Appointment(
                id: appointment.id, person: handler.id, role: appointment.role, function: appointment.function,
                plan: appointment.plan,
                period: try Period(from: nil, until: hearing.world.clock.today.adding(days: -1))))
        #expect(try await desk.assigned(in: hearing.plan, for: hearing.editor) == [:])
        #expect(try await waits(for: hearing.secretary))
    }

    @Test func onlyWhoMayHandleInputsHandsThemOutAndGetsThem() async throws {
        for outsider in [hearing.drafter, hearing.auditor, hearing.stranger, hearing.police, .visitor] {
            let code = try await refusal {
                try await desk.assign(number, in: hearing.plan, to: hearing.handler.person?.id, by: outsider)
            }?.code
            #expect(code == (outsider == hearing.drafter || outsider == hearing.auditor ? .forbidden : .notFound))
            #expect(try await refusal { _ = try await desk.handlers(of: hearing.plan, for: outsider) } != nil)
        }
        for other in [hearing.drafter, hearing.stranger] {
            #expect(try await refusal { try await assign(to: other) }?.reason.key == "assignment.no-handler")
        }
        let handlers = try await desk.handlers(of: hearing.plan, for: hearing.editor)
        #expect(handlers.map(\.function) == ["Functie Edo", "Functie Hanna", "Functie Sara"])
        #expect(try await hearing.world.store.assignments(of: hearing.plan).isEmpty)
    }

    @Test func whatWasWithdrawnOrIsNotThereIsHandedToNobody() async throws {
        let unknown = try #require(InputNumber(rawValue: 99))
        let missing = try await refusal {
            try await desk.assign(unknown, in: hearing.plan, to: nil, by: hearing.editor)
        }
        #expect(missing?.code == .notFound)
        try await hearing.world.store.withdraw(number, in: hearing.plan, at: hearing.world.clock.now)
        #expect(try await refusal { try await assign(to: hearing.handler) }?.code == .conflict)
    }
}
