import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// One session: that it took place, its report, and the statements in it.
struct SittingRoutes: SittingGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.sitting, use: show)
        router.on(.holdSitting, use: hold)
        router.on(.writeReport, use: write)
        router.on(.approveReport, use: approve)
        router.on(.stateInSitting, use: state)
    }

    @Sendable private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await show(try await view(context), Typed(), context)
    }

    @Sendable private func hold(_ request: Request, _ context: SiteContext) async throws -> Response {
        let view = try await view(context)
        let fields = PresenceForm(session: view.session, phrases: phrases(context))
        var form = fields.form(typed: context.form)
        guard let present = fields.present(&form) else {
            return try await show(view, Typed(hold: form), context, .unprocessableContent)
        }
        let official = services.phrasebook.phrases(in: .nl)
        let name = try await name(of: view.session, official)
        do {
            try await desk.hold(
                view.session.id, in: view.session.plan, present: present,
                called: name,
                account: official.text(
                    "secretary.session.present", ["present": .text(present.joined(separator: ", "))]),
                requestID: context.form.requestID, by: context.participant)
        } catch let error as PlanError where error.isAboutForm {
            form.refuse("", error)
            return try await show(view, Typed(hold: form), context, error.formStatus)
        }
        return redirect(to: .sitting(view.session), context, notice: Notice("sessions.held"))
    }

    @Sendable private func write(_ request: Request, _ context: SiteContext) async throws -> Response {
        let view = try await view(context)
        var form = SiteForm(Self.reportFields(phrases(context)), typed: context.form)
        let (text, version) = (form.text("verslag"), Int(form.text("versie")))
        guard form.isSound, let version else {
            return try await show(view, Typed(report: form), context, .unprocessableContent)
        }
        do {
            try await desk.write(
                text, of: view.session.id, in: view.session.plan, after: version, by: context.participant)
        } catch let error as PlanError where error.isAboutForm {
            form.refuse("verslag", error)
            // Sent again, it goes over what was written meanwhile, which stands beside it now.
            let typed = SiteForm(form, replacing: "versie", with: String(view.report?.version ?? 0))
            return try await show(
                view, Typed(report: typed, newer: error.code == .conflict ? view.report?.text : nil), context,
                error.formStatus)
        }
        return redirect(to: .sitting(view.session), context, notice: Notice("sessions.report-saved"))
    }

    @Sendable private func approve(_ request: Request, _ context: SiteContext) async throws -> Response {
        let view = try await view(context)
        guard let version = try context.form.value("versie").flatMap({ Int($0) }) else {
            throw PlanError(.invalid, Reason("consultation.request-missing"))
        }
        try await desk.approve(version, of: view.session.id, in: view.session.plan, by: context.participant)
        return redirect(to: .sitting(view.session), context, notice: Notice("sessions.approved-notice"))
    }

    @Sendable private func state(_ request: Request, _ context: SiteContext) async throws -> Response {
        let view = try await view(context)
        let fields = try await statementForm(view, context)
        var form = fields.form(typed: context.form)
        guard let written = fields.written(&form) else {
            return try await show(view, Typed(statement: form), context, .unprocessableContent)
        }
        do {
            let number = try await desk.state(
                written.input, by: written.speaker, in: view.session.id, of: view.session.plan,
                requestID: context.form.requestID, takenInBy: context.participant)
            return redirect(
                to: .sitting(view.session), context, notice: Notice("intake.cut.done", ["input": number.description]))
        } catch let error as PlanError where error.isAboutForm {
            let field = CutForm.field(of: error)
            form.refuse(field == "passage" ? "tekst" : field, error)
            return try await show(view, Typed(statement: form), context, error.formStatus)
        }
    }

    // MARK: Parts

    /// What was typed into one of the forms of the page, and could not be taken.
    private struct Typed {
        var hold: SiteForm?
        var report: SiteForm?
        var newer: String?
        var statement: SiteForm?
    }

    /// As the register prints it, once: of a closed session no more than that there was one.
    private func name(of session: Session, _ official: Phrases) async throws -> String {
        let title = session.isClosed ? official.text("sessions.register-closed") : session.title
        let taken = try await services.store.acts(of: session.plan).compactMap { act in
            if case .meetingHeld(let name, _) = act.payload { name } else { nil }
        }
        let names = (1...).lazy.map { $0 == 1 ? title : "\(String(title.prefix(110))) (\($0))" }
        return names.first { !taken.contains($0) } ?? title
    }

    private func statementForm(_ view: SessionView, _ context: SiteContext) async throws -> StatementForm {
        let text = try await desk.frozenText(of: view)
        return StatementForm(
            session: view.session, sections: text?.printedTitles ?? [], phrases: phrases(context))
    }

    private static func reportFields(_ phrases: Phrases) -> [FormField] {
        [
            FormField(
                "verslag", phrases.text("sessions.field.report"), .textarea(rows: 14),
                hint: phrases.text("sessions.field.report-hint"), limit: 100_000),
            FormField("versie", "", .hidden),
        ]
    }

    private func show(
        _ view: SessionView, _ typed: Typed, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let statement = try await statementForm(view, context)
        let page = SittingPage(
            view, titles: Dictionary(statement.sections) { first, _ in first },
            forms: forms(view, typed, statement, context), phrases: phrases(context))
        return try await respond(page, view.session.title, .sitting(view.session), context, status)
    }

    private func forms(
        _ view: SessionView, _ typed: Typed, _ statement: StatementForm, _ context: SiteContext
    ) -> SittingPage.Forms {
        let (session, phrases) = (view.session, phrases(context))
        var forms = SittingPage.Forms()
        func content(_ form: SiteForm, _ step: SiteAddress.SittingStep, _ key: String) -> FormContent {
            FormContent(
                form, to: .sitting(session, step), seal: seal(context), submit: phrases.text(key), phrases: phrases)
        }
        func version(_ number: Int) -> SiteForm {
            SiteForm([FormField("versie", "", .hidden)], holding: ["versie": String(number)])
        }
        if context.participant.may(.recordSessions, in: session.plan) {
            if session.state == .planned {
                forms.change = .sitting(session, .change)
                forms.cancel = content(version(session.version), .cancel, "sessions.cancel").grave()
                if session.day <= services.office.time.today {
                    let presence = PresenceForm(session: session, phrases: phrases)
                    forms.hold = content(typed.hold ?? presence.form(), .hold, "sessions.hold")
                }
            }
            if session.state == .held {
                let known = ["verslag": view.report?.text ?? "", "versie": String(view.report?.version ?? 0)]
                let form = typed.report ?? SiteForm(Self.reportFields(phrases), holding: known)
                forms.report = content(form, .report, "sessions.save-report")
                forms.newer = typed.newer
                if let report = view.report, !report.isApproved, report.writtenBy != context.participant.person?.id {
                    forms.approval = content(version(report.version), .approve, "sessions.approve")
                }
            }
        }
        if view.report?.isApproved == true, view.round.frozen != nil,
            context.participant.may(.handleInputs, in: session.plan)
        {
            forms.statement = content(typed.statement ?? statement.form(), .state, "intake.cut.submit")
        }
        return forms
    }
}

extension SiteForm {
    /// The same form with another value in one of its fields.
    fileprivate init(_ form: SiteForm, replacing name: String, with value: String) {
        self.init(form.fields, typed: form.values.replacing(name, with: value))
        for fault in form.errors { refuse(fault.field, fault.reason) }
    }
}
