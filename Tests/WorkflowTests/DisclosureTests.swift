import Foundation
import Testing

@testable import Workflow

/// What is chosen to become public, and which parts of it stay closed.
@Suite struct DisclosureTests {
    /// The bytes as registers hold them from before parts could be named.
    @Test(
        arguments: [
            (Disclosure(.open), #"{"choice":"openbaar"}"#),
            (
                Disclosure(.openAfterCondition, condition: "na opmaak", ground: "5.1 lid 2 e", wording: "Later."),
                #"{"choice":"openbaar-na-voorwaarde","condition":"na opmaak","ground":"5.1 lid 2 e","wording":"Later."}"#
            ),
        ])
    func aChoiceWithoutPartsKeepsItsBytes(disclosure: Disclosure, bytes: String) throws {
        #expect(try encoded(disclosure) == bytes)
        #expect(try JSONDecoder().decode(Disclosure.self, from: Data(bytes.utf8)) == disclosure)
    }

    @Test func closedPartsAreWrittenByTheirKind() throws {
        let disclosure = Disclosure(
            .openInPart,
            closedParts: [
                ClosedPart(.section("doel"), ground: "5.1 lid 2 e", hidesTitle: true), ClosedPart(.document("nota")),
            ])
        let bytes =
            #"{"choice":"deels-openbaar","closedParts":[{"ground":"5.1 lid 2 e","hidesTitle":true,"section":"doel"},"#
            + #"{"document":"nota"}]}"#
        #expect(try encoded(disclosure) == bytes)
        #expect(try JSONDecoder().decode(Disclosure.self, from: Data(bytes.utf8)) == disclosure)
    }

    @Test func aPartThatIsNeitherSectionNorDocumentIsNotRead() {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(ClosedPart.self, from: Data(#"{"ground":"5.1 lid 2 e"}"#.utf8))
        }
    }

    @Test func aPartHasItsOwnGroundBeforeThatOfTheWhole() {
        let own = ClosedPart(.section("doel"), ground: "5.1 lid 2 i")
        let none = ClosedPart(.section("doel"), ground: " ")
        let disclosure = Disclosure(.openInPart, ground: "5.1 lid 2 e", closedParts: [own, none])
        #expect(disclosure.ground(of: own) == "5.1 lid 2 i")
        #expect(disclosure.ground(of: none) == "5.1 lid 2 e")
        #expect(Disclosure(.openInPart, closedParts: [none]).ground(of: none) == nil)
    }

    @Test func onlyWhatIsThereCanBeClosedAndOnlyOnce() throws {
        let scenario = try Scenario.frozen()
        func refusal(_ subjects: [ClosedPart.Subject]) -> String? {
            let parts = subjects.map { ClosedPart($0, ground: "5.1 lid 2 e") }
            return scenario.refusal(.disclosureChosen(Disclosure(.openInPart, closedParts: parts)), .editor)
        }
        #expect(refusal([.section("aanpak"), .document("nota")]) == nil)
        #expect(refusal([.section("weg")]) == "refusal.unknown-part")
        #expect(refusal([.section("nota")]) == "refusal.unknown-part")
        #expect(refusal([.document("aanpak")]) == "refusal.unknown-part")
        #expect(refusal([.section("aanpak"), .section("aanpak")]) == "refusal.part-twice")
    }

    private func encoded(_ disclosure: Disclosure) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(disclosure), as: UTF8.self)
    }
}
