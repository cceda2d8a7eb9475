import Foundation

/// Finds in a text what tells who a person is: addresses of mail, telephone numbers, citizen service numbers, bank accounts,
/// house addresses, and names that are known.
///
/// It errs on the side of asking: a person decides what is cut out. Numbers that carry a check digit are held against it, so
/// that amounts and years are left alone.
public struct PersonalDataScan: Sendable {
    public struct Find: Hashable, Sendable {
        public let kind: Kind
        public let range: Range<String.Index>
    }

    public enum Kind: String, CaseIterable, Codable, Sendable {
        case mailAddress
        case telephone
        /// *Burgerservicenummer*: nine digits that pass the eleven test.
        case citizenNumber
        /// An IBAN that passes its check (ISO 13616, modulo 97).
        case bankAccount
        /// A postal code, with the house number where one stands beside it.
        case address
        /// One of the names that were given.
        case name
    }

    private let names: [String]

    /// - Parameter names: of people who may be meant, as they write them; parts of fewer than four letters are looked for only
    ///   together with the rest.
    public init(names: [String] = []) {
        let whole = names.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        let last = whole.compactMap { $0.split(separator: " ").last.map(String.init) }.filter { $0.count >= 4 }
        self.names = Set((whole + last).filter { $0.count >= 4 }.map(Self.folded)).sorted {
            ($1.count, $0) < ($0.count, $1)
        }
    }

    /// In the order of the text; none lies in another.
    public func finds(in text: String) -> [Find] {
        var finds: [Find] = []
        func add(_ kind: Kind, _ ranges: [Range<String.Index>]) {
            for range in ranges where !finds.contains(where: { $0.range.overlaps(range) }) {
                finds.append(Find(kind: kind, range: range))
            }
        }
        add(.mailAddress, text.ranges(of: /[\w.+'-]+@[\w-]+(?:\.[\w-]+)+/))
        add(
            .bankAccount,
            text.ranges(of: /\b[A-Za-z]{2}[0-9]{2}(?: ?[A-Za-z0-9]{4}){2,7}(?: ?[A-Za-z0-9]{1,3})?\b/).filter {
                Self.isAccount(text[$0])
            })
        add(.citizenNumber, text.ranges(of: /\b[0-9](?:[ .]?[0-9]){8}\b/).filter { Self.isCitizenNumber(text[$0]) })
        add(
            .address,
            text.ranges(
                of:
                    /\b(?:\p{Lu}[\p{L}'.-]+(?: \p{L}[\p{L}'.-]*){0,4} [0-9]{1,5}[A-Za-z]?,? +)?[1-9][0-9]{3} ?[A-Z]{2}\b(?:,? +[0-9]{1,5}[A-Za-z]?\b)?/
            ).filter { Self.isPostcode(text[$0]) })
        add(
            .telephone,
            text.ranges(of: /(?:\+|\b00)31[ -]?(?:\(0\))?[1-9](?:[ -]?[0-9]){8}\b|\b0[1-9](?:[ -]?[0-9]){8}\b/))
        add(.name, named(in: text))
        return finds.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Five numbers of a row weighed from nine down to two, less the last, divide by eleven.
    static func isCitizenNumber(_ text: some StringProtocol) -> Bool {
        let digits = text.compactMap(\.wholeNumberValue)
        guard digits.count == 9, digits.contains(where: { $0 != 0 }) else { return false }
        let sum = zip(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]).reduce(0) { $0 + $1.0 * $1.1 }
        return sum % 11 == 0
    }

    /// The letters as numbers, the country behind the rest, leaves one when divided by ninety-seven.
    static func isAccount(_ text: some StringProtocol) -> Bool {
        let signs = Array(text.uppercased().filter { $0 != " " })
        guard (15...34).contains(signs.count) else { return false }
        var rest = 0
        for sign in signs[4...] + signs[..<4] {
            guard let value = sign.isASCII ? Int(String(sign), radix: 36) : nil else { return false }
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97
        }
        return rest == 1
    }

    /// Postal codes never end in SA, SD or SS; a year before two capitals is one only beside a house number.
    private static func isPostcode(_ text: Substring) -> Bool {
        guard let found = text.firstMatch(of: /([1-9][0-9]{3}) ?([A-Z]{2})/) else { return false }
        let isYear = (1_900...2_099).contains(Int(found.1) ?? 0)
        return !["SA", "SD", "SS"].contains(String(found.2)) && !(isYear && found.0.count == text.count)
    }

    private func named(in text: String) -> [Range<String.Index>] {
        var found: [Range<String.Index>] = []
        for name in names {
            var start = text.startIndex
            while let range = text.range(
                of: name, options: [.caseInsensitive, .diacriticInsensitive], range: start..<text.endIndex)
            {
                start = range.upperBound
                let isWord = Self.isEdge(text, before: range.lowerBound) && Self.isEdge(text, after: range.upperBound)
                // A name that is a word too counts where it is written as a name.
                if isWord, text[range.lowerBound].isUppercase { found.append(range) }
            }
        }
        return found
    }

    private static func isEdge(_ text: String, before index: String.Index) -> Bool {
        index == text.startIndex || !text[text.index(before: index)].isLetter
    }

    private static func isEdge(_ text: String, after index: String.Index) -> Bool {
        index == text.endIndex || !text[index].isLetter
    }

    private static func folded(_ name: String) -> String {
        name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }
}
