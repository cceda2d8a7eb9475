import Phrases
import PlanDomain
import Workflow

/// The form with which a meeting is planned or changed.
struct MeetingForm {
    /// Nil for a new one.
    let meeting: Meeting?
    private let bodies: [FormChoice]
    var form: SiteForm

    struct Answers {
        /// Nil where the meeting is known.
        let body: GoverningBody?
        let day: CalendarDate
        let time: TimeOfDay?
        let place: String
        let state: Meeting.State
    }

    init(bodies: [GoverningBody], typed: FormValues? = nil, phrases: Phrases) {
        meeting = nil
        let choices = bodies.map { FormChoice($0.rawValue, phrases.capitalized(phrases.text($0))) }
        self.bodies = choices
        let fields = [FormField.oneOf("orgaan", phrases.text("secretary.meeting.body"), choices)]
        let known = FormValues(["orgaan": choices.count == 1 ? choices.map(\.value) : []])
        form = SiteForm(fields + Self.fields(phrases), typed: typed ?? known)
    }

    init(changing meeting: Meeting, typed: FormValues? = nil, phrases: Phrases) {
        self.meeting = meeting
        bodies = []
        let states = Meeting.State.allCases.map { state in
            FormChoice(state.rawValue, phrases.text("secretary.meeting.\(state.rawValue)"))
        }
        let state = FormField("stand", phrases.text("secretary.meeting.state"), .radios(states))
        var known = [
            "plaats": [meeting.place], "tijd": [meeting.startsAt.map { phrases.text($0) } ?? ""],
            "stand": [meeting.state.rawValue],
        ]
        for (name, value) in zip(
            FormField.dateParts(of: "dag"), [meeting.day.day, meeting.day.month, meeting.day.year])
        {
            known[name] = [String(value)]
        }
        form = SiteForm(Self.fields(phrases) + [state], typed: typed ?? FormValues(known))
    }

    private static func fields(_ phrases: Phrases) -> [FormField] {
        [
            FormField("dag", phrases.text("secretary.meeting.day"), .date),
            FormField(
                "tijd", phrases.text("secretary.meeting.time"), hint: phrases.text("secretary.meeting.time-hint"),
                isRequired: false, limit: 5),
            FormField("plaats", phrases.text("secretary.meeting.place"), isRequired: false, limit: 200),
        ]
    }

    /// Nil where an answer is wrong, which is then noted at its field.
    mutating func read() -> Answers? {
        let body = meeting == nil ? form.one(of: bodies, "orgaan").flatMap(GoverningBody.init) : nil
        let day = form.date("dag")
        let typedTime = form.optionalText("tijd")
        let time = typedTime.flatMap { TimeOfDay(typed: $0) }
        if typedTime != nil, time == nil { form.refuse("tijd", Reason("secretary.meeting.time-wrong")) }
        let place = form.text("plaats")
        let state = meeting == nil ? .planned : form.choice("stand").flatMap(Meeting.State.init)
        guard form.isSound, let day, let state else { return nil }
        return Answers(body: body, day: day, time: time, place: place, state: state)
    }
}
