import Hummingbird
import PlanDomain
import Workflow

/// Meetings of the bodies, their agendas and lists of decisions.
struct MeetingRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.meetings, use: meetings)
        router.on(.newMeeting, use: newForm)
        router.on(.planMeeting, use: plan)
        router.on(.meeting, use: meeting)
        router.on(.meetingForm, use: changeForm)
        router.on(.changeMeeting, use: change)
        router.on(.orderAgenda, use: order)
        router.on(.decisionList, use: decisions)
    }

    private var desk: MeetingDesk { MeetingDesk(planDesk, store: services.store) }
    private var today: CalendarDate { services.office.time.today }

    private func id(_ context: SiteContext) throws(PlanError) -> MeetingID {
        guard let id = context.parameters.get("meeting").flatMap({ MeetingID($0) }) else {
            throw PlanError(.notFound, Reason("meeting.unknown"))
        }
        return id
    }

    private func frame(_ title: String, _ address: SiteAddress, _ context: SiteContext, under: Crumb? = nil)
        -> PageFrame
    {
        let first = Crumb(label: phrases(context).text("secretary.nav.meetings"), address: .meetings())
        let above = address == .meetings() ? [] : [first] + [under].compactMap { $0 }
        return frame(title, address, context, crumbs: above + [Crumb(label: title)])
    }

    // MARK: Reading

    @Sendable private func meetings(_ request: Request, _ context: SiteContext) async throws -> Response {
        let body = try QueryValues(request.uri.query)["orgaan"].flatMap(GoverningBody.init)
        let all = try await desk.meetings(of: body, for: context.participant)
        let phrases = phrases(context)
        let page = MeetingListPage(
            all, of: body, on: today, mayPlan: !context.participant.keptBodies.isEmpty, phrases: phrases)
        return try writer.response(page, in: frame(phrases.text("secretary.nav.meetings"), .meetings(), context))
    }

    @Sendable private func meeting(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try id(context)
        let meeting = try await desk.meeting(id, for: context.participant)
        let agenda = try await desk.agenda(of: id, for: context.participant)
        let list = try await desk.decisions(of: id, for: context.participant)
        let phrases = phrases(context)
        let page = MeetingPage(
            meeting, agenda: agenda, decided: list.decidedPlans, reader: context.participant, seal: seal(context),
            phrases: phrases)
        return try writer.response(page, in: frame(page.heading, .meeting(id), context))
    }

    @Sendable private func decisions(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try id(context)
        let list = try await desk.decisions(of: id, for: context.participant)
        let phrases = phrases(context)
        let page = DecisionListPage(list, on: today, isWithin: context.participant.person != nil, phrases: phrases)
        let isKnown = SiteRoute.meeting.access.admits(context.participant, plan: nil)
        let title = phrases.text("secretary.list.title")
        let crumbs = Crumb(label: phrases.text(list.meeting), address: .meeting(id))
        let outside = frame(
            title, .decisionList(id), context,
            crumbs: [Crumb(label: phrases.text("web.nav.plans"), address: .plans), Crumb(label: title)])
        return try writer.response(
            page, in: isKnown ? frame(title, .decisionList(id), context, under: crumbs) : outside)
    }

    // MARK: Planning

    @Sendable private func newForm(_ request: Request, _ context: SiteContext) async throws -> Response {
        try show(MeetingForm(bodies: try keptBodies(context), phrases: phrases(context)), context)
    }

    /// The id of the meeting follows from the request, so that a form that is sent twice plans one.
    @Sendable private func plan(_ request: Request, _ context: SiteContext) async throws -> Response {
        var form = MeetingForm(
            bodies: try keptBodies(context), typed: context.form, phrases: phrases(context))
        let name = Digest.hexadecimal(of: context.form.requestID.utf8, bytes: 8)
        let desk = MeetingDesk(planDesk, store: services.store) { name }
        guard let answers = form.read(), let body = answers.body else { return try show(form, context) }
        do {
            let meeting = try await desk.plan(
                body, on: answers.day, at: answers.time, in: answers.place, by: context.participant)
            return redirect(to: .meeting(meeting.id), context, notice: Notice("secretary.done.meeting-planned"))
        } catch let error as PlanError where error.code == .invalid {
            form.form.refuse("dag", error)
            return try show(form, context)
        }
    }

    @Sendable private func changeForm(_ request: Request, _ context: SiteContext) async throws -> Response {
        let meeting = try await kept(context)
        return try show(MeetingForm(changing: meeting, phrases: phrases(context)), context)
    }

    @Sendable private func change(_ request: Request, _ context: SiteContext) async throws -> Response {
        var meeting = try await kept(context)
        var form = MeetingForm(changing: meeting, typed: context.form, phrases: phrases(context))
        guard let answers = form.read() else { return try show(form, context) }
        meeting.day = answers.day
        meeting.startsAt = answers.time
        meeting.place = answers.place
        meeting.state = answers.state
        try await desk.change(meeting, by: context.participant)
        return redirect(to: .meeting(meeting.id), context, notice: Notice("secretary.done.meeting-changed"))
    }

    /// Throws `forbidden` for who keeps the meetings of no body.
    private func keptBodies(_ context: SiteContext) throws(PlanError) -> [GoverningBody] {
        let bodies = context.participant.keptBodies
        guard bodies.isEmpty else { return bodies }
        let roles: [Role] = [.secretary, .boardOffice, .clerk]
        throw PlanError(.forbidden, Reason("access.no-right", ["roles": .list(roles.map(Reason.Argument.role))]))
    }

    /// A meeting of a body whose meetings this participant keeps.
    private func kept(_ context: SiteContext) async throws -> Meeting {
        let meeting = try await desk.meeting(try id(context), for: context.participant)
        guard context.participant.keptBodies.contains(meeting.body) else {
            throw PlanError(
                .forbidden,
                Reason("meeting.keeper", ["body": .phrase(Reason("the-body." + meeting.body.rawValue))]))
        }
        return meeting
    }

    private func show(_ form: MeetingForm, _ context: SiteContext) throws -> Response {
        let phrases = phrases(context)
        let address = form.meeting.map { SiteAddress.meetingForm($0.id) } ?? .newMeeting
        let content = FormContent(
            form.form, to: address, seal: seal(context), submit: phrases.text("secretary.meeting.save"),
            phrases: phrases
        ).cancel(phrases.text("secretary.form.cancel"), form.meeting.map { .meeting($0.id) } ?? .meetings())
        let title = phrases.text(form.meeting == nil ? "secretary.meeting.new" : "secretary.meeting.change")
        let under = form.meeting.map { Crumb(label: phrases.text($0), address: .meeting($0.id)) }
        return try writer.response(
            FormPage(heading: title, form: content), in: frame(title, address, context, under: under),
            status: form.form.isSound ? .ok : .unprocessableContent)
    }

    // MARK: Order

    /// One step up or down, or off the agenda; the order that was shown goes along, so that two hands do not mix.
    @Sendable private func order(_ request: Request, _ context: SiteContext) async throws -> Response {
        let meeting = try await kept(context)
        let agenda = try await desk.agenda(of: meeting.id, for: context.participant).map(\.plan)
        let shown = try context.form.value("volgorde")?.split(separator: ",").compactMap { PlanID(String($0)) }
        guard shown == agenda else { throw PlanError(.conflict, Reason("meeting.agenda-changed")) }
        guard let move = try AgendaMove(context.form), agenda.contains(move.plan) else {
            throw PlanError(.invalid, Reason("web.form.choice"))
        }
        if move.kind == .remove {
            try await desk.remove(move.plan, from: meeting.id, by: context.participant)
        } else {
            try await desk.order(move.applied(to: agenda), on: meeting.id, by: context.participant)
        }
        return redirect(to: .meeting(meeting.id), context, notice: Notice("secretary.done.agenda"))
    }
}

/// A button on an agenda.
private struct AgendaMove {
    enum Kind: String, CaseIterable {
        case up = "omhoog"
        case down = "omlaag"
        case remove = "eraf"
    }

    let kind: Kind
    let plan: PlanID

    init?(_ form: FormValues) throws(PlanError) {
        guard let kind = Kind.allCases.first(where: { form.has($0.rawValue) }),
            let plan = try form.value(kind.rawValue).flatMap({ PlanID($0) })
        else { return nil }
        self.kind = kind
        self.plan = plan
    }

    func applied(to agenda: [PlanID]) -> [PlanID] {
        guard let place = agenda.firstIndex(of: plan) else { return agenda }
        let other = kind == .up ? place - 1 : place + 1
        guard agenda.indices.contains(other) else { return agenda }
        var order = agenda
        order.swapAt(place, other)
        return order
    }
}

extension Participant {
    /// Bodies whose meetings they keep, for all plans; see ``MeetingDesk``.
    var keptBodies: [GoverningBody] {
        let roles = generalRoles.union(replacements.map(\.appointment).filter { $0.plan == nil }.map(\.role))
        return GoverningBody.allCases.filter { body in
            !roles.isDisjoint(with: body == .college ? [.secretary, .boardOffice] : [.clerk])
        }
    }
}
