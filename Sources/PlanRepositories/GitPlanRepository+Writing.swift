import Crypto
import Foundation
import Git
import PlanDomain
import Workflow

extension GitPlanRepository: PlanRepository {
    public func save(_ edit: TextEdit, onTopOf head: CommitID) throws -> Change {
        try translatingErrors {
            guard let parent = ObjectID(head.rawValue),
                try repository.reference(Repository.textReference) == parent
            else { throw PlanError(.conflict, Reason("text.moved-on")) }
            let base = try repository.commit(parent)
            let tree = try repository.writeText(edit.text, with: edit.files, over: base.tree)
            guard tree != base.tree else { throw PlanError(.conflict, Reason("text.unchanged")) }
            let id = try repository.writeChange(edit, tree: tree, parents: [parent])
            try repository.updateReference(Repository.textReference, to: id, expecting: parent)
            return try change(of: repository.commit(id))
        }
    }

    public func record(_ act: SealedAct, onTopOf head: RegisterHead) throws -> Act {
        try record(act, onTopOf: head, handingOverTo: nil)
    }

    /// - Parameter next: the key that the act hands over to; nil for any act but a rotation.
    func record(_ act: SealedAct, onTopOf head: RegisterHead, handingOverTo next: PublicKey?) throws -> Act {
        try translatingErrors {
            guard let previous = ObjectID(head.commit.rawValue), let text = act.text,
                try repository.reference(Repository.registerReference) == previous
            else { throw PlanError(.conflict, Reason("register.moved-on")) }
            var ring = try currentRing(at: previous)
            guard ring.apply(act.act.payload, next: next), ring.current != nil else {
                throw RegisterFault.keyActRefused(act.act.payload.kind.rawValue)
            }
            let record = ActRecord(
                act, sequence: head.sequence + 1, text: text, tree: try textCommit(text).tree.description)
            let id = try repository.writeAct(record, after: previous, ring: ring, signedBy: key)
            try repository.updateReference(Repository.registerReference, to: id, expecting: previous)
            remember(ring, at: id)
            guard let commitID = id.commitID, let recorded = record.act(id: commitID) else {
                throw RegisterFault.actUnreadable(id.description)
            }
            return recorded
        }
    }

    public func freeze(_ version: VersionTag, at moment: Date) throws {
        try translatingErrors {
            guard try repository.reference("refs/tags/" + version.tag) == nil,
                let target = ObjectID(version.text.rawValue)
            else { return }
            try repository.createTag(
                name: version.tag, target: target, tagger: .server(at: moment),
                message: FreezeMessage.text(for: version)
            ) { try key.sign($0) }
        }
    }

    /// The keys up to the last act; the server's key must be the one that may sign the next.
    private func currentRing(at head: ObjectID) throws -> KeyRing {
        let ring = try keyRing(at: head)
        guard ring.accepts(key.publicKey) else {
            throw PlanError(
                .unavailable, Reason("key.not-of-register", ["fingerprint": .text(key.publicKey.fingerprint)]))
        }
        return ring
    }
}

extension Repository {
    /// Writes the files in which a text differs from what stands in `base`, the bytes of its new annexes, and `extra`
    /// files beside them.
    func writeText(
        _ text: PlanText, with files: [AnnexFile], over base: ObjectID?, and extra: [TreeChange] = []
    ) throws -> ObjectID {
        let wanted = try PlanLayout.files(of: text)
        let present = try base.map { try self.files(inTree: $0) } ?? []
        let ids = Dictionary(uniqueKeysWithValues: present.map { ($0.path, $0.id) })
        let before = try base.map { try planText(ofTree: $0).annexes } ?? []
        var changes = extra + (try annexChanges(from: before, to: text.annexes, with: files))
        for (path, content) in wanted.sorted(by: { $0.key < $1.key }) {
            let blob = try writeBlob(content)
            if ids[path] != blob { changes.append(.put(path: path, blob: blob)) }
        }
        for file in present where PlanLayout.isOwned(file.path) && wanted[file.path] == nil {
            changes.append(.remove(path: file.path))
        }
        if changes.isEmpty, let base { return base }
        return try writeTree(base: base, changes: changes)
    }

    /// Throws `invalid` where a new annex comes without its bytes, or with others than the text says.
    private func annexChanges(
        from old: [Annex], to new: [Annex], with files: [AnnexFile]
    ) throws -> [TreeChange] {
        var changes: [TreeChange] = []
        for annex in new where !old.contains(where: { $0.name == annex.name && $0.digest == annex.digest }) {
            guard let bytes = files.first(where: { $0.name == annex.name })?.bytes, bytes.count == annex.size,
                Data(SHA256.hash(data: bytes)).hexadecimal == annex.digest
            else { throw PlanError(.invalid, Reason("annex.bytes-missing", ["name": .text(annex.name)])) }
            changes.append(.put(path: annex.path, blob: try writeBlob(bytes)))
        }
        let kept = Set(new.map(\.name))
        return changes + old.filter { !kept.contains($0.name) }.map { .remove(path: $0.path) }
    }

    /// The commit of a change, with its nature and its inputs as trailers.
    func writeChange(_ edit: TextEdit, tree: ObjectID, parents: [ObjectID]) throws -> ObjectID {
        let draft = CommitDraft(
            tree: tree, parents: parents, author: edit.author.identity(at: edit.madeAt),
            committer: .server(at: edit.madeAt), message: edit.summary,
            trailers: edit.inputs.map { Trailer(ChangeTrailer.input, $0) }
                + [Trailer(ChangeTrailer.nature, edit.nature.rawValue)])
        return try write(draft)
    }
}

/// The trailers of a commit on a plan's text.
enum ChangeTrailer {
    static let input = "Inbreng"
    static let nature = "Aard"
}
