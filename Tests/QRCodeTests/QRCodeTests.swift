import Foundation
import QRCode
import Seeded
import Testing

@Suite struct QRCodeTests {
    /// As other encoders draw it: version 1, medium correction.
    @Test func aKnownCodeIsDrawnSquareBySquare() throws {
        let code = try #require(QRCode("Paraaf"))
        let rows = (0..<code.size).map { row in (0..<code.size).map { code[$0, row] ? "#" : "." }.joined() }
        #expect(rows == Self.paraaf)
    }

    @Test(arguments: [(0, 21), (14, 21), (15, 25), (106, 41), (107, 45), (152, 49), (2331, 177)])
    func theSmallestVersionThatHoldsTheTextIsTaken(_ bytes: Int, size: Int) {
        #expect(QRCode(String(repeating: "a", count: bytes))?.size == size)
    }

    @Test func whatNoVersionHoldsIsRefused() {
        #expect(QRCode(String(repeating: "a", count: 2332)) == nil)
        #expect(QRCode(String(repeating: "a", count: 2953), correction: .low) != nil)
        #expect(QRCode(String(repeating: "a", count: 1274), correction: .high) == nil)
    }

    /// Reads each code back square by square, as a scanner would that sees it undamaged.
    @Test(arguments: QRCode.Correction.allCases)
    func whatIsDrawnReadsBackAsTheText(_ correction: QRCode.Correction) throws {
        var random = SeededGenerator(seed: UInt64(correction.rawValue) + 1)
        for length in [0, 1, 7, 17, 40, 77, 106, 150, 158] {
            let text = String((0..<length).compactMap { _ in "aZ09 /:é?=&%".randomElement(using: &random) })
            let code = try #require(QRCode(text, correction: correction))
            #expect(try SquareReader(code).text() == text, "\(length) characters")
        }
    }

    @Test func thePathDrawsEveryDarkSquareWithinItsQuietZone() throws {
        let code = try #require(QRCode("https://paraaf.example/controleer"))
        let dark = (0..<code.size).reduce(0) { sum, row in sum + (0..<code.size).count { code[$0, row] } }
        #expect(code.path.split(separator: "z").count == dark)
        #expect(code.path.hasPrefix("M4 4h1v1h-1z"))
        #expect(code.extent == code.size + 8)
    }

    private static let paraaf = [
        "#######..##...#######",
        "#.....#...#.#.#.....#",
        "#.###.#.#..##.#.###.#",
        "#.###.#.##.#..#.###.#",
        "#.###.#.##.##.#.###.#",
        "#.....#.#.#.#.#.....#",
        "#######.#.#.#.#######",
        "........#..##........",
        "#.#####..##.#.#####..",
        "..#....#.##.#..#..#.#",
        "##.##.######.#..####.",
        ".##.#..#.......####..",
        "###.###.####.#..##...",
        "........##.#####..##.",
        "#######..#..#.##...#.",
        "#.....#.###########.#",
        "#.###.#.##..#......#.",
        "#.###.#.###.#..##.#..",
        "#.###.#.#..#.#...##..",
        "#.....#..##......##..",
        "#######.#.##.#.#...#.",
    ]
}
