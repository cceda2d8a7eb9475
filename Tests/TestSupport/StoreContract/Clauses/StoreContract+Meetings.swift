import PlanDomain
import Testing
import Workflow

extension StoreContract {
    static let meetings: [Clause] = [
        Clause("meetings are by day and time, of one body and from a day on where that is asked") { store in
            let early = try meeting("a", on: 2, at: "09:30")
            let late = try meeting("b", on: 2, at: "19:30", of: .raad)
            let before = try meeting("c", on: 1)
            for meeting in [late, early, before] { try await store.save(meeting) }
            #expect(try await store.meetings(of: nil, from: nil) == [before, early, late])
            #expect(try await store.meetings(of: .college, from: nil) == [before, early])
            #expect(try await store.meetings(of: nil, from: day(2)) == [early, late])
            #expect(try await store.meeting(early.id) == early)
            #expect(try await store.meeting(try SamplePeople.required(MeetingID("weg"))) == nil)
        },
        Clause("a meeting changes as a whole, and never becomes another body's") { store in
            var meeting = try meeting("a", on: 1)
            try await store.save(meeting)
            meeting.day = day(9)
            meeting.startsAt = TimeOfDay("10:15")
            meeting.place = "Stadhuis, zaal 'é'"
            meeting.state = .held
            try await store.save(meeting)
            #expect(try await store.meeting(meeting.id) == meeting)
            let other = Meeting(id: meeting.id, body: .raad, day: meeting.day)
            #expect(try await refusal { try await store.save(other) }?.code == .conflict)
        },
        Clause("an agenda keeps the order in which plans were put on it, and that which it was given") { store in
            let meeting = try meeting("a", on: 1)
            try await store.save(meeting)
            for number in 1...3 { try await store.put(try item(number), on: meeting.id, today: day(0)) }
            #expect(try await store.agenda(of: meeting.id) == [item(1), item(2), item(3)])
            try await store.order([plan(3), plan(1), plan(2)], on: meeting.id)
            #expect(try await store.agenda(of: meeting.id).map(\.plan) == [plan(3), plan(1), plan(2)])
            let renewed = AgendaItem(plan: try plan(1), kind: .formality, act: 12, explanation: nil)
            try await store.put(renewed, on: meeting.id, today: day(0))
            #expect(try await store.agenda(of: meeting.id) == [item(3), renewed, item(2)])
            try await store.remove(plan(3), from: meeting.id)
            try await store.remove(plan(3), from: meeting.id)
            #expect(try await store.agenda(of: meeting.id).map(\.plan) == [plan(1), plan(2)])
        },
        Clause("an agenda that changed in the meantime is not put in order") { store in
            let meeting = try meeting("a", on: 1)
            try await store.save(meeting)
            for number in 1...2 { try await store.put(try item(number), on: meeting.id, today: day(0)) }
            for plans in [[1], [1, 2, 3], [1, 1], [1, 3], []] {
                let order = try plans.map(plan)
                #expect(try await refusal { try await store.order(order, on: meeting.id) }?.code == .conflict)
            }
            #expect(try await store.agenda(of: meeting.id).map(\.plan) == [plan(1), plan(2)])
        },
        Clause("a plan stands on one coming agenda of a body; those of today and before stay as they were") { store in
            var held = try meeting("a", on: 4)
            let (present, first, second) = (try meeting("b", on: 1), try meeting("c", on: 2), try meeting("d", on: 3))
            let council = try meeting("e", on: 2, of: .raad)
            for meeting in [held, present, first, second, council] { try await store.save(meeting) }
            try await store.put(item(1), on: held.id, today: day(1))
            held.state = .held
            try await store.save(held)
            for meeting in [present, first, council, second] {
                try await store.put(item(1), on: meeting.id, today: day(1))
            }
            #expect(try await store.placings(of: plan(1)).map(\.meeting) == [present, council, second, held])
            #expect(try await store.agenda(of: first.id).isEmpty)
            #expect(try await store.placings(of: plan(2)).isEmpty)
        },
        Clause("nothing is put on the agenda of a meeting that is not to come") { store in
            #expect(
                try await refusal { try await store.put(item(1), on: meeting("a", on: 1).id, today: day(0)) }?.code
                    == .notFound)
            for state in [Meeting.State.held, .cancelled] {
                var meeting = try meeting("a", on: 1)
                meeting.state = state
                try await store.save(meeting)
                #expect(
                    try await refusal { try await store.put(item(1), on: meeting.id, today: day(0)) }?.code == .conflict
                )
            }
        },
    ]

    private static func meeting(
        _ id: String, on number: Int, at time: String? = nil, of body: GoverningBody = .college
    ) throws -> Meeting {
        Meeting(
            id: try SamplePeople.required(MeetingID(id)), body: body, day: day(number),
            startsAt: time.flatMap(TimeOfDay.init(rawValue:)))
    }

    private static func item(_ number: Int) throws -> AgendaItem {
        AgendaItem(plan: try plan(number), kind: .discussion, act: number, explanation: "Toelichting \(number)")
    }

    private static func plan(_ number: Int) throws -> PlanID { try SamplePeople.required(PlanID("plan-\(number)")) }

    private static func day(_ day: Int) -> CalendarDate { CalendarDate(dayNumber: 19_500 + day) }
}
