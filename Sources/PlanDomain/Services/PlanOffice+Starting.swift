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
    /// - Returns: the id, made from the title; a number behind it where another plan has that name.
    @discardableResult
    public func start(_ new: NewPlan) async throws -> PlanID {
        let workflow = try workflows.workflow(for: new.type)
        let text = try TextRules(definition: workflow.definition).tidied(new.text)
        let plan = try await freeID(for: text.metadata.title)
        return try await turns.take(plan) {
            let act = NewAct(
                .planStarted(workflow: workflow.definition.id, version: workflow.definition.version), by: new.author,
                on: nil, requestID: new.requestID)
            let edit = TextEdit(
                text: text, author: new.author, madeAt: time.now(), summary: new.summary, nature: .substantive)
            _ = try await repositories.create(
                plan,
                with: PlanStart(
                    edit: edit, workflow: workflow.source,
                    act: try await seal(act, about: nil, workflow: workflow.source)))
            try await bringUpToDate(plan)
            try await store.add(new.organisations, to: plan)
            return plan
        }
    }

    private func checkedTitle(_ title: String) throws(PlanError) -> String {
        let words = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !words.isEmpty else { throw PlanError(.invalid, Reason("plan.title-empty")) }
        guard words.count <= 200 else { throw PlanError(.invalid, Reason("plan.title-long", ["limit": .number(200)])) }
        return words
    }

    private func freeID(for title: String) async throws -> PlanID {
        let slug = Slug.make(title, limit: 70, fallback: "plan")
        let taken = Set(try await repositories.planIDs()).union(try await store.witnessedPlans())
        for number in 1...10_000 {
            let text = number == 1 ? slug : "\(slug)-\(number)"
            if let id = PlanID(text), !taken.contains(id) { return id }
        }
        throw PlanError(.conflict, Reason("plan.id-taken", ["plan": .text(slug)]))
    }
}
