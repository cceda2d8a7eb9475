import Foundation
import Testing

@testable import Workflow

/// One plan whose register grows act by act, each act first held against the engine, as the program does.
struct Scenario {
    let engine: WorkflowEngine
    var facts: PlanFacts
    var today: CalendarDate = "2023-12-31"
    private var changeCount = 1

    var definition: WorkflowDefinition { engine.definition }
    var standing: PlanStanding { engine.standing(of: facts, on: today) }

    /// A plan of two sections and a nota that are written, with one decision point and open disclosure.
    init(_ workflow: String = "plan-van-aanpak") throws {
        self.init(try ShippedWorkflow.read(workflow))
    }

    init(_ definition: WorkflowDefinition) {
        engine = WorkflowEngine(definition)
        facts = PlanFacts(
            sections: ["inleiding", "aanpak"].map {
                SectionFact(id: $0, title: $0.capitalized, owner: "Beleidsadviseur", hasText: true)
            },
            texts: definition.documents.map { TextFact(document: $0.id, heading: "Kader", isFilled: true) },
            decisionPoints: [DecisionPointFact(number: 1, text: "Het plan vast te stellen")],
            proposedDisclosure: Disclosure(.open),
            changes: [
                ChangeFact(
                    id: "c1", nature: .substantive, sections: ["inleiding", "aanpak"],
                    documents: definition.documents.map(\.id), date: "2023-05-01")
            ])
    }

    /// A started plan.
    static func started(_ workflow: String = "plan-van-aanpak") throws -> Scenario {
        var scenario = try Scenario(workflow)
        try scenario.start()
        return scenario
    }

    /// A plan van aanpak in the stage `decide`, frozen.
    static func frozen() throws -> Scenario {
        var scenario = try started()
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor)
        return scenario
    }

    /// A frozen plan that stands on the agenda with its paraaf.
    static func ready() throws -> Scenario {
        var scenario = try frozen()
        try scenario.act(.scheduled(body: .college, meeting: nil), .secretary)
        try scenario.act(.signedOff(step: "portfolio-holder", verdict: .agreed), .portfolioHolder)
        return scenario
    }

    /// A plan on whose one point the board gave this result.
    static func decided(_ outcome: PointOutcome) throws -> Scenario {
        var scenario = try ready()
        try scenario.decide(outcome)
        return scenario
    }

    mutating func start() throws {
        try act(.planStarted(workflow: definition.id, version: definition.version), .editor)
    }

    mutating func decide(_ outcome: PointOutcome, body: GoverningBody = .college) throws {
        let points = [PointResult(point: 1, outcome: outcome)]
        try act(.decided(body: body, points: points), body == .college ? .boardOffice : .clerk)
    }

    mutating func sendBack(_ sections: [String] = [], to stage: StageID = "draft") throws {
        try act(.sentBack(from: standing.stage, to: stage), .secretary, sections: sections, reason: true)
    }

    /// Records an act that the engine must let in.
    mutating func act(
        _ payload: ActPayload, _ role: Role, _ function: String? = nil, on date: CalendarDate? = nil,
        sections: [String] = [], reason: Bool = false, location: SourceLocation = #_sourceLocation
    ) throws {
        let refusal = refusal(payload, role, function, on: date, sections: sections, reason: reason)
        try #require(refusal == nil, sourceLocation: location)
        record(payload, role, function, on: date, sections: sections)
    }

    /// Records an act without asking.
    mutating func record(
        _ payload: ActPayload, _ role: Role, _ function: String? = nil, on date: CalendarDate? = nil,
        sections: [String] = []
    ) {
        let frozen = PlanHistory(definition: definition, facts: facts).frozen
        facts.acts.append(
            ActFact(
                sequence: facts.acts.count + 1, payload: payload, sections: sections,
                text: frozen?.text ?? facts.changes.last?.id ?? "", role: role, function: function ?? role.rawValue,
                date: date, recordedOn: date ?? today))
    }

    /// The key of the reason for which the engine refuses; nil when it does not. Each reason must read well, too.
    func refusal(
        _ payload: ActPayload, _ role: Role, _ function: String? = nil, on date: CalendarDate? = nil,
        sections: [String] = [], reason: Bool = false
    ) -> String? {
        let proposal = ProposedAct(
            payload, sections: sections, by: role, function: function ?? role.rawValue, on: date, hasReason: reason)
        let refusal = engine.refusal(of: proposal, given: facts, on: today)
        if let refusal { Wording.expectWhole(refusal) }
        return refusal?.key
    }

    mutating func change(
        _ nature: ChangeNature, sections: [String] = ["aanpak"], documents: [String] = [], on date: CalendarDate? = nil
    ) {
        changeCount += 1
        facts.changes.append(
            ChangeFact(
                id: "c\(changeCount)", nature: nature, sections: sections, documents: documents, date: date ?? today))
    }

    /// The gate of a stage; all that it says must read well.
    func gate(_ stage: StageID) throws -> GateReport {
        let report = try #require(engine.gate(leaving: stage, of: facts, on: today))
        for line in report.lines { ([line.statement] + line.reasons).forEach(Wording.expectWhole) }
        return report
    }

    /// Where a step stands; all that it says must read well.
    func step(_ id: String) throws -> StepStanding {
        let step = try #require(standing.step(id))
        step.reasons.forEach(Wording.expectWhole)
        return step
    }
}

/// The workflows that the program brings along.
enum ShippedWorkflow {
    static let names = ["plan-van-aanpak", "meerjarenbeleidsplan", "uitvoeringsplan", "voortgangsrapportage"]

    /// The root of the project, found from this very file.
    static let root: URL = {
        let fromHere = URL(filePath: #filePath).resolvingSymlinksInPath()
        return fromHere.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }()

    static func text(_ name: String) throws -> String {
        try String(contentsOf: root.appending(path: "workflows/\(name).yml"), encoding: .utf8)
    }

    static func read(_ name: String) throws -> WorkflowDefinition {
        try WorkflowDefinition.read(yaml: text(name), file: "workflows/\(name).yml")
    }
}

extension CalendarDate: ExpressibleByStringLiteral {
    /// Tests write dates as they are read; an impossible one stops the test at once.
    public init(stringLiteral text: String) {
        guard let date = CalendarDate(iso8601: text) else { preconditionFailure("no such day: \(text)") }
        self = date
    }
}
