import Foundation
import Git
import PlanDomain
import Workflow

/// Checks a whole register from its first act to its last, and names the first act that does not hold.
///
/// Needs nothing but the repository and what the witness remembers, so that the same check can be made of a bundle on
/// another machine. Everything is read again from its bytes: an object whose bytes do not give its id is not believed.
struct RegisterCheck {
    let repository: Repository
    let witnessed: RegisterHead?

    func report() throws -> RegisterReport {
        guard let head = try repository.reference(Repository.registerReference) else {
            return RegisterReport(soundActs: 0, finding: .init(sequence: 1, commit: nil, fault: .registerMissing))
        }
        let (chain, gap) = chain(from: head)
        var walk = RegisterWalk(repository: repository)
        for (index, id) in chain.enumerated() {
            if index == 0, let gap { return RegisterReport(soundActs: 0, finding: gap) }
            if let fault = walk.fault(of: id, at: index + 1) {
                return RegisterReport(
                    soundActs: index, finding: .init(sequence: index + 1, commit: id.commitID, fault: fault))
            }
        }
        return RegisterReport(soundActs: chain.count, finding: movedBack(chain))
    }

    /// The commits from the first act to `head` along first parents, and what stopped the way back, if anything did.
    private func chain(from head: ObjectID) -> ([ObjectID], RegisterReport.Finding?) {
        var chain: [ObjectID] = []
        var next: ObjectID? = head
        var lastRead: Int?
        while let id = next {
            chain.append(id)
            guard let commit = try? repository.commit(id) else {
                let sequence = lastRead.map { $0 - 1 } ?? witnessed?.sequence ?? 1
                return (
                    chain.reversed(),
                    .init(sequence: max(1, sequence), commit: id.commitID, fault: .unreadable)
                )
            }
            lastRead = (try? repository.readAct(commit))?.record.sequence ?? lastRead.map { $0 - 1 }
            next = commit.parents.count == 1 ? nil : commit.parents.first
        }
        return (chain.reversed(), nil)
    }

    /// A head that this server has seen must be in the chain, at its place.
    private func movedBack(_ chain: [ObjectID]) -> RegisterReport.Finding? {
        guard let witnessed else { return nil }
        let place = witnessed.sequence - 1
        if chain.indices.contains(place), chain[place].commitID == witnessed.commit { return nil }
        let firstGone = min(chain.count + 1, witnessed.sequence)
        return .init(
            sequence: firstGone, commit: chain.count < witnessed.sequence ? nil : chain[place].commitID,
            fault: .movedBack(witnessed: witnessed.sequence))
    }
}

/// The walk from the first act on, with the keys that are valid at each place.
private struct RegisterWalk {
    let repository: Repository
    private var previous: ObjectID?
    private var ring: KeyRing?
    private let textHead: ObjectID?
    private var soundBlobs: Set<ObjectID> = []

    init(repository: Repository) {
        self.repository = repository
        textHead = (try? repository.reference(Repository.textReference)) ?? nil
    }

    /// What is wrong with the act at place `sequence`; nil when it is sound.
    mutating func fault(of id: ObjectID, at sequence: Int) -> RegisterReport.Fault? {
        let commit: Commit
        let content: (record: ActRecord, ringFile: String)?
        do {
            commit = try repository.commit(id)
            content = try repository.readAct(commit)
        } catch {
            return .unreadable
        }
        guard let (record, ringFile) = content else { return .malformed }
        guard record.sequence == sequence else { return .outOfOrder(found: record.sequence) }
        guard commit.parents.map(\.description) == [previous?.description, record.text.commit].compactMap({ $0 })
        else { return .brokenChain }
        if let fault = signatureFault(of: commit, ringFile: ringFile, record: record) { return fault }
        previous = id
        return textFault(of: record)
    }

    private mutating func signatureFault(
        of commit: Commit, ringFile: String, record: ActRecord
    ) -> RegisterReport.Fault? {
        guard let seal = commit.signature else { return .unsigned }
        guard let signature = SSHSignature(armoured: seal.armored), signature.isValid(for: seal.payload)
        else { return .signatureInvalid }
        guard var ring = ring ?? KeyRing(firstFile: ringFile) else { return .malformed }
        guard ring.accepts(signature.key) else { return .keyNotValid(fingerprint: signature.key.fingerprint) }
        guard ring.apply(record.act, file: ringFile) else { return .malformed }
        self.ring = ring
        return nil
    }

    private mutating func textFault(of record: ActRecord) -> RegisterReport.Fault? {
        guard let text = ObjectID(record.text.commit), let commit = try? repository.commit(text),
            commit.tree.description == record.text.tree, let textHead,
            (try? repository.isAncestor(text, of: textHead)) == true, isWhole(commit.tree)
        else { return .textMissing }
        return nil
    }

    /// Whether every file of a text is there and has the bytes that its id says; what was read once is not read again.
    private mutating func isWhole(_ tree: ObjectID) -> Bool {
        guard let files = try? repository.files(inTree: tree) else { return false }
        for file in files where !soundBlobs.contains(file.id) {
            guard (try? repository.blob(file.id)) != nil else { return false }
            soundBlobs.insert(file.id)
        }
        return true
    }
}

extension ObjectID {
    var commitID: CommitID? { CommitID(description) }
}
