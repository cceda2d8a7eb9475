import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// One visit to an editor: opens it, and answers what its form sends. Whatever is refused, what was typed comes back.
struct EditorWork<Screen: EditorScreen>: SiteRouteGroup {
    let services: SiteServices
    let place: EditorPlace
    let screen: Screen
    let context: SiteContext

    func add(to router: inout SiteRouter) {}

    var desk: DraftingDesk { DraftingDesk(services) }
    var participant: Participant { context.participant }
    var phrases: Phrases { phrases(context) }

    /// The text as it was left in a draft, else as it stands.
    func show(tab: String?) async throws -> Response {
        let opened = try await open(tab.flatMap { DraftTab($0) })
        let session = try session(of: opened)
        var values = screen.values(of: opened.text)
        values["titel"] = place.ownTitle.map { [$0] }
        return try response(opened, session, form(FormValues(values)))
    }

    /// What the form asks by the button that was pressed.
    func answer() async throws -> Response {
        if let name = try context.form.value("invoegen") { return try await insert(name) }
        switch try context.form.value("actie") {
        case "bestanden": return try await leaveForAnnexes()
        case "weggooien": return try await discard()
        case "bewaren": return try await keep(notice: "editor.kept")
        case "voorbeeld", PointBoxes.board.more, PointBoxes.council.more: return try await keep(notice: nil)
        case "kiezen": return try await choose()
        default: return try await save()
        }
    }

    // MARK: Saving

    private func save() async throws -> Response {
        var form = form(context.form)
        screen.check(&form)
        let cause = form.readCause()
        guard let session = try await soundSession() else {
            form.form.refuse("", Reason("editor.base-missing"))
            return try await showAgain(form, try await kept(nil))
        }
        guard form.form.isSound, let cause else { return try await showAgain(form, try await kept(session)) }
        guard try await isScreened(&form, cause) else { return try await showAgain(form, try await kept(session)) }
        let work = work(on: session, because: cause)
        return try await finish(work, form) { try await desk.save(work, by: participant) }
    }

    /// Saves with a choice for each passage that two people changed.
    private func choose() async throws -> Response {
        var form = form(context.form)
        screen.check(&form)
        guard let session = try await soundSession(), let cause = form.readCause(),
            let theirs = context.form.only("hunne").flatMap({ CommitID($0) })
        else { return try await save() }
        let work = work(on: session, because: cause)
        guard let choices = ConflictChoices(context.form).choices else {
            // Without the choices it is the same conflict again, which says what is missing.
            return try await finish(work, form) { try await desk.save(work, by: participant) }
        }
        return try await finish(work, form) { try await desk.resolve(work, with: theirs, choices, by: participant) }
    }

    private func finish(
        _ work: TextSave, _ form: EditorForm, _ save: () async throws -> SaveOutcome
    ) async throws -> Response {
        do {
            switch try await save() {
            case .saved(let change, let incoming):
                return try await saved(work, as: change.id, Self.notice(incoming), form)
            case .unchanged(let head): return try await saved(work, as: head, Notice("editor.unchanged"), form)
            case .conflict(let conflict): return try await conflictPage(conflict, work)
            }
        } catch let error as PlanError where error.code != .forbidden {
            return try await showRefused(form, work, error)
        }
    }

    private func work(on session: EditorSession, because cause: EditorForm.Cause) -> TextSave {
        let next = session.next
        return TextSave(
            plan: place.plan, subject: place.subject, text: screen.text(in: context.form), base: next.base,
            tab: next.tab, version: next.version, summary: cause.summary, nature: cause.nature, inputs: cause.inputs,
            requestID: context.form.requestID)
    }

    /// Saves the title too where it was changed: a change of its own, because titles are a matter of structure.
    private func saved(
        _ work: TextSave, as head: CommitID, _ notice: Notice, _ form: EditorForm
    ) async throws -> Response {
        let title = context.form.all("titel").first?.trimmingCharacters(in: .whitespacesAndNewlines)
        guard case .section(let id) = place.subject, let title, place.ownTitle != nil,
            title != context.form.all("titel-was").first, title != place.ownTitle
        else { return redirect(to: place.back, context, notice: notice) }
        do {
            let change = StructureSave(
                plan: place.plan, edit: .renameSection(id, title: title), shown: head, summary: work.summary,
                inputs: work.inputs, requestID: work.requestID + "/titel")
            try await desk.restructure(change, by: participant)
        } catch let error as PlanError where error.code != .forbidden {
            return try await showRefused(form, work, error)
        }
        return redirect(
            to: place.back, context, notice: notice.key == "editor.unchanged" ? Notice("editor.saved") : notice)
    }

    /// What came in by itself, as far as a notice has room for it.
    private static func notice(_ incoming: [String]) -> Notice {
        let words = incoming.flatMap { $0.split(whereSeparator: \.isWhitespace) }.prefix(60).joined(separator: " ")
        guard !incoming.isEmpty else { return Notice("editor.saved") }
        return words.isEmpty
            ? Notice("editor.saved-taken-out") : Notice("editor.saved-merged", ["text": String(words.prefix(500))])
    }

    // MARK: Keeping

    private func keep(notice: String?) async throws -> Response {
        var form = form(context.form)
        let session = try await kept(try await soundSession())
        let opened = try await reopened(session)
        if notice != nil { screen.check(&form) }
        guard form.form.isSound else { return try response(opened, session, form, status: .unprocessableContent) }
        let asked = try context.form.value("actie") == "voorbeeld"
        var context = context
        context.notice = notice.map { Notice($0) }
        return try response(
            opened, session, form, preview: asked ? screen.text(in: context.form) : nil, in: context)
    }

    /// Puts an image or annex at the end of the text, where no script does so at the place of the cursor.
    private func insert(_ name: String) async throws -> Response {
        let annex = try await open(nil).annexes.first { $0.name == name }
        let text = EditorForm.typedText(context.form).trimmingCharacters(in: .whitespacesAndNewlines)
        var context = context
        context.form = context.form.replacing(
            "tekst", with: [text, annex?.markdown ?? ""].filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n")
        return try await EditorWork(services: services, place: place, screen: screen, context: context)
            .keep(notice: nil)
    }

    /// Keeps what was typed and goes where files are added; the draft waits.
    private func leaveForAnnexes() async throws -> Response {
        _ = try await kept(try await soundSession())
        var section: SectionID?
        if case .section(let id) = place.subject { section = id }
        return redirect(to: .annexes(place.plan, from: section), context, notice: Notice("editor.kept"))
    }

    private func discard() async throws -> Response {
        if let session = context.form.session {
            try await desk.discard(place.subject, of: place.plan, tab: session.tab, by: participant)
        }
        return redirect(to: place.back, context, notice: Notice("editor.discarded"))
    }

    /// Keeps what was typed; where another window was ahead of this one, or the tab is closed, under a new name.
    ///
    /// A text that is too long to be kept stays on the page all the same.
    private func kept(_ session: EditorSession?) async throws -> EditorSession {
        let head = try await services.office.heads(of: place.plan).text
        let session = try session ?? EditorSession(base: head, tab: try newTab(), version: 0)
        let fresh = EditorSession(base: session.base, tab: try newTab(), version: 1)
        for candidate in [session.next, fresh] {
            do {
                let outcome = try await desk.keep(
                    screen.text(in: context.form), of: place.subject, in: place.plan, tab: candidate.tab,
                    version: candidate.version, base: candidate.base, by: participant)
                if outcome == .kept { return candidate }
            } catch let error as PlanError where error.code == .invalid {
                return session
            }
        }
        return session
    }

    // MARK: Opening

    func open(_ tab: DraftTab?) async throws -> OpenedText {
        try await desk.open(place.subject, of: place.plan, in: tab, by: participant)
    }

    private func reopened(_ session: EditorSession) async throws -> OpenedText { try await open(session.tab) }

    private func newTab() throws -> DraftTab {
        guard let tab = DraftTab.make(services.random) else { throw HTTPError(.internalServerError) }
        return tab
    }

    private func session(of opened: OpenedText) throws -> EditorSession {
        EditorSession(
            base: opened.base, tab: try opened.draft?.place.tab ?? newTab(), version: opened.draft?.version ?? 0)
    }

    /// What the form was begun on, if that is a version of this plan.
    private func soundSession() async throws -> EditorSession? {
        guard let session = context.form.session else { return nil }
        do {
            _ = try await services.office.repositories.repository(of: place.plan).text(at: session.base)
            return session
        } catch let error as PlanError where error.code != .unavailable {
            return nil
        }
    }

    private func form(_ values: FormValues) -> EditorForm {
        screen.form(of: place, typed: values, phrases: phrases)
    }
}

/// Pages.
extension EditorWork {
    private func showAgain(
        _ form: EditorForm, _ session: EditorSession, status: HTTPResponse.Status = .unprocessableContent
    ) async throws -> Response {
        try response(try await reopened(session), session, form, status: status)
    }

    /// The text was kept as a draft before it was refused, so the page goes on from there.
    private func showRefused(_ form: EditorForm, _ work: TextSave, _ error: PlanError) async throws -> Response {
        var form = form
        form.refuse(error)
        guard error.code != .notFound else { return try goneResponse(error) }
        let opened = try await open(work.tab)
        let session = EditorSession(
            base: opened.draft?.base ?? work.base, tab: work.tab, version: opened.draft?.version ?? work.version)
        if opened.draft != nil, opened.draft?.text != work.text {
            form = screen.form(of: place, typed: context.form.holding(screen.values(of: opened.text)), phrases: phrases)
            form.refuse(error)
        }
        let status: HTTPResponse.Status = error.code == .unavailable ? .serviceUnavailable : .unprocessableContent
        return try response(opened, session, form, status: status)
    }

    private func conflictPage(_ conflict: TextConflict, _ work: TextSave) async throws -> Response {
        let opened = try await open(work.tab)
        let session = EditorSession(base: work.base, tab: work.tab, version: opened.draft?.version ?? work.version)
        let page = ConflictPage(
            conflict, at: place, session: session, typed: context.form, isAnswered: context.form.has("hunne"),
            seal: seal(context), phrases: phrases)
        return try writer.response(page, in: frame(opened, in: context), status: .conflict)
    }

    /// Where the text went, with everything that was typed to be copied from.
    private func goneResponse(_ error: PlanError) throws -> Response {
        let page = GoneTextPage(place, why: error.reason, text: screen.text(in: context.form), phrases: phrases)
        let frame = frame(place.title, place.back, context)
        return try writer.response(page, in: frame, status: .conflict)
    }

    private func response(
        _ opened: OpenedText, _ session: EditorSession, _ form: EditorForm, preview: String? = nil,
        status: HTTPResponse.Status = .ok, in other: SiteContext? = nil
    ) throws -> Response {
        let page = screen.page(
            EditorContent(
                place: place, opened: opened, session: session, form: form, seal: seal(context), preview: preview,
                phrases: phrases))
        var response = try writer.response(page, in: frame(opened, in: other ?? context), status: status)
        // A browser that keeps the page may show it again as it was left.
        response.headers[.cacheControl] = "private, no-cache"
        return response
    }

    private func frame(_ opened: OpenedText, in context: SiteContext) -> PageFrame {
        frame(
            phrases.text("editor.heading", ["title": .text(place.title)]), place.address, in: opened.plan,
            route: .structure, context,
            crumbs: [
                Crumb(label: place.title, address: place.back), Crumb(label: phrases.text("editor.crumb")),
            ])
    }
}

extension DraftingDesk {
    init(_ services: SiteServices) {
        self.init(office: services.office, drafts: services.store, people: services.store)
    }
}

extension FormValues {
    /// With these values in place of those that were sent under their names.
    func holding(_ values: [String: [String]]) -> FormValues {
        values.reduce(self) { form, field in
            field.value.first.map { form.replacing(field.key, with: $0) } ?? form
        }
    }
}
