import Seeded

/// Three versions of one text, as two people at work would make them, the same for the same seed.
struct GeneratedMerge {
    let base: String
    let mine: String
    let theirs: String

    /// - Parameter repeats: whether sentences, and not only empty lines, come back within one text.
    init(seed: UInt64, repeats: Bool) {
        var writer = Writer(random: SeededGenerator(seed: seed), repeats: repeats)
        let lines = writer.document()
        base = Self.text(lines)
        var changed = writer.edited(lines)
        mine = Self.text(changed)
        changed = writer.random.chance(10) ? changed : writer.edited(lines)
        theirs = Self.text(changed)
    }

    private static func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

    private struct Writer {
        var random: SeededGenerator
        let repeats: Bool
        var count = 0

        mutating func document() -> [String] {
            (0..<Int.random(in: 0...6, using: &random)).flatMap { paragraph in
                (paragraph == 0 ? [] : [""]) + (0..<Int.random(in: 1...5, using: &random)).map { _ in sentence() }
            }
        }

        mutating func sentence() -> String {
            if repeats, random.chance(40) {
                return random.pick(["Niet van toepassing.", "- ja", "- nee", "De gemeente helpt."])
            }
            count += 1
            return "Zin \(count) gaat over \(random.pick(["de wijk", "toezicht", "één café"]))."
        }

        mutating func edited(_ lines: [String]) -> [String] {
            var lines = lines
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                let index = Int.random(in: 0...lines.count, using: &random)
                switch Int.random(in: 0..<7, using: &random) {
                case 0: lines.insert(sentence(), at: index)
                case 1: lines.insert(contentsOf: ["", sentence(), sentence()], at: index)
                case 2 where index < lines.count: lines.remove(at: index)
                case 3 where index < lines.count: lines[index] += " Meer."
                case 4 where index < lines.count: lines[index] = sentence()
                case 5 where index < lines.count:
                    let line = lines.remove(at: index)
                    lines.insert(line, at: Int.random(in: 0...lines.count, using: &random))
                case 6 where index < lines.count: lines.insert("", at: index)
                default: break
                }
            }
            return lines
        }
    }
}
