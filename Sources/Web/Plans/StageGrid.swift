import Phrases
import PlanDomain
import Workflow

/// Sections against stages: a table that draws itself as a picture and reads as text.
///
/// Stages stand above the columns by number, so that six of them fit beside a title on a narrow screen; the list before
/// the table says what the numbers mean.
struct StageGrid: PageContent {
    let stages: [Column]
    let chapters: [ChapterRows]
    let counts: [StageCount]

    init(_ plan: ProjectedPlan, definition: WorkflowDefinition, phrases: Phrases) {
        stages = definition.stages.enumerated().map { Column(number: $0 + 1, label: phrases.text($1.label)) }
        chapters = ChapterRows.all(of: plan, definition: definition, columns: stages, phrases: phrases)
        counts = definition.stages.map { stage in
            StageCount(stage, sections: plan.sections.filter { $0.stage == stage.id }, of: plan, phrases: phrases)
        }
    }

    static let fields: PageFields<StageGrid> = [
        .list("stages") { $0.stages },
        .list("chapters") { $0.chapters },
        .list("counts") { $0.counts },
        .text("width") { String($0.stages.count + 1) },
    ]

    /// A stage; `number` counts from 1 in the order of the workflow.
    struct Column: PageContent {
        let number: Int
        let label: String

        static let fields: PageFields<Column> = [
            .text("stageNumber") { String($0.number) },
            .text("stageLabel") { $0.label },
        ]
    }

    /// The sections of one chapter.
    struct ChapterRows: PageContent {
        /// Nil for a chapter without a title, and where its only section bears the same one.
        let title: String?
        let rows: [Row]

        static let fields: PageFields<ChapterRows> = [
            .text("chapterTitle") { $0.title },
            .list("rows") { $0.rows },
        ]

        static func all(
            of plan: ProjectedPlan, definition: WorkflowDefinition, columns: [Column], phrases: Phrases
        ) -> [ChapterRows] {
            var chapters: [(id: String, rows: ChapterRows)] = []
            for section in plan.sections {
                let row = Row(section, of: plan.id, rank: definition.rank(of: section.stage) ?? 0, columns, phrases)
                if let last = chapters.last, last.id == section.chapter {
                    chapters[chapters.count - 1].rows = ChapterRows(
                        title: last.rows.title, rows: last.rows.rows + [row])
                } else {
                    let title = section.chapterTitle.map { [section.chapterNumber, $0].compactMap { $0 } }
                    let printed = title?.joined(separator: " ")
                    let isOnlyTitle = printed == section.printedTitle
                    chapters.append((section.chapter, ChapterRows(title: isOnlyTitle ? nil : printed, rows: [row])))
                }
            }
            return chapters.map(\.rows)
        }
    }

    /// One section with a cell for each stage.
    struct Row: PageContent {
        let title: String
        let address: SiteAddress
        /// That nobody has written it yet.
        let remark: String?
        let cells: [Cell]

        init(_ section: ProjectedSection, of plan: PlanID, rank: Int, _ columns: [Column], _ phrases: Phrases) {
            title = section.printedTitle
            address = .section(plan, section.id)
            remark = section.hasText ? nil : phrases.text("web.board.no-text")
            cells = columns.indices.map { index in
                let state: Cell.State = index < rank ? .passed : index == rank ? .here : .ahead
                return Cell(state: state, text: phrases.text("web.board.\(state.rawValue)"))
            }
        }

        static let fields: PageFields<Row> = [
            .text("rowTitle") { $0.title },
            .text("address") { $0.address.path },
            .text("remark") { $0.remark },
            .list("cells") { $0.cells },
        ]
    }

    /// Tells its state by a mark, by its colour and, for who hears it, in words.
    struct Cell: PageContent {
        enum State: String, Sendable { case passed, here, ahead }

        let state: State
        let text: String

        static let fields: PageFields<Cell> = [
            .text("state") { $0.state.rawValue },
            .text("cellText") { $0.text },
        ]
    }

    /// The same picture in words: which sections stand in a stage.
    struct StageCount: PageContent {
        let label: String
        let sections: String

        init(_ stage: StageDefinition, sections: [ProjectedSection], of plan: ProjectedPlan, phrases: Phrases) {
            label = phrases.text(stage.label)
            let names = sections.map { $0.number ?? $0.title }
            self.sections =
                switch sections.count {
                case 0: phrases.text("web.board.none")
                case plan.sections.count where sections.count > 1: phrases.text("web.board.all")
                default: phrases.list(names)
                }
        }

        static let fields: PageFields<StageCount> = [
            .text("countLabel") { $0.label },
            .text("countSections") { $0.sections },
        ]
    }
}
