import Foundation
import PlanDomain
import Workflow

/// The values after the question mark, or of a form: bounded, decoded, each name at most once.
///
/// Names that nobody asks for are passed over, because mail programs and search engines add their own; a *value* that
/// is asked for and makes no sense is the reader's to know.
struct QueryValues {
    static let longest = 2_000

    private var values: [String: String] = [:]

    init(_ query: String?) throws(PlanError) {
        guard let query, !query.isEmpty else { return }
        guard query.utf8.count <= Self.longest else { throw PlanError(.invalid, Reason("web.query.too-long")) }
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(parts[0]), let value = Self.decoded(parts.count > 1 ? parts[1] : "") else {
                throw PlanError(.invalid, Reason("web.query.not-text"))
            }
            guard values.updateValue(value, forKey: name) == nil else {
                throw PlanError(.invalid, Reason("web.query.twice", ["name": .text(String(name.prefix(40)))]))
            }
        }
    }

    /// What is named, whatever its value.
    var names: [String] { values.keys.sorted() }

    subscript(name: String) -> String? {
        values[name]
    }

    /// A version; nil when it is not given.
    func commit(_ name: String) throws(PlanError) -> CommitID? {
        guard let value = values[name], !value.isEmpty else { return nil }
        guard let commit = CommitID(value) else {
            throw PlanError(.invalid, Reason("web.query.not-a-version", ["name": .text(name)]))
        }
        return commit
    }

    /// The number of an act, `number:commit` as documents print it, or a tag; the present moment when it is not given.
    func moment(_ name: String) throws(PlanError) -> DossierMoment {
        guard let value = values[name], !value.isEmpty else { return .present }
        let parts = value.split(separator: ":", maxSplits: 1)
        if let number = Int(value), number > 0 { return .act(number) }
        if parts.count == 2, let number = Int(parts[0]), number > 0, let commit = CommitID(String(parts[1])) {
            return .actAndText(number, commit)
        }
        guard Self.isTag(value) else {
            throw PlanError(.invalid, Reason("web.query.not-a-moment", ["name": .text(name)]))
        }
        return .tag(value)
    }

    /// The names of frozen versions, such as `besluitversie/1`.
    private static func isTag(_ text: String) -> Bool {
        text.utf8.count <= 100 && text.first?.isLetter == true && !text.contains("..")
            && text.utf8.allSatisfy { byte in
                (97...122).contains(byte) || (48...57).contains(byte) || [45, 46, 47].contains(byte)
            }
    }

    private static func decoded(_ text: Substring) -> String? {
        text.replacing("+", with: " ").removingPercentEncoding
    }
}
