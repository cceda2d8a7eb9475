import Phrases
import PlanDomain
import Testing
import Workflow

@testable import Web

@Suite("Answers in a form")
struct SiteFormTests {
    private static let fields = [
        FormField("naam", "Naam", limit: 10), FormField("mail", "E-mailadres", .mail),
        FormField("tekst", "Toelichting", .textarea(rows: 4), isRequired: false, limit: 20),
        FormField("aantal", "Aantal", .number(1...12)), FormField("van", "Vanaf", .date),
        FormField("rol", "Rol", .select([FormChoice("a", "Adviseur"), FormChoice("b", "Burgemeester")])),
        FormField("vak", "Vakken", .checkboxes([FormChoice("x", "X"), FormChoice("y", "Y")]), isRequired: false),
        FormField("bijlage", "Bijlage", .file(accept: ".pdf", megabytes: 1), isRequired: false),
        FormField("wachtwoord", "Wachtwoord", .password),
    ]

    private func form(_ values: [String: [String]]) -> SiteForm { SiteForm(Self.fields, typed: FormValues(values)) }

    @Test func goodAnswersAreReadAsWhatTheyAre() {
        var form = form([
            "naam": ["  Jan \r\n Bos "], "mail": [" J.Bos@Voorbeeld.NL "], "tekst": ["een\r\ntwee\r"], "aantal": ["12"],
            "van-dag": ["29"], "van-maand": ["02"], "van-jaar": ["2024"], "rol": ["b"], "vak": ["y", "x"],
            "wachtwoord": [" met spaties "],
        ])
        #expect(form.text("naam") == "Jan   Bos")
        #expect(form.mail("mail") == MailAddress("j.bos@voorbeeld.nl"))
        #expect(form.optionalText("tekst") == "een\ntwee")
        #expect(form.number("aantal") == 12)
        #expect(form.date("van") == CalendarDate(iso8601: "2024-02-29"))
        #expect(form.choice("rol") == "b")
        #expect(form.choices("vak") == ["x", "y"])
        #expect(form.file("bijlage") == nil)
        #expect(form.secret("wachtwoord") == " met spaties ")
        #expect(form.isSound)
    }

    @Test func anEmptyFormNamesEveryFieldThatIsRequired() {
        var form = form([:])
        _ = (form.text("naam"), form.mail("mail"), form.optionalText("tekst"), form.number("aantal"), form.date("van"))
        _ = (form.choice("rol"), form.choices("vak"), form.file("bijlage"), form.secret("wachtwoord"))
        #expect(form.errors.map(\.field) == ["naam", "mail", "aantal", "van", "rol", "wachtwoord"])
        #expect(Set(form.errors.map(\.reason.key)) == ["web.form.missing", "web.form.choice-missing"])
    }

    @Test(arguments: [
        ("naam", ["naam": [String(repeating: "é", count: 11)]], "web.form.too-long"),
        ("naam", ["naam": ["a\u{0}b"]], "web.form.not-text"), ("naam", ["naam": ["a", "b"]], "web.form.twice"),
        ("mail", ["mail": ["geen adres"]], "people.mail-invalid"), ("aantal", ["aantal": ["13"]], "web.form.number"),
        ("aantal", ["aantal": ["1e1"]], "web.form.number"),
        ("van", ["van-dag": ["30"], "van-maand": ["2"], "van-jaar": ["2024"]], "web.form.date"),
        ("van", ["van-dag": ["30"]], "web.form.date"),
        ("van", ["van-dag": ["1"], "van-maand": ["2"], "van-jaar": ["99999999999999999999"]], "web.form.date"),
        ("rol", ["rol": ["c"]], "web.form.choice"), ("vak", ["vak": ["x", "z"]], "web.form.choice"),
    ])
    func aBadAnswerIsRefusedAtItsField(name: String, values: [String: [String]], key: String) throws {
        var form = form(values)
        switch name {
        case "mail": _ = form.mail(name)
        case "aantal": _ = form.number(name)
        case "van": _ = form.date(name)
        case "rol": _ = form.choice(name)
        case "vak": _ = form.choices(name)
        default: _ = form.text(name)
        }
        #expect(form.errors.map(\.field) == [name])
        #expect(form.errors.map(\.reason.key) == [key])
        let dutch = try ProjectFiles.phrasebook().phrases(in: .nl)
        #expect(!dutch.sentence(try #require(form.errors.first).reason).contains("⟦"))
    }

    // MARK: On the page

    private struct Page: SitePage {
        static let template = "page"
        let form: FormContent
        static let fields: PageFields<Page> = [.part("form") { $0.form }]
    }

    private func html(_ form: SiteForm, _ language: Language = .nl) throws -> String {
        let phrases = try ProjectFiles.phrasebook().phrases(in: language)
        let content = FormContent(
            form, to: .plans, seal: FormSeal(token: "teken", requestID: "verzoek"), submit: "Opslaan", phrases: phrases)
        var files = try ProjectFiles.templates().sources.reduce(into: [String: String]()) { files, source in
            files["partials/\(source.key).mustache"] = source.value
        }
        files["pages/page.mustache"] =
            "<!DOCTYPE html><html><body><h1>x</h1>{{#form}}{{>form}}{{/form}}</body></html>"
        let page = Page(form: content.step(2, of: 3, phrases).cancel("Terug", .about))
        return String(decoding: try TemplateFolder(files).shelf().render(page, in: language), as: UTF8.self)
    }

    @Test func everythingTypedComesBackExceptAPassword() throws {
        let html = try html(
            form([
                "naam": ["<b>\"x\"</b>"], "tekst": ["\nregel één\n</textarea><script>"], "aantal": ["99"],
                "van-maand": ["13"], "rol": ["b"], "vak": ["y"], "wachtwoord": ["geheim"],
            ]))
        #expect(MarkupCheck(html).faults == [])
        #expect(html.contains("value=\"&lt;b&gt;&quot;x&quot;&lt;/b&gt;\""))
        // The first line end in a text area is the browser's own.
        #expect(html.contains(">\n\nregel één\n&lt;/textarea&gt;&lt;script&gt;</textarea>"))
        #expect(html.contains("value=\"99\"") && html.contains("value=\"13\""))
        #expect(html.contains("<option value=\"b\" selected>") && html.contains("value=\"y\" checked>"))
        #expect(!html.contains("geheim"))
        #expect(html.contains("enctype=\"multipart/form-data\""))
        #expect(
            html.contains("name=\"_token\" value=\"teken\"") && html.contains("name=\"_request\" value=\"verzoek\""))
        #expect(html.contains("Stap 2 van 3") && html.contains("Toelichting (niet verplicht)"))
    }

    @Test func errorsStandAtTheirFieldAndOnTopWithALinkToIt() throws {
        var form = form(["naam": [""], "mail": ["x"]])
        _ = (form.text("naam"), form.mail("mail"), form.date("van"), form.choice("rol"))
        form.refuse("", Reason("web.form.token"))
        let html = try html(form)
        #expect(MarkupCheck(html).faults == [])
        for anchor in ["veld-naam", "veld-mail", "veld-van-dag", "veld-rol"] {
            #expect(html.contains("<a href=\"#\(anchor)\">") && html.contains("id=\"\(anchor)\""), "\(anchor)")
        }
        #expect(html.contains("role=\"alert\""))
        #expect(html.contains("aria-describedby=\"veld-mail-fout\" aria-invalid=\"true\""))
        #expect(html.contains("<li>Dit formulier is verlopen"))
        let good = try self.html(self.form(["naam": ["x"]]))
        #expect(!good.contains("role=\"alert\"") && !good.contains("aria-invalid"))
    }
}
