import PlanDomain
import PlanRepositories
import Workflow

/// A letter or a mail that came in beside the form, and what was cut from it.
struct DemoPost {
    /// The short name of the round, as the story calls it.
    let round: String
    let kind: IntakeDocument.Kind
    let organisation: Organisation?
    let name: String
    let address: String
    let title: String
    /// As it was keyed in; empty for a mail.
    let text: String
    /// A saved message, whole; nil for what came on paper.
    let mail: String?
    let cuts: [DemoCut]
    /// Whether all of it was cut.
    let isDone: Bool

    static let keys: Set = [
        "ronde", "soort", "organisatie", "naam", "adres", "onderwerp", "tekst", "mail", "inbreng", "klaar",
    ]

    init(_ fields: YAMLFields) throws(PlanError) {
        round = try fields.required("ronde")
        mail = try fields.text("mail")
        kind = try fields.value("soort", Self.kind) ?? (mail == nil ? .letter : .mail)
        organisation = try fields.text("organisatie").map(Organisation.init(name:))
        name = try fields.text("naam") ?? ""
        address = try fields.text("adres") ?? ""
        title = try fields.text("onderwerp") ?? ""
        text = try fields.text("tekst") ?? ""
        cuts = try fields.list("inbreng").map { fields throws(PlanError) in try DemoCut(fields) }
        isDone = try fields.flag("klaar")
    }

    private static func kind(_ name: String) -> IntakeDocument.Kind? {
        switch name {
        case "brief": .letter
        case "mail": .mail
        case "stuk": .document
        default: nil
        }
    }
}

/// A passage of it that became an input.
struct DemoCut {
    let words: String
    let section: String?
    let text: String

    init(_ fields: YAMLFields) throws(PlanError) {
        try fields.allowOnly(["woorden", "sectie", "tekst"])
        words = try fields.required("woorden")
        section = try fields.text("sectie")
        text = try fields.text("tekst") ?? ""
    }
}
