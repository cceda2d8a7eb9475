import Foundation

/// A Markdown text as it is read, prepared for questions about its words.
struct ReadText {
    /// Rows of words; a text may hold the same sentence twice.
    let sentences: [[String]: Int]
    /// In lower case, in order.
    let words: [String]
    let numbers: [String]
    let destinations: [String]
    /// Letters and digits only, without case and accents.
    let letters: String
    /// Words as written, each with whether it opens a sentence.
    private let written: [(word: String, opens: Bool)]
    private let document: MarkdownDocument

    init(_ markdown: String) {
        document = (try? MarkdownDocument(parsing: markdown)) ?? MarkdownDocument(verbatim: markdown)
        let texts = document.blocks.flatMap(\.paragraphTexts)
        let sentences = texts.flatMap { Sentences.split($0).map { WordTokenizer.words(in: String($0)) } }
        written = sentences.flatMap { $0.enumerated().map { ($0.element, $0.offset == 0) } }
        words = written.map { $0.word.lowercased() }
        self.sentences = Dictionary(sentences.map { ($0, 1) }, uniquingKeysWith: +)
        numbers = Self.numbers(in: texts)
        letters = Self.letters(of: texts.joined(separator: " "))
        destinations = document.blocks.flatMap(\.destinations)
    }

    var negations: [String] { words.filter { Self.negationWords.contains($0) } }
    var lowerCaseWords: Set<String> { Set(written.map(\.word).filter { $0 == $0.lowercased() }) }

    func names(except common: Set<String>) -> [String] {
        written.filter { entry in
            guard entry.word.first?.isUppercase == true else {
                return entry.word.dropFirst().contains(where: \.isUppercase)
            }
            let lower = entry.word.lowercased()
            return !entry.opens || entry.word.count > 1 && !Self.openers.contains(lower) && !common.contains(lower)
        }.map { $0.word.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil) }
    }

    func rendersSame(as other: ReadText) -> Bool { document.rendersSame(as: other.document) }

    private static func letters(of text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).filter {
            $0.isLetter || $0.isNumber
        }
    }

    private static func numbers(in texts: [String]) -> [String] {
        texts.flatMap { text -> [String] in
            var found: [String] = []
            var index = WordIndex()
            let source = SourceLines(text)
            let tokens = WordTokenizer().tokens(of: source, in: 0..<source.bytes.count, index: &index)
            for (position, token) in tokens.enumerated() {
                let word = source.text(token.word)
                if word.contains(where: \.isNumber) || numberWords.contains(word.lowercased())
                    || numberSigns.contains(word)
                {
                    found.append(word.lowercased())
                } else if word == "-" || word == "−" || word == "–", token.space.isEmpty, position + 1 < tokens.count,
                    source.bytes[tokens[position + 1].word].first?.isASCIIDigit == true,
                    position == 0 || !tokens[position - 1].space.isEmpty
                {
                    found.append("-")
                }
            }
            return found
        }
    }

    private static func list(_ words: String) -> Set<String> {
        Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    private static let numberSigns: Set<String> = ["%", "‰", "€", "§", "°", "<", ">", "≤", "≥", "±"]

    private static let numberWords = list(
        """
        nul twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien
        negentien twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd duizend miljoen miljard half halve
        helft kwart dubbel dubbele eenmaal tweemaal driemaal eerste tweede derde vierde vijfde zesde
        """)

    private static let negationWords = list(
        """
        niet niets niks niemand nooit nimmer nergens noch geen geenszins zonder nee neen tenzij mits behalve behoudens
        uitgezonderd evenmin nauwelijks ongeacht
        """)

    /// Words that open Dutch sentences and are no names.
    private static let openers = list(
        """
        aan aangezien aanvullend achter al aldus alle alleen allen alles als alsnog altijd beide bij bijvoorbeeld binnen boven
        bovendien buiten daar daarbij daardoor daarin daarmee daarna daarnaast daarom daaronder daarop daarvan daarvoor dan
        dat de deze die dienaangaande dit doel door doordat dus echter een eerst eerder eind elk elke en enerzijds er eveneens gedurende
        geen gelet gezien haar had hebben heeft hen het hierbij hierdoor hierin hiermee hierna hieronder hierop hiervan
        hiervoor hij hoe hoewel hun iedere iedereen ieder ik immers in indien inmiddels is jaarlijks je kan kortom kunnen
        langs mede meer met mits moet moeten mogelijk na naar naast nadat namelijk namens niemand niet nieuw nog nu of om omdat onder
        ondanks ons onze ook op opdat over overigens per pas rond samen sinds slechts sommige soms steeds tegen ten
        tenslotte tenzij ter terwijl tevens tijdens toch toen tot tussen uit uiteindelijk uiterlijk uw vaak van vanaf vandaar
        vanuit vanwege veel verder vervolgens via volgens voor vooral voorafgaand voordat waar waarbij waardoor waarin
        waarmee waarna waarom waarop waarvan waarvoor wanneer want was wat we welke wel wie wij worden wordt ze zeker zij zijn
        zo zoals zodat zodra zonder zowel zullen zal
        """)
}

extension MarkdownBlock {
    /// The text of each paragraph, heading, cell and note, by itself: a sentence ends with it.
    fileprivate var paragraphTexts: [String] {
        switch kind {
        case .heading(_, let inlines), .paragraph(let inlines): [inlines.plainText]
        case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.paragraphTexts) }
        case .blockQuote(let blocks), .footnote(_, _, let blocks): blocks.flatMap(\.paragraphTexts)
        case .codeBlock(_, let text), .html(let text): [text]
        case .thematicBreak: []
        case .table(let table): ([table.header] + table.rows).flatMap { $0.cells.map(\.inlines.plainText) }
        }
    }

    fileprivate var destinations: [String] {
        var found: [String] = []
        _ = mapping(inlines: { inlines in
            found += inlines.flatMap(\.destinations)
            return inlines
        })
        return found
    }
}

extension MarkdownInline {
    fileprivate var destinations: [String] {
        let inner = children.flatMap(\.destinations)
        switch self {
        case .link(let destination, _, _): return [destination] + inner
        case .image(let source, _, _): return [source] + inner
        default: return inner
        }
    }
}
