import Foundation
import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// What the pages of feedback have in common, whoever reads them: who came in under their own name, or by a code.
protocol AnswerGroup: SiteRouteGroup {}

extension AnswerGroup {
    var room: FeedbackRoom { FeedbackRoom(services.office, store: services.store) }

    /// - Parameter reply: where one of them is answered; nil for a document.
    func lines(
        _ answers: [InputAnswer], in plan: PlanID, reply: ((InputNumber) -> SiteAddress)?, _ context: SiteContext
    ) async throws -> [AnswerLine] {
        let phrases = phrases(context)
        // On paper an address of the site says nothing.
        let places =
            reply == nil ? nil : try await AnswerPlaces(in: plan, for: context.participant, services)
        return answers.map { answer in
            AnswerLine(answer, at: places?.address(of: answer), reply: reply?(answer.number), phrases: phrases)
        }
    }

    /// A file to be saved, with all that the page shows.
    func document(
        _ answers: [InputAnswer], in plan: PlanID, lead: String, _ context: SiteContext
    ) async throws -> Response {
        let phrases = phrases(context)
        let style = services.files.file(StaticFiles.styleSheet)?.bytes ?? []
        let page = AnswersDocument(
            title: phrases.text("feedback.heading"), municipality: services.look.now.municipality,
            language: context.language.rawValue, lead: lead,
            made: phrases.text("feedback.document-made", ["moment": .text(phrases.moment(services.clock()))]),
            answers: try await lines(answers, in: plan, reply: nil, context), style: Markup(bytes: style))
        let bytes = try services.templates.render(page, in: context.language)
        return download(Data(bytes), called: "mijn-inbreng-\(plan).html", type: "text/html; charset=utf-8")
    }

    /// The page on which one input is answered.
    func replyPage(
        _ answer: InputAnswer, _ form: SiteForm, to address: SiteAddress, back: SiteAddress, _ context: SiteContext
    ) -> QuestionPage {
        let phrases = phrases(context)
        let adopted = answer.adopted?.disposition
        let content = FormContent(
            form, to: address, seal: seal(context), submit: phrases.text("feedback.reply.send"), phrases: phrases
        ).cancel(phrases.text("partner.back"), back)
        return QuestionPage(
            heading: phrases.text("feedback.reply.heading", ["input": .text(answer.number.description)]),
            lead: phrases.text("feedback.reply.lead"),
            facts: [
                .init(
                    label: phrases.text("partner.outcome"),
                    value: adopted.map { AnswerLine.outcome($0, phrases) } ?? ""),
                .init(
                    label: phrases.text("partner.reason"),
                    value: adopted.flatMap { $0.reason.isEmpty ? nil : $0.reason } ?? "–"),
            ],
            written: WrittenLine(answer.content, title: answer.aboutTitle, phrases: phrases), form: content)
    }
}

/// Whether somebody is satisfied with what was done with their input.
struct ReplyForm {
    let phrases: Phrases

    /// What they said before stands in it.
    func form(on answer: InputAnswer) -> SiteForm {
        let reply = answer.feedback?.reply
        return SiteForm(
            fields,
            holding: [
                "oordeel": reply?.verdict.rawValue ?? "", "reden": reply?.reason ?? "",
                "afdoening": String(answer.ordinal),
            ])
    }

    func form(typed: FormValues) -> SiteForm { SiteForm(fields, typed: typed) }

    /// Nil where something is missing; that is noted at the form.
    func written(_ form: inout SiteForm) -> (reply: WrittenReply, ordinal: Int)? {
        let verdict = form.choice("oordeel").flatMap(FeedbackReply.Verdict.init(rawValue:))
        let (reason, ordinal) = (form.text("reden"), Int(form.text("afdoening")))
        guard form.isSound, let verdict, let ordinal else { return nil }
        return (WrittenReply(verdict, reason: reason), ordinal)
    }

    /// The field that a refusal of the domain is about.
    static func field(of error: PlanError) -> String { error.code == .conflict ? "oordeel" : "reden" }

    private var fields: [FormField] {
        let choices = FeedbackReply.Verdict.allCases.map { verdict in
            FormChoice(
                verdict.rawValue, phrases.text("feedback.reply.\(verdict.rawValue)"),
                hint: phrases.text("feedback.reply.\(verdict.rawValue)-hint"))
        }
        return [
            FormField("oordeel", phrases.text("feedback.reply.question"), .radios(choices)),
            FormField(
                "reden", phrases.text("feedback.reply.reason"), .textarea(rows: 5),
                hint: phrases.text("feedback.reply.reason-hint"), isRequired: false,
                isMarkedOptional: false, limit: 2_000),
            FormField("afdoening", "", .hidden),
        ]
    }
}
