import Phrases
import PlanDomain
import Workflow

/// Asks whether something may go for good: on what ground, and that who asks knows what that means.
struct ErasureForm {
    let scope: ErasureScope
    let phrases: Phrases

    var fields: [FormField] {
        let grounds = [Erasure.Ground.request, .unlawful].map { ground in
            FormChoice(ground.rawValue, phrases.text("privacy.ground.\(ground.rawValue)"))
        }
        var fields = [FormField("grond", phrases.text("privacy.ground-label"), .radios(grounds))]
        if !scope.unanswered.isEmpty {
            let numbers = phrases.list(scope.unanswered.map(\.description))
            let choice = FormChoice("ja", phrases.text("privacy.unanswered-accept", ["inputs": .text(numbers)]))
            fields.append(FormField("onbeantwoord", phrases.text("privacy.unanswered"), .checkboxes([choice])))
        }
        let sure = FormChoice("ja", phrases.text("privacy.sure-accept"))
        fields.append(FormField("zeker", phrases.text("privacy.sure"), .checkboxes([sure])))
        return fields
    }

    /// Nil where something is missing, which the form says then.
    static func ground(of form: inout SiteForm) -> Erasure.Ground? {
        let ground = form.choice("grond").flatMap(Erasure.Ground.init(rawValue:))
        if form.field("onbeantwoord") != nil { _ = form.choices("onbeantwoord") }
        _ = form.choices("zeker")
        return form.isSound ? ground : nil
    }

    /// What goes, then what stays.
    var points: [TextLine] {
        let counts: [(String, Int)] = [
            ("inputs", scope.inputs.count), ("documents", scope.documents), ("files", scope.files),
            ("drafts", scope.drafts), ("mails", scope.mails),
        ]
        let going = counts.filter { $0.1 > 0 }.map { what, count in
            phrases.text("privacy.goes.\(what)", ["count": .number(count)])
        }
        return (going + [phrases.text("privacy.stays")]).map { TextLine(line: $0) }
    }
}
