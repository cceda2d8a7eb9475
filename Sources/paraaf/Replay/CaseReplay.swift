import Foundation
import PlanDomain
import Prose
import Workflow

/// Builds a case in a data folder step by step: the plan with its texts and its official acts, then the plan that it
/// starts.
///
/// Every step can be asked for again: acts and plans are known by the request that asked for them, and a text that is
/// there already is not saved twice. So an interrupted replay goes on where it stopped.
struct CaseReplay {
    let source: CaseFolder
    let office: PlanOffice
    let reading: PlanReadingRoom
    /// Told after each step: what was done, how many are done and how many there are.
    let progress: (Reason, Int, Int) -> Void

    private var facts: CaseFacts { source.facts }
    private var requests: CaseRequests { CaseRequests(facts: facts) }

    /// Plays the whole case. Returns the plans that it made.
    func run() async throws -> [PlanID] {
        let total =
            5 + facts.events.count + (facts.successorTitle == nil ? 0 : 1) + (source.earlierDraft == nil ? 0 : 1)
        var done = 0
        func step(_ phrase: String, _ arguments: [String: Reason.Argument] = [:]) {
            done += 1
            progress(Reason(phrase, arguments), done, total)
        }
        try await saveHouseStyle()
        let plan = try await startPlan()
        step("cli.replay.plan")
        if source.earlierDraft != nil {
            try await save("Reacties op het eerste concept verwerkt", in: plan) { $0.chapters = chapters }
            step("cli.replay.draft")
        }
        try await save("Tekst van de nota voor B&W", in: plan) { $0.replace(source.nota) }
        step("cli.replay.nota")
        try await save("Tekst van de raadsmededeling", in: plan) { $0.replace(source.notice) }
        step("cli.replay.notice")
        try await moveOn(plan, from: "draft", to: "decide", by: Cast.secretary)
        step("cli.replay.frozen")
        for (index, event) in facts.events.enumerated() {
            try await record(event, number: index + 1, in: plan)
            step("cli.replay.act", ["act": .text(event.kind.rawValue), "date": .date(event.date)])
        }
        try await moveOn(plan, from: "decide", to: "adopted", by: Cast.secretary)
        step("cli.replay.adopted")
        guard let title = facts.successorTitle else { return [plan] }
        let successor = try await startSuccessor(title, after: plan)
        step("cli.replay.successor")
        return [plan, successor]
    }

    private func saveHouseStyle() async throws {
        var style = try await office.store.houseStyle()
        style.municipality = facts.municipality
        try await office.store.save(style)
    }

    private func startPlan() async throws -> PlanID {
        if let plan = try await plan(startedBy: requests.plan) { return plan }
        let document = source.earlierDraft ?? source.document
        var text = try office.text(importing: document, type: facts.metadata.type, title: facts.metadata.title)
        text.metadata = facts.metadata
        text.chapters = owned(document.chapters)
        return try await office.start(
            NewPlan(
                type: facts.metadata.type, text: text, author: Cast.drafter(facts),
                summary: "Tekst van het plan ingelezen", requestID: requests.plan,
                organisations: facts.partners))
    }

    /// The plan's chapters as they were decided on.
    private var chapters: [Chapter] { owned(source.document.chapters) }

    /// The source names no writers; the team that made the plan wrote all of it.
    private func owned(_ chapters: [Chapter]) -> [Chapter] {
        chapters.map { chapter in
            var chapter = chapter
            for section in chapter.sections.indices {
                chapter.sections[section].owner = Cast.drafter(facts).function
            }
            return chapter
        }
    }

    private func startSuccessor(_ title: String, after plan: PlanID) async throws -> PlanID {
        if let successor = try await self.plan(startedBy: requests.successor) {
            try await office.store.add(facts.partners, to: successor)
            return successor
        }
        var text = try office.skeleton(for: "meerjarenbeleidsplan", title: title)
        let skeleton = text.metadata
        text.metadata = facts.metadata
        text.metadata.type = skeleton.type
        text.metadata.title = skeleton.title
        text.metadata.number = nil
        text.metadata.nota = skeleton.nota
        text.metadata.follows = plan
        text.metadata.themes = facts.themes
        text.metadata.indicators = facts.indicators
        return try await office.start(
            NewPlan(
                type: skeleton.type, text: text, author: Cast.drafter(facts),
                summary: "Opzet van het meerjarenbeleidsplan", requestID: requests.successor,
                organisations: facts.partners))
    }

    private func save(_ summary: String, in plan: PlanID, _ change: (inout PlanText) -> Void) async throws {
        let head = try await office.heads(of: plan).text
        var text = try await office.repositories.repository(of: plan).text(at: head)
        change(&text)
        let edit = TextEdit(
            text: text, author: Cast.drafter(facts), madeAt: office.time.now(), summary: summary, nature: .substantive)
        do {
            try await office.save(edit, in: plan, basedOn: head)
        } catch let error as PlanError where error.reason.key == "text.unchanged" || error.isFrozen {
            // Saved before an interruption.
        }
    }

    private func moveOn(_ plan: PlanID, from: StageID, to: StageID, by author: Author) async throws {
        let act = NewAct(
            .stageMoved(from: from, to: to), by: author, on: nil, requestID: requests.move(to: to))
        try await office.record(act, in: plan)
    }

    private func plan(startedBy request: String) async throws -> PlanID? {
        for plan in try await office.store.projectedPlans() {
            if try await office.store.acts(of: plan).first?.requestID == request { return plan }
        }
        return nil
    }
}

extension CaseReplay {
    private func record(_ event: CaseEvent, number: Int, in plan: PlanID) async throws {
        let request = requests.event(number)
        if try await office.store.acts(of: plan).contains(where: { $0.requestID == request }) { return }
        let author = Cast.author(of: event, facts)
        let act = NewAct(
            try await payload(of: event, by: author, in: plan), by: author, on: event.date, requestID: request)
        do {
            try await office.record(act, in: plan)
        } catch let error as PlanError {
            throw PlanError(
                error.code,
                Reason(
                    "case.act-refused",
                    [
                        "number": .number(number), "act": .text(event.kind.rawValue), "date": .date(event.date),
                        "why": .phrase(error.reason),
                    ]))
        }
    }

    private func payload(of event: CaseEvent, by author: Author, in plan: PlanID) async throws -> ActPayload {
        switch event.kind {
        case .scheduled: return .scheduled(body: .college, meeting: nil)
        case .finalReleased: return .finalReleased
        case .published: return .published
        case .decided:
            let outcome = event.outcome ?? .adopted
            return .decided(
                body: .college,
                points: facts.metadata.nota.decisionPoints.indices.map { PointResult(point: $0 + 1, outcome: outcome) })
        case .signedOff, .conditionFulfilled:
            let standing = try await reading.plan(plan).standing
            if event.kind == .conditionFulfilled {
                let open = standing.conditions.first { !$0.isFulfilled } ?? standing.conditions.first
                return .conditionFulfilled(condition: open?.id ?? "")
            }
            // Where no step is open to this function the engine says so of the first one that there is.
            let steps = standing.openSteps(for: author.role) + standing.tracks.flatMap(\.steps)
            return .signedOff(step: steps.first { $0.act == .signedOff }?.id ?? "", verdict: .agreed)
        }
    }
}

/// Names of the requests of one case, so that each of its steps is done once.
private struct CaseRequests {
    let facts: CaseFacts

    var plan: String { name("plan") }
    var successor: String { name("successor") }
    func event(_ number: Int) -> String { name("event-\(number)") }
    func move(to stage: StageID) -> String { name("stage-\(stage)") }

    private func name(_ step: String) -> String { "replay:\(Slug.make(facts.metadata.title)):\(step)" }
}

extension PlanText {
    fileprivate mutating func replace(_ document: DocumentText) {
        documents = (documents.filter { $0.name != document.name } + [document]).sorted { $0.name < $1.name }
    }
}

extension PlanError {
    /// The text stands still before a body.
    var isFrozen: Bool { reason.key == "refusal.text-frozen" }
}
