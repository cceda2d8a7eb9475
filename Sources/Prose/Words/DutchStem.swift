/// What Dutch words have in common with their other forms: "straat" and "straten", "huizen" and "huis", "fietst",
/// "gefietst" and "fietsen".
///
/// A light stemmer for searching, not for reading: it takes off the endings of plural, diminutive, adjective and verb, and
/// levels how the spelling of the last syllable changes with them. The Snowball stemmer for Dutch keeps "huis" and "huizen"
/// apart and leaves verbs nearly alone, and comes in another version with every system, which would make an index that was
/// written before silently wrong; this one is part of the program.
public enum DutchStem {
    /// The stems of all words of a text, in their order; doubles included.
    public static func stems(in text: String) -> [String] { words(in: text).flatMap { stems(of: $0) } }

    /// The words of a text without case and accents.
    public static func words(in text: String) -> [String] {
        FoldedText.fold(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// The stem of a folded word; of what may be a participle also that of its verb, as "gewerkt" is a form of "werken"
    /// and "gebruikt" one of "gebruiken".
    public static func stems(of word: String) -> [String] {
        let letters = Array(irregular[word] ?? word)
        let stem = stem(letters)
        guard letters.count >= 6, letters.starts(with: "ge"), endsLikeVerb(letters) else { return [String(stem)] }
        return [String(stem), String(self.stem(Array(letters.dropFirst(2))))]
    }

    private static let irregular = [
        "kinderen": "kind", "liederen": "lied", "volkeren": "volk", "eieren": "ei", "goederen": "goed",
        "steden": "stad", "leden": "lid", "schepen": "schip", "wegen": "weg", "koeien": "koe",
    ]

    private static func stem(_ word: [Character]) -> [Character] {
        guard word.count > 3, word.allSatisfy(\.isLetter) else { return word }
        var word = withoutDiminutive(word)
        while let shorter = withoutPlural(word) { word = shorter }
        for _ in 0..<2 where word.count > 3 && endsLikeVerb(word) && hasVowel(word.dropLast()) { word.removeLast() }
        return levelled(word)
    }

    /// Without -s, -en or -e; nil where there is nothing to take off.
    private static func withoutPlural(_ word: [Character]) -> [Character]? {
        for ending in ["els", "ers", "ens", "ems", "es"] where ends(word, with: ending) {
            if hasVowel(word.dropLast(ending.count)) { return Array(word.dropLast()) }
        }
        let rest = Array(word.dropLast(2))
        if ends(word, with: "en"), rest.count > 2, hasVowel(rest[...]),
            !isVowel(rest[rest.count - 1]) || ["ee", "ie", "oe"].contains(where: { ends(rest, with: $0) })
        {
            return undoubled(rest)
        }
        if ends(word, with: "e"), word.count > 3, !isVowel(word[word.count - 2]), hasVowel(word.dropLast()) {
            return undoubled(Array(word.dropLast()))
        }
        return nil
    }

    private static func withoutDiminutive(_ word: [Character]) -> [Character] {
        let single = ends(word, with: "jes") ? Array(word.dropLast()) : word
        for ending in ["etje", "tje", "pje", "je"] where ends(single, with: ending) {
            let rest = Array(single.dropLast(ending.count))
            let isRight = ending == "pje" ? rest.last == "m" : ending == "etje" ? rest.last != "e" : true
            if rest.count > 2, hasVowel(rest[...]), isRight { return undoubled(rest) }
        }
        return word
    }

    /// A -t or -d behind a consonant: "werkt", "speelde" without its -e.
    private static func endsLikeVerb(_ word: [Character]) -> Bool {
        guard word.count > 2, let last = word.last, last == "t" || last == "d" else { return false }
        return !isVowel(word[word.count - 2])
    }

    /// "briev" as "brief", "huiz" as "huis", "straat" as "strat".
    private static func levelled(_ word: [Character]) -> [Character] {
        var word = undoubled(word)
        if word.last == "v" { word[word.count - 1] = "f" }
        if word.last == "z" { word[word.count - 1] = "s" }
        if let last = word.lastIndex(where: isVowel), last > 0, word[last - 1] == word[last], word[last] != "i" {
            word.remove(at: last)
        }
        return word
    }

    private static func undoubled(_ word: [Character]) -> [Character] {
        guard word.count > 2, let last = word.last, !isVowel(last), word[word.count - 2] == last else { return word }
        return Array(word.dropLast())
    }

    private static func ends(_ word: [Character], with ending: String) -> Bool {
        word.count > ending.count && word.suffix(ending.count).elementsEqual(ending)
    }

    private static func hasVowel(_ letters: ArraySlice<Character>) -> Bool { letters.contains(where: isVowel) }

    private static func isVowel(_ letter: Character) -> Bool { "aeiouy".contains(letter) }
}
