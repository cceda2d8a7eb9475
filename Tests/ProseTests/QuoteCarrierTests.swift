import Prose
import Seeded
import Testing

/// Passages stay with their words, move with them, and never land on others unmarked.
@Suite struct QuoteCarrierTests {
    private static let text = """
        Waarom een plan? De gemeente wil dat iedereen zich veilig voelt in de wijk. De politie en de gemeente werken \
        daarom samen. In de binnenstad staan vier camera's. De gemeente praat elk kwartaal met ondernemers. Wij \
        rapporteren elk jaar aan de raad.
        """

    private func quote(_ words: String, in text: String = text) throws -> TextQuote {
        TextQuote(try #require(text.firstRange(of: words)), in: text)
    }

    private func carried(_ words: String, _ change: (String) -> String) throws -> CarriedQuote {
        QuoteCarrier(from: Self.text, to: change(Self.text)).carry(try quote(words))
    }

    @Test func aChangeElsewhereLeavesItWhereItIs() throws {
        let found = try carried("vier camera's") { $0.replacing("iedereen zich veilig", with: "niemand zich onveilig") }
        guard case .placed(let quote) = found else {
            Issue.record("\(found)")
            return
        }
        #expect(quote.exact == "vier camera's" && quote.suffix.hasPrefix(". De gemeente praat"))
    }

    @Test func aWordWithinItChangesItsWordsAndNotItsPlace() throws {
        let found = try carried("De politie en de gemeente werken daarom samen.") {
            $0.replacing("werken daarom samen", with: "werken daarom nauw samen")
        }
        guard case .placed(let quote) = found else {
            Issue.record("\(found)")
            return
        }
        #expect(quote.exact == "De politie en de gemeente werken daarom nauw samen.")
    }

    @Test func anotherFirstWordIsStillItsFirstWord() throws {
        let found = try carried("De politie en de gemeente werken daarom samen.") {
            $0.replacing("De politie en", with: "Toezicht en")
        }
        guard case .placed(let quote) = found else {
            Issue.record("\(found)")
            return
        }
        #expect(quote.exact == "Toezicht en de gemeente werken daarom samen.")
    }

    @Test func aSentenceBehindItIsNotTakenIn() throws {
        let found = try carried("In de binnenstad staan vier camera's.") {
            $0.replacing("vier camera's.", with: "vier camera's. Daar komen er twee bij.")
        }
        guard case .placed(let quote) = found else {
            Issue.record("\(found)")
            return
        }
        #expect(quote.exact == "In de binnenstad staan vier camera's.")
    }

    @Test func wordsThatAreTakenElsewhereAreFoundThere() throws {
        let sentence = "De politie en de gemeente werken daarom samen."
        let found = try carried(sentence) { $0.replacing(sentence + " ", with: "") + " " + sentence }
        guard case .moved(let quote) = found else {
            Issue.record("\(found)")
            return
        }
        #expect(quote.exact == sentence && quote.prefix.hasSuffix("aan de raad. "))
    }

    @Test func aSentenceThatIsWrittenAnewIsForAPerson() throws {
        let found = try carried("De gemeente praat elk kwartaal met ondernemers.") {
            $0.replacing(
                "De gemeente praat elk kwartaal met ondernemers.",
                with: "Ondernemers spreken de gemeente elk half jaar.")
        }
        guard case .uncertain(let quote) = found else {
            Issue.record("\(found)")
            return
        }
        #expect(quote.exact.contains("gemeente elk"))
    }

    @Test func whatIsStruckOutIsAnOrphan() throws {
        #expect(
            try carried("In de binnenstad staan vier camera's.") {
                $0.replacing("In de binnenstad staan vier camera's. ", with: "")
            } == .orphaned)
        #expect(try carried("vier camera's") { _ in "" } == .orphaned)
    }

    @Test func capitalsAccentsAndMarksChangeNothing() throws {
        let found = try carried("in de wijk. De politie") { $0.replacing("in de wijk. De", with: "in de wijk, de") }
        guard case .placed(let quote) = found else {
            Issue.record("\(found)")
            return
        }
        #expect(quote.exact == "in de wijk, de politie")
    }

    @Test func wordsThatStandThereTwiceAreToldApartByWhatIsAroundThem() {
        let text = "Eerst de wijk en dan de stad. Later de wijk en ook de stad."
        let second = text.ranges(of: "de wijk")[1]
        let found = QuoteCarrier(from: text, to: "Nieuw. " + text).carry(TextQuote(second, in: text))
        #expect(found == .placed(TextQuote(("Nieuw. " + text).ranges(of: "de wijk")[1], in: "Nieuw. " + text)))
        let lost = QuoteSearch(TextQuote(exact: "de wijk", prefix: "Nergens ", suffix: " meer"), in: text)
        guard case .uncertain = lost.found else {
            Issue.record("\(lost.found)")
            return
        }
    }

    /// The passage is gone; that its words stand in another place, and did before, is no proof that it went there.
    @Test func theTwinOfWhatIsGoneIsForAPerson() throws {
        let text =
            "Eerst praten wij met de wijk over de plannen. Dat kost tijd. Later praten wij met de wijk en ook met de stad."
        let first = TextQuote(text.ranges(of: "praten wij met de wijk")[0], in: text)
        let changed = text.replacing("Eerst praten wij met de wijk over de plannen. ", with: "")
        guard case .uncertain(let quote) = QuoteCarrier(from: text, to: changed).carry(first) else {
            Issue.record("\(QuoteCarrier(from: text, to: changed).carry(first))")
            return
        }
        #expect(quote.prefix.hasSuffix("Later "))
    }

    /// Sentences of words that occur nowhere else are dropped, moved and put in between; a passage goes with its own.
    @Test(arguments: 1...40)
    func everyPassageIsWhereItsWordsAreOrIsMarked(seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        let sentences = (0..<30).map { number in
            "Zin\(number) "
                + (0..<Int.random(in: 3...12, using: &chance)).map { "woord\(number)x\($0)" }.joined(separator: " ")
                + "."
        }
        var changed = sentences
        for _ in 0..<Int.random(in: 1...10, using: &chance) {
            let place = Int.random(in: 0..<changed.count, using: &chance)
            switch Int.random(in: 0..<3, using: &chance) {
            case 0: changed.remove(at: place)
            case 1:
                changed.insert("Tussen\(Int.random(in: 0..<1_000_000, using: &chance)) staat iets nieuws.", at: place)
            default: changed.insert(changed.remove(at: place), at: Int.random(in: 0..<changed.count, using: &chance))
            }
        }
        let (old, new) = (sentences.joined(separator: " "), changed.joined(separator: " "))
        let carrier = QuoteCarrier(from: old, to: new)
        for sentence in sentences {
            let found = carrier.carry(try quote(sentence, in: old))
            switch found {
            case .placed(let quote), .moved(let quote):
                #expect(quote.exact == sentence && changed.contains(sentence), "seed \(seed)")
            case .uncertain: Issue.record("seed \(seed): \(sentence) is \(found)")
            case .orphaned: #expect(!changed.contains(sentence), "seed \(seed): \(sentence)")
            }
        }
    }
}
