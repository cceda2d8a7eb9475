import Yams

/// Lays out YAML in a fixed order of keys, so that the same plan gives the same bytes and a diff shows only what changed.
struct YAMLText {
    private var pairs: [(Node, Node)] = []

    mutating func add(_ key: String, _ text: String?) {
        guard let text else { return }
        pairs.append((Self.scalar(key), Self.scalar(text)))
    }

    mutating func add(_ key: String, number: Int) {
        pairs.append((Node(key), Node(String(number), Tag(.int), .plain)))
    }

    /// Only `true` is written: false is what a missing key means.
    mutating func add(_ key: String, flag: Bool) {
        guard flag else { return }
        pairs.append((Node(key), Node("true", Tag(.bool), .plain)))
    }

    mutating func add(_ key: String, texts: [String], inline: Bool = false) {
        guard !texts.isEmpty else { return }
        let sequence = Node.Sequence(texts.map(Self.scalar), Tag(.seq), inline ? .flow : .block)
        pairs.append((Node(key), .sequence(sequence)))
    }

    mutating func add(_ key: String, list: [YAMLText]) {
        guard !list.isEmpty else { return }
        pairs.append((Node(key), .sequence(Node.Sequence(list.map(\.node), Tag(.seq), .block))))
    }

    mutating func add(_ key: String, fields: YAMLText) {
        guard !fields.pairs.isEmpty else { return }
        pairs.append((Node(key), fields.node))
    }

    /// The whole as text, with a final newline.
    func text() throws -> String {
        guard !pairs.isEmpty else { return "" }
        return try Yams.serialize(node: node, width: -1, allowUnicode: true)
    }

    private var node: Node { .mapping(Node.Mapping(pairs, Tag(.map), .block)) }

    /// A text that YAML would read as something else (`2024`, `true`, `12-06`) is quoted.
    private static func scalar(_ text: String) -> Node {
        let isPlain = Resolver.default.resolveTag(of: Node(text)) == .str
        return Node(text, Tag(.str), isPlain ? .any : .singleQuoted)
    }
}
