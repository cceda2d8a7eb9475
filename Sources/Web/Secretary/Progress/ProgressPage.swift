import Phrases
import PlanDomain
import Workflow

/// The board of a plan: in which stage every section stands, who has it, for how long, and what stands still.
struct ProgressPage: SitePage {
    static let template = "progress"
    let holds: [HoldNotice]
    let columns: [Column]
    let rows: [Row]

    init(_ board: PlanBoard, of view: PlanView, register: RegisterView, phrases: Phrases) {
        holds = HoldNotice.all(of: view, register, phrases: phrases)
        columns = board.columns.enumerated().map { Column($1, number: $0 + 1, phrases: phrases) }
        rows = board.rows.map { Row($0, on: board, phrases: phrases) }
    }

    static let fields: PageFields<ProgressPage> = [
        .flag("hasHolds") { !$0.holds.isEmpty },
        .list("holds") { $0.holds },
        .list("columns") { $0.columns },
        .list("rows") { $0.rows },
        .flag("isEmpty") { $0.rows.isEmpty },
    ]

    /// A stage with how many sections stand there.
    struct Column: PageContent {
        let number: Int
        let label: String
        let count: String
        let actors: String?

        init(_ column: PlanBoard.Column, number: Int, phrases: Phrases) {
            self.number = number
            label = phrases.text(column.label)
            count = phrases.text("web.sections", ["count": .number(column.count)])
            let roles = column.actors.map { phrases.text($0) }
            actors =
                column.count == 0 || roles.isEmpty
                ? nil : phrases.text("secretary.progress.actors", ["roles": .text(phrases.anyOf(roles))])
        }

        static let fields: PageFields<Column> = [
            .text("columnNumber") { String($0.number) },
            .text("columnLabel") { $0.label },
            .text("columnCount") { $0.count },
            .text("columnActors") { $0.actors },
        ]
    }

    /// A section with a cell for each stage, and whose it is.
    struct Row: PageContent {
        let title: String
        let address: SiteAddress
        let cells: [StageGrid.Cell]
        /// The stage in words, for where there is no room for the cells.
        let stage: String
        let keeper: String
        let days: String?
        let isHeld: Bool
        /// The act that sent it back.
        let sentBack: SiteAddress?

        init(_ row: PlanBoard.Row, on board: PlanBoard, phrases: Phrases) {
            title = row.title
            address = .section(board.plan, row.section)
            cells = board.columns.indices.map { index in
                let state: StageGrid.Cell.State = index < row.column ? .passed : index == row.column ? .here : .ahead
                return StageGrid.Cell(state: state, text: phrases.text("web.board.\(state.rawValue)"))
            }
            stage = board.columns.indices.contains(row.column) ? phrases.text(board.columns[row.column].label) : ""
            keeper =
                switch row.keeper {
                case .owner(let function): function
                case .roles(let roles): phrases.anyOf(roles.map { phrases.text($0) })
                case .nobody: phrases.text("secretary.progress.nobody")
                }
            days = row.days.map { phrases.text("secretary.progress.days", ["count": .number($0)]) }
            isHeld = row.hold != nil
            sentBack = row.sentBackBy.map { .act(board.plan, $0) }
        }

        static let fields: PageFields<Row> = [
            .text("rowTitle") { $0.title },
            .text("address") { $0.address.path },
            .list("cells") { $0.cells },
            .text("rowStage") { $0.stage },
            .text("keeper") { $0.keeper },
            .text("days") { $0.days },
            .flag("isHeld") { $0.isHeld },
            .text("sentBack") { $0.sentBack?.path },
        ]
    }
}
