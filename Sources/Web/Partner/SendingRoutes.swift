import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Looking a draft over, sending it in, and the receipt.
struct SendingRoutes: ContributionGroup {
    let services: SiteServices
    let hall: ContributionHall

    init(services: SiteServices) {
        self.services = services
        hall = ContributionHall(services)
    }

    func add(to router: inout SiteRouter) {
        router.on(.checkDraft, use: check)
        router.on(.sendIn, use: send)
        router.on(.receipt, use: receipt)
    }

    @Sendable private func check(_ request: Request, _ context: SiteContext) async throws -> Response {
        let visit = try await visit(request, context)
        return try show(form(visit), visit, context)
    }

    @Sendable private func send(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (plan, participant, requestID) = (try plan(context), context.participant, context.form.requestID)
        // The double of a request that was answered is answered alike, whatever has changed since.
        if let known = try await hall.room.receipt(for: requestID, in: plan, by: participant) {
            return redirect(to: ContributionPlace(plan: plan, round: known.round).receipt(requestID), context)
        }
        let visit = try await visit(request, context)
        var form = SiteForm(Self.fields, typed: context.form)
        let version = Int(form.text("versie")) ?? -1
        do {
            try await hall.room.send(
                in: visit.view.round.id, of: plan, version: version, requestID: requestID, by: participant,
                telling: try await letter(visit, context))
            return redirect(to: visit.place.receipt(requestID), context)
        } catch let error as PlanError where error.isAboutForm {
            // Shown as it is by now, to be looked over again.
            var again = self.form(visit)
            again.refuse("", error)
            return try show(again, visit, context, error.formStatus)
        }
    }

    @Sendable private func receipt(_ request: Request, _ context: SiteContext) async throws -> Response {
        let plan = try plan(context)
        let name = context.parameters.get("receipt") ?? ""
        guard let receipt = try await hall.room.receipt(for: name, in: plan, by: context.participant) else {
            throw PlanError(.notFound, Reason("web.not-found.page"))
        }
        let phrases = phrases(context)
        let visit = try await hall.visit(plan, round: receipt.round.rawValue, for: context.participant)
        let page = ReceiptPage(
            receipt, mailedTo: Self.reader(context)?.mail.rawValue, visit?.view, phrases: phrases)
        let title = phrases.text("partner.receipt.heading")
        let address = ContributionPlace(plan: plan, round: nil).receipt(name)
        let frame = visit.map { self.frame(title, address, of: $0, context) } ?? self.frame(title, address, context)
        return try writer.response(page, in: frame)
    }

    // MARK: Parts

    private static let fields = [FormField("versie", "", .hidden)]

    private func form(_ visit: ContributionVisit) -> SiteForm {
        SiteForm(Self.fields, holding: ["versie": String(visit.draft.version)])
    }

    private func show(
        _ form: SiteForm, _ visit: ContributionVisit, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let phrases = phrases(context)
        let seal = seal(context)
        let gaps = hall.room.gaps(in: visit.draft)
        let content = FormContent(
            form, to: visit.place.check, seal: seal, submit: phrases.text("partner.send"), phrases: phrases
        ).cancel(phrases.text("partner.keep-for-later"), visit.place.overview()).closed(visit.isOver)
        let mayBeSent = visit.isOpen && gaps.isEmpty && !visit.draft.items.isEmpty
        let page = CheckDraftPage(
            items: DraftLine.all(of: visit, seal: seal, phrases: phrases),
            form: mayBeSent || status != .ok ? content : nil, isComplete: gaps.isEmpty,
            overview: visit.place.overview(), deadline: ContributePage.deadline(visit.view, phrases: phrases),
            isOver: visit.isOver)
        let frame = frame(phrases.text("partner.check.heading"), visit.place.check, of: visit, context)
        return try writer.response(page, in: frame, status: status)
    }

    /// Whom the receipt goes to, in their language.
    private static func reader(_ context: SiteContext) -> (name: String, mail: MailAddress, language: String)? {
        switch context.participant.identity {
        case .contact(let contact, _): (contact.name, contact.mail, "nl")
        case .person(let person): (person.name, person.mail, person.language)
        case .visitor, .keeper: nil
        }
    }

    /// Writes the mail that goes with a receipt, once that is there: it names the numbers and not the words, for mail is
    /// not the place for those.
    private func letter(
        _ visit: ContributionVisit, _ context: SiteContext
    ) async throws -> @Sendable (Receipt) -> [NewMail] {
        guard let reader = Self.reader(context) else { return { _ in [] } }
        let phrases = services.phrasebook.phrases(in: Language(rawValue: reader.language) ?? .nl)
        let title = visit.text?.title ?? visit.view.round.title
        let link = try await LinkMail.site(services) + visit.place.overview().path
        let deadline = ContributePage.deadline(visit.view, phrases: phrases)
        return { receipt in
            let text = phrases.text(
                "partner.mail.receipt",
                [
                    "name": .text(reader.name), "plan": .text(title),
                    "moment": .text(phrases.moment(receipt.receivedAt)),
                    "numbers": .list(receipt.numbers.map { .text($0.description) }), "deadline": .text(deadline),
                ])
            return [
                NewMail(
                    to: reader.mail, name: reader.name, language: reader.language,
                    subject: phrases.text("partner.mail.receipt-subject", ["plan": .text(title)]),
                    text: text + "\n\n" + link, urgency: .atOnce)
            ]
        }
    }
}
