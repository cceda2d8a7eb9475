import Foundation
import Git
import PlanDomain
import TestSupport
import Workflow

@testable import PlanRepositories

/// Somebody who can write in a repository's folder, and rebuilds the register to their liking.
struct Forger {
    let repository: Repository
    let key: SigningKey
    private(set) var head: ObjectID

    /// How the commit of a forged act is signed.
    enum Signing {
        case by(SigningKey)
        case copied(String)
        case none
    }

    init(_ world: World, _ plan: PlanID) throws {
        repository = try Repository.open(bareAt: world.repositories.location(of: plan))
        key = world.key
        head = try Self.head(of: repository)
    }

    private static func head(of repository: Repository) throws -> ObjectID {
        guard let head = try repository.reference("refs/register/acts") else { throw RegisterFault.textUnknown }
        return head
    }

    /// The acts from the first on.
    func commits() throws -> [Commit] {
        let count = try record(of: repository.commit(head)).sequence
        return try repository.history(from: head, limit: count).reversed()
    }

    func record(of commit: Commit) throws -> ActRecord {
        guard let record = try repository.readAct(commit)?.record else {
            throw RegisterFault.actUnreadable(commit.id.description)
        }
        return record
    }

    /// Puts another chain in the place of the register's: each act written anew on top of the one before it.
    mutating func rewrite(_ acts: [(record: ActRecord, signing: Signing)]) throws {
        var previous: ObjectID?
        for act in acts { previous = try write(act.record, after: previous, act.signing) }
        if let previous { try point(at: previous) }
    }

    /// Adds an act behind the last.
    mutating func append(
        _ record: ActRecord, _ signing: Signing, json: Data? = nil, more: [TreeChange] = [], ring: KeyRing? = nil,
        parents: [ObjectID]? = nil
    ) throws {
        try point(at: write(record, after: head, signing, json: json, more: more, ring: ring, parents: parents))
    }

    mutating func point(at id: ObjectID) throws {
        try repository.updateReference("refs/register/acts", to: id, expecting: Self.head(of: repository))
        head = id
    }

    func write(
        _ record: ActRecord, after previous: ObjectID?, _ signing: Signing, json: Data? = nil,
        more: [TreeChange] = [], ring: KeyRing? = nil, parents: [ObjectID]? = nil
    ) throws -> ObjectID {
        let ring = ring ?? KeyRing(first: key.publicKey)
        let tree = try repository.writeTree(
            base: nil,
            changes: [
                .put(path: "act.json", blob: try repository.writeBlob(json ?? record.bytes())),
                .put(path: "allowed_signers", blob: try repository.writeBlob(Data(ring.file.utf8))),
            ] + more)
        let text = ObjectID(record.text.commit)
        let moment = try Date.ISO8601FormatStyle().parse(record.recordedAt)
        let draft = CommitDraft(
            tree: tree, parents: parents ?? [previous, text].compactMap { $0 },
            author: record.author.identity(at: moment), committer: .server(at: moment),
            message: "Handeling \(record.sequence): \(record.act.kind.rawValue)\n")
        return try repository.write(draft) { message in
            switch signing {
            case .by(let key): try key.sign(message)
            case .copied(let armoured): armoured
            case .none: nil
            }
        }
    }
}

extension KeyRing {
    /// The keys of a register that was handed over once.
    init(first: PublicKey, then next: PublicKey) {
        self.init(first: first)
        _ = apply(.keyRotated(from: first.fingerprint, to: next.fingerprint), next: next)
    }
}
