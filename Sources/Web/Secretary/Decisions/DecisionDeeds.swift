import Phrases
import PlanDomain
import Workflow

/// Makes the form of each thing that is recorded of decisions, for the plan as it stands now.
struct DecisionDeeds {
    let view: PlanView
    /// Of this plan, the earliest meeting first.
    let placings: [PlacedItem]
    /// Meetings to come, of every body.
    let coming: [Meeting]
    let today: CalendarDate
    let desk: PlanDesk
    let meetings: MeetingDesk
    let phrases: Phrases

    var plan: PlanID { view.projected.id }

    /// - Parameter value: what the address or the form says of the body or the condition.
    func deed(
        _ action: DecisionAction, _ value: (String) throws(PlanError) -> String?
    ) throws(PlanError) -> PlanDeed {
        switch action {
        case .schedule: schedule()
        case .decide: try decide(try body(value("orgaan")))
        case .release: release()
        case .fulfil: try fulfil(try value("voorwaarde") ?? "")
        case .disclose: disclose()
        case .publish: publish()
        }
    }

    /// What keeps a step of the bodies from being recorded today.
    private func obstacles(to action: DecisionAction, of body: GoverningBody? = nil) -> [String] {
        let steps = view.standing.tracks.flatMap(\.steps).filter {
            $0.act == action.act && (body == nil || $0.body == body)
        }
        guard !steps.contains(where: \.mayBeDone) else { return [] }
        var told: Set<String> = []
        let reasons = steps.flatMap(\.reasons).map { phrases.sentence($0) }.filter { told.insert($0).inserted }
        return reasons.isEmpty ? [phrases.text("secretary.form.not-yet")] : reasons
    }

    private func body(_ text: String?) throws(PlanError) -> GoverningBody {
        let bodies = view.bodies(for: .decide)
        guard let text, !text.isEmpty else {
            guard let first = bodies.first else { throw PlanError(.notFound, Reason("web.not-found.page")) }
            return first
        }
        guard let body = GoverningBody(rawValue: text), !view.roles(for: .decide, body: body).isEmpty else {
            throw PlanError(.notFound, Reason("web.not-found.page"))
        }
        return body
    }

    // MARK: Agenda

    private func schedule() -> PlanDeed {
        let bodies = view.bodies(for: .schedule)
        let choices = coming.filter { bodies.contains($0.body) }.map { FormChoice($0.id.rawValue, phrases.text($0)) }
        let kinds = AgendaItem.Kind.allCases.map { kind in
            FormChoice(
                kind.rawValue, phrases.capitalized(phrases.text("secretary.kind.\(kind.rawValue)")),
                hint: phrases.text("secretary.kind.\(kind.rawValue)-hint"))
        }
        let lead = choices.isEmpty ? "secretary.schedule.no-meeting" : "secretary.schedule.lead"
        return PlanDeed(
            heading: phrases.text("secretary.schedule.heading"), lead: [phrases.text(lead)],
            obstacles: obstacles(to: .schedule),
            questions: [
                FormField("vergadering", phrases.text("secretary.schedule.meeting"), .radios(choices)),
                FormField("soort", phrases.text("secretary.schedule.kind"), .radios(kinds)),
                FormField(
                    "toelichting", phrases.text("secretary.schedule.explanation"), .textarea(rows: 3),
                    isRequired: false, limit: 2_000),
            ],
            right: .schedule, roles: view.roles(for: .schedule), submit: phrases.text("secretary.schedule.do"),
            address: .decision(plan, .schedule), back: .decisions(plan), done: Notice("secretary.done.scheduled")
        ) { [meetings] form in
            let meeting = form.choice("vergadering").flatMap { MeetingID($0) }
            let kind = form.choice("soort").flatMap(AgendaItem.Kind.init)
            let explanation = form.optionalText("toelichting")
            return { visit in
                guard let meeting, let kind else { return }
                try await meetings.schedule(visit, on: meeting, as: kind, explanation: explanation)
            }
        }
    }

    // MARK: Decision

    private func decide(_ body: GoverningBody) throws(PlanError) -> PlanDeed {
        let points = view.projected.metadata.decisionPoints(for: body)
        let count = max(points.count, 1)
        let outcomes = PointOutcome.allCases.map { outcome in
            FormChoice(outcome.rawValue, phrases.capitalized(phrases.text("outcome.\(outcome.rawValue)")))
        }
        let questions = (1...count).map { number in
            let text = points.indices.contains(number - 1) ? points[number - 1] : view.projected.metadata.title
            return FormField(
                "punt-\(number)",
                phrases.text("secretary.decide.point", ["number": .number(number), "text": .text(text)]),
                .select(outcomes))
        }
        let day = placings.map(\.meeting).last { $0.body == body && $0.day <= today }?.day ?? today
        let dayParts = zip(FormField.dateParts(of: "dag"), [day.day, day.month, day.year])
        let known = Dictionary(uniqueKeysWithValues: dayParts.map { ($0, [String($1)]) })
        return PlanDeed(
            heading: phrases.text("secretary.decide.heading", ["body": .text(phrases.text(body))]),
            lead: agenda(of: body)
                + [phrases.text("secretary.decide.lead"), phrases.text("secretary.decide.amended")],
            obstacles: obstacles(to: .decide, of: body),
            questions: [
                FormField("orgaan", "", .hidden),
                FormField("dag", phrases.text("secretary.decide.day"), .date),
            ] + questions + [
                FormField(
                    "toelichting", phrases.text("secretary.decide.minutes"), .textarea(rows: 5),
                    hint: phrases.text("secretary.decide.minutes-hint"), isRequired: false, limit: 5_000)
            ],
            known: known.merging(["orgaan": [body.rawValue]]) { $1 }, right: .recordDecisions,
            roles: view.roles(for: .decide, body: body), submit: phrases.text("secretary.decide.do"),
            address: .decision(plan, .decide), back: .decisions(plan), done: Notice("secretary.done.decided")
        ) { [desk] form in
            let day = form.date("dag")
            let results = (1...count).compactMap { number in
                form.choice("punt-\(number)").flatMap(PointOutcome.init).map {
                    PointResult(point: number, outcome: $0)
                }
            }
            let minutes = form.optionalText("toelichting")
            return { visit in
                guard let day else { return }
                try await desk.decide(visit, body: body, on: day, results: results, minutes: minutes)
            }
        }
    }

    /// Where the plan is to be treated; a decision that is recorded before that meeting is most likely a mistake.
    private func agenda(of body: GoverningBody) -> [String] {
        guard let meeting = placings.map(\.meeting).last(where: { $0.body == body }) else { return [] }
        let key = meeting.day > today ? "secretary.decide.on-agenda-to-come" : "secretary.decide.on-agenda"
        return [phrases.text(key, ["meeting": .text(phrases.text(meeting))])]
    }

    private func release() -> PlanDeed {
        let known = Dictionary(
            uniqueKeysWithValues: zip(FormField.dateParts(of: "dag"), [today.day, today.month, today.year])
                .map { ($0, [String($1)]) })
        return PlanDeed(
            heading: phrases.text("secretary.release.heading"), lead: [phrases.text("secretary.release.lead")],
            obstacles: obstacles(to: .release),
            questions: [FormField("dag", phrases.text("secretary.release.day"), .date)], known: known,
            right: .recordDecisions, roles: view.roles(for: .release), submit: phrases.text("secretary.release.do"),
            address: .decision(plan, .release), back: .decisions(plan), done: Notice("secretary.done.released")
        ) { [desk] form in
            let day = form.date("dag")
            return { visit in try await desk.release(visit, on: day) }
        }
    }

    // MARK: Publication

    private func fulfil(_ id: String) throws(PlanError) -> PlanDeed {
        guard let condition = view.standing.conditions.first(where: { $0.id == id }) else {
            throw PlanError(.notFound, Reason("web.not-found.page"))
        }
        return PlanDeed(
            heading: phrases.text("secretary.fulfil.heading"),
            lead: [
                phrases.text("secretary.fulfil.clause", ["clause": .text(condition.clause)]),
                phrases.text("secretary.fulfil.lead"),
            ],
            questions: [FormField("voorwaarde", "", .hidden), .reason(phrases, isRequired: false)],
            known: ["voorwaarde": [id]], right: .recordDecisions, roles: view.roles(for: .fulfil),
            submit: phrases.text("secretary.fulfil.do"), address: .decision(plan, .fulfil), back: .decisions(plan),
            done: Notice("secretary.done.fulfilled")
        ) { [desk] form in
            let reason = form.optionalText("reden")
            return { visit in try await desk.fulfil(visit, condition: id, reason: reason) }
        }
    }

    private func disclose() -> PlanDeed {
        let questions = DisclosureQuestions(view, phrases: phrases)
        return PlanDeed(
            heading: phrases.text("secretary.disclose.heading"), lead: [phrases.text("secretary.disclose.lead")],
            questions: questions.fields, known: questions.known, right: .recordDecisions,
            roles: view.roles(for: .disclose), submit: phrases.text("secretary.disclose.do"),
            address: .decision(plan, .disclose), back: .decisions(plan), done: Notice("secretary.done.disclosed")
        ) { [desk] form in
            let disclosure = questions.read(&form)
            let reason = form.optionalText("reden")
            return { visit in
                guard let disclosure else { return }
                try await desk.choose(visit, disclosure: disclosure, reason: reason)
            }
        }
    }

    private func publish() -> PlanDeed {
        PlanDeed(
            heading: phrases.text("secretary.publish.heading"), lead: [phrases.text("secretary.publish.lead")],
            obstacles: obstacles(to: .publish),
            right: .recordDecisions, roles: view.roles(for: .publish), submit: phrases.text("secretary.publish.do"),
            isGrave: true, address: .decision(plan, .publish), back: .decisions(plan),
            done: Notice("secretary.done.published")
        ) { [desk] _ in { visit in try await desk.publish(visit) } }
    }
}
