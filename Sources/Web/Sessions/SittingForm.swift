import Phrases
import PlanDomain
import Workflow

/// What is written down of a session before it takes place.
struct SittingForm {
    /// Rounds that hear people in sessions.
    let rounds: [RoundView]
    let organisations: [Organisation]
    let phrases: Phrases

    func form() -> SiteForm {
        SiteForm(
            fields,
            holding: (rounds.count == 1 ? ["ronde": rounds[0].round.id.rawValue] : [:])
                .merging(["soort": Session.Kind.partners.rawValue]) { $1 })
    }

    func form(typed: FormValues) -> SiteForm { SiteForm(fields, typed: typed) }

    func form(holding session: Session) -> SiteForm {
        var values: [String: [String]] = [
            "ronde": [session.round.rawValue], "soort": [session.kind.rawValue], "titel": [session.title],
            "tijd": [session.startsAt.map { phrases.text($0) } ?? ""], "plaats": [session.place],
            "organisaties": session.organisations.map(\.name), "besloten": session.isClosed ? ["ja"] : [],
            "versie": [String(session.version)],
        ]
        let numbers = [session.day.day, session.day.month, session.day.year]
        for (part, number) in zip(FormField.dateParts(of: "dag"), numbers) { values[part] = [String(number)] }
        return SiteForm(fields, typed: FormValues(values))
    }

    /// Nil where something is missing or cannot be; that is noted at the form.
    func written(_ form: inout SiteForm) -> SessionPlan? {
        let round = form.choice("ronde").flatMap { RoundID($0) }
        let kind = form.choice("soort").flatMap(Session.Kind.init(rawValue:))
        let (title, day, time) = (form.text("titel"), form.date("dag"), form.text("tijd"))
        let startsAt = TimeOfDay(typed: time)
        if !time.isEmpty, startsAt == nil { form.refuse("tijd", Reason("rounds.time-wrong")) }
        let place = form.text("plaats")
        let chosen = form.choices("organisaties").map(Organisation.init(name:))
        let isClosed = !form.choices("besloten").isEmpty
        guard form.isSound, let round, let kind, let day else { return nil }
        return SessionPlan(
            round: round, kind: kind, title: title, day: day, startsAt: startsAt, place: place, organisations: chosen,
            isClosed: isClosed)
    }

    private var fields: [FormField] {
        [
            FormField(
                "ronde", phrases.text("sessions.field.round"),
                .radios(rounds.map { FormChoice($0.round.id.rawValue, $0.round.title) })),
            FormField(
                "soort", phrases.text("sessions.field.kind"),
                .radios(
                    Session.Kind.allCases.map { FormChoice($0.rawValue, phrases.text("sessions.kind.\($0.rawValue)")) }
                )),
            FormField("titel", phrases.text("sessions.field.title"), limit: 120),
            FormField("dag", phrases.text("sessions.field.day"), .date),
            FormField(
                "tijd", phrases.text("sessions.field.time"), hint: phrases.text("sessions.field.time-hint"),
                isRequired: false, limit: 5),
            FormField(
                "plaats", phrases.text("sessions.field.place"), hint: phrases.text("sessions.field.place-hint"),
                isRequired: false, limit: 500),
            FormField(
                "organisaties", phrases.text("sessions.field.organisations"),
                .checkboxes(organisations.map { FormChoice($0.name, $0.name) }),
                hint: phrases.text("sessions.field.organisations-hint"), isRequired: false),
            FormField(
                "besloten", phrases.text("sessions.field.closed"),
                .checkboxes([FormChoice("ja", phrases.text("sessions.field.closed-yes"))]),
                hint: phrases.text("sessions.field.closed-hint"), isRequired: false),
            FormField("versie", "", .hidden, isRequired: false),
        ]
    }
}

/// Who was there: those who were invited, and others by organisation or function.
struct PresenceForm {
    let session: Session
    let phrases: Phrases

    func form(typed: FormValues? = nil) -> SiteForm {
        SiteForm(fields, typed: typed ?? FormValues(["aanwezig": session.organisations.map(\.name)]))
    }

    func present(_ form: inout SiteForm) -> [String]? {
        let chosen = session.organisations.isEmpty ? [] : form.choices("aanwezig")
        let others = form.text("anderen").split(separator: "\n").map(String.init)
        if form.isSound, chosen.isEmpty, others.isEmpty { form.refuse("anderen", Reason("session.nobody")) }
        return form.isSound ? chosen + others.filter { !chosen.contains($0) } : nil
    }

    private var fields: [FormField] {
        let invited = FormField(
            "aanwezig", phrases.text("sessions.field.present"),
            .checkboxes(session.organisations.map { FormChoice($0.name, $0.name) }), isRequired: false)
        return (session.organisations.isEmpty ? [] : [invited]) + [
            FormField(
                "anderen", phrases.text("sessions.field.others"), .textarea(rows: 3),
                hint: phrases.text("sessions.field.others-hint"), isRequired: false, limit: 1_000)
        ]
    }
}

/// A statement in the report, to become an input.
struct StatementForm {
    let session: Session
    /// By id and printed title.
    let sections: [(SectionID, String)]
    let phrases: Phrases

    func form(typed: FormValues? = nil) -> SiteForm {
        SiteForm(fields, typed: typed ?? FormValues(["soort": [InputKind.remark.rawValue]]))
    }

    func written(_ form: inout SiteForm) -> (speaker: String, input: WrittenInput)? {
        let speaker = form.choice("wie")
        guard let input = taken.input(&form), let speaker else { return nil }
        return (speaker, input)
    }

    private var taken: TakenWords { TakenWords(sections: sections, phrases: phrases) }

    private var fields: [FormField] {
        [
            FormField(
                "wie", phrases.text("sessions.field.speaker"),
                .select(session.present.map { FormChoice($0, $0) })),
            FormField(
                "tekst", phrases.text("sessions.field.statement"), .textarea(rows: 4), limit: 20_000),
        ] + taken.about + [taken.proposal]
    }
}
