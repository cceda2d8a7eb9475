import Yams

/// The keys of one mapping, read by type; whatever is wrong with them goes to the collector, and reading goes on.
///
/// A method that returns nil or an empty list after a fault has reported it: the caller need not.
struct Fields {
    /// Where the mapping begins.
    let line: Int
    let faults: FaultCollector
    private let values: [String: Node]
    private let keyLines: [String: Int]

    /// Reports every key that is not in `known`.
    init(_ mapping: Node.Mapping, known: [String], faults: FaultCollector) {
        var values: [String: Node] = [:]
        var keyLines: [String: Int] = [:]
        for (key, value) in mapping {
            let line = key.line
            guard case .scalar(let scalar) = key else {
                faults.add(line: line, "key-not-a-word")
                continue
            }
            guard known.contains(scalar.string) else {
                faults.addUnknown(line: line, "unknown-key", word: scalar.string, known: known)
                continue
            }
            values[scalar.string] = value
            keyLines[scalar.string] = line
        }
        self.values = values
        self.keyLines = keyLines
        self.faults = faults
        line = mapping.mark?.line ?? keyLines.values.min() ?? 1
    }

    /// Reads `node` as a mapping with the `known` keys; nil, with a fault, when it is something else.
    init?(_ node: Node, known: [String], faults: FaultCollector) {
        guard case .mapping(let mapping) = node else {
            faults.add(line: node.line, "mapping-expected")
            return nil
        }
        self.init(mapping, known: known, faults: faults)
    }

    func has(_ key: String) -> Bool { keyLines[key] != nil }

    /// The line of the key, or of the mapping where the key is missing.
    func line(of key: String) -> Int { keyLines[key] ?? line }

    /// The value of a key that must be there.
    func required(_ key: String) -> Node? {
        if let node = values[key] { return node }
        if keyLines[key] == nil { faults.add(line: line, "missing-key", ["key": .text(key)]) }
        return nil
    }

    func optional(_ key: String) -> Node? { values[key] }

    /// A scalar with something in it.
    func word(_ key: String) -> Located<String>? {
        required(key).flatMap { word($0, key: key) }
    }

    /// The same for a key that may be left out.
    func optionalWord(_ key: String) -> Located<String>? {
        optional(key).flatMap { word($0, key: key) }
    }

    /// An id: small letters, digits and hyphens, beginning with a letter, at most 40 of them.
    func id(_ key: String) -> Located<String>? {
        guard let word = word(key) else { return nil }
        let letters = word.value.utf8
        let isSound =
            letters.count <= 40 && letters.first.map { (97...122).contains($0) } == true
            && letters.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        guard isSound else {
            faults.add(line: word.line, "bad-id", ["word": .text(word.value)])
            return nil
        }
        return word
    }

    /// A whole number within bounds.
    func number(_ key: String, in range: ClosedRange<Int>) -> Located<Int>? {
        guard let word = word(key) else { return nil }
        guard let number = Int(word.value), range.contains(number) else {
            faults.add(
                line: word.line, "number-expected",
                ["key": .text(key), "from": .number(range.lowerBound), "until": .number(range.upperBound)])
            return nil
        }
        return Located(value: number, line: word.line)
    }

    /// `true` or `false`; `fallback` where the key is absent.
    func flag(_ key: String, default fallback: Bool) -> Bool {
        guard let word = optionalWord(key) else { return fallback }
        switch word.value {
        case "true": return true
        case "false": return false
        default:
            faults.add(line: word.line, "flag-expected", ["key": .text(key), "word": .text(word.value)])
            return fallback
        }
    }

    /// A day such as 2024-05-10.
    func date(_ key: String) -> Located<CalendarDate>? {
        guard let word = word(key) else { return nil }
        guard let date = CalendarDate(iso8601: word.value) else {
            faults.add(line: word.line, "bad-date", ["key": .text(key), "word": .text(word.value)])
            return nil
        }
        return Located(value: date, line: word.line)
    }

    /// A label or description: a mapping with `nl`, and `en` where there is English.
    func text(_ key: String) -> LocalizedText? {
        required(key).flatMap(localizedText)
    }

    func optionalText(_ key: String) -> LocalizedText? {
        optional(key).flatMap(localizedText)
    }

    /// The nodes of a list that must be there and hold something.
    func list(_ key: String) -> [Node] {
        guard let node = required(key) else { return [] }
        let nodes = elements(node, key: key)
        if nodes?.isEmpty == true { faults.add(line: node.line, "empty-list", ["key": .text(key)]) }
        return nodes ?? []
    }

    func optionalList(_ key: String) -> [Node] {
        optional(key).flatMap { elements($0, key: key) } ?? []
    }

    /// The words of a list; one word alone counts as a list of one.
    func words(_ key: String) -> [Located<String>] {
        guard let node = optional(key) else { return [] }
        if case .scalar = node { return word(node, key: key).map { [$0] } ?? [] }
        return (elements(node, key: key) ?? []).compactMap { word($0, key: key) }
    }

    /// A word out of a closed list of words.
    func choice<Choice: RawRepresentable & CaseIterable>(_ key: String) -> Choice? where Choice.RawValue == String {
        word(key).flatMap { choice($0, "unknown-word") }
    }

    /// The words of a list, each out of a closed list of words; `kind` names the fault, such as `unknown-role`.
    func choices<Choice: RawRepresentable & CaseIterable>(
        _ key: String, _ kind: String
    ) -> [Located<Choice>] where Choice.RawValue == String {
        words(key).compactMap { word in
            choice(word, kind).map { Located(value: $0, line: word.line) }
        }
    }

    /// Reads one word as one out of a closed list.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ word: Located<String>, _ kind: String
    ) -> Choice? where Choice.RawValue == String {
        if let choice = Choice(rawValue: word.value) { return choice }
        faults.addUnknown(line: word.line, kind, word: word.value, known: Choice.allCases.map(\.rawValue))
        return nil
    }

    private func word(_ node: Node, key: String) -> Located<String>? {
        guard case .scalar(let scalar) = node else {
            faults.add(line: node.line, "word-expected", ["key": .text(key)])
            return nil
        }
        guard !scalar.string.allSatisfy(\.isWhitespace) else {
            faults.add(line: node.line, "empty-value", ["key": .text(key)])
            return nil
        }
        return Located(value: scalar.string, line: node.line)
    }

    private func elements(_ node: Node, key: String) -> [Node]? {
        guard case .sequence(let sequence) = node else {
            faults.add(line: node.line, "list-expected", ["key": .text(key)])
            return nil
        }
        return Array(sequence)
    }

    private func localizedText(_ node: Node) -> LocalizedText? {
        guard case .mapping(let mapping) = node else {
            faults.add(line: node.line, "label-expected", ["example": .text("{ nl: …, en: … }")])
            return nil
        }
        let fields = Fields(mapping, known: ["nl", "en"], faults: faults)
        guard let dutch = fields.word("nl") else { return nil }
        return LocalizedText(nl: dutch.value, en: fields.optionalWord("en")?.value)
    }
}
