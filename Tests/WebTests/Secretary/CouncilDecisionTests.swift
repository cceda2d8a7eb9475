import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// What the council is asked, point by point, and the clerk who records its answer.
@Suite("The council's decision")
struct CouncilDecisionTests {
    private static let asked = ["Het plan vast te stellen.", "Een krediet te verlenen."]
    private static let day = [("dag-dag", "20"), ("dag-maand", "6"), ("dag-jaar", "2023")]

    /// A plan that lies before the council, on the agenda of a meeting today.
    private static func with(
        asking points: [String], _ body: @Sendable @escaping (Office, PlanID, Reader) async throws -> Void
    ) async throws {
        try await Office.with { office in
            var text = PlanText.sample(type: "meerjarenbeleidsplan")
            text.metadata.raadsvoorstel = points.isEmpty ? nil : Raadsvoorstel(decisionPoints: points)
            let plan = try await office.world.deepenedPlan(text)
            try await office.world.decideAtBoard(plan)
            try await office.world.offer(plan)
            let world = office.world
            let clerk = try await Reader.person(
                "Gijs", [(.clerk, Cast.clerk.function)], for: nil, in: world.store, at: world.clock.now)
            try await world.store.save(Meeting(id: MeetingID("r1")!, body: .raad, day: world.clock.today))
            let answer = try await office.send(
                "/plannen/\(plan)/besluiten/agenderen", [("vergadering", "r1"), ("soort", "bespreekstuk")], as: clerk)
            #expect(answer.status == 303)
            try await body(office, plan, clerk)
        }
    }

    @Test func everyPointThatTheCouncilIsAskedGetsAResult() async throws {
        try await Self.with(asking: Self.asked) { office, plan, clerk in
            let address = "/plannen/\(plan)/besluiten/besluit?orgaan=raad"
            let page = try await office.site.get(address, as: clerk)
            for (index, point) in Self.asked.enumerated() {
                #expect(page.body.contains("Beslispunt \(index + 1): \(point)"))
            }
            let count = try await office.world.store.acts(of: plan).count
            let half = try await office.send(address, Self.day + [("punt-1", "vastgesteld")], as: clerk)
            #expect(half.status == 422 && half.body.contains("href=\"#veld-punt-2\""))
            #expect(try await office.world.store.acts(of: plan).count == count)
            let whole = Self.day + [("punt-1", "vastgesteld"), ("punt-2", "voor-kennisgeving")]
            #expect(try await office.send(address, whole, as: clerk).status == 303)
            let results = [PointResult(point: 1, outcome: .adopted), PointResult(point: 2, outcome: .noted)]
            #expect(try await office.world.store.acts(of: plan).last?.payload == .decided(body: .raad, points: results))
            let list = try await office.site.get("/vergaderingen/r1/besluitenlijst", as: clerk)
            #expect(list.body.contains("Een krediet te verlenen.") && MarkupCheck(list.body).faults == [])
            let on = try await office.send("/plannen/\(plan)/poort/verder?fase=adopt", [], as: clerk)
            #expect(on.status == 303)
            #expect(try await office.world.office.verifyRegister(of: plan).isSound)
        }
    }

    @Test func aCouncilThatIsAskedNothingInWordsDecidesOnThePlan() async throws {
        try await Self.with(asking: []) { office, plan, clerk in
            let address = "/plannen/\(plan)/besluiten/besluit?orgaan=raad"
            let page = try await office.site.get(address, as: clerk).body
            #expect(page.contains("veld-punt-1") && !page.contains("veld-punt-2"))
            let answer = try await office.send(address, Self.day + [("punt-1", "vastgesteld")], as: clerk)
            #expect(answer.status == 303)
        }
    }

    @Test func drafterWritesWhatTheCouncilIsAskedBesideWhatTheBoardIsAsked() async throws {
        try await Office.with { office in
            let plan = try await office.world.startPlan(.sample(type: "meerjarenbeleidsplan"))
            let address = "/plannen/\(plan)/gegevens"
            let page = try await office.site.get(address, as: office.drafter)
            #expect(page.body.contains("Beslispunt 3 voor de raad") && MarkupCheck(page.body).faults == [])
            let other = try await office.site.get("\(office.path)/gegevens", as: office.drafter)
            #expect(other.status == 200 && !other.body.contains("voor de raad"))
            let more = try await office.send(
                address,
                [("actie", "raad-erbij"), ("title", "Plan"), ("raadspunt-1", Self.asked[0]), ("raadspunt-3", "")],
                as: office.drafter)
            #expect(more.status == 200 && more.body.contains("veld-raadspunt-4") && more.body.contains(Self.asked[0]))
            #expect(!more.body.contains("veld-beslispunt-4"))
            let saved = try await office.send(
                address,
                [
                    ("actie", "opslaan"), ("title", "Plan"), ("raadspunt-1", Self.asked[0]),
                    ("raadspunt-3", Self.asked[1]), ("beslispunt-1", "Aan te bieden."), ("reden", "Raadsvoorstel"),
                    ("aard", "inhoudelijk"),
                ], as: office.drafter)
            #expect(saved.status == 303)
            let metadata = try await office.world.text(of: plan).metadata
            #expect(metadata.decisionPoints(for: .raad) == Self.asked)
            #expect(metadata.decisionPoints(for: .college) == ["Aan te bieden."])
        }
    }
}
