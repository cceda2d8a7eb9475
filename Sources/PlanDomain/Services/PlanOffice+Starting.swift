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
    /// The bytes of the text's annexes.
    public let files: [AnnexFile]
    /// Where it is given, what the author is called in the plan: known only when the plan has its id.
    public let pseudonym: (@Sendable (PlanID) async throws -> String)?

    public init(
        type: String, text: PlanText, author: Author, summary: String, requestID: String,
        organisations: [Organisation] = [], files: [AnnexFile] = [],
        pseudonym: (@Sendable (PlanID) async throws -> String)? = nil
    ) {
        self.type = type
        self.text = text
        self.author = author
        self.summary = summary
        self.requestID = requestID
        self.organisations = organisations
        self.files = files
        self.pseudonym = pseudonym
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
        _ = try checkedSummary(new.summary)
        try check(act(starting: new, by: new.author, workflow), given: PlanFacts(), workflow: workflow.definition)
        for id in try await ids(for: text.metadata.title) {
            if let plan = try await create(id, as: new, text, workflow) {
                try await store.add(new.organisations, to: plan)
                return plan
            }
        }
        throw PlanError(.conflict, Reason("plan.id-taken", ["plan": .text(text.metadata.title)]))
    }

    /// The plan of this id if it is new, or was started by the same request; nil when another plan has the id.
    private func create(
        _ plan: PlanID, as new: NewPlan, _ text: PlanText, _ workflow: WorkflowCatalogue.Entry
    ) async throws -> PlanID? {
        try await turns.take(plan) {
            if try await repositories.planIDs().contains(plan) {
                try await bringUpToDate(plan)
                return try await store.acts(of: plan).first?.requestID == new.requestID ? plan : nil
            }
            let pseudonym = try await new.pseudonym?(plan) ?? new.author.pseudonym
            let author = Author(function: new.author.function, role: new.author.role, pseudonym: pseudonym)
            let edit = TextEdit(
                text: text, author: author, madeAt: time.now(), summary: try checkedSummary(new.summary),
                nature: .substantive, files: new.files)
            let act = act(starting: new, by: author, workflow)
            _ = try await repositories.create(
                plan,
                with: PlanStart(
                    edit: edit, workflow: workflow.source,
                    act: try await seal(act, about: nil, workflow: workflow.source)))
            try await followUp(on: plan)
            return plan
        }
    }

    private func act(starting new: NewPlan, by author: Author, _ workflow: WorkflowCatalogue.Entry) -> NewAct {
        NewAct(
            .planStarted(workflow: workflow.definition.id, version: workflow.definition.version), by: author, on: nil,
            requestID: new.requestID)
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
