import Foundation
import Git
import PlanDomain
import Workflow

/// A plan's git repository behind its one handle, on a thread of its own.
public actor GitPlanRepository {
    public nonisolated let id: PlanID
    let repository: Repository
    let key: SigningKey
    private let queue: BlockingQueue
    private var texts = RecentTexts()
    private var lastRing: (head: ObjectID, ring: KeyRing)?

    public nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    init(id: PlanID, at location: URL, key: SigningKey) throws {
        self.id = id
        self.key = key
        queue = BlockingQueue(label: "paraaf.plan.\(id)")
        repository = try Repository.open(bareAt: location)
    }

    func text(ofTree tree: ObjectID) throws -> PlanText {
        if let text = texts[tree] { return text }
        let text = try repository.planText(ofTree: tree)
        texts[tree] = text
        return text
    }

    /// The keys as the acts up to and with `head` leave them; read from the first act on, unless the head is known.
    func keyRing(at head: ObjectID) throws -> KeyRing {
        if let lastRing, lastRing.head == head { return lastRing.ring }
        var ring: KeyRing?
        let count = try record(of: repository.commit(head)).sequence
        for commit in try repository.history(from: head, limit: count).reversed() {
            guard let (record, file) = try repository.readAct(commit),
                var next = ring ?? KeyRing(firstFile: file), next.apply(record.act, file: file)
            else { throw RegisterFault.actUnreadable(commit.id.description) }
            ring = next
        }
        guard let ring else { throw RegisterFault.actUnreadable(head.description) }
        remember(ring, at: head)
        return ring
    }

    func remember(_ ring: KeyRing, at head: ObjectID) { lastRing = (head, ring) }

    /// The commit, if it is one of the text's history.
    func textCommit(_ id: CommitID) throws -> Commit {
        guard let objectID = ObjectID(id.rawValue), let head = try repository.reference(Repository.textReference),
            repository.contains(objectID), try repository.objectKind(objectID) == .commit,
            try repository.isAncestor(objectID, of: head)
        else { throw PlanError(.notFound, Reason("text.unknown-version", ["version": .text(id.short)])) }
        return try repository.commit(objectID)
    }
}

/// The texts that were read last, by tree: a tree never changes, so they need no upkeep beyond their number.
private struct RecentTexts {
    private static let limit = 24
    private var texts: [ObjectID: PlanText] = [:]
    private var order: [ObjectID] = []

    subscript(tree: ObjectID) -> PlanText? {
        get { texts[tree] }
        set {
            guard let newValue, texts.updateValue(newValue, forKey: tree) == nil else { return }
            order.append(tree)
            if order.count > Self.limit { texts[order.removeFirst()] = nil }
        }
    }
}

extension Repository {
    static let textReference = "refs/heads/main"

    func planText(ofTree tree: ObjectID) throws -> PlanText {
        let files = try files(inTree: tree)
        let ids = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.id) })
        return try PlanLayout.text(of: files.map(\.path)) { path in
            guard let id = ids[path] else { return Data() }
            return try blob(id, limit: 16 << 20)
        }
    }
}
