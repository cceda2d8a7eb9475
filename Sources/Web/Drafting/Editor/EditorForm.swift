import Phrases
import PlanDomain
import Workflow

/// What an editor asks besides the text: why it changes, what kind of change it is, which inputs it carries out.
///
/// The text itself is read as it was typed: white space at its ends may mean something in Markdown.
struct EditorForm: Sendable {
    var form: SiteForm
    let subject: DraftSubject
    private let phrases: Phrases

    static let textLimit = 200_000

    /// - Parameter fields: of the text itself; a text area where the subject is one text.
    init(_ place: EditorPlace, fields: [FormField]? = nil, typed values: FormValues, phrases: Phrases) {
        subject = place.subject
        self.phrases = phrases
        let own = place.ownTitle == nil ? [] : [FormField("titel", phrases.text("editor.title"), limit: 200)]
        let text =
            fields ?? [
                FormField(
                    "tekst", phrases.text("editor.text"), .textarea(rows: 22), hint: phrases.text("editor.text-hint"),
                    limit: Self.textLimit)
            ]
        form = SiteForm(own + text + Self.causes(phrases), typed: values)
    }

    /// The questions that every change of a text is asked.
    private static func causes(_ phrases: Phrases) -> [FormField] {
        let natures: [ChangeNature] = [.substantive, .editorial, .typographic, .structural]
        return [
            FormField("reden", phrases.text("editor.summary"), hint: phrases.text("editor.summary-hint"), limit: 200),
            FormField(
                "aard", phrases.text("editor.nature"),
                .radios(
                    natures.map { nature in
                        FormChoice(
                            nature.rawValue, phrases.capitalized(phrases.text("nature.\(nature.rawValue)")),
                            hint: phrases.text("editor.nature-hint.\(nature.rawValue)"))
                    }), hint: phrases.text("editor.nature-explained")),
            FormField(
                "inbreng", phrases.text("editor.inputs"), hint: phrases.text("editor.inputs-hint"), isRequired: false,
                limit: 400),
        ]
    }

    /// What was typed as text, with plain line ends.
    static func typedText(_ values: FormValues) -> String {
        (values.all("tekst").first ?? "").replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    /// Reads what every change is asked; faults are noted at their fields.
    mutating func readCause() -> Cause? {
        let summary = form.text("reden")
        let nature = form.choice("aard").flatMap(ChangeNature.init(rawValue:))
        let inputs = readInputs()
        guard form.isSound, let nature else { return nil }
        return Cause(summary: summary, nature: nature, inputs: inputs)
    }

    /// Numbers such as `INB-0042`, in any case and with anything between them.
    private mutating func readInputs() -> [String] {
        let words = form.text("inbreng").uppercased().split { $0 == "," || $0 == ";" || $0.isWhitespace }
        guard words.allSatisfy({ $0.wholeMatch(of: /INB-[0-9]{4,8}/) != nil }) else {
            form.refuse("inbreng", Reason("editor.inputs-wrong"))
            return []
        }
        return words.reduce(into: []) { inputs, word in
            if !inputs.contains(String(word)) { inputs.append(String(word)) }
        }
    }

    struct Cause: Equatable, Sendable {
        let summary: String
        let nature: ChangeNature
        let inputs: [String]
    }
}

extension EditorForm {
    /// Notes at its field what the domain has against a text; at the form as a whole where it is about no field.
    mutating func refuse(_ error: PlanError) {
        form.refuse(Self.field(of: error.reason.key), error)
    }

    private static func field(of key: String) -> String {
        switch key {
        case "text.nature-numbers", "text.nature-negations", "text.nature-names", "text.nature-destinations",
            "text.typographic-changes-words", "text.structure-changes-words":
            "aard"
        case "text.no-summary": "reden"
        case "text.runs-on", "draft.choices-missing": "tekst"
        case "structure.title-empty", "structure.title-long": "titel"
        default: key.hasPrefix("markdown.") ? "tekst" : ""
        }
    }
}

extension FormValues {
    /// The session that a form carries; nil for one that does not say what it was begun on.
    var session: EditorSession? {
        guard let base = only("basis").flatMap({ CommitID($0) }),
            let tab = only("venster").flatMap({ DraftTab($0) })
        else { return nil }
        let version = only("teller").flatMap { Int($0) } ?? 0
        return EditorSession(base: base, tab: tab, version: max(0, min(version, EditorSession.highest)))
    }
}
