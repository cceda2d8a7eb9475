import Foundation
import Git
import PlanDomain
import Workflow

extension GitPlanRepository {
    public func heads() throws -> PlanHeads {
        try translatingErrors {
            guard let text = try repository.reference(Repository.textReference)?.commitID,
                let registerID = try repository.reference(Repository.registerReference),
                let register = registerID.commitID
            else { throw PlanError(.unavailable, Reason("repository.incomplete", ["plan": .text(id.rawValue)])) }
            let record = try record(of: repository.commit(registerID))
            return PlanHeads(text: text, register: RegisterHead(commit: register, sequence: record.sequence))
        }
    }

    public func text(at commit: CommitID) throws -> PlanText {
        try translatingErrors { try text(ofTree: try textCommit(commit).tree) }
    }

    public func annex(_ name: String, at commit: CommitID) throws -> Data {
        try translatingErrors {
            let tree = try textCommit(commit).tree
            guard let annex = try text(ofTree: tree).annex(name),
                let entry = try repository.entry(at: annex.path, inTree: tree)
            else { throw PlanError(.notFound, Reason("annex.unknown", ["name": .text(name)])) }
            return try repository.blob(entry.id, limit: FileKind.sizeLimit)
        }
    }

    public func workflow(at commit: CommitID) throws -> WorkflowSource {
        try translatingErrors {
            let tree = try textCommit(commit).tree
            guard let entry = try repository.entry(at: PlanLayout.workflowPath, inTree: tree) else {
                throw PlanError(.invalid, Reason("repository.file-missing", ["file": .text(PlanLayout.workflowPath)]))
            }
            return try WorkflowSource(bytes: try repository.blob(entry.id, limit: 1 << 20))
        }
    }

    public func acts(after sequence: Int, upTo head: RegisterHead) throws -> [Act] {
        try translatingErrors {
            var acts: [Act] = []
            var next = ObjectID(head.commit.rawValue)
            while let current = next {
                let commit = try repository.commit(current)
                let record = try record(of: commit)
                guard record.sequence > sequence else { break }
                guard let commitID = current.commitID, let act = record.act(id: commitID) else {
                    throw RegisterFault.actUnreadable(current.description)
                }
                acts.append(act)
                next = commit.parents.count == 1 ? nil : commit.parents.first
            }
            return acts.reversed()
        }
    }

    public func frozenVersions() throws -> [VersionTag] {
        try translatingErrors {
            try repository.references(prefix: "refs/tags/").compactMap { reference in
                let name = String(reference.name.dropFirst("refs/tags/".count))
                guard let tag = try? repository.tag(reference.id), let text = tag.target.commitID,
                    let act = FreezeMessage.act(in: tag.message)
                else { return nil }
                return VersionTag(tag: name, text: text, act: act)
            }.sorted { ($0.act, $0.tag) < ($1.act, $1.tag) }
        }
    }

    public func checkRegister(witnessed: RegisterHead?) throws -> RegisterReport {
        // A handle of its own: this one remembers objects that may no longer be sound on disk.
        try RegisterCheck(repository: try Repository.open(bareAt: repository.location), witnessed: witnessed).report()
    }

    func record(of commit: Commit) throws -> ActRecord {
        guard let (record, _) = try repository.readAct(commit) else {
            throw RegisterFault.actUnreadable(commit.id.description)
        }
        return record
    }
}

/// The message of a tag that freezes a version: it names the act.
enum FreezeMessage {
    private static let key = "Handeling: "

    static func text(for version: VersionTag) -> String { "\(version.tag)\n\n\(key)\(version.act)\n" }

    static func act(in message: String) -> Int? {
        message.split(separator: "\n").first { $0.hasPrefix(key) }.flatMap { Int($0.dropFirst(key.count)) }
    }
}
