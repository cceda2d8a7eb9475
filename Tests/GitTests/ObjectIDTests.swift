import Foundation
import Git
import Seeded
import Testing

struct ObjectIDTests {
    private static let hex = "0123456789abcdef00112233445566778899aabb"

    @Test func aWrittenIDReadsBackTheSame() throws {
        #expect(try #require(ObjectID(Self.hex)).description == Self.hex)
        #expect(ObjectID(Self.hex.uppercased())?.description == Self.hex)
    }

    @Test(arguments: [
        "", "0123", hex + "0", String(hex.dropLast()), String(hex.dropLast()) + "g", String(repeating: "é", count: 20),
    ])
    func anythingButFortyHexadecimalDigitsIsRefused(text: String) {
        #expect(ObjectID(text) == nil)
    }

    @Test func theOrderIsThatOfTheWrittenForm() {
        var random = SeededGenerator(seed: 20)
        let texts = (0..<200).map { _ in
            (0..<40).map { _ in String("0123456789abcdef".randomElement(using: &random)!) }.joined()
        }
        #expect(texts.compactMap { ObjectID($0) }.sorted().map(\.description) == texts.sorted())
    }

    @Test func zeroNamesNoObject() {
        #expect(ObjectID.zero.isZero)
        #expect(ObjectID.zero.description == String(repeating: "0", count: 40))
        #expect(ObjectID(Self.hex)?.isZero == false)
    }

    @Test func itIsAStringInJSON() throws {
        let id = try #require(ObjectID(Self.hex))
        let json = try JSONEncoder().encode([id])
        #expect(String(decoding: json, as: UTF8.self) == "[\"\(Self.hex)\"]")
        #expect(try JSONDecoder().decode([ObjectID].self, from: json) == [id])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([ObjectID].self, from: Data("[\"abc\"]".utf8)) }
    }
}
