import Foundation
import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Lists of reactions: which column says what, what would be taken in, and taking it in.
struct IntakeSheetRoutes: IntakeGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.newSheet, use: ask)
        router.on(.takeSheet, use: take)
        router.on(.intakeSheet, use: show)
        router.on(.readSheet, use: read)
    }

    // MARK: The file

    @Sendable private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
        let fields = try await intakeForm(context)
        let known = fields.form(on: services.office.time.today)
        return try await showUpload(SiteForm(self.fields(fields), typed: known.values), context)
    }

    @Sendable private func take(_ request: Request, _ context: SiteContext) async throws -> Response {
        var form = SiteForm(fields(try await intakeForm(context)), typed: context.form)
        let round = form.choice("ronde").flatMap { RoundID($0) }
        let (day, file) = (form.date("dag"), form.file("bestand"))
        guard form.isSound, let round, let day, let file else {
            return try await showUpload(form, context, .unprocessableContent)
        }
        var written = WrittenIntake(round: round, kind: .sheet, arrivedOn: day)
        written.title = file.name
        written.file = ReadDocument.Enclosure(name: file.name, bytes: Data(file.bytes))
        do {
            let document = try await desk.take(
                written, in: try plan(context), requestID: context.form.requestID, by: context.participant)
            return redirect(to: .intake(document), context)
        } catch let error as PlanError where error.isAboutForm {
            form.refuse(IntakeForm.field(of: error), error)
            return try await showUpload(form, context, error.formStatus)
        }
    }

    private func intakeForm(_ context: SiteContext) async throws -> IntakeForm {
        let rounds = try await desk.rounds(of: try plan(context), for: context.participant)
        return IntakeForm(
            rounds: rounds.filter { $0.round.channels.contains(.letter) }, organisations: [],
            phrases: phrases(context))
    }

    private func fields(_ form: IntakeForm) -> [FormField] {
        let phrases = form.phrases
        return [
            form.round,
            FormField(
                "bestand", phrases.text("intake.sheet.file"),
                .file(accept: ".csv", megabytes: SourceType.sizeLimit >> 20),
                hint: phrases.text("intake.sheet.file-hint")),
            FormField("dag", phrases.text("intake.field.day"), .date, hint: phrases.text("intake.sheet.day-hint")),
        ]
    }

    private func showUpload(
        _ form: SiteForm, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (id, phrases) = (try plan(context), phrases(context))
        let content = FormContent(
            form, to: .newSheet(id), seal: seal(context), submit: phrases.text("intake.sheet.next"), phrases: phrases
        ).step(1, of: 2, phrases).cancel(phrases.text("inputs.not-now"), .intake(id))
        let page = QuestionPage(
            heading: phrases.text("intake.sheet.heading"), lead: phrases.text("intake.sheet.lead"), form: content)
        return try await respond(page, page.heading, .newSheet(id), context, status)
    }

    // MARK: Its columns

    @Sendable private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (view, table, guess) = try await desk.sheet(
            try documentID(context), of: try plan(context), for: context.participant)
        let columns = SheetColumns(table.header, phrases: phrases(context))
        return try await respond(view, columns, columns.form(guess), of: table.rows.map(\.cells), nil, context)
    }

    @Sendable private func read(_ request: Request, _ context: SiteContext) async throws -> Response {
        let action = try context.form.choice("actie", among: ["proef", "inlezen"])
        let (id, plan) = (try documentID(context), try plan(context))
        let (view, table, _) = try await desk.sheet(id, of: plan, for: context.participant)
        let columns = SheetColumns(table.header, phrases: phrases(context))
        var form = columns.form(typed: context.form)
        let sheet = columns.sheet(&form)
        let rows = table.rows.map(\.cells)
        guard form.isSound else {
            return try await respond(view, columns, form, of: rows, nil, context, .unprocessableContent)
        }
        if action == "inlezen" {
            do {
                let count = try await desk.takeIn(sheet, of: id, in: plan, by: context.participant)
                return redirect(
                    to: .intake(view.document), context, notice: Notice("intake.sheet.taken", ["count": "\(count)"]))
            } catch let error as PlanError where error.isAboutForm {
                form.refuse("", error)
                return try await respond(view, columns, form, of: rows, nil, context, error.formStatus)
            }
        }
        let trial = try await desk.trial(sheet, of: id, in: plan, by: context.participant)
        return try await respond(view, columns, form, of: rows, trial, context)
    }

    private func respond(
        _ view: IntakeView, _ columns: SheetColumns, _ form: SiteForm, of rows: [[String]],
        _ trial: InputSheet.Trial?, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let phrases = phrases(context)
        let content = FormContent(
            form, to: .intake(view.document), seal: seal(context), submit: phrases.text("intake.sheet.try"),
            phrases: phrases
        ).step(2, of: 2, phrases)
        let page = IntakeSheetPage(
            view, content, columns: columns.header, rows: rows, trial: trial, phrases: phrases)
        return try await respond(page, page.title, .intake(view.document), context, status)
    }
}

/// One question for each column of a list: what it says.
struct SheetColumns {
    let header: [String]
    let phrases: Phrases

    init(_ header: [String], phrases: Phrases) {
        self.header = header
        self.phrases = phrases
    }

    func form(_ sheet: InputSheet) -> SiteForm {
        var values: [String: String] = [:]
        for (index, name) in header.enumerated() { values[Self.field(index)] = sheet.columns[name]?.rawValue ?? "" }
        return SiteForm(fields, holding: values)
    }

    func form(typed: FormValues) -> SiteForm { SiteForm(fields, typed: typed) }

    /// Notes where two columns are said to say the same.
    func sheet(_ form: inout SiteForm) -> InputSheet {
        var columns: [String: InputSheet.Target] = [:]
        for (index, name) in header.enumerated() {
            guard let target = form.choice(Self.field(index)).flatMap(InputSheet.Target.init(rawValue:)) else {
                continue
            }
            if columns.values.contains(target) { form.refuse(Self.field(index), Reason("intake.sheet.column-twice")) }
            columns[name] = target
        }
        if form.isSound, !columns.values.contains(.text) { form.refuse("", Reason("intake.sheet.no-text-column")) }
        return InputSheet(columns: columns)
    }

    static func field(_ index: Int) -> String { "kolom-\(index + 1)" }

    private var fields: [FormField] {
        let choices = InputSheet.Target.allCases.map {
            FormChoice($0.rawValue, phrases.text("intake.sheet.target.\($0.rawValue)"))
        }
        return header.enumerated().map { index, name in
            FormField(
                Self.field(index), phrases.text("intake.sheet.column", ["name": .text(name)]), .select(choices),
                isRequired: false, isMarkedOptional: false)
        }
    }
}
