import Prose
import Testing

/// A promise is kept while its words stand there.
@Suite struct CarryingWordsTests {
    private static let first = "De gemeente praat met ondernemers. In de wijk staan camera's."
    private static let second = "De gemeente praat elk kwartaal met ondernemers en bewoners. In de wijk staan camera's."

    private static let promise = CarryingWords(from: first, to: second)

    @Test func itIsWhatTheChangePutIn() {
        #expect(Self.promise.added.map(\.exact) == ["elk kwartaal", "en bewoners"] && Self.promise.removed == [])
        #expect(CarryingWords(from: Self.first, to: Self.first).isEmpty)
    }

    @Test func aChangeElsewhereLeavesIt() {
        #expect(
            Self.promise.carried(from: Self.second, to: Self.second.replacing("camera's", with: "lantaarns")) != nil)
    }

    @Test func takingItOutBreaksIt() {
        #expect(Self.promise.carried(from: Self.second, to: Self.first) == nil)
        #expect(Self.promise.carried(from: Self.second, to: "") == nil)
    }

    @Test func halfOfItIsStillIt() throws {
        let third = Self.second.replacing(" en bewoners", with: "")
        let left = try #require(Self.promise.carried(from: Self.second, to: third))
        #expect(left.added.map(\.exact) == ["elk kwartaal"])
    }

    @Test func movingItKeepsIt() {
        let sentence = "De gemeente praat elk kwartaal met ondernemers en bewoners."
        let third = "In de wijk staan camera's. " + sentence
        #expect(Self.promise.carried(from: Self.second, to: third) != nil)
    }

    @Test func whatWasStruckOutMayNotComeBack() throws {
        let struck = CarryingWords(from: Self.first, to: "De gemeente praat met ondernemers.")
        #expect(struck.removed.map(\.exact) == ["In de wijk staan camera's"])
        #expect(struck.carried(from: "De gemeente praat met ondernemers.", to: Self.first) == nil)
        #expect(
            struck.carried(from: "De gemeente praat met ondernemers.", to: "De gemeente praat vaak met ondernemers.")
                != nil)
    }
}

/// What tells who somebody is, is found; what only looks like it is left alone.
@Suite struct PersonalDataTests {
    private func kinds(_ text: String, names: [String] = []) -> [String] {
        PersonalDataScan(names: names).finds(in: text).map { "\($0.kind.rawValue): \(text[$0.range])" }
    }

    @Test func itFindsWhatIsGivenAway() {
        #expect(
            kinds("Mail jan.de-vries+w@voorbeeld.nl of bel 06-12345678, ook +31 6 12345678.") == [
                "mailAddress: jan.de-vries+w@voorbeeld.nl", "telephone: 06-12345678", "telephone: +31 6 12345678",
            ])
        #expect(
            kinds("BSN 111222333, rekening NL91 ABNA 0417 1643 00.") == [
                "citizenNumber: 111222333", "bankAccount: NL91 ABNA 0417 1643 00",
            ])
        #expect(
            kinds("Ik woon aan de Lange Kerkstraat 12a, 7411 AB in Deventer.") == [
                "address: Lange Kerkstraat 12a, 7411 AB"
            ])
        #expect(
            kinds("Volgens mevrouw De Jong-Šmit en jong beleid, zei Jong-Smit.", names: ["Anna de Jong-Smit"]) == [
                "name: Jong-Šmit", "name: Jong-Smit",
            ])
    }

    @Test(arguments: [
        "In 2024 kostte het € 1.234.567,89.", "Artikel 3:16 Awb, 111222334 stuks.", "Nummer NL91ABNA0417164301.",
        "De periode 2024-2027 IN VOGELVLUCHT", "ISBN 9789012345678", "bakker bakte brood",
    ])
    func itLeavesTheRestAlone(text: String) {
        #expect(kinds(text, names: ["Piet Bakker"]) == [])
    }
}
