import Seeded

/// Makes Markdown that looks like a drafter's text on a bad day: everything in it is some Markdown, little of it is
/// tidy.
struct NastyMarkdown {
    var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    mutating func document() -> String {
        var text = (0..<Int.random(in: 1...6, using: &random)).map { _ in block(depth: 0) }.joined(
            separator: blankLines())
        if random.chance(15) { text = text.replacingLineEnds(with: random.pick(["\r\n", "\r"])) }
        if random.chance(5) { text = "\u{FEFF}" + text }
        return text + random.pick(["", "\n", "\n\n\n", "  ", "\n   \n"])
    }

    private mutating func blankLines() -> String { random.pick(["\n\n", "\n\n", "\n\n", "\n\n\n", "\n", "\n \n"]) }

    mutating func block(depth: Int) -> String {
        switch Int.random(in: 0..<(depth > 2 ? 12 : 20), using: &random) {
        case 0...6: return paragraph()
        case 7: return random.pick(["# ", "## ", "###### ", "#"]) + sentence() + random.pick(["", " ##", " #"])
        case 8: return sentence() + "\n" + random.pick(["===", "---", "=", "- - -"])
        case 9: return random.pick(["```\n", "~~~ swift\n"]) + paragraph() + random.pick(["\n```", "\n~~~", ""])
        case 10:
            return random.pick(["<div>\n", "<!-- ", "<p align='x'>", "<b>\n"]) + paragraph()
                + random.pick(["</div>", " -->", ""])
        case 11:
            return random.pick([
                "---", "***", "[ref]: /adres \"titel\"", "[^n]: Een noot. Nog een zin.", "[a b]: <x y>\n'een\ntitel'",
                "    code. Meer",
            ])
        case 12: return table()
        case 13, 14: return prefixed(block(depth: depth + 1), first: "> ", next: random.pick(["> ", ">", "> ", ""]))
        case 15: return prefixed(block(depth: depth + 1), first: ">", next: ">")
        default:
            let mark = random.pick(["- ", "* ", "+ ", "1. ", "7) ", "-   ", "- [ ] ", "12. "])
            let indent = String(repeating: " ", count: random.chance(85) ? mark.utf8.count : 2)
            return (0..<Int.random(in: 1...3, using: &random)).map { _ in
                prefixed(
                    (0..<Int.random(in: 1...2, using: &random)).map { _ in block(depth: depth + 1) }.joined(
                        separator: blankLines()),
                    first: mark, next: random.chance(90) ? indent : "")
            }.joined(separator: random.pick(["\n", "\n\n"]))
        }
    }

    private func prefixed(_ text: String, first: String, next: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
            line.isEmpty && index > 0 && next.allSatisfy { $0 == " " } ? "" : (index == 0 ? first : next) + line
        }.joined(separator: "\n")
    }

    private mutating func table() -> String {
        let columns = Int.random(in: 1...3, using: &random)
        let delimiter = "|" + String(repeating: random.pick(["---|", ":-:|", "-:|"]), count: columns)
        var rows = [row(columns), delimiter]
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            rows.append(row(random.chance(80) ? columns : columns + 1))
        }
        return (random.chance(20) ? sentence() + "\n" : "") + rows.joined(separator: "\n")
    }

    private mutating func row(_ columns: Int) -> String {
        "|"
            + (0..<columns).map { _ in random.pick([" ", ""]) + (random.chance(80) ? words(1...3) : "") + " |" }
            .joined()
    }

    mutating func paragraph() -> String {
        var text = ""
        for index in 0..<Int.random(in: 1...5, using: &random) {
            if index > 0 {
                text += random.pick([" ", " ", "  ", "\n", "\n", "  \n", "\\\n", "\n   ", "\t", "\u{A0}", " \n"])
            }
            text += sentence()
        }
        return text
    }

    private mutating func sentence() -> String {
        let opener = random.pick(Self.openers)
        return opener + words(1...7) + random.pick(Self.closers)
    }

    private mutating func words(_ count: ClosedRange<Int>) -> String {
        (0..<Int.random(in: count, using: &random)).map { _ in random.pick(Self.words) }
            .joined(separator: random.chance(90) ? " " : random.pick(["\n", "  ", "\n\t"]))
    }

    private static let openers = [
        "", "", "", "", "", "De ", "Het ", "1. ", "2) ", "- ", "+ ", "* ", "# ", "> ", "| ", "<b>", "`", "**", "_", "[",
        "\"",
        "(", "'s ", "“", "=== ", "--- ", "~~~ ", "``` ", "<!-- ", "€ ", "• ", "[^n]: ", "[x]: ", "\\", "&nbsp;", "12 ",
        "<https://a.nl> ",
    ]
    private static let closers = [
        ".", ".", ".", ".", ".", "?", "!", "...", "…", ".**", ".*", "._", ".\"", ".)", ".”", ":", ";", "", ". ", ".`",
        ".[^n]", ".](x)", ".]",
        ".</b>", " -->", ". ---", ". |", "\\.", ".~~", " enz.", " B. en W.", " art.",
    ]
    private static let words = [
        "gemeente", "Deventer", "raad", "*plan*", "**Plan.", "van", "aanpak**", "_veilig._", "art.", "3.4", "1.000,50",
        "d.d.", "J.P.", "`a. B`",
        "`` x ` Y. Z ``", "`", "[link. Tekst](http://x.nl/a_b \"T. Titel\")", "[ref]", "[niet. Dit]",
        "![Beeld. X](b.png)", "<i>", "</i>",
        "<a href=\"x. Y\">", "<br>", "&amp;", "\\*", "\\", "~~weg. Ja~~", "~~", "*", "**", "_", "__", "a|b", "|",
        "een.Twee", "é", "e\u{301}", "👩‍👩‍👧",
        "zin. Nog", "Wat? Dit.", "(zie. Daar)", "https://a.nl/x?y=1.", "enz.", "[^n]", "[", "]", "](", "<", ">", "#",
        "=", "-", "1.", "***", "$x$", "'s", "\"ja.\"",
        "<!-- c. D -->", "zeer\u{A0}vast.", "[a](<b c> 'd\ne. F')", "[a b]",
    ]
}

extension String {
    func replacingLineEnds(with lineEnd: String) -> String {
        split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd)
    }
}
