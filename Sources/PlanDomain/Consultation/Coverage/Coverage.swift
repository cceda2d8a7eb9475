import Foundation
import Workflow

/// What the inputs of a plan cover, and what they do not: counts over sections, who made them, themes and ways.
///
/// What was withdrawn is left out of every map, as nobody is waiting for it.
public struct Coverage: Equatable, Sendable {
    /// Fewer than this say nothing of how somebody was answered.
    public static let fewest = 5

    let cells: [CoverageCell]

    public init(_ cells: [CoverageCell]) {
        self.cells = cells.filter { $0.state != .withdrawn }
    }

    /// One of the things by which inputs are told apart.
    public enum Axis: String, CaseIterable, Sendable {
        case section, submitter, theme
    }

    /// A place on an axis.
    public enum Place: Hashable, Sendable {
        case section(SectionID)
        /// Everything that is about no section.
        case wholePlan
        case submitter(String)
        /// Residents, and whoever else speaks for no organisation.
        case residents
        case theme(ThemeID)
        case noTheme
    }

    /// Counts, and how they are answered.
    public struct Tally: Equatable, Sendable {
        public private(set) var received = 0
        public private(set) var open = 0
        /// Answered by an adopted disposition that goes one way or the other.
        public private(set) var decided = 0
        /// Of those, taken over as a whole or in part, or in the text already.
        public private(set) var takenOver = 0

        public init() {}

        mutating func add(_ cell: CoverageCell) {
            received += cell.count
            if cell.isOpen { open += cell.count }
            guard let leaning = cell.outcome?.leaning, Self.adopted.contains(cell.state) else { return }
            decided += cell.count
            if leaning == .favourable { takenOver += cell.count }
        }

        static func - (all: Tally, part: Tally) -> Tally {
            var rest = all
            rest.received -= part.received
            rest.open -= part.open
            rest.decided -= part.decided
            rest.takenOver -= part.takenOver
            return rest
        }

        public var handled: Int { received - open }

        /// How much of what was decided was taken over, from 0 to 1; nil for too few to say anything of.
        public var share: Double? {
            decided >= Coverage.fewest ? Double(takenOver) / Double(decided) : nil
        }

        private static let adopted: Set<InputStanding.State> = [.answered, .carriedOut, .toBeCarriedOut, .suspect]
    }

    public var total: Tally { tally { _ in true } }

    public var channels: [(channel: Input.Channel, tally: Tally)] {
        Input.Channel.allCases.map { channel in (channel, tally { $0.channel == channel }) }
            .filter { $0.1.received > 0 }
    }

    /// Who made something in a round.
    public func submitters(in round: RoundID) -> Set<String> {
        Set(cells.filter { $0.round == round }.compactMap(\.submitter))
    }

    public func tallies(by axis: Axis) -> [Place: Tally] {
        var tallies: [Place: Tally] = [:]
        for cell in cells { tallies[cell.place(on: axis), default: Tally()].add(cell) }
        return tallies
    }

    /// How many there are of each pair.
    public func counts(_ rows: Axis, by columns: Axis) -> [Place: [Place: Int]] {
        var counts: [Place: [Place: Int]] = [:]
        for cell in cells {
            counts[cell.place(on: rows), default: [:]][cell.place(on: columns), default: 0] += cell.count
        }
        return counts
    }

    private func tally(where isCounted: (CoverageCell) -> Bool) -> Tally {
        var tally = Tally()
        for cell in cells where isCounted(cell) { tally.add(cell) }
        return tally
    }
}

/// Whose inputs are taken over less than those of all others.
public struct UnevenShare: Equatable, Sendable {
    public let submitter: Coverage.Place
    public let own: Coverage.Tally
    public let others: Coverage.Tally
}

extension Coverage {
    /// How far somebody's share must lie under that of all others to be named, in hundredths.
    public static let remarkable = 20

    /// Whose inputs are taken over so much less than those of all others that somebody should look why, the furthest behind
    /// first. Nothing is said of fewer than ``fewest`` answers, on either side.
    public var unevenShares: [UnevenShare] {
        let all = total
        return tallies(by: .submitter).compactMap { place, own -> (UnevenShare, Double)? in
            let others = all - own
            guard let share = own.share, let rest = others.share, (rest - share) * 100 >= Double(Self.remarkable)
            else { return nil }
            return (UnevenShare(submitter: place, own: own, others: others), rest - share)
        }
        .sorted { ($1.1, "\($0.0.submitter)") < ($0.1, "\($1.0.submitter)") }.map(\.0)
    }
}

extension CoverageCell {
    fileprivate func place(on axis: Coverage.Axis) -> Coverage.Place {
        switch axis {
        case .section: section.map(Coverage.Place.section) ?? .wholePlan
        case .submitter: submitter.map(Coverage.Place.submitter) ?? .residents
        case .theme: theme.map(Coverage.Place.theme) ?? .noTheme
        }
    }
}
