import Yams

/// One locale file, read into entries by dotted key, each with the line where its key stands.
struct LocaleFile {
    struct Line {
        let key: String
        let number: Int
        let entry: PhraseEntry
    }

    /// Name within the folder of locale files, such as `nl/web.yml`.
    let name: String
    private(set) var lines: [Line] = []
    private(set) var faults: [PhraseFaults.Fault] = []
    /// Keys that were found but not accepted.
    private(set) var refused: Set<String> = []
    /// Whether the file could be read at all; false leaves its keys unknown.
    private(set) var isWhole = true

    init(name: String, yaml: String) {
        self.name = name
        do {
            guard let root = try Yams.compose(yaml: yaml) else { return }
            if let mapping = root.mapping {
                read(mapping, under: [])
            } else {
                giveUp(.syntax("no mapping"), at: root.line)
            }
        } catch let error as YamlError {
            report(error, in: yaml)
        } catch {
            giveUp(.syntax("\(error)"), at: 1)
        }
    }

    private mutating func read(_ mapping: Node.Mapping, under path: [String]) {
        for (keyNode, value) in mapping {
            let name = keyNode.scalar?.string ?? ""
            let key = (path + [name]).joined(separator: ".")
            guard Self.isKey(name) else {
                fault(.badKey(key), at: keyNode.line)
                continue
            }
            if let nested = value.mapping, !Self.holdsForms(nested) {
                read(nested, under: path + [name])
            } else if let entry = entry(value, key: key) {
                lines.append(Line(key: key, number: keyNode.line, entry: entry))
            } else {
                refused.insert(key)
            }
        }
    }

    private mutating func entry(_ node: Node, key: String) -> PhraseEntry? {
        guard let forms = node.mapping else { return template(node, key: key).map(PhraseEntry.plain) }
        guard forms.count == 2, let oneNode = forms["one"], let otherNode = forms["other"] else {
            fault(.badForms(key), at: node.line)
            return nil
        }
        guard let one = template(oneNode, key: key), let other = template(otherNode, key: key) else { return nil }
        let entry = PhraseEntry.counted(one: one, other: other)
        guard entry.formsAgree else {
            fault(.differentPlaceholders(key), at: node.line)
            return nil
        }
        return entry
    }

    private mutating func template(_ node: Node, key: String) -> PhraseTemplate? {
        guard let scalar = node.scalar, scalar.style != .plain || Resolver.default.resolveTag(of: node) == .str else {
            fault(.notAString(key), at: node.line)
            return nil
        }
        guard let template = PhraseTemplate(scalar.string) else {
            fault(.badPlaceholder(key), at: node.line)
            return nil
        }
        return template
    }

    /// A mapping with `one` or `other` is meant as a counted phrase; no part of a key is called so.
    private static func holdsForms(_ mapping: Node.Mapping) -> Bool {
        mapping.keys.contains { ["one", "other"].contains($0.scalar?.string) }
    }

    private static func isKey(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == "-" }
    }

    private mutating func report(_ error: YamlError, in yaml: String) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            giveUp(.syntax(problem), at: mark.line)
        case .duplicatedKeysInMapping(let keys, let context):
            for key in keys { giveUp(.duplicateKey(key), at: Self.repetition(of: key, from: context.mark, in: yaml)) }
        default: giveUp(.syntax("\(error)"), at: 1)
        }
    }

    private mutating func giveUp(_ problem: PhraseFaults.Problem, at line: Int) {
        isWhole = false
        fault(problem, at: line)
    }

    /// Yams marks the mapping; the translator must look at the second of the equal keys, in the same column.
    private static func repetition(of key: String, from mark: Mark, in yaml: String) -> Int {
        let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
        let wanted = String(repeating: " ", count: max(0, mark.column - 1)) + key + ":"
        let places = lines.indices.filter { $0 >= mark.line - 1 && lines[$0].hasPrefix(wanted) }
        return (places.dropFirst().first ?? mark.line - 1) + 1
    }

    private mutating func fault(_ problem: PhraseFaults.Problem, at line: Int) {
        faults.append(.init(file: name, line: line, problem))
    }
}

extension Node {
    /// From 1.
    fileprivate var line: Int { mark?.line ?? 1 }
}
