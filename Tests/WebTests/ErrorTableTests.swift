import HTTPTypes
import Phrases
import PlanDomain
import Testing
import Workflow

@testable import Web

@Suite("From errors to answers")
struct ErrorTableTests {
    @Test(arguments: [
        (PlanError.Code.notFound, 404), (.invalid, 400), (.forbidden, 403), (.conflict, 409), (.gateClosed, 409),
        (.unavailable, 503),
    ])
    func everyCodeHasItsStatus(code: PlanError.Code, status: Int) throws {
        let failure = Failure(PlanError(code, Reason("web.form.other-site")))
        #expect(failure.status.code == status)
        #expect(failure.reason == Reason("web.form.other-site"))
    }

    @Test(arguments: [400, 403, 404, 405, 409, 413, 414, 418, 500, 502, 503])
    func everyStatusHasAPageInBothLanguages(status: Int) throws {
        for language in Language.allCases {
            let phrases = try ProjectFiles.phrasebook().phrases(in: language)
            let page = ErrorPage(Failure(status: .init(code: status)), reference: "abc123", phrases: phrases)
            #expect(!page.heading.contains("⟦") && !page.explanation.contains("⟦"))
            #expect((page.reference == "abc123") == (status >= 500))
            let html = String(decoding: try ProjectFiles.templates().render(page, in: language), as: UTF8.self)
            #expect(html.contains("abc123") == (status >= 500))
        }
    }

    @Test func aReaderIsNotToldOfACommandLine() throws {
        let phrases = try ProjectFiles.phrasebook().phrases(in: .nl)
        let error = PlanError(.notFound, Reason("plan.unknown", ["plan": .text("<x>")]))
        #expect(ErrorPage(Failure(error), reference: "", phrases: phrases).reason == "Er is geen plan met dit adres.")
    }

    @Test func aReasonIsASentence() throws {
        let phrases = try ProjectFiles.phrasebook().phrases(in: .nl)
        #expect(phrases.sentence(Reason("web.not-found.section")) == "Er is geen sectie met dit adres.")
        let nested = Reason("web.act.point", ["number": .number(2), "outcome": .phrase(Reason("outcome.afgewezen"))])
        #expect(phrases.text(nested) == "Beslispunt 2: afgewezen")
        let list: Reason.Argument = .list([.role(.clerk), .body(.raad), .date(CalendarDate(iso8601: "2024-02-29")!)])
        #expect(
            phrases.text(Reason("web.gate.who", ["roles": list]))
                == "Wie moet dit doen: griffier, de raad en 29 februari 2024.")
        let label = LocalizedText(nl: "Opstellen", en: nil)
        let english = try ProjectFiles.phrasebook().phrases(in: .en)
        #expect(english.text(Reason("web.method.current")) == "now")
        #expect(english.text(label) == "Opstellen", "Dutch where there is no English")
    }
}

@Suite("What templates are given")
struct PageContentFieldTests {
    private struct Outer: SitePage {
        static let template = "outer"
        let note: String?
        let inner: Inner?
        var many: [Inner] = []

        static let fields: PageFields<Outer> = [
            .text("note") { $0.note },
            .part("inner") { $0.inner },
            .list("many") { $0.many },
            .markup("html") { _ in Markup("<b>x</b>") },
            .flag("isTrue") { _ in true },
        ]
    }

    private struct Inner: PageContent {
        let note: String?

        static let fields: PageFields<Inner> = [.text("note") { $0.note }]
    }

    private func render(_ page: Outer, _ template: String) throws -> String {
        let folder = try TemplateFolder(["pages/outer.mustache": template])
        return String(decoding: try folder.shelf().render(page, in: .nl), as: UTF8.self)
    }

    /// Mustache looks outward for what it does not find; a row without a note must not show that of the page.
    @Test func whatIsAbsentWithinIsNotTakenFromAround() throws {
        let page = Outer(note: "buiten", inner: Inner(note: nil))
        #expect(try render(page, "{{#inner}}[{{note}}]{{#note}}!{{/note}}{{^note}}?{{/note}}{{/inner}}") == "[]?")
    }

    @Test func aPartThatIsNotThereLeavesItsSectionOut() throws {
        let page = Outer(note: nil, inner: nil)
        #expect(try render(page, "{{#inner}}x{{/inner}}{{^inner}}leeg{{/inner}}{{^many}} geen{{/many}}") == "leeg geen")
    }

    @Test func textIsEscapedOnceAndMarkupNotAtAll() throws {
        let page = Outer(note: "a & <b>", inner: nil)
        #expect(
            try render(page, "{{note}}|{{#note}}{{note}}{{/note}}|{{{html}}}")
                == "a &amp; &lt;b&gt;|a &amp; &lt;b&gt;|<b>x</b>")
    }

    @Test func listsAreRepeatedInOrder() throws {
        let page = Outer(note: nil, inner: nil, many: ["een", "twee"].map(Inner.init))
        #expect(try render(page, "{{#many}}<{{note}}>{{/many}}{{#isTrue}} ja{{/isTrue}}") == "<een><twee> ja")
    }
}
