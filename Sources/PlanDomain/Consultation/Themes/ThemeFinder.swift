import Prose
import Workflow

/// Proposes what inputs are about by their words alone: themes that people confirmed where the words point to one, and new
/// ones of words that many use together in what is left.
///
/// Reads what others may read of inputs that take part, and nothing else. A theme's words are of several inputs at least, so
/// that no list of themes says what one person wrote.
struct ThemeFinder {
    let themes: [Theme]
    let assigned: [InputNumber: InputTheme]

    /// How sure it must be of an input to put it under a confirmed theme, and how many words must say so: of one theme alone
    /// it is always sure.
    private static let (certainty, shared) = (0.55, 2)

    /// What was found: new themes, and of inputs under which theme the program would put them.
    func proposals(for inputs: [Input]) -> (new: [Theme], assigned: [InputNumber: ThemeID]) {
        let confirmed = themes.filter { $0.state == .confirmed }
        let readable = inputs.filter(InputWords.maySearch).map { ($0.number, Self.text(of: $0)) }
        let settled = assigned.filter { $0.value.isConfirmed }
        var proposed: [InputNumber: ThemeID] = [:]
        let topics = topics(confirmed, readable, settled)
        var left: [(InputNumber, String)] = []
        for (number, text) in readable where settled[number] == nil {
            if let topic = topics.surest(for: text, atLeast: Self.certainty, sharing: Self.shared),
                let theme = confirmed.first(where: { $0.id.rawValue == topic })
            {
                proposed[number] = theme.id
            } else {
                left.append((number, text))
            }
        }
        let clusters = WordClusters(left.map(\.1), stem: Self.stem).clusters
        var new: [Theme] = []
        for cluster in clusters where !isKnown(cluster.words) {
            guard let plan = inputs.first?.plan, let id = id(for: cluster.words) else { continue }
            let name = uniqueName(cluster.words, among: new)
            new.append(
                Theme(
                    id: id, plan: plan, name: name, words: cluster.words.joined(separator: " "), state: .proposed))
            for text in cluster.texts { proposed[left[text].0] = id }
        }
        return (new, proposed)
    }

    private func topics(
        _ confirmed: [Theme], _ readable: [(InputNumber, String)], _ settled: [InputNumber: InputTheme]
    ) -> TopicWords {
        let examples = Dictionary(grouping: readable.filter { settled[$0.0] != nil }) { settled[$0.0]?.theme }
        let known = confirmed.map { theme in
            TopicWords.Topic(
                id: theme.id.rawValue, description: theme.name + " " + theme.words,
                texts: (examples[theme.id] ?? []).prefix(200).map(\.1))
        }
        return TopicWords(known, stem: Self.stem)
    }

    /// Whether a person decided of the same words before, whatever they said.
    private func isKnown(_ words: [String]) -> Bool {
        let stems = Set(words.map(Self.stem))
        return themes.contains { theme in
            guard theme.state == .rejected else { return false }
            let own = Set(theme.words.split(separator: " ").map { Self.stem(String($0)) })
            return own.intersection(stems).count * 2 >= min(own.count, stems.count)
        }
    }

    /// The same words give the same id, so that to propose again what is there changes nothing.
    private func id(for words: [String]) -> ThemeID? {
        let number = TextSignature(words.joined(separator: " ")).bands.first ?? 0
        let id = "voorstel-" + String(number, radix: 36)
        let isTaken = themes.contains { $0.id.rawValue == id && $0.state != .proposed }
        return ThemeID(isTaken ? "\(id)-\(themes.count)" : id)
    }

    /// "Verkeer en fietsen": the two words that say most.
    private func uniqueName(_ words: [String], among new: [Theme]) -> String {
        let taken = Set(themes.filter { $0.state != .proposed }.map(\.name) + new.map(\.name))
        let short = words.prefix(2).joined(separator: " en ")
        let name = short.prefix(1).uppercased() + short.dropFirst()
        guard taken.contains(name) else { return name }
        return (2...).lazy.map { "\(name) (\($0))" }.first { !taken.contains($0) } ?? name
    }

    private static func text(of input: Input) -> String {
        let content = input.content.leavingOut(input.redactions)
        return [content.text, content.proposal ?? ""].joined(separator: "\n")
    }

    static let stem: @Sendable (String) -> String = { word in DutchStem.stems(in: word).first ?? word }
}
