import Foundation
import PlanDomain
import Testing
import Workflow

@testable import Documents

/// Text that is out to break a page, or that nobody thought would be written.
@Suite struct HostileContentTests {
    private static let nasty = "<script>alert(1)</script>\" onload=x '&amp; {{frame.style}} {{{x}}}"

    @Test(arguments: DocumentCatalogue.allCases)
    func markupInEveryFieldIsShownAndNotObeyed(_ document: DocumentCatalogue) throws {
        var builder = try SamplePlan.eventful()
        builder.text.metadata.title = Self.nasty
        builder.text.metadata.team = Self.nasty
        builder.text.metadata.teamCode = Self.nasty
        builder.text.metadata.nota.decisionPoints = [Self.nasty]
        builder.text.metadata.nota.attachments = [Self.nasty, "tweede"]
        builder.text.chapters[0].heading = Heading(Self.nasty)
        builder.text.chapters[0].sections[0].heading = Heading(Self.nasty)
        builder.houseStyle.councilNoticeLabel = Self.nasty
        builder.organisations = [Organisation(name: Self.nasty)]
        builder.text.documents[0].parts = [.init(heading: Self.nasty, body: Self.nasty)]
        builder.change(Self.nasty, by: Self.nasty)
        builder.act(
            .disclosureChosen(Disclosure(.open, wording: Self.nasty)), by: Self.nasty, on: "2025-03-09",
            reason: .text(Self.nasty))
        let html = try builder.dossier().html(document)
        #expect(HTMLFile(html).faults == [])
        #expect(!HTMLFile(html).elements.contains { $0.name == "script" || $0.attributes["onload"] != nil })
        #expect(html.contains("&lt;script&gt;"))
    }

    /// A sign with a combining mark behind it is one character to Swift, and two to a browser.
    @Test(arguments: ["\"", "<", "&"])
    func aSignIsEscapedWhateverMarkFollowsIt(sign: String) throws {
        var builder = try SamplePlan.started()
        builder.text.metadata.title = "Plan \(sign)\u{301} x"
        builder.organisations = [Organisation(name: "Club \(sign)\u{338} y")]
        let html = try builder.dossier().html(.plan)
        let bytes = Array(html.utf8)
        for mark in ["\u{301}", "\u{338}"] {
            #expect(bytes.firstRange(of: Array(mark.utf8)) != nil)
            #expect(bytes.firstRange(of: Array((sign + mark).utf8)) == nil)
        }
    }

    @Test func rightToLeftTextAndLongWordsStayWithinTheFile() throws {
        var builder = try SamplePlan.started()
        let word = String(repeating: "meerjarenbeleidsplan", count: 500)
        builder.text.metadata.title = "\u{202E}nalp \u{05E9}\u{05DC}\u{05D5}\u{05DD}"
        builder.text.chapters[0].sections[0].body = word + "\n\n\u{202E}omgekeerd"
        let html = try builder.dossier().html(.plan)
        #expect(HTMLFile(html).faults == [])
        #expect(html.contains(word))
        #expect(html.contains("\u{202E}omgekeerd"))
    }

    @Test func aSectionOfTwentyThousandWordsComesOutWhole() throws {
        var builder = try SamplePlan.started()
        let sentences = (1...2_000).map { "Zin \($0) van een heel lange paragraaf met tien woorden." }
        builder.text.chapters[0].sections[0].body = sentences.joined(separator: "\n")
        let plan = try builder.dossier().read(.plan)
        #expect(plan.firstOutOfOrder(sentences) == nil)
    }

    @Test func aTextBeyondTheLimitsOfMarkdownIsShownLetterForLetter() throws {
        var builder = try SamplePlan.started()
        let deep = String(repeating: "> ", count: 3_000) + "diep"
        builder.text.documents[0].parts[0].body = deep
        let html = try builder.dossier().html(.nota)
        #expect(HTMLFile(html).faults == [])
        #expect(ReadableText(html).contains(deep))
    }

    @Test func deepListsAndSkippedHeadingsStaySound() throws {
        var builder = try SamplePlan.started()
        let list = (0..<30).map { String(repeating: "  ", count: $0) + "- punt \($0)" }.joined(separator: "\n")
        builder.text.documents[0].parts[0].body = "##### Diep\n\n\(list)\n\n# Hoog\n\n### Lager\n\n> ###### Citaat\n"
        let file = HTMLFile(try builder.dossier().html(.nota))
        #expect(file.faults == [])
        #expect(file.headingLevels.suffix(6) == [3, 3, 4, 5, 2, 2])
    }

    @Test func footnotesOfSeveralTextsDoNotMeet() throws {
        var builder = try SamplePlan.started()
        for index in 0...1 {
            builder.text.documents[0].parts[index].body = "Zie de noot[^1].\n\n[^1]: Noot \(index).\n"
        }
        #expect(HTMLFile(try builder.dossier().html(.nota)).faults == [])
    }

    @Test func controlCharactersAreShownAsWhatTheyAreNot() throws {
        var builder = try SamplePlan.started()
        builder.text.metadata.title = "Plan\u{00}\u{08}\u{85} X\r"
        let html = try builder.dossier().html(.nota)
        #expect(html.contains("Plan\u{FFFD}\u{FFFD}\u{FFFD} X\u{FFFD}"))
    }

    @Test func fileNamesAreMadeOfThePlansIdAlone() throws {
        var builder = try SamplePlan.started()
        builder.text.metadata.title = "../../etc/passwd\"\r\nX: y"
        #expect(try builder.dossier().produced(.nota).fileName == "zandhoek-2025-2029-nota.html")
    }
}
