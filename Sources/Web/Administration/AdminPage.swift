import Phrases

/// A page of the administrator: what it is about, where one goes from here, then parts with a table, a form or buttons.
struct AdminPage: SitePage {
    static let template = "admin"
    let heading: String
    var lead: String?
    var links: [PageLink] = []
    var parts: [Part] = []
    var passages: [Markup] = []

    static let fields: PageFields<AdminPage> = [
        .text("heading") { $0.heading },
        .text("lead") { $0.lead },
        .flag("hasLinks") { !$0.links.isEmpty },
        .list("links") { $0.links },
        .list("parts") { $0.parts },
    ]

    /// A part under its own heading; whatever it has not is left out.
    struct Part: PageContent {
        var title: String?
        var text: String?
        var facts: [Fact] = []
        var table: AdminTable?
        /// What is said in place of a table without rows.
        var empty: String?
        var form: FormContent?
        var buttons: [AdminButton] = []
        /// Where one goes from here.
        var links: [PageLink] = []

        static let fields: PageFields<Part> = [
            .text("partTitle") { $0.title },
            .text("partText") { $0.text },
            .flag("hasFacts") { !$0.facts.isEmpty },
            .list("facts") { $0.facts },
            .part("table") { $0.table?.rows.isEmpty == false ? $0.table : nil },
            .text("empty") { $0.table?.rows.isEmpty == false ? nil : $0.empty },
            .part("partForm") { $0.form },
            .flag("hasButtons") { !$0.buttons.isEmpty },
            .list("buttons") { $0.buttons },
            .flag("hasPartLinks") { !$0.links.isEmpty },
            .list("partLinks") { $0.links },
        ]
    }

    struct Fact: PageContent {
        let term: String
        let value: String

        init(_ term: String, _ value: String) {
            self.term = term
            self.value = value
        }

        static let fields: PageFields<Fact> = [.text("term") { $0.term }, .text("value") { $0.value }]
    }
}

/// Rows under headings; on a narrow screen each cell stands under its own.
struct AdminTable: PageContent {
    let caption: String
    let columns: [TextLine]
    private(set) var rows: [Row] = []
    private let names: [String]

    init(_ caption: String, _ columns: [String]) {
        self.caption = caption
        names = columns
        self.columns = columns.map { TextLine(line: $0) }
    }

    /// As many cells as there are columns, a button in the last place where there is one.
    mutating func add(_ cells: [String], to address: SiteAddress? = nil, button: AdminButton? = nil) {
        let cells = zip(names, cells).enumerated().map { index, cell in
            Cell(label: cell.0, text: cell.1, address: index == 0 ? address : nil)
        }
        rows.append(Row(cells: cells, button: button))
    }

    static let fields: PageFields<AdminTable> = [
        .text("caption") { $0.caption },
        .list("columns") { $0.columns },
        .flag("hasButtonColumn") { table in table.rows.contains { $0.button != nil } },
        .list("rows") { $0.rows },
    ]

    struct Row: PageContent {
        let cells: [Cell]
        let button: AdminButton?

        static let fields: PageFields<Row> = [
            .list("cells") { $0.cells },
            .part("button") { $0.button },
        ]
    }

    struct Cell: PageContent {
        let label: String
        let text: String
        let address: SiteAddress?

        static let fields: PageFields<Cell> = [
            .text("cellLabel") { $0.label },
            .text("cellText") { $0.text },
            .text("cellAddress") { $0.address?.path },
        ]
    }
}

/// A button that does one thing, in a form of its own.
struct AdminButton: PageContent {
    let label: String
    /// What it says to who does not see what stands beside it.
    let fullLabel: String
    let address: SiteAddress
    let seal: FormSeal
    /// What it sends along.
    let value: (name: String, text: String)?
    let isGrave: Bool

    init(
        _ label: String, _ fullLabel: String? = nil, to address: SiteAddress, _ seal: FormSeal,
        value: (String, String)? = nil, isGrave: Bool = false
    ) {
        self.label = label
        self.fullLabel = fullLabel ?? label
        self.address = address
        self.seal = seal
        self.value = value.map { (name: $0.0, text: $0.1) }
        self.isGrave = isGrave
    }

    static let fields: PageFields<AdminButton> = [
        .text("buttonLabel") { $0.label },
        .text("buttonFullLabel") { $0.fullLabel },
        .text("buttonAddress") { $0.address.path },
        .flag("isGrave") { $0.isGrave },
        .text("valueName") { $0.value?.name },
        .text("valueText") { $0.value?.text },
        .text("formToken") { $0.seal.token },
        .text("requestID") { $0.seal.requestID },
    ]
}
