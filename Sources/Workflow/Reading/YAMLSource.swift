import Yams

/// The text of a YAML file as one mapping, or the faults that kept it from being one.
///
/// Anchors, aliases and tags are refused before the text is parsed: nobody needs them here, and a few lines of aliases
/// can stand for gigabytes. Size and nesting are bounded for the same reason.
struct YAMLSource {
    /// Far above any file that a secretary writes; the shipped ones are some 10,000 bytes.
    static let largestSize = 200_000
    static let deepestNesting = 40

    let text: String
    let faults: FaultCollector

    /// The mapping that the file holds; nil when a fault was added.
    func mapping() -> Node.Mapping? {
        guard text.utf8.count <= Self.largestSize else {
            faults.add(line: 1, "too-large", ["limit": .number(Self.largestSize / 1000)])
            return nil
        }
        refuseDangerousLines()
        guard !faults.hasFaults, let root = compose() else { return nil }
        guard case .mapping(let mapping) = root else {
            faults.add(line: root.line, "not-a-mapping")
            return nil
        }
        return mapping
    }

    private func refuseDangerousLines() {
        var nesting = 0
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let number = index + 1
            let indentation = line.prefix { $0 == " " || $0 == "\t" }
            if indentation.contains("\t"), indentation.count < line.count {
                faults.add(line: number, "tab")
            }
            let tokens = Self.tokens(of: line, inBrackets: nesting > 0)
            if let sign = tokens.reference {
                faults.add(line: number, sign == "!" ? "tag" : "alias")
            }
            nesting = max(0, nesting + tokens.nesting)
            if nesting > Self.deepestNesting || tokens.markers > Self.deepestNesting
                || indentation.count > 10 * Self.deepestNesting
            {
                faults.add(line: number, "too-deep")
                return
            }
        }
    }

    /// What stands on a line outside quotes and comments: the sign of an anchor, alias or tag where a value may begin;
    /// brackets opened less brackets closed; block markers in a row at the start.
    private static func tokens(
        of line: Substring, inBrackets: Bool
    ) -> (reference: Character?, nesting: Int, markers: Int) {
        var quote: Character?
        var previous: Character = " "
        var valueMayBegin = true
        var result: (reference: Character?, nesting: Int, markers: Int) = (nil, 0, 0)
        for (character, following) in zip(line, line.dropFirst() + " ") {
            defer { previous = character }
            if let open = quote {
                if character == open { quote = nil }
                continue
            }
            switch character {
            case "#" where previous == " ": return result
            case "\"", "'": if valueMayBegin { quote = character }
            case "[", "{": result.nesting += 1
            case "]", "}": result.nesting -= 1
            case "&", "*", "!": if valueMayBegin, following != " " { result.reference = character }
            case "-", "?": if valueMayBegin, following == " " { result.markers += 1 }
            default: break
            }
            if character != " " {
                let marker = ["-", "?"].contains(character) && valueMayBegin
                let bracket = ["[", "{"].contains(character)
                let comma = character == "," && (inBrackets || result.nesting > 0)
                valueMayBegin = following == " " && (marker || character == ":") || bracket || comma
            }
        }
        return result
    }

    private func compose() -> Node? {
        do {
            let parser = try Parser(yaml: text)
            guard let root = try parser.nextRoot(), !root.isEmptyScalar else {
                faults.add(line: 1, "empty")
                return nil
            }
            if let second = try parser.nextRoot() {
                faults.add(line: second.line, "more-documents")
                return nil
            }
            return root
        } catch let error as YamlError {
            report(error)
        } catch {
            faults.add(line: 1, "not-yaml")
        }
        return nil
    }

    private func report(_ error: YamlError) {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            faults.add(line: mark.line, "not-yaml")
        case .duplicatedKeysInMapping(let duplicates, let context):
            for key in duplicates {
                faults.add(line: lineOfRepetition(of: key, after: context.mark), "duplicate-key", ["key": .text(key)])
            }
        case .reader(_, let offset, _, _):
            let before = text.prefix(offset ?? 0)
            faults.add(line: 1 + before.count { $0 == "\n" }, "not-yaml")
        default:
            faults.add(line: 1, "not-yaml")
        }
    }

    /// Yams marks the first of the equal keys; the author must look at the second, which stands in the same column.
    private func lineOfRepetition(of key: String, after mark: Mark) -> Int {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let later = lines.indices.dropFirst(mark.line).first { index in
            let line = lines[index].dropFirst(mark.column - 1)
            return line.hasPrefix(key) && line.dropFirst(key.count).first == ":"
                && lines[index].prefix(mark.column - 1).allSatisfy { $0 == " " || $0 == "-" }
        }
        return later.map { $0 + 1 } ?? mark.line
    }
}

extension Node {
    /// From 1.
    var line: Int { mark?.line ?? 1 }

    fileprivate var isEmptyScalar: Bool {
        guard case .scalar(let scalar) = self else { return false }
        return scalar.string.isEmpty
    }
}
