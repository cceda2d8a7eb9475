import Crypto
import Foundation
import Git
import PlanDomain
import Synchronization
import Workflow

/// The folder `DATA/plans` with one bare repository per plan, `<id>.git`.
public final class GitPlanRepositories: Sendable {
    private let folder: URL
    private let key: SigningKey
    private let opened = Mutex<[PlanID: GitPlanRepository]>([:])

    /// `folder` must exist; `key` signs what this server records.
    public init(in folder: URL, key: SigningKey) {
        self.folder = folder
        self.key = key
    }

    /// How the register's signing key is known: `SHA256:…`.
    public var keyFingerprint: String { key.publicKey.fingerprint }

    public func location(of plan: PlanID) -> URL { folder.appending(path: plan.rawValue + ".git") }

    /// Removes what an interrupted write left behind: repositories that were never finished, and locks whose owner is
    /// gone, which would keep their references shut for good. Only for the one that holds the data folder.
    public func removeLeftovers() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasPrefix(".") {
            try FileManager.default.removeItem(at: folder.appending(path: name))
        }
        for plan in try planIDs() {
            let location = location(of: plan)
            let names =
                (FileManager.default.subpaths(atPath: location.appending(path: "refs").path) ?? []).map { "refs/" + $0 }
                + (try FileManager.default.contentsOfDirectory(atPath: location.path))
            for name in names where name.hasSuffix(".lock") {
                try FileManager.default.removeItem(at: location.appending(path: name))
            }
        }
    }

    /// Runs `work` on the plan's repository itself; for copies of the whole, such as a bundle.
    public func withRepository<Value>(of plan: PlanID, _ work: (Repository) throws -> Value) throws -> Value {
        try work(try Repository.open(bareAt: location(of: plan)))
    }
}

extension GitPlanRepositories: PlanRepositories {
    public func digest(of bytes: Data) -> String { Data(SHA256.hash(data: bytes)).hexadecimal }

    public func planIDs() throws -> [PlanID] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).compactMap { name in
            name.hasSuffix(".git") ? PlanID(String(name.dropLast(4))) : nil
        }.sorted()
    }

    public func repository(of plan: PlanID) throws -> any PlanRepository {
        try opened.withLock { opened in
            if let repository = opened[plan] { return repository }
            let location = location(of: plan)
            guard FileManager.default.fileExists(atPath: location.path) else {
                throw PlanError(.notFound, Reason("plan.unknown", ["plan": .text(plan.rawValue)]))
            }
            let repository = try GitPlanRepository(id: plan, at: location, key: key)
            opened[plan] = repository
            return repository
        }
    }

    public func create(_ plan: PlanID, with start: PlanStart) throws -> any PlanRepository {
        let location = location(of: plan)
        guard !FileManager.default.fileExists(atPath: location.path) else {
            throw PlanError(.conflict, Reason("plan.id-taken", ["plan": .text(plan.rawValue)]))
        }
        let staging = folder.appending(path: ".\(plan.rawValue).\(UUID().uuidString)")
        do {
            try translatingErrors { try build(start, at: staging) }
            guard rename(staging.path, location.path) == 0 else { throw POSIXError.current }
        } catch {
            try? FileManager.default.removeItem(at: staging)
            throw error
        }
        try DurableFile.syncFolder(folder)
        return try repository(of: plan)
    }

    /// The whole repository beside its place: text, workflow and first act, all on disk.
    private func build(_ start: PlanStart, at staging: URL) throws {
        let repository = try Repository.createBare(at: staging)
        let workflow = try repository.writeBlob(Data(start.workflow.yaml.utf8))
        let tree = try repository.writeText(
            start.edit.text, with: start.edit.files, over: nil,
            and: [.put(path: PlanLayout.workflowPath, blob: workflow)])
        let text = try repository.writeChange(start.edit, tree: tree, parents: [])
        try repository.updateReference(Repository.textReference, to: text, expecting: nil)
        guard let textID = text.commitID else { throw RegisterFault.textUnknown }
        let record = ActRecord(start.act, sequence: 1, text: textID, tree: tree.description)
        let act = try repository.writeAct(record, after: nil, ring: KeyRing(first: key.publicKey), signedBy: key)
        try repository.updateReference(Repository.registerReference, to: act, expecting: nil)
    }
}

extension WorkflowSource {
    /// A workflow file from its bytes.
    public init(bytes: Data) throws(PlanError) {
        guard let yaml = String(validating: bytes, as: UTF8.self) else {
            throw PlanError(.invalid, Reason("repository.not-utf8", ["file": .text(PlanLayout.workflowPath)]))
        }
        self.init(yaml: yaml, digest: Data(SHA256.hash(data: bytes)).hexadecimal)
    }
}
