import Phrases
import PlanDomain
import Workflow

/// What the office writes down of a round before it is opened.
struct RoundForm {
    /// Every organisation that can be asked.
    let organisations: [Organisation]
    let phrases: Phrases

    func form(typed: FormValues) -> SiteForm { SiteForm(fields, typed: typed) }

    /// With the audience that is asked most, for a round that is still to be written.
    func form() -> SiteForm {
        SiteForm(
            fields,
            holding: [
                "doelgroep": ConsultationRound.Audience.partners.rawValue, "kanalen": Input.Channel.form.rawValue,
                "openbaarheid": ConsultationRound.Publicity.named.rawValue,
            ])
    }

    func form(holding round: ConsultationRound) -> SiteForm {
        var values: [String: [String]] = [
            "titel": [round.title], "inspraak": round.isStatutory ? ["ja"] : [], "doelgroep": [round.audience.rawValue],
            "gevraagd": [round.asked],
            "organisaties": round.organisations.map(\.name), "vragen": [round.questions.joined(separator: "\n")],
            "uitleg": [round.explanation], "privacy": [round.privacy],
            "tijd": [round.closingTime.map { phrases.text($0) } ?? ""],
            "kanalen": round.channels.map(\.rawValue), "openbaarheid": [round.publicity.rawValue],
        ]
        for (name, date) in [("van", round.from), ("tot", round.until)] {
            for (part, number) in zip(FormField.dateParts(of: name), [date.day, date.month, date.year]) {
                values[part] = [String(number)]
            }
        }
        return SiteForm(fields, typed: FormValues(values))
    }

    /// Nil where something is missing or cannot be; that is noted at the form.
    func preparation(_ form: inout SiteForm) -> RoundPreparation? {
        let title = form.text("titel")
        let audience = form.choice("doelgroep").flatMap(ConsultationRound.Audience.init(rawValue:))
        let isStatutory = !form.choices("inspraak").isEmpty
        let asked = form.text("gevraagd")
        let chosen = form.choices("organisaties").map(Organisation.init(name:))
        let questions = form.text("vragen").split(separator: "\n").map(String.init)
        let (explanation, privacy) = (form.text("uitleg"), form.text("privacy"))
        let (from, until) = (form.date("van"), form.date("tot"))
        let channels = Set(form.choices("kanalen").compactMap(Input.Channel.init(rawValue:)))
        let publicity = form.choice("openbaarheid").flatMap(ConsultationRound.Publicity.init(rawValue:))
        let time = form.text("tijd")
        let closingTime = TimeOfDay(typed: time)
        if !time.isEmpty, closingTime == nil { form.refuse("tijd", Reason("rounds.time-wrong")) }
        guard form.isSound, let audience, let publicity, let from, let until else { return nil }
        return RoundPreparation(
            title: title, audience: audience, isStatutory: isStatutory, asked: asked,
            organisations: audience == .partners ? chosen : [], questions: questions, explanation: explanation,
            privacy: privacy, from: from, until: until, closingTime: closingTime, channels: channels,
            publicity: publicity)
    }

    /// The field that a refusal of the domain is about.
    static func field(of error: PlanError) -> String {
        switch error.reason.key {
        case "round.asked-empty": "gevraagd"
        case "round.no-organisations": "organisaties"
        case "round.backwards", "round.over-before-opening": "tot"
        case "round.questions-many": "vragen"
        case "round.no-channels", "round.no-personal-form": "kanalen"
        default: "titel"
        }
    }

    private var fields: [FormField] {
        let audiences = ConsultationRound.Audience.allCases.map {
            FormChoice($0.rawValue, phrases.text("rounds.audience.\($0.rawValue)"))
        }
        let channels = Input.Channel.allCases.map {
            FormChoice($0.rawValue, phrases.text("inputs.channel.\($0.rawValue)"))
        }
        let publicity = ConsultationRound.Publicity.allCases.map {
            FormChoice($0.rawValue, phrases.text("rounds.publicity.\($0.rawValue)"))
        }
        return [
            FormField("titel", phrases.text("rounds.field.title"), limit: 120),
            FormField("doelgroep", phrases.text("rounds.field.audience"), .radios(audiences)),
            FormField(
                "inspraak", phrases.text("rounds.field.statutory"),
                .checkboxes([FormChoice("ja", phrases.text("rounds.field.statutory-yes"))]),
                hint: phrases.text("rounds.field.statutory-hint"), isRequired: false),
            FormField(
                "gevraagd", phrases.text("rounds.field.asked"), hint: phrases.text("rounds.field.asked-hint"),
                limit: 120),
            FormField(
                "organisaties", phrases.text("rounds.field.organisations"),
                .checkboxes(organisations.map { FormChoice($0.name, $0.name) }),
                hint: phrases.text("rounds.field.organisations-hint"), isRequired: false),
            FormField(
                "kanalen", phrases.text("rounds.field.channels"), .checkboxes(channels),
                hint: phrases.text("rounds.field.channels-hint")),
            FormField(
                "openbaarheid", phrases.text("rounds.field.publicity"), .radios(publicity),
                hint: phrases.text("rounds.field.publicity-hint")),
            FormField("van", phrases.text("rounds.field.from"), .date),
            FormField("tot", phrases.text("rounds.field.until"), .date),
            FormField(
                "tijd", phrases.text("rounds.field.time"), hint: phrases.text("rounds.field.time-hint"),
                isRequired: false, limit: 5),
            FormField(
                "vragen", phrases.text("rounds.field.questions"), .textarea(rows: 5),
                hint: phrases.text("rounds.field.questions-hint"), isRequired: false, limit: 10_000),
            FormField(
                "uitleg", phrases.text("rounds.field.explanation"), .textarea(rows: 6), isRequired: false,
                limit: 10_000),
            FormField(
                "privacy", phrases.text("rounds.field.privacy"), .textarea(rows: 4),
                hint: phrases.text("rounds.field.privacy-hint"), isRequired: false, limit: 10_000),
        ]
    }
}
