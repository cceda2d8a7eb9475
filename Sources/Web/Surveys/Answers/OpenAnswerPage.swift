import Phrases
import PlanDomain
import Survey
import Workflow

/// The answers to one question that are no input yet, fifty to a page, to make inputs of.
struct OpenAnswerPage: SitePage {
    static let template = "survey-answers"
    let question: String
    let state: String
    let form: FormContent?
    let turning: PageTurning
    let inputs: SiteAddress?
    let back: SiteAddress

    static let fields: PageFields<OpenAnswerPage> = [
        .text("question") { $0.question },
        .text("state") { $0.state },
        .part("form") { $0.form },
        .part("turning") { $0.turning },
        .text("inputs") { $0.inputs?.path },
        .text("results") { $0.back.path },
    ]
}

/// Which answers become inputs, and what they are about.
struct OpenAnswerForm {
    static let pageSize = 50

    /// Those that are shown, or, for what was typed, all that there are.
    let answers: [OpenAnswer]
    /// How many there are that are no input yet.
    let open: Int
    /// By id and printed title.
    let sections: [(SectionID, String)]
    let phrases: Phrases

    enum Wish {
        case all
        case chosen(Set<ResponseID>)
    }

    func form(typed: FormValues? = nil) -> SiteForm { SiteForm(fields, typed: typed ?? FormValues()) }

    /// Nil where nothing was chosen, which is noted.
    func wish(_ form: inout SiteForm) -> (answers: Wish, section: SectionID?)? {
        let section = form.choice("sectie").flatMap { SectionID($0) }
        let chosen = Set(form.choices("antwoord").compactMap { ResponseID($0) })
        let isAll = !form.choices("alles").isEmpty
        guard form.isSound else { return nil }
        guard isAll || !chosen.isEmpty else {
            form.refuse("antwoord", Reason("survey.answers.none-chosen"))
            return nil
        }
        return (isAll ? .all : .chosen(chosen), section)
    }

    private var fields: [FormField] {
        let all = FormChoice("ja", phrases.text("survey.answers.all", ["count": .number(open)]))
        return [
            FormField(
                "antwoord", phrases.text("survey.answers.list"),
                .checkboxes(
                    answers.map { answer in
                        FormChoice(
                            answer.id.rawValue, answer.words,
                            hint: answer.looksPersonal ? phrases.text("survey.answers.personal") : nil)
                    }), isRequired: false, isMarkedOptional: false),
            FormField(
                "alles", phrases.text("survey.answers.or-all"), .checkboxes([all]), isRequired: false,
                isMarkedOptional: false),
            FormField(
                "sectie", phrases.text("survey.answers.section"),
                .select(sections.map { FormChoice($0.0.rawValue, $0.1) }),
                hint: phrases.text("survey.answers.section-hint"), isRequired: false),
        ]
    }
}
