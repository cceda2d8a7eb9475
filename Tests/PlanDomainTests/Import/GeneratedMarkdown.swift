import Seeded
import TestSupport

/// Documents as people write them: every kind of heading and block, mixed by chance and the same for the same seed.
///
/// No heading is more than one level deeper than the one before it, so that each of these can be imported.
struct GeneratedMarkdown {
    private var random: SeededGenerator
    private var ids = 0
    private var numbers = [0, 0, 0, 0]
    private var numbering = 0

    static func document(seed: UInt64) -> String {
        var writer = GeneratedMarkdown(random: SeededGenerator(seed: seed))
        return writer.document()
    }

    private mutating func document() -> String {
        numbering = pick([0, 1, 2, 3, 4])
        var blocks: [String] = []
        if chance(4) { blocks.append(pick(["<!-- intern concept -->", "Vooraf staat hier tekst.", block()])) }
        var level = 0
        for _ in 0..<Int.random(in: 0...9, using: &random) {
            level = Int.random(in: 1...min(level + 1, 4), using: &random)
            blocks.append(heading(level))
            for _ in 0..<Int.random(in: 0...3, using: &random) { blocks.append(block()) }
        }
        if blocks.isEmpty { blocks.append(block()) }
        var text = blocks.joined(separator: chance(8) ? "\n\n\n" : "\n\n") + (chance(4) ? "" : "\n")
        if chance(5) { text = text.replacing("\n", with: "\r\n") }
        if chance(8) { text = "\u{FEFF}" + text }
        return text
    }

    private mutating func heading(_ level: Int) -> String {
        let title = pick(Self.titles)
        let words = [number(level), title, chance(6) ? nextID() : nil].compactMap { $0 }.joined(separator: " ")
        // "1) Doel" above an underline would be a list.
        if level <= 2, !title.isEmpty, !words.prefix(while: { $0 != " " }).hasSuffix("."), !words.contains(")"),
            chance(5)
        {
            return words + (chance(4) ? "\nin twee regels" : "") + "\n" + (level == 1 ? "=====" : "---")
        }
        let line = String(repeating: "#", count: level) + (words.isEmpty && chance(2) ? "" : " ") + words
        return line + (chance(6) ? " " + String(repeating: "#", count: level) : "")
    }

    /// Numbers that follow each other, with a slip now and then, as in real documents.
    private mutating func number(_ level: Int) -> String? {
        if level > 3 || chance(7) { return nil }
        numbers[level - 1] += chance(9) ? 2 : 1
        for deeper in level..<4 { numbers[deeper] = 0 }
        let count = numbers[level - 1]
        switch numbering {
        case 1: return numbers.prefix(level).map(String.init).joined(separator: ".")
        case 2: return level == 1 ? "Hoofdstuk \(count):" : "\(count)."
        case 3: return level == 1 ? Self.romans[count % Self.romans.count] + "." : nil
        case 4: return pick(["\(count))", "Bijlage A", "Artikel \(count)", "\(count).0", "2024"])
        default: return nil
        }
    }

    private mutating func nextID() -> String {
        ids += 1
        return "{#plek-\(ids)}"
    }

    private mutating func block() -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: return "```\(pick(["", "sh"]))\n# geen kop\n## ook niet\n\ncode  met spaties\n```"
        case 1: return "- eerste punt\n- tweede punt\n  met vervolg\n\n  - dieper\n"
        case 2: return "| kop | bedrag |\n|:----|-------:|\n| a | € 1.000,- |\n| *b* | 2 |"
        case 3: return "> Een citaat.\n> # kop in het citaat\n> - punt"
        case 4: return "<!-- toelichting\n# geen kop\n-->"
        case 5: return "1. stap een\n2. stap twee\n\n   vervolg van stap twee"
        case 6: return pick(["* * *", "    ingesprongen code\n    # geen kop", "<div>\n# geen kop\n</div>"])
        case 7: return "Zie [de wet](https://wetten.overheid.nl) en ![kaart](kaart.png \"De kaart\").  \nNieuwe regel."
        default: return sentences()
        }
    }

    private mutating func sentences() -> String {
        let count = Int.random(in: 1...4, using: &random)
        return (0..<count).map { _ in pick(Self.sentences) }.joined(separator: pick([" ", "\n"]))
    }

    private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }
    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &random)]
    }

    private static let romans = ["I", "II", "III", "IV", "V", "VI", "VII"]

    private static let titles = [
        "Inleiding", "Inleiding", "Wat *willen* we?", "Doel & middelen", "`code` in een kop", "**Vet** begin", "C#",
        "Kosten: 10% meer", "#veilig in de wijk", "112 bellen", "2024-2027 in beeld", "Één — twee", "مرحبا", "😀 wijk",
        "[Link](https://example.org) erin", "A", "1", "", "Titel \\# met mark", "a_b_c", "Punt.", "Bijlage", "É",
    ]

    private static let sentences = [
        "De gemeente kiest voor toezicht.", "Dat kost € 1.250,- per jaar (zie art. 38b).", "Wie doet dat?", "Nee!",
        "O.a. de politie, d.w.z. het basisteam, helpt mee.", "Hij zei: \"Kom.\" En ging.", "*Nadruk* en **kracht**.",
        "Een `# mark` in code.", "1 juni 2023 is de dag.", "Dat is zo... toch?", "Zie www.deventer.nl voor meer.",
        "Het # teken staat hier.", "A & B < C > D.", "Regel met \\*sterren\\*.", "Ontwikkeling 😀 gaat door.",
    ]
}
