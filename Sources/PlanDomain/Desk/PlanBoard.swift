import Workflow

/// Sections by stages: where each stands, who has it and for how long.
public struct PlanBoard: Equatable, Sendable {
    public let plan: PlanID
    public let columns: [Column]
    /// In the order of the plan.
    public let rows: [Row]
    /// The hold on the whole plan; nil where it is not held.
    public let hold: HoldStanding?

    public struct Column: Equatable, Sendable {
        public let stage: StageID
        public let label: LocalizedText
        /// How many sections stand there.
        public let count: Int
        /// Who can see to it that they go on, in the order of the workflow.
        public let actors: [Role]
    }

    public struct Row: Equatable, Sendable {
        public let section: SectionID
        public let title: String
        /// The function that writes it; nil where nobody was named.
        public let owner: String?
        /// The place of its stage among the columns.
        public let column: Int
        public let keeper: Keeper
        /// The day on which it came into its stage.
        public let since: CalendarDate?
        /// Since then; nil where the plan has not been started.
        public let days: Int?
        public let hold: HoldStanding?
        /// The act that sent it back to where it stands; nil where it came here by going on.
        public let sentBackBy: Int?
    }

    /// Who has a section in hand.
    public enum Keeper: Equatable, Sendable {
        /// Its writer.
        case owner(String)
        /// Whoever can do something about it now.
        case roles([Role])
        /// It has come to the end.
        case nobody
    }
}

extension PlanBoard {
    public init(_ view: PlanView, on today: CalendarDate) {
        let standing = view.standing
        plan = view.projected.id
        hold = standing.holds.first(where: \.isOfWholePlan)
        columns = view.definition.stages.map { stage in
            Column(
                stage: stage.id, label: stage.label, count: standing.sections.count { $0.stage == stage.id },
                actors: view.actors(in: stage))
        }
        let stages = view.definition.stages
        let actors = Dictionary(columns.map { ($0.stage, $0.actors) }) { first, _ in first }
        rows = view.projected.sections.compactMap { section in
            guard let place = standing.section(section.id.rawValue),
                let column = stages.firstIndex(where: { $0.id == place.stage })
            else { return nil }
            return Row(
                section: section.id, title: section.printedTitle, owner: section.owner, column: column,
                keeper: Keeper(of: section, in: stages[column], actors: actors[place.stage] ?? []),
                since: place.since, days: place.since.map { max(0, today.dayNumber - $0.dayNumber) },
                hold: standing.hold(on: section.id.rawValue),
                sentBackBy: place.wasSentBack ? place.sequence : nil)
        }
    }
}

extension PlanBoard.Keeper {
    /// A section is its writer's while it is written; before and after, it is with those who can let it go on.
    init(of section: ProjectedSection, in stage: StageDefinition, actors: [Role]) {
        if stage.isEnd {
            self = .nobody
        } else if stage.subject == .sections, stage.id == "draft", let owner = section.owner {
            self = .owner(owner)
        } else {
            self = .roles(actors)
        }
    }
}

extension PlanView {
    /// Roles that can do something in a stage: those of its open steps and of what its gate lacks, or else who moves on.
    fileprivate func actors(in stage: StageDefinition) -> [Role] {
        let tracks = definition.tracks.filter { $0.stage == stage.id }.map(\.id)
        let steps = standing.tracks.filter { tracks.contains($0.id) }.flatMap(\.steps)
            .filter { $0.state == .open && $0.isRequired }
        let lines = gates.first { $0.stage == stage.id }?.lines.filter { $0.state == .missing && $0.need == nil } ?? []
        let acting = Set(steps.flatMap(\.roles) + lines.flatMap(\.actors))
        return acting.isEmpty ? stage.movedBy : Role.allCases.filter(acting.contains)
    }
}
