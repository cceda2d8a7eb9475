import Foundation
import Workflow

/// Everything that the overview page tells.
public struct CoverageOverview: Equatable, Sendable {
    /// In reading order.
    public let sections: [ProjectedSection]
    /// Those that a person confirmed; by name.
    public let themes: [Theme]
    /// How many themes nobody decided of yet.
    public let proposedThemes: Int
    public let coverage: Coverage
    public let flow: WeeklyFlow
    public let silent: [SilentPartner]
    public let changed: [ChangedSection]
    public let homeless: [HomelessTheme]
    /// Inputs that get another answer than their equals.
    public let opposed: [InputNumber]

    /// The places on an axis, in the order in which a map shows them: sections as they are read, partners by how much they
    /// sent in, themes by name; what is neither, last. Partners that are silent stand there too.
    public func places(on axis: Coverage.Axis) -> [Coverage.Place] {
        let tallies = coverage.tallies(by: axis)
        switch axis {
        case .section:
            let known = sections.map { Coverage.Place.section($0.id) }
            let gone = tallies.keys.filter { !known.contains($0) && $0 != .wholePlan }
            return known + gone.sorted { "\($0)" < "\($1)" } + (tallies[.wholePlan] == nil ? [] : [.wholePlan])
        case .submitter:
            let made = tallies.keys.filter { $0 != .residents }
                .sorted { (tallies[$1]?.received ?? 0, "\($0)") < (tallies[$0]?.received ?? 0, "\($1)") }
            let quiet = silent.map { Coverage.Place.submitter($0.organisation.name) }.filter { !made.contains($0) }
            var seen: Set<Coverage.Place> = []
            return made + quiet.filter { seen.insert($0).inserted } + (tallies[.residents] == nil ? [] : [.residents])
        case .theme:
            return themes.map { .theme($0.id) } + (tallies[.noTheme] == nil ? [] : [.noTheme])
        }
    }
}

/// A partner that was asked and did not react.
public struct SilentPartner: Equatable, Sendable {
    public let organisation: Organisation
    public let round: ConsultationRound
    /// The last day of the round.
    public let until: CalendarDate
    /// The last day on which one of its contacts was asked; nil where nobody was.
    public let invitedOn: CalendarDate?
    /// The last day on which one of them was reminded; nil where nobody was.
    public let remindedOn: CalendarDate?
}

/// A section that changed in substance since people could react, without any input about it.
public struct ChangedSection: Equatable, Sendable {
    public let section: ProjectedSection
    public let changes: Int
    public let last: Change
}

/// A theme that residents were asked about and that the text does not name.
public struct HomelessTheme: Equatable, Sendable {
    public let name: String
    public let round: ConsultationRound
    /// How many inputs are under a theme of that name.
    public let inputs: Int
}
