import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// What somebody sent in: what became of it, correcting it, taking it back.
struct OwnInputRoutes: ContributionGroup {
    let services: SiteServices
    let hall: ContributionHall
    private let inputs: InputRoom

    init(services: SiteServices) {
        self.services = services
        hall = ContributionHall(services)
        inputs = InputRoom(services.office, store: services.store)
    }

    func add(to router: inout SiteRouter) {
        router.on(.ownInput, use: input)
        router.on(.ownFile, use: file)
        router.on(.correctionForm, use: correctionForm)
        router.on(.correctInput, use: correct)
        router.on(.withdrawalForm, use: withdrawalForm)
        router.on(.withdrawInput, use: withdraw)
    }

    @Sendable private func input(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (seen, visit) = try await own(context)
        let phrases = phrases(context)
        let changes = try await inputs.carriedOut(
            seen.input.number, in: seen.input.plan, for: context.participant)
        let page = OwnInputPage(
            seen, changes, title: title(of: seen, visit), mayChange: visit.isOpen, phrases: phrases)
        let address = visit.place.input(seen.input.number)
        return try writer.response(page, in: frame(page.number, address, of: visit, context))
    }

    @Sendable private func file(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (seen, _) = try await own(context)
        return download(
            try await inputs.file(
                try attachment(context), of: seen.input.number, in: seen.input.plan, for: context.participant))
    }

    // MARK: Correcting

    @Sendable private func correctionForm(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (seen, visit) = try await own(context)
        try visit.view.requireOpen()
        try Self.requirePresent(seen.input)
        let words = try await inputs.ownWords(seen.input.number, of: seen.input.plan, for: context.participant)
        let remark = RemarkForm(subject: words.subject, phrases: phrases(context))
        return try show(remark.form(holding: words), seen.input.version, seen, visit, context)
    }

    @Sendable private func correct(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (seen, visit) = try await own(context)
        let remark = RemarkForm(subject: seen.input.content.subject, phrases: phrases(context))
        var form = remark.form(typed: context.form)
        let version = try context.form.value("versie").flatMap { Int($0) } ?? 0
        guard let written = remark.written(&form) else {
            return try show(form, version, seen, visit, context, .unprocessableContent)
        }
        do {
            try await hall.room.correct(
                seen.input.number, in: seen.input.plan, to: written, after: version, by: context.participant)
        } catch let error as PlanError where error.isAboutForm {
            form.refuse(RemarkForm.field(of: error), error)
            return try show(form, version, seen, visit, context, error.formStatus)
        }
        return redirect(
            to: visit.place.input(seen.input.number), context,
            notice: Notice("partner.corrected", ["input": seen.input.number.description]))
    }

    private func show(
        _ form: SiteForm, _ version: Int, _ seen: SeenInput, _ visit: ContributionVisit, _ context: SiteContext,
        _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let phrases = phrases(context)
        let place = visit.place.correction(of: seen.input.number)
        let shown = form.adding(FormField("versie", "", .hidden), holding: String(version))
        let content = FormContent(
            shown, to: place, seal: seal(context), submit: phrases.text("partner.correct"), phrases: phrases
        ).cancel(phrases.text("partner.back"), visit.place.input(seen.input.number)).closed(visit.isOver)
        let heading = phrases.text(
            "partner.correction.heading", ["input": .text(seen.input.number.description)])
        let page = QuestionPage(
            heading: heading, lead: title(of: seen, visit), warning: phrases.text("partner.correction.kept"),
            form: content)
        return try writer.response(page, in: frame(heading, place, of: visit, context), status: status)
    }

    // MARK: Taking back

    @Sendable private func withdrawalForm(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (seen, visit) = try await own(context)
        try visit.view.requireOpen()
        try Self.requirePresent(seen.input)
        let phrases = phrases(context)
        let place = visit.place.withdrawal(of: seen.input.number)
        let heading = phrases.text(
            "partner.withdrawal.heading", ["input": .text(seen.input.number.description)])
        let form = FormContent(
            SiteForm([]), to: place, seal: seal(context), submit: phrases.text("partner.withdraw"), phrases: phrases
        ).cancel(phrases.text("partner.withdrawal.cancel"), visit.place.input(seen.input.number)).grave()
        let page = QuestionPage(
            heading: heading, warning: phrases.text("partner.withdrawal.warning"),
            written: WrittenLine(seen.input.content, title: title(of: seen, visit), phrases: phrases), form: form)
        return try writer.response(page, in: frame(heading, place, of: visit, context))
    }

    @Sendable private func withdraw(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (seen, visit) = try await own(context)
        try await hall.room.withdraw(seen.input.number, in: seen.input.plan, by: context.participant)
        return redirect(
            to: visit.place.input(seen.input.number), context,
            notice: Notice("partner.withdrawn", ["input": seen.input.number.description]))
    }

    // MARK: Parts

    /// An input of their own with its round. Another's is as unknown as one that is not there.
    private func own(_ context: SiteContext) async throws -> (SeenInput, ContributionVisit) {
        let (plan, number) = (try plan(context), try inputNumber(context))
        let unknown = PlanError(.notFound, Reason("input.unknown", ["input": .text(number.description)]))
        // Asked first: it also knows whether the reader's access was ended.
        let rounds = try await hall.room.rounds(of: plan, for: context.participant)
        let seen = try await inputs.input(number, of: plan, for: context.participant)
        guard seen.isOwn, rounds.contains(where: { $0.round.id == seen.input.round }),
            let visit = try await hall.visit(plan, round: seen.input.round.rawValue, for: context.participant)
        else { throw unknown }
        return (seen, visit)
    }

    private func title(of seen: SeenInput, _ visit: ContributionVisit) -> String? {
        seen.input.content.section.flatMap { visit.text?.title(of: $0) }
    }

    private static func requirePresent(_ input: Input) throws(PlanError) {
        guard input.isWithdrawn else { return }
        throw PlanError(.conflict, Reason("input.withdrawn", ["input": .text(input.number.description)]))
    }
}

extension SiteForm {
    /// With a hidden field besides.
    func adding(_ field: FormField, holding value: String) -> SiteForm {
        var form = SiteForm(fields + [field], typed: values.replacing(field.name, with: value))
        for fault in errors { form.refuse(fault.field, fault.reason) }
        return form
    }
}
