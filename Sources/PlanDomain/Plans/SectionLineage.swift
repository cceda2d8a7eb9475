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
