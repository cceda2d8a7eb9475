/// A passage of an input that others do not get to read, with the ground (*weggelaten*).
///
/// It is a layer over what was written: the words themselves stay as they are for who may see them. It belongs to one
/// version of the input; what is left out of a correction is looked for anew.
public struct Redaction: Hashable, Sendable {
    public let part: Part
    /// Where the passage begins in that part, in UTF-16 units, as browsers count.
    public let start: Int
    /// The passage as it was written.
    public let quote: String
    public let ground: Ground
    /// Whether a person looked at it; one that the program proposed is left out all the same, until somebody did.
    public let isConfirmed: Bool

    public init(part: Part, start: Int, quote: String, ground: Ground, isConfirmed: Bool) {
        self.part = part
        self.start = start
        self.quote = quote
        self.ground = ground
        self.isConfirmed = isConfirmed
    }

    var end: Int { start + quote.utf16.count }

    /// What an input has of the hand of who wrote it; a quote is of the plan's own text.
    public enum Part: String, CaseIterable, Codable, Sendable { case text, proposal }

    /// Why it is left out: a closed list, so that the reasons can be counted.
    public enum Ground: String, CaseIterable, Codable, Sendable {
        case name = "naam"
        case contact = "contactgegevens"
        case health = "gezondheid"
        case other = "anders"

        /// What stands in its place wherever the input is shown or printed; it is part of the text, so always Dutch.
        var mark: String {
            switch self {
            case .name: "[naam weggelaten]"
            case .contact: "[contactgegevens weggelaten]"
            case .health: "[gezondheidsgegevens weggelaten]"
            case .other: "[weggelaten]"
            }
        }
    }

    /// The same passage, looked at by a person.
    public var confirmed: Redaction {
        Redaction(part: part, start: start, quote: quote, ground: ground, isConfirmed: true)
    }
}

extension InputContent {
    /// What was written in a part; nil where there is no such part.
    public func words(of part: Redaction.Part) -> String? { part == .text ? text : proposal }

    /// As others read it. Where a passage does not stand where it should, the whole part is left out: better too much
    /// than the wrong words.
    public func leavingOut(_ redactions: [Redaction]) -> InputContent {
        guard !redactions.isEmpty else { return self }
        func left(_ part: Redaction.Part, _ words: String) -> String {
            words.leavingOut(redactions.filter { $0.part == part })
        }
        return InputContent(
            kind: kind, section: section, anchor: anchor, text: left(.text, text),
            proposal: proposal.map { left(.proposal, $0) })
    }

    /// Every place at which a passage stands, in text and proposal alike.
    func redactions(of quote: String, ground: Redaction.Ground, isConfirmed: Bool) -> [Redaction] {
        Redaction.Part.allCases.flatMap { part in
            (words(of: part) ?? "").places(of: quote).map {
                Redaction(part: part, start: $0, quote: quote, ground: ground, isConfirmed: isConfirmed)
            }
        }
    }

    /// Whether the passage stands where it says it does.
    func holds(_ redaction: Redaction) -> Bool {
        guard let words = words(of: redaction.part), !redaction.quote.isEmpty, redaction.start >= 0 else {
            return false
        }
        let units = Array(words.utf16)
        return redaction.end <= units.count
            && units[redaction.start..<redaction.end].elementsEqual(redaction.quote.utf16)
    }
}

extension String {
    fileprivate func leavingOut(_ redactions: [Redaction]) -> String {
        guard !redactions.isEmpty else { return self }
        let units = Array(utf16)
        var kept: [UInt16] = []
        var end = 0
        for redaction in redactions.sorted(by: { ($0.start, $1.end) < ($1.start, $0.end) }) {
            guard redaction.start >= 0, redaction.end <= units.count,
                units[redaction.start..<redaction.end].elementsEqual(redaction.quote.utf16)
            else { return redaction.ground.mark }
            // One that begins within another makes that one longer.
            if redaction.start >= end {
                kept += units[end..<redaction.start]
                kept += Array(redaction.ground.mark.utf16)
            }
            end = Swift.max(end, redaction.end)
        }
        kept += units[end...]
        return String(decoding: kept, as: UTF16.self)
    }

    /// Beginnings in UTF-16 units, none within another.
    fileprivate func places(of quote: String) -> [Int] {
        guard !quote.isEmpty else { return [] }
        return ranges(of: quote).map { utf16.distance(from: startIndex, to: $0.lowerBound) }
    }
}
