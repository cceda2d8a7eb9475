import Foundation
import PlanDomain
import Survey
import TestSupport
import Workflow

/// A round for residents with a questionnaire of three pages, and the two sides of it.
struct SurveyBench: Sendable {
    let hearing: Hearing
    let round: RoundID
    let desk: SurveyDesk
    let room: SurveyRoom

    var plan: PlanID { hearing.plan }
    var world: World { hearing.world }

    static let questionnaire = Questionnaire(
        title: "Veilig wonen",
        pages: [
            .init(
                id: "p1", title: "Uw wijk",
                questions: [
                    Question(
                        id: "v1", text: "Woont u hier?",
                        kind: .one([Choice(id: "a", text: "Ja"), Choice(id: "b", text: "Nee")]), isRequired: true)
                ]),
            .init(
                id: "p2", title: "Overlast",
                questions: [
                    Question(
                        id: "v2", text: "Welk cijfer geeft u?",
                        kind: .scale(Scale(1...10, least: "Slecht", most: "Goed")),
                        isRequired: true)
                ], condition: Condition("v1", in: ["a"])),
            .init(
                id: "p3", title: "Tot slot",
                questions: [Question(id: "v3", text: "Wat mist u?", kind: .open(limit: 20))]),
        ])

    static let whole = AnswerSheet(["v1": .chosen(["a"]), "v2": .value(7), "v3": .text("Licht")])

    /// - Parameter opened: whether the round runs from 5 to 16 June 2023, or is still being prepared.
    init(opened: Bool = true) async throws {
        hearing = try await Hearing()
        var preparation = Hearing.preparation("Bewoners", audience: .residents)
        preparation.channels = [.survey, .panel]
        round = try await hearing.desk.prepare(preparation, in: hearing.plan, by: hearing.handler).id
        desk = SurveyDesk(hearing.world.office, store: hearing.world.store)
        room = SurveyRoom(hearing.world.office, store: hearing.world.store)
        if opened {
            try await build()
            try await open()
        }
    }

    @discardableResult
    func build(
        _ questionnaire: Questionnaire = questionnaire, after version: Int = 0, by participant: Participant? = nil
    ) async throws -> RoundSurvey {
        try await desk.save(
            questionnaire, after: version, of: round, in: plan, by: participant ?? hearing.handler)
    }

    func open() async throws {
        let shown = try await world.office.heads(of: plan).text
        try await hearing.desk.open(round, of: plan, shown: shown, requestID: "open", by: hearing.handler)
    }

    static func key(_ name: String) -> SheetKey {
        SheetKey(id: TokenHash(rawValue: "sleutel-\(name)"), receipt: TokenHash(rawValue: "code-\(name)"))
    }

    static func id(_ name: String) -> ResponseID {
        guard let id = ResponseID(name) else { preconditionFailure("\(name) is no id") }
        return id
    }

    /// Fills a sheet in and sends it.
    @discardableResult
    func send(_ sheet: AnswerSheet = whole, as name: String) async throws -> SurveyResponse {
        let visit = try await room.visit(round, of: plan)
        try await room.keep(sheet, under: Self.key(name), at: visit)
        return try await room.send(Self.key(name), as: Self.id(name), at: visit)
    }

    func responses() async throws -> [SurveyResponse] { try await world.store.responses(of: round, in: plan) }

    /// Past the last day of the round.
    func passLastDay() {
        world.clock.set(world.clock.office.moment(on: Hearing.day("2023-06-17"), hour: 0, minute: 0))
    }
}
