import PlanDomain
import PlanRepositories
import Workflow

/// Something that a partner wrote in a round, and what was done with it (`plannen/<key>/inbreng.yml`).
struct DemoInput {
    static let file = "inbreng.yml"

    /// The short name by which changes say that they carry it out.
    let key: String
    let day: RelativeDay
    /// The short name of the round, as the story calls it.
    let round: String
    /// The contact who wrote it.
    let contact: String
    let kind: InputKind
    let section: String?
    /// The words of the section that it is about.
    let quote: String?
    let text: String
    let proposal: String?
    /// Whether it was never sent in.
    let isDraft: Bool
    let proposed: DemoProposal?
    let adopted: DemoAdoption?
    let reply: DemoReply?
    let place: Place

    init(_ fields: YAMLFields) throws(PlanError) {
        try fields.allowOnly([
            "sleutel", "dag", "ronde", "van", "soort", "sectie", "bij", "tekst", "voorstel", "concept", "voorgesteld",
            "vastgesteld", "antwoord",
        ])
        key = try fields.required("sleutel")
        day = try fields.requiredDay("dag")
        round = try fields.required("ronde")
        contact = try fields.required("van")
        section = try fields.text("sectie")
        let isGeneral = section == nil
        kind = try fields.requiredValue("soort") { Self.kind($0, isGeneral: isGeneral) }
        quote = try fields.text("bij")
        text = try fields.required("tekst")
        proposal = try fields.text("voorstel")
        isDraft = try fields.flag("concept")
        proposed = try fields.fields("voorgesteld").map { fields throws(PlanError) in try DemoProposal(fields) }
        adopted = try fields.fields("vastgesteld").map { fields throws(PlanError) in try DemoAdoption(fields) }
        reply = try fields.fields("antwoord").map { fields throws(PlanError) in try DemoReply(fields) }
        place = fields.place
        for day in [day, proposed?.day, adopted?.day, reply?.day].compactMap({ $0 }) where day.count > 0 {
            throw place.fault("demo.day-to-come", ["day": .number(day.count)])
        }
    }

    private static func kind(_ name: String, isGeneral: Bool) -> InputKind? {
        switch name {
        case "opmerking": isGeneral ? .general : .remark
        case "tekstvoorstel": .replacement
        case "vraag": .question
        default: nil
        }
    }
}

/// What an official proposed to do with an input.
struct DemoProposal {
    let day: RelativeDay
    let actor: String
    let disposition: WrittenDisposition

    init(_ fields: YAMLFields) throws(PlanError) {
        try fields.allowOnly(["dag", "door", "uitkomst", "reden"])
        day = try fields.requiredDay("dag")
        actor = try fields.required("door")
        disposition = WrittenDisposition(
            outcome: try fields.requiredValue("uitkomst") { Outcome(rawValue: $0.replacing(" ", with: "-")) },
            reason: try fields.text("reden") ?? "")
    }
}

/// Who adopted that, and when.
struct DemoAdoption {
    let day: RelativeDay
    let actor: String

    init(_ fields: YAMLFields) throws(PlanError) {
        try fields.allowOnly(["dag", "door"])
        day = try fields.requiredDay("dag")
        actor = try fields.required("door")
    }
}

/// What they answered to what was decided.
struct DemoReply {
    let day: RelativeDay
    let written: WrittenReply

    init(_ fields: YAMLFields) throws(PlanError) {
        try fields.allowOnly(["dag", "oordeel", "reden"])
        day = try fields.requiredDay("dag")
        written = WrittenReply(
            try fields.requiredValue("oordeel", FeedbackReply.Verdict.init(rawValue:)),
            reason: try fields.text("reden") ?? "")
    }
}
