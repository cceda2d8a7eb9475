import Phrases
import PlanDomain
import Workflow

/// A table of the overview: what its picture draws, and what a file for a spreadsheet holds.
struct CoverageTable: PageContent {
    let caption: String
    let columns: [String]
    let rows: [Row]

    struct Row: PageContent {
        let label: String
        let address: SiteAddress?
        let cells: [String]

        init(_ label: String, _ address: SiteAddress? = nil, _ cells: [String]) {
            self.label = label
            self.address = address
            self.cells = cells
        }

        static let fields: PageFields<Row> = [
            .text("rowLabel") { $0.label },
            .text("rowAddress") { $0.address?.path },
            .list("cells") { $0.cells.map(TextLine.init) },
        ]
    }

    static let fields: PageFields<CoverageTable> = [
        .text("caption") { $0.caption },
        .list("columns") { $0.columns.map(TextLine.init) },
        .list("rows") { $0.rows },
    ]

    /// The first column has what the rows are about.
    var csv: String { SpreadsheetText.text(of: [columns] + rows.map { [$0.label] + $0.cells }) }
}

/// A picture with its table, and what stands beside them.
struct CoverageFigure: PageContent {
    let id: String
    let heading: String
    let lead: String
    let chart: Markup?
    let legend: [LegendLine]
    let table: CoverageTable
    let csv: SiteAddress

    static let fields: PageFields<CoverageFigure> = [
        .text("figureID") { $0.id },
        .text("figureHeading") { $0.heading },
        .text("figureLead") { $0.lead },
        .markup("chart") { $0.chart },
        .flag("hasChart") { $0.chart != nil },
        .flag("hasLegend") { !$0.legend.isEmpty },
        .list("legend") { $0.legend },
        .part("table") { $0.table },
        .text("csv") { $0.csv.path },
    ]

    /// What a mark of the picture means.
    struct LegendLine: PageContent {
        /// The class of its mark; nil where it is named in words.
        let mark: String?
        let text: String

        static let fields: PageFields<LegendLine> = [
            .text("mark") { $0.mark },
            .text("line") { $0.text },
        ]
    }
}
