import Foundation
import PlanDomain
import Workflow
import Yams

/// The fields of one mapping in a plan's YAML file, read one by one; what is wrong is told with its file and line.
public struct YAMLFields {
    public let file: String
    private let mapping: Node.Mapping
    /// The number of lines in the file before the YAML.
    private let offset: Int
    /// Where the mapping begins, from 1.
    public let line: Int

    /// Reads the one mapping that `text` must hold. `offset` is the number of lines before it in the file.
    public init(parsing text: String, file: String, offset: Int = 0) throws(PlanError) {
        if let line = Self.lineOfAlias(in: text) {
            throw Self.fault("repository.yaml-alias", file: file, line: line + offset)
        }
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch {
            throw Self.fault("repository.yaml-broken", file: file, line: Self.line(of: error) + offset)
        }
        guard let mapping = node?.mapping else {
            throw Self.fault("repository.yaml-no-mapping", file: file, line: 1 + offset)
        }
        self.init(mapping, file: file, line: 1 + offset, offset: offset)
    }

    /// The line of an anchor that something refers to; nil when there is none.
    ///
    /// Nobody needs them here, and a few lines of aliases can stand for gigabytes. Text may hold `&` and `*` freely, so
    /// only a name that stands behind both counts.
    private static func lineOfAlias(in text: String) -> Int? {
        let aliases = Set(names(behind: "*", in: text).map(\.name))
        return names(behind: "&", in: text).first { aliases.contains($0.name) }?.line
    }

    private static func names(behind sign: Character, in text: String) -> [(name: Substring, line: Int)] {
        guard text.contains(sign) else { return [] }
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
            line.split(separator: sign, omittingEmptySubsequences: false).dropFirst().compactMap { rest in
                let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
                return name.isEmpty ? nil : (name, index + 1)
            }
        }
    }

    private init(_ mapping: Node.Mapping, file: String, line: Int, offset: Int) {
        self.mapping = mapping
        self.offset = offset
        self.file = file
        self.line = line
    }

    /// Refuses keys that the format does not know, so that a slip of the pen is not silently lost.
    public func allowOnly(_ keys: Set<String>) throws(PlanError) {
        for (key, _) in mapping {
            let name = key.string ?? ""
            guard keys.contains(name) else {
                throw Self.fault("repository.yaml-unknown-key", file: file, line: line(of: key), ["key": .text(name)])
            }
        }
    }

    public func text(_ key: String) throws(PlanError) -> String? {
        guard let node = mapping[key], node.tag != Tag(.null) else { return nil }
        guard let scalar = node.scalar else { throw wrong(node, key) }
        return scalar.string
    }

    public func required(_ key: String) throws(PlanError) -> String {
        guard let text = try text(key) else { throw missing(key) }
        return text
    }

    public func flag(_ key: String) throws(PlanError) -> Bool {
        guard let node = mapping[key] else { return false }
        guard let flag = node.bool else { throw wrong(node, key) }
        return flag
    }

    public func number(_ key: String) throws(PlanError) -> Int? {
        guard let node = mapping[key] else { return nil }
        guard let number = node.int else { throw wrong(node, key) }
        return number
    }

    public func date(_ key: String) throws(PlanError) -> CalendarDate? {
        guard let text = try text(key) else { return nil }
        guard let date = CalendarDate(iso8601: text) else { throw wrong(mapping[key]!, key) }
        return date
    }

    public func texts(_ key: String) throws(PlanError) -> [String] {
        try items(key).map { (node) throws(PlanError) in
            guard let scalar = node.scalar else { throw wrong(node, key) }
            return scalar.string
        }
    }

    public func requiredDate(_ key: String) throws(PlanError) -> CalendarDate {
        guard let date = try date(key) else { throw missing(key) }
        return date
    }

    public func requiredFields(_ key: String) throws(PlanError) -> YAMLFields {
        guard let fields = try fields(key) else { throw missing(key) }
        return fields
    }

    /// Named lists, in the order of the file.
    public func lists(_ key: String) throws(PlanError) -> [(name: String, items: [String])] {
        guard let inner = try fields(key) else { return [] }
        var lists: [(name: String, items: [String])] = []
        for (name, _) in inner.mapping {
            guard let name = name.string else { continue }
            lists.append((name, try inner.texts(name)))
        }
        return lists
    }

    public func list(_ key: String) throws(PlanError) -> [YAMLFields] {
        try items(key).map { (node) throws(PlanError) in try fields(of: node, key) }
    }

    public func fields(_ key: String) throws(PlanError) -> YAMLFields? {
        guard let node = mapping[key] else { return nil }
        return try fields(of: node, key)
    }

    /// Names with texts, in the order of the file.
    public func namedTexts(_ key: String) throws(PlanError) -> [(name: String, text: String)] {
        guard let inner = try fields(key) else { return [] }
        var pairs: [(name: String, text: String)] = []
        for (name, value) in inner.mapping {
            guard let name = name.scalar?.string, let text = value.scalar?.string else { throw inner.wrong(value, key) }
            pairs.append((name, text))
        }
        return pairs
    }

    /// Names with dates, such as the planning.
    public func dates(_ key: String) throws(PlanError) -> [String: CalendarDate] {
        guard let inner = try fields(key) else { return [:] }
        var dates: [String: CalendarDate] = [:]
        for (name, _) in inner.mapping {
            guard let name = name.string else { continue }
            dates[name] = try inner.date(name)
        }
        return dates
    }

    /// A value read by `make`, which says nil for a text that is not one.
    public func value<Value>(_ key: String, _ make: (String) -> Value?) throws(PlanError) -> Value? {
        guard let text = try text(key) else { return nil }
        guard let value = make(text) else { throw wrong(mapping[key]!, key) }
        return value
    }

    public func requiredValue<Value>(_ key: String, _ make: (String) -> Value?) throws(PlanError) -> Value {
        guard let value = try value(key, make) else { throw missing(key) }
        return value
    }

    private func items(_ key: String) throws(PlanError) -> [Node] {
        guard let node = mapping[key], node.tag != Tag(.null) else { return [] }
        guard let sequence = node.sequence else { throw wrong(node, key) }
        return Array(sequence)
    }

    private func fields(of node: Node, _ key: String) throws(PlanError) -> YAMLFields {
        guard let inner = node.mapping else { throw wrong(node, key) }
        return YAMLFields(inner, file: file, line: line(of: node), offset: offset)
    }

    private func missing(_ key: String) -> PlanError {
        Self.fault("repository.yaml-missing-key", file: file, line: line, ["key": .text(key)])
    }

    private func wrong(_ node: Node, _ key: String) -> PlanError {
        Self.fault("repository.yaml-wrong-value", file: file, line: line(of: node), ["key": .text(key)])
    }

    private func line(of node: Node) -> Int { node.mark.map { $0.line + offset } ?? line }

    private static func line(of error: any Error) -> Int {
        switch error as? YamlError {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        default: 1
        }
    }

    private static func fault(
        _ key: String, file: String, line: Int, _ arguments: [String: Reason.Argument] = [:]
    ) -> PlanError {
        let place: [String: Reason.Argument] = ["file": .text(file), "line": .number(line)]
        return PlanError(.invalid, Reason(key, arguments.merging(place) { _, place in place }))
    }
}
