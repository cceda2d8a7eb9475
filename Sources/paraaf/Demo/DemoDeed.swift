import PlanDomain
import PlanRepositories
import Workflow

/// What can be done in a story of the demo: the same that people do on the pages.
enum DemoDeed {
    case start(summary: String)
    case change(DemoChange)
    case addSection(after: String, title: String, body: String, summary: String)
    /// Brings in a document's text; under these headings, or under all where none is named.
    case fillDocument(String, headings: [String], summary: String)
    case move(from: StageID, to: StageID, sections: [String])
    case sendBack(from: StageID, to: StageID, sections: [String])
    case openRound(DemoRound)
    case extendRound(id: String, until: RelativeDay)
    case closeRound(id: String)
    case tell(round: String)
    case holdMeeting(id: String, body: GoverningBody?)
    case takeIn(DemoPost)
    case holdSession(DemoSession)
    case override(stage: StageID, condition: String)
    case signOff(step: String, verdict: SignOffVerdict)
    case schedule(body: GoverningBody, meeting: RelativeDay, as: AgendaItem.Kind)
    case takeOffAgenda(body: GoverningBody)
    case decide(body: GoverningBody, outcome: PointOutcome)
    case release
    case fulfilCondition
    case publish

    /// The documents that it brings in, by name.
    var document: String? {
        if case .fillDocument(let name, _, _) = self { name } else { nil }
    }

    /// The questionnaire that it puts before people.
    var survey: String? {
        if case .openRound(let round) = self { round.survey } else { nil }
    }

    enum Kind: String, CaseIterable {
        case start = "begint"
        case change = "wijzigt"
        case addSection = "voegt sectie toe"
        case fillDocument = "vult stuk"
        case move = "zet door"
        case sendBack = "stuurt terug"
        case openRound = "opent ronde"
        case extendRound = "verlengt ronde"
        case closeRound = "sluit ronde"
        case tell = "koppelt terug"
        case holdMeeting = "houdt bijeenkomst"
        case takeIn = "neemt post in"
        case holdSession = "houdt sessie"
        case override = "zet opzij"
        case signOff = "parafeert"
        case schedule = "agendeert"
        case takeOffAgenda = "haalt van agenda"
        case decide = "legt besluit vast"
        case release = "geeft definitief akkoord"
        case fulfilCondition = "vervult voorwaarde"
        case publish = "maakt openbaar"

        /// The fields that it has beside those of every event.
        var keys: Set<String> {
            switch self {
            case .start: ["waarom"]
            case .change: ["sectie", "was", "wordt", "erbij", "waarom", "aard", "inbreng"]
            case .addSection: ["na", "titel", "tekst", "waarom"]
            case .fillDocument: ["stuk", "koppen", "waarom"]
            case .move, .sendBack: ["van", "naar", "secties"]
            case .openRound:
                ["ronde", "doelgroep", "voor", "tot", "organisaties", "vragen", "toelichting", "enquete", "kanalen"]
            case .extendRound: ["ronde", "tot"]
            case .closeRound, .tell: ["ronde"]
            case .holdMeeting: ["bijeenkomst", "orgaan"]
            case .takeIn: DemoPost.keys
            case .holdSession: DemoSession.keys
            case .override: ["fase", "voorwaarde"]
            case .signOff: ["stap", "oordeel"]
            case .schedule: ["orgaan", "vergadering", "behandeling"]
            case .takeOffAgenda: ["orgaan"]
            case .decide: ["orgaan", "uitkomst"]
            case .release, .fulfilCondition, .publish: []
            }
        }
    }

    init(_ kind: Kind, _ fields: YAMLFields) throws(PlanError) {
        switch kind {
        case .start, .change, .addSection, .fillDocument: self = try Self.writing(kind, fields)
        case .openRound, .extendRound, .closeRound, .tell, .holdMeeting, .takeIn, .holdSession:
            self = try Self.consulting(kind, fields)
        default: self = try Self.deciding(kind, fields)
        }
    }
}

/// A passage of one section that becomes another, or text that is added at its end.
struct DemoChange {
    let section: String
    let old: String?
    let new: String
    let nature: ChangeNature
    let inputs: [String]
    let summary: String

    init(_ fields: YAMLFields) throws(PlanError) {
        section = try fields.required("sectie")
        old = try fields.text("was")
        new = try old == nil ? fields.required("erbij") : fields.required("wordt")
        nature = try fields.value("aard", ChangeNature.init(rawValue:)) ?? .substantive
        inputs = try fields.texts("inbreng")
        summary = try fields.required("waarom")
    }
}

/// A round in which partners are asked what they think.
struct DemoRound {
    /// The short name that the rest of the story calls it.
    let key: String
    let group: ConsultationRound.Audience
    let audience: String
    let until: RelativeDay
    /// Those of the plan where none is named.
    let organisations: [Organisation]
    let questions: [String]
    let explanation: String
    /// The short name of its questionnaire; nil where there is none.
    let survey: String?
    /// Ways to react beside the form.
    let channels: Set<Input.Channel>

    init(_ fields: YAMLFields) throws(PlanError) {
        key = try fields.required("ronde")
        group = try fields.value("doelgroep", ConsultationRound.Audience.init(rawValue:)) ?? .partners
        audience = try fields.required("voor")
        until = try fields.requiredDay("tot")
        organisations = try fields.texts("organisaties").map(Organisation.init(name:))
        questions = try fields.texts("vragen")
        explanation = try fields.text("toelichting") ?? ""
        survey = try fields.text("enquete")
        channels = Set(try fields.texts("kanalen").compactMap(Input.Channel.init(rawValue:)))
    }
}

extension DemoDeed {
    private static func writing(_ kind: Kind, _ fields: YAMLFields) throws(PlanError) -> DemoDeed {
        switch kind {
        case .start: return .start(summary: try fields.required("waarom"))
        case .addSection:
            return .addSection(
                after: try fields.required("na"), title: try fields.required("titel"),
                body: try fields.required("tekst"), summary: try fields.required("waarom"))
        case .fillDocument:
            return .fillDocument(
                try fields.required("stuk"), headings: try fields.texts("koppen"),
                summary: try fields.required("waarom"))
        default: return .change(try DemoChange(fields))
        }
    }

    private static func consulting(_ kind: Kind, _ fields: YAMLFields) throws(PlanError) -> DemoDeed {
        switch kind {
        case .openRound:
            return .openRound(try DemoRound(fields))
        case .extendRound:
            return .extendRound(id: try fields.required("ronde"), until: try fields.requiredDay("tot"))
        case .closeRound: return .closeRound(id: try fields.required("ronde"))
        case .tell: return .tell(round: try fields.required("ronde"))
        case .takeIn: return .takeIn(try DemoPost(fields))
        case .holdSession: return .holdSession(try DemoSession(fields))
        default:
            return .holdMeeting(
                id: try fields.required("bijeenkomst"), body: try fields.value("orgaan", GoverningBody.init(rawValue:)))
        }
    }

    private static func deciding(_ kind: Kind, _ fields: YAMLFields) throws(PlanError) -> DemoDeed {
        switch kind {
        case .move, .sendBack:
            let (from, to) = (StageID(try fields.required("van")), StageID(try fields.required("naar")))
            let sections = try fields.texts("secties")
            return kind == .move
                ? .move(from: from, to: to, sections: sections) : .sendBack(from: from, to: to, sections: sections)
        case .override:
            return .override(
                stage: StageID(try fields.required("fase")), condition: try fields.required("voorwaarde"))
        case .signOff:
            return .signOff(
                step: try fields.required("stap"),
                verdict: try fields.value("oordeel", SignOffVerdict.init(rawValue:)) ?? .agreed)
        case .schedule:
            return .schedule(
                body: try fields.requiredValue("orgaan", GoverningBody.init(rawValue:)),
                meeting: try fields.requiredDay("vergadering"),
                as: try fields.value("behandeling", AgendaItem.Kind.init(rawValue:)) ?? .discussion)
        case .takeOffAgenda:
            return .takeOffAgenda(body: try fields.requiredValue("orgaan", GoverningBody.init(rawValue:)))
        case .decide:
            return .decide(
                body: try fields.requiredValue("orgaan", GoverningBody.init(rawValue:)),
                outcome: try fields.value("uitkomst", PointOutcome.init(rawValue:)) ?? .adopted)
        case .fulfilCondition: return .fulfilCondition
        case .publish: return .publish
        default: return .release
        }
    }
}
