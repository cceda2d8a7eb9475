import Phrases
import PlanDomain
import Workflow

/// How one kind of text is shown in a form and read from it.
protocol EditorScreen: Sendable {
    associatedtype Page: SitePage

    func form(of place: EditorPlace, typed values: FormValues, phrases: Phrases) -> EditorForm
    /// What the form holds when a text is opened.
    func values(of text: String) -> [String: [String]]
    /// The text that was typed, however wrong.
    func text(in values: FormValues) -> String
    /// Notes at the fields what is wrong with what was typed.
    func check(_ form: inout EditorForm)
    func page(_ content: EditorContent) -> Page
}

/// What an editor's page is made from.
struct EditorContent: Sendable {
    let place: EditorPlace
    let opened: OpenedText
    let session: EditorSession
    let form: EditorForm
    let seal: FormSeal
    /// The text to show as its readers would get it.
    var preview: String?
    let phrases: Phrases
}

/// The editor of a text in Markdown.
struct ProseScreen: EditorScreen {
    func form(of place: EditorPlace, typed values: FormValues, phrases: Phrases) -> EditorForm {
        EditorForm(place, typed: values, phrases: phrases)
    }

    func values(of text: String) -> [String: [String]] { ["tekst": [text]] }

    func text(in values: FormValues) -> String { EditorForm.typedText(values) }

    func check(_ form: inout EditorForm) {
        _ = form.form.text("tekst")
        if form.form.field("titel") != nil { _ = form.form.text("titel") }
    }

    func page(_ content: EditorContent) -> EditorPage {
        EditorPage(
            content.place, opened: content.opened, session: content.session, form: content.form, seal: content.seal,
            preview: content.preview, phrases: content.phrases)
    }
}
