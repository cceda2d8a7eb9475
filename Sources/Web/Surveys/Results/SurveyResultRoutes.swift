import HTTPTypes
import Hummingbird
import NIOCore
import Phrases
import PlanDomain
import Survey
import Workflow

/// Reading what a questionnaire brought, and taking it along.
struct SurveyResultRoutes: SurveyBuilding {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.surveyResults, use: overview)
        router.on(.crossTable, use: cross)
        router.on(.resultsCSV, use: csv)
        router.on(.resultsJSON, use: json)
        router.on(.choicesCSV, use: choices)
        router.on(.weighting, use: weighting)
        router.on(.saveWeighting, use: saveWeighting)
    }

    @Sendable private func overview(_ request: Request, _ context: SiteContext) async throws -> Response {
        let results = try await results(context)
        let query = try QueryValues(request.uri.query)
        let page = SurveyResultsPage(
            results, theme: query["thema"], isWeighted: query["weging"] != "nee", for: context.participant,
            phrases: phrases(context))
        return try await respond(
            page, phrases(context).text("survey.results.heading"), place(results).results, of: results, context)
    }

    @Sendable private func cross(_ request: Request, _ context: SiteContext) async throws -> Response {
        let results = try await results(context)
        let query = try QueryValues(request.uri.query)
        let questionnaire = results.survey.questionnaire
        let (row, column) = (
            query["rij"].flatMap(questionnaire.question), query["kolom"].flatMap(questionnaire.question)
        )
        var table: CrossTable?
        if let row, let column {
            table = CrossTable(row, by: column, of: results.respondents(isWeighted: true))
        }
        let page = CrossTablePage(
            table, row: row, column: column, of: questionnaire, place: place(results), phrases: phrases(context))
        return try await respond(
            page, phrases(context).text("survey.results.cross"), place(results).cross, of: results, context)
    }

    // MARK: Files

    @Sendable private func csv(_ request: Request, _ context: SiteContext) async throws -> Response {
        let results = try await results(context)
        return Self.file(
            SurveyExport(results: results, isWeighted: true).csv.utf8, "uitkomsten.csv", "text/csv; charset=utf-8")
    }

    @Sendable private func json(_ request: Request, _ context: SiteContext) async throws -> Response {
        let results = try await results(context)
        let bytes = try SurveyExport(results: results, isWeighted: true).json()
        return Self.file(bytes, "uitkomsten.json", "application/json")
    }

    @Sendable private func choices(_ request: Request, _ context: SiteContext) async throws -> Response {
        let results = try await results(context)
        let sheets = try resultRoom.choices(of: results, for: context.participant)
        return Self.file(
            SurveyExport.choices(sheets, of: results.survey.questionnaire).utf8, "antwoorden.csv",
            "text/csv; charset=utf-8")
    }

    private static func file(_ bytes: some Sequence<UInt8>, _ name: String, _ type: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type, .contentDisposition: "attachment; filename=\"\(name)\"", .cacheControl: "no-store",
            ], body: .init(byteBuffer: ByteBuffer(bytes: Array(bytes))))
    }

    // MARK: Weighting

    @Sendable private func weighting(_ request: Request, _ context: SiteContext) async throws -> Response {
        let results = try await results(context)
        let query = try QueryValues(request.uri.query)
        let questions = WeightingForm.questions(of: results.survey)
        guard let question = query["vraag"].flatMap({ id in questions.first { $0.id == id } }) ?? questions.first else {
            throw PlanError(.conflict, Reason("survey.results.nothing-to-weigh"))
        }
        let form = WeightingForm(question, phrases: phrases(context)).form(holding: results.survey.weighting)
        return try await show(form, question, results, context)
    }

    @Sendable private func saveWeighting(_ request: Request, _ context: SiteContext) async throws -> Response {
        let results = try await results(context)
        let asked = try context.form.value("vraag")
        guard let question = WeightingForm.questions(of: results.survey).first(where: { $0.id == asked }) else {
            throw PlanError(.invalid, Reason("web.form.choice"))
        }
        var form = WeightingForm(question, phrases: phrases(context)).form(typed: context.form)
        guard let shares = WeightingForm.shares(of: question, &form) else {
            return try await show(form, question, results, context, .unprocessableContent)
        }
        var margins = results.survey.weighting?.margins ?? [:]
        margins[question.id] = shares.isEmpty ? nil : shares
        try await resultRoom.weigh(
            by: margins, of: results.survey.round, in: results.survey.plan, by: context.participant)
        return redirect(
            to: place(results).results, context, notice: Notice("survey.results.weighting-saved"))
    }

    private func show(
        _ form: SiteForm, _ question: Question, _ results: SurveyResults, _ context: SiteContext,
        _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let phrases = phrases(context)
        let place = place(results)
        let content = FormContent(
            form, to: place.weighting(), seal: seal(context), submit: phrases.text("survey.builder.save"),
            phrases: phrases
        ).cancel(phrases.text("survey.builder.cancel"), place.results)
        let others = WeightingForm.questions(of: results.survey).filter { $0.id != question.id }
        let page = FormPage(
            heading: phrases.text("survey.results.weighting"), lead: question.text,
            points: [
                TextLine(line: phrases.text("survey.results.weighting-lead")),
                TextLine(line: phrases.text("survey.results.weighting-none")),
            ],
            form: content, links: others.map { PageLink(label: $0.text, address: place.weighting($0.id)) })
        return try await respond(page, page.heading, place.weighting(), of: results, context, status)
    }
}

/// How the population is made up by one question, in percent.
struct WeightingForm {
    let question: Question
    let phrases: Phrases

    init(_ question: Question, phrases: Phrases) {
        self.question = question
        self.phrases = phrases
    }

    /// Everybody gives just one answer to them.
    static func questions(of survey: RoundSurvey) -> [Question] {
        survey.questionnaire.questions.filter { question in
            if case .one = question.kind { true } else { false }
        }
    }

    func form(typed: FormValues) -> SiteForm { SiteForm(fields, typed: typed) }

    func form(holding weighting: Weighting?) -> SiteForm {
        let shares = weighting?.margins[question.id] ?? [:]
        var values = shares.reduce(into: [String: String]()) { values, share in
            values[Self.name(share.key)] = String(Int((share.value * 100).rounded()))
        }
        values["vraag"] = question.id
        return SiteForm(fields, holding: values)
    }

    /// Empty where nothing was filled in; nil where it is no hundred together, which is noted.
    static func shares(of question: Question, _ form: inout SiteForm) -> [Choice.ID: Double]? {
        var shares: [Choice.ID: Double] = [:]
        for choice in question.choices {
            if let percent = form.number(name(choice.id)) { shares[choice.id] = Double(percent) / 100 }
        }
        guard form.isSound else { return nil }
        let sum = shares.values.reduce(0) { $0 + Int(($1 * 100).rounded()) }
        guard shares.isEmpty || (shares.count == question.choices.count && sum == 100) else {
            form.refuse(name(question.choices[0].id), Reason("survey.results.no-hundred", ["sum": .number(sum)]))
            return nil
        }
        return shares
    }

    private static func name(_ choice: Choice.ID) -> String { "deel-\(choice)" }

    private var fields: [FormField] {
        [FormField("vraag", "", .hidden)]
            + question.choices.map {
                FormField(Self.name($0.id), $0.text, .number(1...100), isRequired: false, isMarkedOptional: false)
            }
    }
}
