import Phrases
import PlanDomain
import Survey
import Workflow

/// The files with answers from elsewhere, and the form for another one.
struct SheetFileListPage: SitePage {
    static let template = "survey-files"
    let files: [Row]
    let form: FormContent
    let back: SiteAddress

    init(_ files: [SheetFile], form: FormContent, place: BuilderPlace, phrases: Phrases) {
        self.files = files.map { file in
            Row(
                name: file.name, address: place.file(file.id.rawValue), state: Self.state(of: file, phrases))
        }
        self.form = form
        back = place.overview
    }

    static func state(of file: SheetFile, _ phrases: Phrases) -> String {
        guard let taken = file.taken else { return phrases.text("survey.file.waiting") }
        return phrases.text(
            "survey.file.taken-on",
            ["day": .text(phrases.writtenDate(taken.on)), "count": .number(taken.count)])
    }

    static let fields: PageFields<SheetFileListPage> = [
        .flag("hasFiles") { !$0.files.isEmpty },
        .list("sheetFiles") { $0.files },
        .part("form") { $0.form },
        .text("survey") { $0.back.path },
    ]

    struct Row: PageContent {
        let name: String
        let address: SiteAddress
        let state: String

        static let fields: PageFields<Row> = [
            .text("fileName") { $0.name }, .text("address") { $0.address.path }, .text("state") { $0.state },
        ]
    }
}

/// One file: what its columns mean, what would come of it, and the buttons that take it in or out.
struct SheetFilePage: SitePage {
    static let template = "survey-file"
    let name: String
    let state: String
    let form: FormContent?
    let summary: String?
    let faults: [TextLine]
    let take: SiteAddress?
    let remove: SiteAddress
    let seal: FormSeal

    /// Of very many faults the first are shown; they are mostly of one kind.
    private static let most = 100

    init(_ open: OpenSheetFile, form: FormContent?, place: BuilderPlace, seal: FormSeal, phrases: Phrases) {
        name = open.file.name
        state = SheetFileListPage.state(of: open.file, phrases)
        self.form = form
        summary = open.trial.map { trial in
            phrases.text(
                "survey.file.trial",
                [
                    "sound": .number(trial.sheets.count), "wrong": .number(Set(trial.faults.map(\.line)).count),
                    "empty": .number(trial.emptyLines.count),
                ])
        }
        faults = (open.trial?.faults ?? []).prefix(Self.most).map { fault in
            TextLine(
                line: phrases.text(
                    "survey.file.fault",
                    [
                        "line": .number(fault.line), "column": .text(fault.column), "cell": .text(fault.cell),
                        "why": .text(phrases.sentence(SheetForm.reason(fault.reason))),
                    ]))
        }
        take = open.trial?.sheets.isEmpty == false ? place.file(open.file.id.rawValue, "overnemen") : nil
        remove = place.file(open.file.id.rawValue, "verwijderen")
        self.seal = seal
    }

    static let fields: PageFields<SheetFilePage> = [
        .text("fileName") { $0.name },
        .text("state") { $0.state },
        .part("form") { $0.form },
        .text("summary") { $0.summary },
        .flag("hasFaults") { !$0.faults.isEmpty },
        .list("faults") { $0.faults },
        .text("take") { $0.take?.path },
        .text("remove") { $0.remove.path },
        .text("formToken") { $0.seal.token },
        .text("requestID") { $0.seal.requestID },
    ]
}
