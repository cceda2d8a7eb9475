import Foundation
import PlanDomain
import Testing

/// What may be the name of a plan, a section or a commit, and how a moment in a plan's life is written.
@Suite struct IdentifierTests {
    @Test(arguments: ["a", "veiligheid-2024-2027", "1", String(repeating: "a", count: 40)])
    func plainNamesAreIDs(_ text: String) {
        #expect(SectionID(text)?.rawValue == text)
        #expect(PlanID(text)?.description == text)
    }

    @Test(arguments: [
        "", "-a", "a-", "a--b", "A", "é", "a b", "a/b", "..", "a.b", "a\n", "a\0", "-h", "ａ",
        String(repeating: "a", count: 81),
    ])
    func whatIsUnsafeInAPathOrAnAddressIsNoID(_ text: String) {
        #expect(SectionID(text) == nil)
        #expect(PlanID(text) == nil)
    }

    @Test func idOfASectionIsShorterThanThatOfAPlan() {
        let text = String(repeating: "a", count: 41)
        #expect(SectionID(text) == nil)
        #expect(PlanID(text) != nil)
    }

    @Test func commitIsFortyLowerCaseHexadecimalDigits() {
        let digits = String(repeating: "0a", count: 20)
        #expect(CommitID(digits)?.short == "0a0a0a0a0a")
        for text in ["", digits.uppercased(), String(digits.dropLast()), digits + "0", String(digits.dropLast()) + "g"]
        {
            #expect(CommitID(text) == nil, "\(text)")
        }
    }

    @Test func momentIsReadAsAFooterPrintsIt() throws {
        let digits = String(repeating: "0a", count: 20)
        let commit = try #require(CommitID(digits))
        #expect(DossierMoment(reference: "7") == .act(7))
        #expect(DossierMoment(reference: "7:\(digits)") == .actAndText(7, commit))
        #expect(DossierMoment(reference: "versie/1") == .tag("versie/1"))
        #expect(DossierMoment(reference: "7:kort") == .tag("7:kort"))
    }

    @Test(arguments: [
        ("", false), (" \n\t", false), ("<!-- schrijf hier -->", false), ("<!-- a -->\n<!-- b -->", false),
        ("<!-- open", false), ("Niet van toepassing.", true), ("<!-- a --> tekst", true), ("tekst <!-- open", true),
        ("--> los", true),
    ])
    func guidanceIsNoText(_ markdown: String, _ isFilled: Bool) {
        #expect(DraftText.isFilled(markdown) == isFilled)
    }
}
