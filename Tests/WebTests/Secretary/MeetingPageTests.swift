import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// Meetings and their agendas.
@Suite("Meetings in the browser")
struct MeetingPageTests {
    private static let sound = [
        ("dag-dag", "12"), ("dag-maand", "6"), ("dag-jaar", "2023"), ("tijd", "9:30"), ("plaats", "Collegekamer"),
    ]

    private static func meetings(_ office: Office) async throws -> [Meeting] {
        try await office.world.store.meetings(of: nil, from: nil)
    }

    @Test func meetingIsPlannedOnceAndChanged() async throws {
        try await Office.with { office in
            let values = try await office.fill("/vergaderingen/nieuw", Self.sound, as: office.secretary)
            for _ in 1...2 {
                let answer = try await office.site.post("/vergaderingen/nieuw", values, as: office.secretary)
                #expect(answer.status == 303)
            }
            let made = try #require(try await Self.meetings(office).first)
            #expect(try await Self.meetings(office).count == 1)
            #expect(made.body == .college && made.startsAt == TimeOfDay("09:30") && made.place == "Collegekamer")
            let changed = try await office.send(
                "/vergaderingen/\(made.id)/wijzigen", Self.sound.with("plaats", "Raadzaal") + [("stand", "cancelled")],
                as: office.secretary)
            #expect(changed.status == 303)
            #expect(try await Self.meetings(office).first?.state == .cancelled)
            let list = try await office.site.get("/vergaderingen", as: office.drafter)
            #expect(list.status == 200 && list.body.contains("Gaat niet door"))
            #expect(!list.body.contains("/vergaderingen/nieuw"))
            #expect(MarkupCheck(list.body).faults == [])
        }
    }

    @Test func wrongAnswersPlanNothing() async throws {
        try await Office.with { office in
            for (name, values) in [
                ("empty", []), ("no such day", Self.sound.with("dag-dag", "31")),
                ("a day that passed", Self.sound.with("dag-maand", "5")), ("no time", Self.sound.with("tijd", "laat")),
                ("overlong", Self.sound.with("plaats", String(repeating: "a", count: 201))),
                ("another's body", Self.sound.with("orgaan", "raad")),
            ] {
                let hidden = try await office.fill("/vergaderingen/nieuw", [], as: office.secretary)
                let all = name == "another's body" ? hidden.filter { $0.0 != "orgaan" } + values : hidden + values
                let answer = try await office.site.post("/vergaderingen/nieuw", all, as: office.secretary)
                #expect(answer.status == 422, "\(name)")
                #expect(MarkupCheck(answer.body).faults == [], "\(name)")
            }
            for (reader, status) in [(office.drafter, 403), (office.adviser, 403)] {
                let answer = try await office.site.post("/vergaderingen/nieuw", Self.sound, as: reader)
                #expect(answer.status == status)
            }
            // Whoever keeps meetings for one plan alone keeps none of a body.
            let stranger = try await office.site.post("/vergaderingen/nieuw", Self.sound, as: office.stranger)
            #expect(stranger.status == 403)
            #expect(try await Self.meetings(office) == [])
        }
    }

    @Test func agendaIsPutInOrderByButtons() async throws {
        try await Office.with { office in
            let world = office.world
            let meeting = Meeting(id: MeetingID("v1")!, body: .college, day: world.clock.today)
            try await world.store.save(meeting)
            let second = try await world.startPlan(.sample(title: "Plan B"))
            for (index, plan) in [office.plan, second].enumerated() {
                try await world.store.put(
                    AgendaItem(plan: plan, kind: index == 0 ? .formality : .discussion, act: 1), on: meeting.id,
                    today: world.clock.today)
            }
            let page = try await office.site.get("/vergaderingen/v1", as: office.secretary)
            #expect(page.body.contains("hamerstuk") && page.body.contains("bespreekstuk"))
            #expect(MarkupCheck(page.body).faults == [])
            #expect(!page.body.contains("⟦"))
            try Golden.compare(Office.stable(page.body), with: "vergadering.html")
            let hidden = Office.hidden(in: page.body)
            func send(_ values: [(String, String)], as reader: Reader) async throws -> Int {
                try await office.site.post("/vergaderingen/v1/agenda", values, as: reader).status
            }
            #expect(try await send(hidden + [("omhoog", second.rawValue)], as: office.drafter) == 403)
            #expect(try await send(hidden + [("omhoog", "een-ander-plan")], as: office.secretary) == 400)
            #expect(try await send(hidden, as: office.secretary) == 400)
            #expect(try await send(hidden + [("omhoog", second.rawValue)], as: office.secretary) == 303)
            let agenda = try await world.store.agenda(of: meeting.id).map(\.plan)
            #expect(agenda == [second, office.plan])
            // The order that was shown is no longer the order that is.
            #expect(try await send(hidden + [("eraf", second.rawValue)], as: office.secretary) == 409)
            #expect(try await world.store.agenda(of: meeting.id).count == 2)
        }
    }

    @Test func meetingThatIsNotThereIsNotFound() async throws {
        try await Office.with { office in
            for address in ["/vergaderingen/x", "/vergaderingen/x/wijzigen", "/vergaderingen/x/besluitenlijst"] {
                let answer = try await office.site.get(address, as: office.secretary)
                #expect(answer.status == 404, "\(address)")
            }
        }
    }
}
