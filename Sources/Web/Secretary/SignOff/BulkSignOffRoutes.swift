import Hummingbird
import PlanDomain
import Workflow

/// Parafen on several plans at once, where their steps allow it.
struct BulkSignOffRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.bulkSignOff, use: choose)
        router.on(.giveBulkSignOff, use: sign)
    }

    @Sendable private func choose(_ request: Request, _ context: SiteContext) async throws -> Response {
        let items = try await items(for: context.participant)
        return try page(items, SiteForm(BulkSignOffPage.questions(items, phrases(context))), context)
    }

    /// Each paraaf stands alone: one that is refused leaves the others standing, and the answer tells of each.
    @Sendable private func sign(_ request: Request, _ context: SiteContext) async throws -> Response {
        let items = try await items(for: context.participant)
        var form = SiteForm(BulkSignOffPage.questions(items, phrases(context)), typed: context.form)
        let verdict = form.choice("oordeel").flatMap(SignOffVerdict.init)
        let marks = context.form.all("parafen").prefix(100).map(BulkMark.init)
        let requests = marks.compactMap { $0?.request(by: context.participant, id: context.form.requestID) }
        if marks.isEmpty {
            form.refuse("parafen", Reason("secretary.bulk.none-chosen"))
        } else if requests.count != marks.count {
            form.refuse("parafen", Reason("web.form.choice"))
        }
        guard form.isSound, let verdict else { return try page(items, form, context, isRefusal: true) }
        let answers = try await SignOffDesk(planDesk).signOff(all: requests, verdict: verdict)
        var titles: [PlanID: String] = [:]
        for plan in Set(requests.map(\.visit.plan)) where context.participant.may(.readWorking, in: plan) {
            titles[plan] = try await services.store.projectedPlan(plan)?.metadata.title
        }
        let phrases = phrases(context)
        let result = BulkResultPage(answers, titles: titles, phrases: phrases)
        if !result.hasRefusals {
            return redirect(
                to: .desk, context,
                notice: Notice("secretary.done.signed-many", ["number": String(answers.count)]))
        }
        let frame = frame(phrases.text("secretary.bulk.result"), .bulkSignOff, context, crumbs: crumbs(context))
        return try writer.response(result, in: frame, status: .conflict)
    }

    private func page(
        _ items: [BulkItem], _ form: SiteForm, _ context: SiteContext, isRefusal: Bool = false
    ) throws -> Response {
        let phrases = phrases(context)
        let content = FormContent(
            form, to: .bulkSignOff, seal: seal(context), submit: phrases.text("secretary.bulk.do"), phrases: phrases
        ).cancel(phrases.text("secretary.form.cancel"), .desk)
        let frame = frame(phrases.text("secretary.nav.bulk"), .bulkSignOff, context, crumbs: crumbs(context))
        return try writer.response(
            BulkSignOffPage(items, form: content, phrases: phrases), in: frame,
            status: isRefusal ? .unprocessableContent : .ok)
    }

    private func crumbs(_ context: SiteContext) -> [Crumb] {
        let phrases = phrases(context)
        return [
            Crumb(label: phrases.text("web.nav.desk"), address: .desk),
            Crumb(label: phrases.text("secretary.nav.bulk")),
        ]
    }

    /// Parafen that wait for this person and may be given together with others.
    private func items(for participant: Participant) async throws -> [BulkItem] {
        let list = try await WorkDesk(services.office).list(for: participant)
        var items: [BulkItem] = []
        for task in list.tasks {
            guard case .signOff(let step) = task.place, let capacity = task.capacity else { continue }
            let view = try await services.reading.plan(task.plan)
            guard let standing = view.standing.step(step), standing.allowsBulk else { continue }
            let mark = BulkMark(
                plan: task.plan, step: step, capacity: capacity.formValue, text: view.projected.heads.text)
            let isAgain = standing.signOffs.contains {
                $0.function == capacity.countedFunction && !$0.coverage.isValid
            }
            items.append(
                BulkItem(mark: mark, task: task, label: standing.label, capacity: capacity, isAgain: isAgain))
        }
        return items
    }
}

/// One paraaf that could be given with others.
struct BulkItem: Sendable {
    let mark: BulkMark
    let task: WorkTask
    /// Of the step.
    let label: LocalizedText
    let capacity: Capacity
    /// Whether they signed before, and the substance has changed since.
    let isAgain: Bool
}

/// What a ticked box says: which paraaf, in which function, on which text.
struct BulkMark: Sendable {
    let plan: PlanID
    let step: String
    let capacity: String
    let text: CommitID

    init(plan: PlanID, step: String, capacity: String, text: CommitID) {
        self.plan = plan
        self.step = step
        self.capacity = capacity
        self.text = text
    }

    init?(_ value: String) {
        let parts = value.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, let plan = PlanID(parts[0]), let text = CommitID(parts[3]) else { return nil }
        self.init(plan: plan, step: parts[1], capacity: parts[2], text: text)
    }

    var value: String { [plan.rawValue, step, capacity, text.rawValue].joined(separator: "/") }

    /// Nil for a function that is not theirs. Every paraaf has a request of its own, the same when the form comes twice.
    func request(by participant: Participant, id: String) -> SignOffDesk.BulkRequest? {
        let capacities = participant.capacities(in: plan, among: PlanRight.signOff.roles)
        guard let capacity = capacities.first(where: { $0.formValue == self.capacity }) else { return nil }
        let own = Digest.hexadecimal(of: "\(id) \(plan) \(step)".utf8, bytes: 16)
        return SignOffDesk.BulkRequest(
            visit: DeskVisit(
                participant: participant, capacity: capacity, plan: plan, shown: text, requestID: own),
            step: step)
    }
}
