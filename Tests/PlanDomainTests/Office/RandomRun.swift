import Foundation
import PlanDomain
import Seeded
import TestSupport
import Workflow

/// A town hall at work: saves, acts and new plans in an order that nobody thought of, the same for the same seed.
///
/// What the workflow refuses is passed over, so that the run finds its own way through the stages and back.
struct RandomRun {
    let world: World
    private var random: SeededGenerator
    private(set) var plans: [PlanID] = []
    private(set) var natures: [ChangeNature: Int] = [:]
    private(set) var kinds: Set<ActKind> = []
    private(set) var done = 0
    private var numbers = 0

    init(_ world: World, seed: UInt64) {
        self.world = world
        random = SeededGenerator(seed: seed)
    }

    /// Works until `count` things were done, and at least so much was of every sort that is asked for.
    mutating func work(count: Int) async throws {
        plans = [try await newPlan(), try await newPlan()]
        var attempts = 0
        while done < count, attempts < count * 20 {
            attempts += 1
            if chance(4) { world.clock.advance(seconds: TimeInterval(Int.random(in: 1...200_000, using: &random))) }
            do {
                try await step()
                done += 1
            } catch let error as PlanError {
                // Right questions at the wrong moment; what is wrong in itself would be a fault of the run.
                guard error.code != .unavailable, error.code != .notFound else { throw error }
            }
        }
    }

    private mutating func step() async throws {
        if plans.count < 6, chance(40) {
            plans.append(try await newPlan())
        } else if chance(3) {
            try await save(in: pick(plans))
        } else {
            try await act(in: pick(plans))
        }
    }

    private mutating func newPlan() async throws -> PlanID {
        let isLong = chance(2)
        var text = PlanText.sample(type: isLong ? "meerjarenbeleidsplan" : "uitvoeringsplan", title: "Plan \(next())")
        if isLong { text.documents[1] = DocumentText(name: "raadsvoorstel", parts: text.documents[1].parts) }
        kinds.insert(.planStarted)
        return try await world.startPlan(text)
    }

    // MARK: Saving

    private mutating func save(in plan: PlanID) async throws {
        let number = next()
        let (nature, change) = pick(Self.changes)
        let place = Int.random(in: 0..<1_000, using: &random)
        try await world.save(in: plan, nature: nature, inputs: chance(3) ? ["INB-\(number)"] : []) {
            change(&$0, number, place)
        }
        natures[nature, default: 0] += 1
    }

    private typealias TextChange = @Sendable (inout PlanText, _ number: Int, _ place: Int) -> Void

    private static let changes: [(ChangeNature, TextChange)] = [
        (.substantive, { text, number, place in text.edit(place) { $0.body += "Er komen \(number) banken bij.\n" } }),
        (.substantive, { text, number, place in text.edit(place) { $0.body = "Nieuwe tekst \(number).\n" } }),
        (
            .typographic,
            { text, _, place in text.edit(place) { $0.body = $0.body.replacing("wijk", with: "**wijk**") } }
        ),
        (.typographic, { text, _, place in text.edit(place) { $0.body = $0.body.replacing("**", with: "") } }),
        (.editorial, { text, _, place in text.edit(place) { $0.body += "Dat is goed voor de buurt.\n" } }),
        (.editorial, { text, _, place in text.edit(place) { $0.heading?.title += " en meer" } }),
        (.structural, { text, _, place in text.chapters.swapAt(0, place % text.chapters.count) }),
        (.structural, { text, _, place in text.chapters[place % text.chapters.count].sections.reverse() }),
        (
            .structural,
            { text, _, place in
                let from = place % text.chapters.count
                guard text.chapters[from].sections.count > 1 else { return }
                let section = text.chapters[from].sections.removeLast()
                text.chapters[(from + 1) % text.chapters.count].sections.append(section)
            }
        ),
        (
            .substantive,
            { text, number, place in
                var section = Section.sample("sectie-\(number)", "Sectie \(number)", "Tekst van \(number).\n")
                section.owner = Cast.drafter.function
                text.chapters[place % text.chapters.count].sections.append(section)
            }
        ),
        (
            .substantive,
            { text, _, place in
                guard text.sections.count > 2 else { return }
                let id = text.sections[place % text.sections.count].id
                for chapter in text.chapters.indices { text.chapters[chapter].sections.removeAll { $0.id == id } }
            }
        ),
        (.substantive, { text, number, _ in text.documents[0].parts[0].body = "Toelichting \(number).\n" }),
        (.substantive, { text, number, _ in text.metadata.nota.decisionPoints[0] = "Punt \(number) vast te stellen." }),
        (.substantive, { text, number, _ in text.metadata.number = "2023-\(number)" }),
        (
            .substantive,
            { text, _, place in text.metadata.planning["board-meeting"] = CalendarDate(dayNumber: 19_500 + place) }
        ),
    ]

    // MARK: Acting

    private mutating func act(in plan: PlanID) async throws {
        guard let projected = try await world.store.projectedPlan(plan) else { return }
        // Now and then somebody tries what belongs to another stage.
        let stage = chance(10) ? pick(["consult", "deepen", "draft", "decide", "adopt"]) : projected.stage
        let asked = try await world.store.acts(of: plan).last { $0.payload.kind == .adviserAsked }
        let (payload, author) = pick(proposals(in: stage, asked.map { "asked:\($0.sequence)" }) + anywhere())
        let needsReason = [.sentBack, .gateOverridden, .held, .stepSkipped].contains(payload.kind) || chance(4)
        try await world.record(
            payload, in: plan, by: author, sections: chance(8) ? projected.sections.prefix(1).map(\.id) : [],
            on: chance(3) ? world.clock.today : nil, reason: needsReason ? "Reden \(next())" : nil)
        kinds.insert(payload.kind)
    }

    private mutating func proposals(in stage: StageID, _ asked: String?) -> [(ActPayload, Author)] {
        let (number, today) = (next(), world.clock.today)
        let name = "ronde-\(Int.random(in: 1...2, using: &random))"
        let round = ActPayload.roundOpened(
            round: name, audience: LocalizedText(nl: "inwoners"), from: today, until: today.adding(days: 1))
        switch stage {
        case "consult":
            return [
                (round, Cast.editor), (.roundExtended(round: name, until: today.adding(days: 9)), Cast.editor),
                (.roundClosed(round: name), Cast.editor), (.stageMoved(from: stage, to: "deepen"), Cast.editor),
                (.gateOverridden(stage: stage, condition: "consultation-closed"), Cast.secretary),
            ]
        case "deepen":
            return [
                (.meetingHeld(meeting: "sessie-\(number)", body: .raad), Cast.clerk),
                (.meetingHeld(meeting: "sessie-\(number)", body: nil), Cast.editor),
                (.gateOverridden(stage: stage, condition: "council-deepening"), Cast.secretary),
                (.stageMoved(from: stage, to: "draft"), Cast.editor),
                (.stageMoved(from: stage, to: "draft"), Cast.editor),
            ]
        case "draft":
            return [
                (.signedOff(step: "finance-advice", verdict: pick(SignOffVerdict.allCases)), Cast.adviser),
                (.stepSkipped(step: "finance-advice"), Cast.secretary),
                (.stageMoved(from: stage, to: "decide"), Cast.secretary),
                (.stageMoved(from: stage, to: "decide"), Cast.editor),
            ]
        case "decide": return atTheBoard(asked ?? "finance-advice")
        default:
            return [
                (.scheduled(body: .raad, meeting: nil), Cast.clerk), (decision(of: .raad), Cast.clerk),
                (.stageMoved(from: "adopt", to: "adopted"), Cast.clerk), (.published, Cast.boardOffice),
            ]
        }
    }

    private mutating func atTheBoard(_ asked: String) -> [(ActPayload, Author)] {
        [
            (.signedOff(step: "portfolio-holder", verdict: pick([.agreed, .noObjection])), Cast.portfolioHolder),
            (.scheduled(body: .college, meeting: chance(2) ? world.clock.today : nil), Cast.secretary),
            (decision(of: .college), Cast.boardOffice), (decision(of: .college), Cast.boardOffice),
            (.finalReleased, Cast.boardOffice), (.finalReleased, Cast.boardOffice), (.published, Cast.boardOffice),
            (.sentBack(from: "decide", to: "draft"), Cast.secretary), (.held, Cast.secretary),
            (.adviserAsked(track: "sign-off", function: Cast.adviser.function), Cast.secretary),
            (.signedOff(step: asked, verdict: .agreed), Cast.adviser), (.stepSkipped(step: asked), Cast.secretary),
            (.stageMoved(from: "decide", to: pick(["adopt", "adopted"])), Cast.secretary),
        ]
    }

    private mutating func anywhere() -> [(ActPayload, Author)] {
        let choice = Disclosure(pick([.open, .openAfterCondition]), condition: "na de vergadering")
        return [
            (.disclosureChosen(choice), Cast.secretary), (.resumed, Cast.secretary), (.resumed, Cast.secretary),
            (.conditionFulfilled(condition: "publication"), Cast.boardOffice),
        ]
    }

    private mutating func decision(of body: GoverningBody) -> ActPayload {
        let outcome = chance(4) ? pick([PointOutcome.deferred, .adoptedAsAmended, .withdrawn]) : .adopted
        return .decided(body: body, points: [1, 2].map { PointResult(point: $0, outcome: outcome) })
    }

    // MARK: Chance

    private mutating func next() -> Int {
        numbers += 1
        return numbers
    }

    private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }
    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &random)]
    }
}

extension PlanText {
    /// Changes the section at a place that may lie beyond the last.
    fileprivate mutating func edit(_ place: Int, _ change: (inout Section) -> Void) {
        let id = sections[place % sections.count].id
        for chapter in chapters.indices {
            for index in chapters[chapter].sections.indices where chapters[chapter].sections[index].id == id {
                change(&chapters[chapter].sections[index])
            }
        }
    }
}
