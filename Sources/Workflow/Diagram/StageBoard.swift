/// Where every section of a plan stands: a grid of sections by stages, for the plan's page.
///
/// A cell says what it means by a symbol and a word, never by colour alone.
public struct StageBoard: Equatable, Sendable {
    public let title: String
    /// The heading above the sections.
    public let sectionHeading: String
    public let columns: [Column]
    /// In the order of the plan.
    public let rows: [Row]

    /// The word for each state, in the order of a section's way.
    let states: [Cell]

    public struct Column: Equatable, Sendable {
        public let stage: StageID
        public let label: String
        /// How many sections stand there.
        public let count: Int
    }

    public struct Row: Equatable, Sendable {
        public let section: String
        public let title: String
        /// The row in one line, for who hears it.
        public let summary: String
        /// One for each column.
        public let cells: [Cell]
    }

    public struct Cell: Equatable, Sendable {
        public let state: State
        /// The state in a word.
        public let text: String
    }

    public enum State: String, CaseIterable, Sendable {
        case past, present, ahead

        /// Also told apart in black and white: a tick, a full disc, an open circle.
        public var symbol: String {
            switch self {
            case .past: "✓"
            case .present: "●"
            case .ahead: "○"
            }
        }
    }

    /// - Parameters:
    ///   - language: `nl` or `en`; the one that `phrase` speaks.
    ///   - phrase: turns a reason into words.
    public init(
        _ standing: PlanStanding, of definition: WorkflowDefinition, language: String, phrase: (Reason) -> String
    ) {
        title = phrase(Reason("board.title"))
        sectionHeading = phrase(Reason("board.section"))
        columns = definition.stages.map { stage in
            Column(
                stage: stage.id, label: stage.label.text(in: language),
                count: standing.sections.count { $0.stage == stage.id })
        }
        let states = State.allCases.map { Cell(state: $0, text: phrase(Reason("board." + $0.rawValue))) }
        self.states = states
        rows = standing.sections.map { section in
            let rank = definition.rank(of: section.stage) ?? 0
            return Row(
                section: section.id, title: section.title,
                summary: phrase(Self.summary(of: section, at: definition.stages[rank])),
                cells: definition.stages.indices.map { states[$0 < rank ? 0 : $0 == rank ? 1 : 2] })
        }
    }

    private static func summary(of section: SectionStanding, at stage: StageDefinition) -> Reason {
        var arguments: [String: Reason.Argument] = ["section": .text(section.title), "stage": .label(stage.label)]
        guard let since = section.since else { return Reason("board.row", arguments) }
        arguments["since"] = .date(since)
        return Reason("board.row-since", arguments)
    }
}
