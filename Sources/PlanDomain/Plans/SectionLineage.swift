/// How the ids of sections hang together over time: what was merged into what, and what was split off from what.
///
/// Kept for good, so that a link, a remark or a line of history that names a section which is gone still leads to its
/// text. A section that was taken out with its text has no successor.
public struct SectionLineage: Equatable, Sendable {
    /// Of a section that was merged into its neighbour: that neighbour.
    public var mergedInto: [SectionID: SectionID]
    /// Of a section that began as the second part of another: that other.
    public var splitFrom: [SectionID: SectionID]

    public init(mergedInto: [SectionID: SectionID] = [:], splitFrom: [SectionID: SectionID] = [:]) {
        self.mergedInto = mergedInto
        self.splitFrom = splitFrom
    }

    /// This lineage with what `other` knows besides; what is known stays as it is.
    func adding(_ other: SectionLineage) -> SectionLineage {
        SectionLineage(
            mergedInto: mergedInto.merging(other.mergedInto) { known, _ in known },
            splitFrom: splitFrom.merging(other.splitFrom) { known, _ in known })
    }
}

extension PlanText {
    /// The section in which the text of `id` stands now: itself, or the one that it was merged into, however often. Nil when
    /// it was taken out, or never was.
    public func successor(of id: SectionID) -> SectionID? {
        var current = id
        var seen: Set<SectionID> = []
        while section(current) == nil {
            guard seen.insert(current).inserted, let next = lineage.mergedInto[current] else { return nil }
            current = next
        }
        return current
    }

    /// The ids under which the text of a section was written, its own first: what was merged into it, what it was split
    /// off from, and so on. The changes of all of them are its history.
    public func ancestry(of id: SectionID) -> [SectionID] {
        var found = [id]
        var seen: Set<SectionID> = [id]
        var index = 0
        while index < found.count {
            let current = found[index]
            let merged = lineage.mergedInto.filter { $0.value == current }.keys.sorted()
            let sources = merged + [lineage.splitFrom[current]].compactMap { $0 }
            found += sources.filter { seen.insert($0).inserted }
            index += 1
        }
        return found
    }
}

/// A section that shares words with another over time.
public struct SectionKin: Equatable, Sendable {
    public enum Relation: String, CaseIterable, Sendable {
        /// Its text went into the other.
        case mergedIn
        /// It holds the text of the other.
        case mergedInto
        /// The other began as a part of it.
        case splitFrom
        /// It began as a part of the other.
        case splitOff
    }

    public let relation: Relation
    public let section: SectionID
    public let title: String
    /// A version in which it stands, where the present text has it no more.
    public let commit: CommitID?

    public init(relation: Relation, section: SectionID, title: String, commit: CommitID?) {
        self.relation = relation
        self.section = section
        self.title = title
        self.commit = commit
    }
}

extension SectionLineage {
    /// The sections that `id` was joined with or cut from, what came before it first.
    func kin(of id: SectionID) -> [(relation: SectionKin.Relation, section: SectionID)] {
        let source = splitFrom[id].map { [(SectionKin.Relation.splitFrom, $0)] } ?? []
        let joined = mergedInto.filter { $0.value == id }.keys.sorted().map { (SectionKin.Relation.mergedIn, $0) }
        let parts = splitFrom.filter { $0.value == id }.keys.sorted().map { (SectionKin.Relation.splitOff, $0) }
        let whole = mergedInto[id].map { [(SectionKin.Relation.mergedInto, $0)] } ?? []
        return source + joined + parts + whole
    }
}
