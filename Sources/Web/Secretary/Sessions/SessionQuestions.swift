import Phrases
import PlanDomain
import Workflow

/// What is asked about a session that was held, and what the register is told of it.
struct SessionQuestions: Sendable {
    let step: StepStanding
    /// Those that take part in the plan.
    let organisations: [Organisation]
    let phrases: Phrases
    /// For what is kept, whatever language the page is in.
    let official: Phrases

    func deed(in plan: PlanID, _ desk: PlanDesk) -> PlanDeed {
        PlanDeed(
            heading: phrases.text("secretary.session.heading", ["step": .text(phrases.text(step.label))]),
            lead: [phrases.text("secretary.session.lead"), phrases.text("secretary.session.no-names")],
            questions: questions, known: ["stap": [step.id]], right: .recordSessions, roles: step.roles,
            submit: phrases.text("secretary.session.do"), address: .session(plan, step: step.id), back: .gate(plan),
            done: Notice("secretary.done.session")
        ) { form in
            let name = form.text("naam")
            let day = form.date("dag")
            let present = organisations.isEmpty ? [] : form.choices("organisaties")
            let others = form.text("anderen")
            let outcome = form.text("uitkomst")
            if step.body == nil, present.isEmpty, others.isEmpty {
                form.refuse("anderen", Reason("session.nobody"))
            }
            let account = account(present, others, outcome)
            return { visit in
                guard let day else { return }
                try await desk.record(
                    HeldSession(name: name, body: step.body, day: day, account: account), by: visit)
            }
        }
    }

    private var questions: [FormField] {
        let present = FormField(
            "organisaties", phrases.text("secretary.session.organisations"),
            .checkboxes(organisations.map { FormChoice($0.name, $0.name) }), isRequired: false)
        return [
            FormField("stap", "", .hidden),
            FormField(
                "naam", phrases.text("secretary.session.name"), hint: phrases.text("secretary.session.name-hint"),
                limit: 120),
            FormField("dag", phrases.text("secretary.session.day"), .date),
        ] + (organisations.isEmpty ? [] : [present]) + [
            FormField(
                "anderen", phrases.text("secretary.session.others"), .textarea(rows: 2),
                hint: phrases.text("secretary.session.others-hint"), isRequired: false, limit: 500),
            FormField(
                "uitkomst", phrases.text("secretary.session.outcome"), .textarea(rows: 6),
                hint: phrases.text("secretary.session.outcome-hint"), limit: 5_000),
        ]
    }

    /// "Erbij: Brandweer, Politie Oost, Adviseur zorg." and below it what came of it.
    private func account(_ present: [String], _ others: String, _ outcome: String) -> String {
        let named = others.split(whereSeparator: \.isNewline).map(String.init)
        let all = (present + named).joined(separator: ", ")
        let who = all.isEmpty ? [] : [official.text("secretary.session.present", ["present": .text(all)])]
        return (who + [outcome]).joined(separator: "\n\n")
    }
}
