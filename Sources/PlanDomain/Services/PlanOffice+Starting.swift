import Foundation
import Prose
import Workflow

/// A plan that is to be made.
public struct NewPlan: Sendable {
    /// The type, which names its workflow and its skeleton.
    public let type: String
    public let text: PlanText
    public let author: Author
    public let summary: String
    public let requestID: String
    public let organisations: [Organisation]

    public init(
        type: String, text: PlanText, author: Author, summary: String, requestID: String,
        organisations: [Organisation] = []
    ) {
        self.type = type
        self.text = text
        self.author = author
        self.summary = summary
        self.requestID = requestID
        self.organisations = organisations
    }
}

/// Making new plans.
extension PlanOffice {
    /// The text that a plan of a type begins with, under its own title.
    public func skeleton(for type: String, title: String) throws -> PlanText {
        _ = try workflows.workflow(for: type)
        var text = try skeletons.skeleton(for: type)
        text.metadata.type = type
        text.metadata.title = try checkedTitle(title)
        return text
    }

    /// The text of an imported document: its sections, with the documents that the type's skeleton gives.
    public func text(importing document: PlanImport, type: String, title: String?) throws -> PlanText {
        var text = try skeleton(for: type, title: try checkedTitle(title ?? document.title ?? ""))
        text.chapters = document.chapters
        text.outline = document.outline
        return text
    }

    /// Makes the plan with its repository, its first text and the first act of its register.
    ///
    /// - Returns: the id, made from the title; a number behind it where another plan has that name. The plan that is
    ///   there already when its request was answered before.
    /// - Throws: `forbidden` for a role that may not start a plan of this type, `invalid` for a text that breaks a rule.
    @discardableResult
    public func start(_ new: NewPlan) async throws -> PlanID {
        let workflow = try workflows.workflow(for: new.type)
        let text = try TextRules().tidied(new.text)
        let act = NewAct(
            .planStarted(workflow: workflow.definition.id, version: workflow.definition.version), by: new.author,
            on: nil, requestID: new.requestID)
        try check(act, given: PlanFacts(), workflow: workflow.definition)
        let edit = TextEdit(
            text: text, author: new.author, madeAt: time.now(), summary: try checkedSummary(new.summary),
            nature: .substantive)
        let start = PlanStart(
            edit: edit, workflow: workflow.source, act: try await seal(act, about: nil, workflow: workflow.source))
        for id in try await ids(for: text.metadata.title) {
            if let plan = try await create(id, with: start) {
                try await store.add(new.organisations, to: plan)
                return plan
            }
        }
        throw PlanError(.conflict, Reason("plan.id-taken", ["plan": .text(text.metadata.title)]))
    }

    /// The plan of this id if it is new, or was started by the same request; nil when another plan has the id.
    private func create(_ plan: PlanID, with start: PlanStart) async throws -> PlanID? {
        try await turns.take(plan) {
            if try await repositories.planIDs().contains(plan) {
                try await bringUpToDate(plan)
                return try await store.acts(of: plan).first?.requestID == start.act.act.requestID ? plan : nil
            }
            _ = try await repositories.create(plan, with: start)
            try await followUp(on: plan)
            return plan
        }
    }

    private func checkedTitle(_ title: String) throws(PlanError) -> String {
        let words = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !words.isEmpty else { throw PlanError(.invalid, Reason("plan.title-empty")) }
        guard words.count <= 200 else { throw PlanError(.invalid, Reason("plan.title-long", ["limit": .number(200)])) }
        return words
    }

    /// What a plan of this title may be called, best first; without ids of plans whose repository is gone.
    private func ids(for title: String) async throws -> some Sequence<PlanID> {
        let slug = Slug.make(title, limit: 70, fallback: "plan")
        let gone = Set(try await store.witnessedPlans()).subtracting(try await repositories.planIDs())
        return (1...10_000).lazy.compactMap { PlanID($0 == 1 ? slug : "\(slug)-\($0)") }.filter { !gone.contains($0) }
    }
}
