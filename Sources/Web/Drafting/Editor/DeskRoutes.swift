import Foundation
import Hummingbird
import NIOCore
import PlanDomain
import Workflow

/// What an open editor asks while somebody types: to keep a draft, to show the text as readers get it, who else is there.
struct DeskRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.keepDraft, use: keep)
        router.on(.previewDraft, use: preview)
        router.on(.presence, use: presence)
    }

    private var desk: DraftingDesk { DraftingDesk(services) }

    @Sendable private func keep(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (plan, subject) = (try plan(context), try subject(context))
        guard let session = context.form.session, try await has(session.base, plan) else {
            throw FormValues.unreadable
        }
        _ = try context.form.value("tekst")
        let outcome = try await desk.keep(
            EditorForm.typedText(context.form), of: subject, in: plan, tab: session.tab, version: session.version,
            base: session.base, by: context.participant)
        let phrases = phrases(context)
        let moment = phrases.moment(services.clock())
        return try json(
            KeptAnswer(
                outcome: outcome.rawValue, version: session.version,
                words: phrases.text("editor.kept-at", ["moment": .text(moment)])))
    }

    @Sendable private func preview(_ request: Request, _ context: SiteContext) async throws -> Response {
        _ = try context.form.value("tekst")
        let text = EditorForm.typedText(context.form)
        guard text.count <= EditorForm.textLimit else {
            throw PlanError(
                .invalid,
                Reason(
                    "web.form.too-long", ["limit": .number(EditorForm.textLimit), "count": .number(text.count)]))
        }
        let plan = try plan(context)
        let markup = EditorPreview.markup(of: text, try await shelf(for: text, in: plan), phrases(context))
        return Response(
            status: .ok, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: markup.bytes)))
    }

    /// What a text can show. Somebody is typing: the plan is read only where the text speaks of a file.
    private func shelf(for text: String, in plan: PlanID) async throws -> AnnexShelf {
        guard text.contains(Annex.folder) else { return .empty }
        let head = try await services.office.heads(of: plan).text
        let annexes = try await services.office.repositories.repository(of: plan).text(at: head).annexes
        return .working(annexes, of: plan, at: head)
    }

    @Sendable private func presence(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (plan, subject) = (try plan(context), try subject(context))
        let phrases = phrases(context)
        if context.form.has("weg") {
            try await desk.leave(subject, of: plan, by: context.participant)
            return try json(PresenceAnswer(editors: "", moved: ""))
        }
        let editors = try await desk.stay(at: subject, of: plan, by: context.participant)
        let moved = try await hasMoved(subject, in: plan, since: try context.form.value("basis"))
        return try json(
            PresenceAnswer(
                editors: EditorSurroundings.sentence(about: editors, phrases) ?? "",
                moved: moved ? phrases.text("editor.moved-on") : ""))
    }

    /// Whether the plan ever stood like that: what was begun on something else could never be saved.
    private func has(_ base: CommitID, _ plan: PlanID) async throws -> Bool {
        if try await services.office.heads(of: plan).text == base { return true }
        do {
            _ = try await services.office.repositories.repository(of: plan).text(at: base)
            return true
        } catch let error as PlanError where error.code != .unavailable {
            return false
        }
    }

    /// Whether somebody saved this text since it was opened.
    private func hasMoved(_ subject: DraftSubject, in plan: PlanID, since base: String?) async throws -> Bool {
        guard let base = base.flatMap({ CommitID($0) }) else { return false }
        let head = try await services.office.heads(of: plan).text
        guard base != head else { return false }
        let repository = try await services.office.repositories.repository(of: plan)
        return try await repository.text(at: base).text(of: subject) != repository.text(at: head).text(of: subject)
    }

    private func subject(_ context: SiteContext) throws(PlanError) -> DraftSubject {
        guard let subject = try context.form.value("onderwerp").flatMap({ DraftSubject(rawValue: $0) }) else {
            throw FormValues.unreadable
        }
        return subject
    }

    private func json(_ answer: some Encodable) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Response(
            status: .ok, headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: [UInt8](try encoder.encode(answer)))))
    }
}

private struct KeptAnswer: Encodable {
    let outcome: String
    let version: Int
    let words: String
}

private struct PresenceAnswer: Encodable {
    let editors: String
    let moved: String
}
