import Foundation
import Git
import PlanDomain
import Workflow

/// Writing acts: one commit each, made true by one compare-and-swap of one ref.
extension Repository {
    static let registerReference = "refs/register/acts"

    /// Writes the commit of an act, without moving the register's ref.
    ///
    /// Parent 1 is the act before it, parent 2 the text that it is about; the first act has only the text.
    func writeAct(
        _ record: ActRecord, after previous: ObjectID?, ring: KeyRing, signedBy key: SigningKey
    ) throws -> ObjectID {
        guard let text = ObjectID(record.text.commit) else { throw RegisterFault.textUnknown }
        let tree = try writeTree(
            base: nil,
            changes: [
                .put(path: ActRecord.path, blob: try writeBlob(try record.bytes())),
                .put(path: KeyRing.path, blob: try writeBlob(Data(ring.file.utf8))),
            ])
        let moment = try Date.ISO8601FormatStyle().parse(record.recordedAt)
        let draft = CommitDraft(
            tree: tree, parents: [previous, text].compactMap { $0 },
            author: record.author.identity(at: moment), committer: .server(at: moment),
            message: "Handeling \(record.sequence): \(record.act.kind.rawValue)\n")
        return try write(draft) { try key.sign($0) }
    }

    /// The record and the ring's file in the commit of an act; nil where either cannot be read.
    func readAct(_ commit: Commit) throws -> (record: ActRecord, ringFile: String)? {
        let entries = try entries(ofTree: commit.tree)
        guard entries.map(\.name) == [ActRecord.path, KeyRing.path], entries.allSatisfy({ $0.mode == .file }),
            let record = ActRecord(canonical: try blob(entries[0].id, limit: 1 << 20)),
            let ringFile = String(data: try blob(entries[1].id, limit: 1 << 20), encoding: .utf8)
        else { return nil }
        return (record, ringFile)
    }
}

/// What is wrong with a register that this server itself holds; for the operator.
enum RegisterFault: Error, Equatable {
    case textUnknown
    case actUnreadable(String)
    /// A rotation without its key, a key that is not in the register, or a revocation that would leave nobody to sign.
    case keyActRefused(String)
}

extension Author {
    private static let domain = "paraaf.invalid"

    /// Function and pseudonym as git knows them; the address leads nowhere (RFC 2606).
    func identity(at moment: Date) -> Identity {
        Identity(name: function, email: "\(role.rawValue).\(pseudonym)@\(Self.domain)", date: moment)
    }

    /// Reads what `identity(at:)` wrote; a commit made elsewhere has an author without role or pseudonym of ours.
    init(_ identity: Identity) {
        let address = identity.email.split(separator: "@", maxSplits: 1)
        let local = address.first.map { $0.split(separator: ".", maxSplits: 1) } ?? []
        if address.count == 2, address[1] == Self.domain[...], local.count == 2,
            let role = Role(rawValue: String(local[0]))
        {
            self.init(function: identity.name, role: role, pseudonym: String(local[1]))
        } else {
            self.init(function: identity.name, role: .drafter, pseudonym: "onbekend")
        }
    }
}

extension Identity {
    /// The server itself, which commits what others wrote or did.
    static func server(at moment: Date) -> Identity {
        Identity(name: "Paraaf", email: KeyRing.principal + ".invalid", date: moment)
    }
}
