/// What is needed of the words of a text to find others that say the same, or nearly.
///
/// Texts are held against each other by the rows of three words that they have in common (Jaccard), whatever their case,
/// accents and marks. `bands` are MinHash signatures cut into pieces (Broder, 1997): texts that share enough have at least
/// one band in common, nearly always. A signature of a text is the same on every machine and in every run, so that it can be
/// kept; whoever keeps it lays a key over it, for a number can be made again from words that somebody guesses.
public struct TextSignature: Sendable {
    /// How much of their rows of words two texts must share, between 0 and 1.
    public static let threshold = 0.6
    public static let bandCount = 24
    private static let rowsPerBand = 3

    public let wordCount: Int
    /// One number for each band; empty of a text without words.
    public let bands: [UInt64]
    private let shingles: Set<UInt64>

    public init(_ text: String) {
        let words = DutchStem.words(in: text)
        let shingles = Self.shingles(words.map(Self.hash))
        wordCount = words.count
        self.shingles = shingles
        bands = shingles.isEmpty ? [] : (0..<Self.bandCount).map { Self.band($0, of: shingles) }
    }

    /// How much two texts have in common, between 0 and 1.
    public func likeness(to other: TextSignature) -> Double {
        guard !shingles.isEmpty, !other.shingles.isEmpty else { return 0 }
        let shared = shingles.intersection(other.shingles).count
        return Double(shared) / Double(shingles.count + other.shingles.count - shared)
    }

    private static func band(_ band: Int, of shingles: Set<UInt64>) -> UInt64 {
        (0..<rowsPerBand).reduce(UInt64(band)) { combined, row in
            let salt = mixed(UInt64(band * rowsPerBand + row))
            return mixed(combined ^ (shingles.lazy.map { mixed($0 ^ salt) }.min() ?? 0))
        }
    }

    /// Rows of three words; a text of fewer is one row.
    private static func shingles(_ words: [UInt64]) -> Set<UInt64> {
        guard words.count > 3 else { return words.isEmpty ? [] : [combined(words[...])] }
        return Set((0...(words.count - 3)).map { combined(words[$0..<($0 + 3)]) })
    }

    private static func combined(_ words: ArraySlice<UInt64>) -> UInt64 {
        words.reduce(UInt64(words.count)) { mixed($0 ^ $1) }
    }

    /// FNV-1a (Fowler, Noll and Vo, 1991).
    private static func hash(_ word: String) -> UInt64 {
        word.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    /// SplitMix64 (Steele, Lea and Flood, 2014): the same on every run, which `Hasher` is not.
    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
