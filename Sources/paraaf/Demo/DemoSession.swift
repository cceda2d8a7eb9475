import PlanDomain
import PlanRepositories
import Workflow

/// A session at which people were heard, with its report and what became of it.
struct DemoSession {
    /// The short name of the round, as the story calls it.
    let round: String
    let kind: Session.Kind
    let title: String
    let place: String
    let isClosed: Bool
    let organisations: [Organisation]
    let present: [String]
    let report: String
    /// The short name of who approved the report; nil while nobody did.
    let approver: String?
    let statements: [DemoStatement]

    static let keys: Set = [
        "ronde", "soort", "titel", "plaats", "besloten", "organisaties", "aanwezig", "verslag", "goedgekeurd",
        "inbreng",
    ]

    init(_ fields: YAMLFields) throws(PlanError) {
        round = try fields.required("ronde")
        kind = try fields.value("soort", Session.Kind.init(rawValue:)) ?? .partners
        title = try fields.required("titel")
        place = try fields.text("plaats") ?? ""
        isClosed = try fields.flag("besloten")
        organisations = try fields.texts("organisaties").map(Organisation.init(name:))
        present = try fields.texts("aanwezig")
        report = try fields.required("verslag")
        approver = try fields.text("goedgekeurd")
        statements = try fields.list("inbreng").map { fields throws(PlanError) in try DemoStatement(fields) }
    }
}

/// What somebody said at it.
struct DemoStatement {
    let speaker: String
    let section: String?
    let text: String

    init(_ fields: YAMLFields) throws(PlanError) {
        try fields.allowOnly(["wie", "sectie", "tekst"])
        speaker = try fields.required("wie")
        section = try fields.text("sectie")
        text = try fields.required("tekst")
    }
}
