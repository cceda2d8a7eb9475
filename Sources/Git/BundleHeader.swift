/// The text at the head of a bundle file: which references it holds, before the pack with their objects.
///
/// See gitformat-bundle(5). Written is version 2; version 3 is read when it asks for nothing beyond SHA-1. A bundle with
/// prerequisites is only part of a history and is refused.
struct BundleHeader {
    static let signature = "# v2 git bundle"
    private static let signatureOfVersion3 = "# v3 git bundle"
    private static let mostReferences = 100_000

    /// `HEAD`, when it is among them, stands for the branch with the same id.
    private(set) var references: [Reference] = []

    init(references: [Reference]) {
        self.references = references
    }

    var text: String {
        Self.signature + "\n" + references.map { "\($0.id) \($0.name)\n" }.joined() + "\n"
    }

    /// `nextLine` returns a line without its end.
    init(nextLine: () throws(GitError) -> String) throws(GitError) {
        let first = try nextLine()
        guard first == Self.signature || first == Self.signatureOfVersion3 else {
            throw Self.refusal("this is no bundle")
        }
        var names: Set<String> = []
        while true {
            let line = try nextLine()
            if line.isEmpty { break }
            if line == "@object-format=sha1", first == Self.signatureOfVersion3 { continue }
            let reference = try Self.reference(line)
            guard names.insert(reference.name).inserted, names.count <= Self.mostReferences else {
                throw Self.refusal("\(reference.name) stands there twice, or there are too many references")
            }
            references.append(reference)
        }
        guard !references.isEmpty else { throw Self.refusal("it holds no references") }
    }

    private static func reference(_ line: String) throws(GitError) -> Reference {
        guard !line.hasPrefix("-") else { throw refusal("it needs objects that it does not hold") }
        guard !line.hasPrefix("@") else { throw refusal("it needs a capability that is not known: \(line)") }
        let parts = line.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let id = ObjectID(parts[0]), !id.isZero else { throw refusal("a line names no object") }
        let name = String(parts[1])
        guard name == "HEAD" || ReferenceName.isValid(name) else {
            throw refusal("the reference name \(name.debugDescription) is not allowed")
        }
        return Reference(name: name, id: id)
    }

    /// The branch that `HEAD` stands for, if one does: `main` when several have its id.
    var headBranch: String? {
        guard let head = references.first(where: { $0.name == "HEAD" }) else { return nil }
        let branches = references.filter { $0.id == head.id && $0.name.hasPrefix("refs/heads/") }.map(\.name)
        let name = branches.contains("refs/heads/main") ? "refs/heads/main" : branches.first
        return name.map { String($0.dropFirst("refs/heads/".count)) }
    }

    static func refusal(_ message: String) -> GitError {
        GitError(code: .corrupt, operation: "read bundle", message: message)
    }
}
