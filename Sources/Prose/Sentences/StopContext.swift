/// One stop, with what stands before and after it: does it end the sentence?
struct StopContext {
    private let scalars: [Unicode.Scalar]
    private let sentenceStart: Int
    private let stop: Int
    private let end: Int
    private let next: Int

    init(_ scanner: SentenceScanner, sentenceStart: Int, stop: Int, end: Int, next: Int) {
        self.scalars = scanner.scalars
        self.sentenceStart = sentenceStart
        self.stop = stop
        self.end = end
        self.next = next
    }

    var endsSentence: Bool {
        let following = following
        guard following != .lowerCase, following != .nothing else { return false }
        return isSingleFullStop ? fullStopEndsSentence(before: following) : true
    }

    private enum Following {
        case upperCase, lowerCase, digit, symbol, nothing
    }

    private var isSingleFullStop: Bool {
        scalars[stop] == "." && !(stop + 1 < scalars.count && scalars[stop + 1].isStop)
            && !(stop > 0 && scalars[stop - 1].isStop)
    }

    private func fullStopEndsSentence(before following: Following) -> Bool {
        let (word, start) = word(before: stop)
        guard !word.isEmpty else { return stop > sentenceStart }
        if word.allSatisfy({ $0.isDigit || $0 == "." }) { return numberEndsSentence(word, at: start, following) }
        if let letter = word.last, word.count == 1 || word.dropLast().last == "." && isInitials(word) {
            return letterEndsSentence(letter, word, at: start, following)
        }
        switch Abbreviations.kind(of: String(String.UnicodeScalarView(word))) {
        case .neverEnds: return false
        case .mayEnd: return following == .upperCase
        case .beforeNumber: return following != .digit
        case nil: return !isDotted(word) || following == .upperCase
        }
    }

    /// "1. Het plan" opens with its number; "in 2023. Dan" ends with it; "12. 06. 2023" is a date.
    private func numberEndsSentence(_ number: ArraySlice<Unicode.Scalar>, at start: Int, _ following: Following) -> Bool
    {
        guard start > firstWordStart else { return false }
        guard following == .digit, number.count <= 2 else { return true }
        var position = next
        while position < scalars.count, scalars[position].isDigit { position += 1 }
        if position - next <= 2 { return !(position < scalars.count && scalars[position] == ".") }
        let day = word(before: skipSpaceBack(from: start)).0
        return !(position - next == 4 && (1...2).contains(day.count) && day.allSatisfy(\.isDigit))
    }

    /// "J. de Vries" and "J.P. Jansen" go on, "bijlage A. De" and "B. en W. De" end, "a. Het college" is a list mark.
    private func letterEndsSentence(
        _ letter: Unicode.Scalar, _ word: ArraySlice<Unicode.Scalar>, at start: Int, _ following: Following
    ) -> Bool {
        guard start > firstWordStart, following != .digit, letter.isLetter else {
            return !letter.isLetter && start > firstWordStart
        }
        let kind = Abbreviations.kind(of: String(String.UnicodeScalarView(word)))
        if word.count > 1, let kind { return kind == .mayEnd && following == .upperCase }
        let (before, beforeStart) = self.word(before: skipSpaceBack(from: start))
        let previous = String(String.UnicodeScalarView(before)).lowercased()
        guard letter.properties.isUppercase else { return following == .upperCase }
        if letter == "W", previous == "en" || previous == "&" {
            let (first, _) = self.word(before: skipSpaceBack(from: beforeStart))
            return first.first == "B"
        }
        return Self.lettered.contains(previous)
    }

    /// Words that take a letter: the stop after the letter is a full stop, not that of an initial.
    private static let lettered: Set<String> = [
        "artikel", "bijlage", "bijlagen", "blok", "categorie", "cluster", "deel", "fase", "figuur", "gebied", "groep",
        "hoofdstuk", "kavel", "klasse", "klas", "kolom", "label", "letter", "lid", "niveau", "onder", "onderdeel",
        "optie",
        "plan", "punt", "route", "scenario", "sectie", "spoor", "sub", "tabel", "type", "variant", "vak", "versie",
        "vitamine", "zone",
    ]

    /// The word that ends just before `position`, with the dots, hyphens and slashes within it.
    private func word(before position: Int) -> (ArraySlice<Unicode.Scalar>, start: Int) {
        var start = position
        let floor = max(sentenceStart, position - 64)
        while start > floor, !scalars[start - 1].isSentenceSpace, scalars[start - 1] != "\u{A0}",
            !scalars[start - 1].isOpener, scalars[start - 1] != ")"
        {
            start -= 1
        }
        return (scalars[start..<position], start)
    }

    private func skipSpaceBack(from position: Int) -> Int {
        var position = position
        while position > sentenceStart, scalars[position - 1].isSentenceSpace || scalars[position - 1] == "\u{A0}" {
            position -= 1
        }
        return position > sentenceStart && scalars[position - 1] == "." ? position - 1 : position
    }

    private var firstWordStart: Int {
        var position = sentenceStart
        while position < stop, scalars[position].isOpener { position += 1 }
        return position
    }

    private func isInitials(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        word.split(separator: ".").allSatisfy { $0.count == 1 && $0.first!.properties.isUppercase }
    }

    /// "x.y.z": letters with dots between, an abbreviation even when no list knows it.
    private func isDotted(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 1 && parts.allSatisfy { $0.count <= 2 && $0.allSatisfy(\.isLetter) }
    }

    /// The first thing after the stop that tells how a sentence might go on.
    private var following: Following {
        var position = next
        if let afterApostrophe = apostropheWordEnd(at: position) { return kind(at: afterApostrophe) }
        while position < scalars.count, scalars[position].isOpener || Self.dashes.contains(scalars[position]) {
            position += 1
            if Self.dashes.contains(scalars[position - 1]) {
                while position < scalars.count, scalars[position].isSentenceSpace { position += 1 }
            }
            if let afterApostrophe = apostropheWordEnd(at: position) { return kind(at: afterApostrophe) }
        }
        return kind(at: position)
    }

    private static let dashes: Set<Unicode.Scalar> = ["-", "–", "—", "•"]

    private func kind(at position: Int) -> Following {
        guard position < scalars.count else { return .nothing }
        let properties = scalars[position].properties
        if properties.isUppercase || properties.generalCategory == .titlecaseLetter { return .upperCase }
        if scalars[position].isDigit { return .digit }
        return properties.isAlphabetic ? .lowerCase : .symbol
    }

    /// "'s Avonds", "’t Is", "'s-Hertogenbosch": where the word after the apostrophe word begins.
    private func apostropheWordEnd(at position: Int) -> Int? {
        guard position + 3 < scalars.count,
            scalars[position] == "'" || scalars[position] == "’" || scalars[position] == "‘",
            Self.apostropheLetters.contains(scalars[position + 1]),
            scalars[position + 2].isSentenceSpace || scalars[position + 2] == "-"
        else { return nil }
        return position + 3
    }

    private static let apostropheLetters: Set<Unicode.Scalar> = ["s", "t", "n", "k", "m", "r"]
}
