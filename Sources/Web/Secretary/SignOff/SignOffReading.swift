import Phrases
import PlanDomain
import Workflow

/// What a signer reads: the sheet of the step with the words of the text, now and as they last signed it.
struct SignOffReading: Sendable {
    let sheet: SignOffSheet
    let capacity: Capacity
    /// Other functions in which they could give this paraaf.
    let others: [Capacity]
    let text: PlanText
    /// The text that they signed last; nil where there is nothing to compare.
    let before: PlanText?
    /// What an adviser was asked.
    let question: String?
    let showsAll: Bool

    var plan: PlanID { sheet.plan.projected.id }

    /// Whether the form shows: it is this step's turn, and nothing keeps this person from it.
    var maySign: Bool { sheet.step.mayBeDone && sheet.refusal == nil }

    func deed(_ desk: SignOffDesk, _ phrases: Phrases) -> PlanDeed {
        let step = sheet.step
        let verdicts = SignOffVerdict.allCases.map { verdict in
            FormChoice(
                verdict.rawValue, phrases.capitalized(phrases.text("verdict.\(verdict.rawValue)")),
                hint: phrases.text("secretary.sign.\(verdict.rawValue)"))
        }
        return PlanDeed(
            heading: phrases.text("secretary.sign.heading", ["step": .text(phrases.text(step.label))]),
            questions: [
                FormField("oordeel", phrases.text("secretary.sign.verdict"), .radios(verdicts)),
                FormField(
                    "opmerking", phrases.text("secretary.sign.remark"), .textarea(rows: 4),
                    hint: phrases.text("secretary.sign.remark-hint"), isRequired: false, limit: 2_000),
            ],
            right: .signOff, roles: step.roles, capacity: capacity, submit: phrases.text("secretary.sign.do"),
            address: .signOff(plan, step: step.id), back: .gate(plan), done: Notice("secretary.done.signed")
        ) { form in
            let verdict = form.choice("oordeel").flatMap(SignOffVerdict.init)
            let remark = form.text("opmerking")
            if remark.isEmpty, verdict == .notAgreed {
                form.refuse("opmerking", Reason("secretary.sign.reason-missing"))
            } else if remark.isEmpty, verdict == .agreedWithRemark {
                form.refuse("opmerking", Reason("desk.remark-missing"))
            }
            return { visit in
                guard let verdict else { return }
                try await desk.signOff(
                    visit, step: step.id, verdict: verdict, remark: remark.isEmpty ? nil : remark)
            }
        }
    }
}
