import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// Which colours a municipality may choose, and what it is told of the others.
@Suite("Colours of the house")
struct HouseColoursTests {
    private func colour(_ text: String) throws -> Colour { try #require(Colour(text)) }

    /// Pairs whose contrast is known: WCAG 2.2 gives the formula; black on white is 21, the same is 1.
    @Test(arguments: [
        ("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0), ("#154273", "#154273", 1.0),
    ])
    func contrastIsThatOfTheStandard(one: String, other: String, ratio: Double) throws {
        let measured = try colour(one).contrast(with: colour(other))
        #expect(abs(measured - ratio) < 0.005, "\(measured)")
        #expect(try colour(other).contrast(with: colour(one)) == measured)
    }

    @Test(arguments: ["", "#fff", "154273", "#15427g", "#1542733", "#1542 3", "#-12345", "rood", "#１５４２７３"])
    func whatIsNoColourIsNone(text: String) {
        #expect(Colour(text) == nil)
    }

    @Test func aColourIsWrittenInLowerCase() throws {
        #expect(try colour("#ABCDEF").description == "#abcdef" && colour("#00000A").description == "#00000a")
    }

    /// White is legible on a mid grey only just not: the refusal says how much is missing and what would do.
    @Test func whatCannotBeReadIsRefusedWithWhatWasMeasuredAndWhatWouldDo() throws {
        let grey = try colour("#777777")
        let refusal = #expect(throws: PlanError.self) {
            try HouseColours(main: HouseColours.usualMain, bar: grey)
        }
        let arguments = try #require(refusal).reason.arguments
        #expect(refusal?.reason.key == "style.bar-illegible")
        #expect(arguments["whole"] == .number(4) && arguments["tenths"] == .number(4), "rounded down")
        guard case .text(let enough)? = arguments["enough"] else { return #expect(Bool(false)) }
        #expect(try colour(enough).contrast(with: .white) >= Contrast.text)
    }

    /// Enough on white is not enough: pages have grey parts, too.
    @Test func theMainColourIsReadOnGreyToo() throws {
        let barely = try colour("#767676")
        #expect(barely.contrast(with: .white) >= Contrast.text)
        #expect(throws: PlanError.self) { try HouseColours.checkMain(barely) }
        #expect(throws: Never.self) { try HouseColours.checkBar(barely) }
    }

    /// Every colour that is accepted has a tint on which it can be read, and every other a neighbour that is accepted.
    @Test func whatIsProposedIsAlwaysAccepted() throws {
        for red in stride(from: 0, through: 255, by: 51) {
            for green in stride(from: 0, through: 255, by: 51) {
                for blue in stride(from: 0, through: 255, by: 51) {
                    let colour = Colour(red: UInt8(red), green: UInt8(green), blue: UInt8(blue))
                    let enough = colour.legible(on: HouseColours.grounds, towards: .black)
                    let colours = try HouseColours(main: enough, bar: enough)
                    #expect(colours.tint.contrast(with: enough) >= Contrast.text, "\(colour)")
                }
            }
        }
    }

    @Test func aLogoIsAPNGByItsContent() throws {
        #expect(throws: Never.self) { try HouseLogo(FileSamples.png(width: 400, height: 100)) }
        let refused: [(Data, String)] = [
            (Data("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".utf8), "style.logo-not-png"),
            (FileSamples.jpeg(), "style.logo-not-png"), (Data(), "style.logo-not-png"),
            (FileSamples.png(width: 3_000, height: 10), "style.logo-too-wide"),
            (FileSamples.png() + Data(count: HouseLogo.sizeLimit), "style.logo-too-large"),
            (Data(FileSamples.png().prefix(12)), "file.broken"),
        ]
        for (bytes, key) in refused {
            let refusal = #expect(throws: PlanError.self) { try HouseLogo(bytes) }
            #expect(refusal?.reason.key == key)
        }
    }
}
