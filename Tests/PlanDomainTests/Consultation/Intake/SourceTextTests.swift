import Foundation
import PlanDomain
import Seeded
import Testing

/// Where the passages of a letter stand, and what is left of it.
@Suite struct SourceTextTests {
    private let source = SourceText("Geachte heer,\n\nDe kade  is te\nsmal. De bocht is te smal.\n")

    private func number(_ value: Int) throws -> InputNumber { try #require(InputNumber(rawValue: value)) }

    @Test func aPassageIsFoundWhateverWhiteSpaceItWasCopiedWith() throws {
        let place = try source.place(of: " De kade is\n te smal. ")
        #expect(String(Array(source.text)[place]) == "De kade  is te\nsmal.")
    }

    @Test func wordsThatOccurTwiceAreToldApartByWhatStoodBefore() throws {
        #expect(try refused { try source.place(of: "is te smal.") } == "intake.passage-twice")
        let first = try source.place(of: "is te smal.", before: "De kade ")
        let second = try source.place(of: "is te smal.", before: "De bocht ")
        #expect(first.upperBound < second.lowerBound)
    }

    @Test func wordsThatAreNotThereAreRefused() throws {
        #expect(try refused { try source.place(of: "De brug") } == "intake.passage-not-found")
        #expect(try refused { try source.place(of: " \n") } == "input.passage-missing")
    }

    @Test func whatWasCutAndWhatIsLeftMakeTheWholeText() throws {
        let place = try source.place(of: "De kade is te smal.")
        let cuts = [IntakeCut(input: try number(4), place: place), IntakeCut(input: try number(5), place: nil)]
        let pieces = source.pieces(cuts)
        #expect(pieces.map(\.text).joined() == source.text)
        #expect(pieces.map(\.inputs) == [[], [try number(4)], []])
        #expect(source.coverage([]) == 0)
        #expect((30...40).contains(source.coverage(cuts)))
    }

    /// Whatever is cut from whatever text: no word is lost or doubled, and a passage lies where it says it does.
    @Test(arguments: 1...40)
    func anyCutsOfAnyTextLeaveTheTextWhole(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let letters = Array("ab \n.é")
        let text = (0..<Int.random(in: 1...60, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a"
        }
        let source = SourceText(String(text))
        var cuts: [IntakeCut] = []
        for value in 1...5 {
            let start = Int.random(in: 0..<text.count, using: &random)
            let end = Int.random(in: (start + 1)...text.count, using: &random)
            let words = String(text[start..<end])
            guard words.contains(where: { !$0.isWhitespace }) else { continue }
            let place = try? source.place(of: words, before: String(text[..<start]))
            if let place {
                #expect(Self.folded(String(text[place])) == Self.folded(words), "seed \(seed)")
                cuts.append(IntakeCut(input: try number(value), place: place))
            }
        }
        #expect(source.pieces(cuts).map(\.text).joined() == source.text, "seed \(seed)")
        #expect((0...100).contains(source.coverage(cuts)), "seed \(seed)")
    }

    private static func folded(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func refused(_ work: () throws -> Range<Int>) throws -> String? {
        do {
            _ = try work()
            return nil
        } catch let error as PlanError {
            return error.reason.key
        }
    }
}
