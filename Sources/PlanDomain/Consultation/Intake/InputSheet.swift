import Foundation
import Survey
import Workflow

/// Which column of a list of reactions says what. A column that is not named says nothing.
public struct InputSheet: Equatable, Sendable {
    /// By name of a column.
    public var columns: [String: Target]

    public init(columns: [String: Target]) {
        self.columns = columns
    }

    public enum Target: String, CaseIterable, Sendable {
        /// What is said; the only one that there must be.
        case text
        case proposal
        /// A section, by its number, its title or both.
        case section
        /// Words of the plan.
        case quote
        /// Question or remark.
        case kind
        case organisation
        case name
        case mail
        case address
        case arrivedOn
    }

    /// A guess from the names of columns. Each target is guessed once, for the first column that fits.
    public init(guessing header: [String]) {
        var columns: [String: Target] = [:]
        for name in header {
            let words = name.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
            let free = Self.names.filter { guess in !columns.values.contains(guess.target) }
            columns[name] = free.first { !Set($0.names).isDisjoint(with: words) }?.target
        }
        self.columns = columns
    }

    private static let names: [(target: Target, names: [String])] = [
        (.proposal, ["voorstel", "tekstvoorstel", "proposal", "wordt"]),
        (
            .text,
            ["reactie", "inbreng", "opmerking", "tekst", "zienswijze", "toelichting", "text", "remark", "comment"]
        ),
        (.section, ["sectie", "paragraaf", "hoofdstuk", "onderdeel", "section"]),
        (.quote, ["passage", "citaat", "quote", "was"]),
        (.kind, ["soort", "type", "kind"]),
        (.organisation, ["organisatie", "instelling", "bedrijf", "organisation", "organization"]),
        (.mail, ["mail", "e-mail", "email", "mailadres", "e-mailadres", "emailadres"]),
        (.name, ["naam", "inzender", "afzender", "name"]),
        (.address, ["adres", "straat", "address"]),
        (.arrivedOn, ["datum", "ontvangen", "ontvangst", "binnengekomen", "dag", "date", "received"]),
    ]

    /// What would be taken in, before anything is.
    public struct Trial: Equatable, Sendable {
        /// Without a fault, in the order of the file.
        public let rows: [Row]
        /// In the order of the file.
        public let faults: [Fault]

        public static func == (left: Trial, right: Trial) -> Bool {
            left.rows == right.rows && left.faults == right.faults
        }
    }

    public struct Row: Equatable, Sendable {
        /// Of the file, from 1.
        public let line: Int
        public let content: InputContent
        public let organisation: Organisation?
        public let name: String
        public let mail: MailAddress?
        public let address: String
        public let arrivedOn: CalendarDate
    }

    public struct Fault: Equatable, Sendable {
        public let line: Int
        /// The name of a column; nil for the row as a whole.
        public let column: String?
        public let reason: Reason
    }
}

/// What the rows of a list are held against.
struct SheetGround {
    let text: PlanText
    let commit: CommitID
    let organisations: [Organisation]
    /// For a row that gives no day.
    let arrivedOn: CalendarDate
    /// The last day of the round.
    let until: CalendarDate
    let today: CalendarDate

    /// The section that a cell means: "1.2", "Doel", "1.2 Doel", or its id.
    func section(_ cell: String) -> SectionID? {
        let wanted = Self.folded(cell)
        let numbers = text.numbers().sections
        let found = text.sections.filter { section in
            let title = section.heading?.plainTitle ?? ""
            let number = numbers[section.id] ?? ""
            return [section.id.rawValue, title, number, "\(number) \(title)"].contains {
                !$0.isEmpty && Self.folded($0) == wanted
            }
        }
        return found.count == 1 ? found[0].id : nil
    }

    /// As somebody types it into a spreadsheet: 2023-06-12, 12-06-2023, 12/6/2023.
    func day(_ cell: String) -> CalendarDate? {
        if let day = CalendarDate(iso8601: String(cell.prefix(10))) { return day }
        guard let found = cell.wholeMatch(of: /([0-9]{1,2})[-\/.]([0-9]{1,2})[-\/.]([0-9]{4})(?: .*)?/) else {
            return nil
        }
        func two(_ digits: Substring) -> String { digits.count == 1 ? "0" + digits : String(digits) }
        return CalendarDate(iso8601: "\(found.3)-\(two(found.2))-\(two(found.1))")
    }

    static func folded(_ text: String) -> String { text.onOneLine.lowercased() }
}

extension InputSheet {
    /// Reads every row. A row with a fault is left out, and every fault of it is told.
    func trial(of table: CSVTable, on ground: SheetGround) -> Trial {
        var rows: [Row] = []
        var faults: [Fault] = []
        for row in table.rows {
            var reading = RowReading(row, table.header, self, ground)
            if let read = reading.read() { rows.append(read) }
            faults += reading.faults
        }
        return Trial(rows: rows, faults: faults)
    }
}

/// One row on its way to become an input.
private struct RowReading {
    private let line: Int
    private let ground: SheetGround
    private var cells: [InputSheet.Target: (column: String, text: String)] = [:]
    private(set) var faults: [InputSheet.Fault] = []

    init(_ row: CSVTable.Row, _ header: [String], _ sheet: InputSheet, _ ground: SheetGround) {
        line = row.line
        self.ground = ground
        for (name, cell) in zip(header, row.cells) {
            guard let target = sheet.columns[name], cells[target] == nil, !cell.trimmed.isEmpty else { continue }
            cells[target] = (name, cell.trimmed)
        }
    }

    /// Nil where something of it is wrong.
    mutating func read() -> InputSheet.Row? {
        let ground = ground
        let organisation = value(.organisation, "intake.sheet.organisation") { cell in
            ground.organisations.first { SheetGround.folded($0.name) == SheetGround.folded(cell) }
        }
        let mail = value(.mail, "intake.sheet.mail") { try? MailAddress(typed: $0) }
        let day = value(.arrivedOn, "intake.sheet.day", ground.day) ?? ground.arrivedOn
        if day > ground.today { note(.arrivedOn, Reason("intake.day-to-come")) }
        if day > ground.until { note(.arrivedOn, Reason("intake.sheet.late", ["until": .date(ground.until)])) }
        let content = content()
        guard faults.isEmpty, let content else { return nil }
        return InputSheet.Row(
            line: line, content: content, organisation: organisation, name: String(text(.name).onOneLine.prefix(200)),
            mail: mail, address: String(text(.address).prefix(500)), arrivedOn: day)
    }

    private mutating func content() -> InputContent? {
        let ground = ground
        let section = value(.section, "intake.sheet.section", ground.section)
        let proposal = cells[.proposal]?.text
        let isQuestion =
            SheetGround.folded(text(.kind)).hasPrefix("vra") || SheetGround.folded(text(.kind)) == "question"
        let kind: InputKind =
            isQuestion ? .question : proposal != nil ? .replacement : section == nil ? .general : .remark
        let written = WrittenInput(
            kind: kind, section: section, passage: cells[.quote].map { Passage(quote: $0.text) }, text: text(.text),
            proposal: proposal)
        do {
            let content = try written.content(on: ground.text, at: ground.commit)
            for gap in content.gaps { note(gap.key.hasPrefix("input.passage") ? .quote : .text, gap) }
            return content
        } catch {
            note(error.reason.key.hasPrefix("input.passage") ? .quote : .text, error.reason)
            return nil
        }
    }

    private func text(_ target: InputSheet.Target) -> String { cells[target]?.text ?? "" }

    /// Nil where the cell is empty; what cannot be read is noted.
    private mutating func value<Value>(
        _ target: InputSheet.Target, _ key: String, _ read: (String) -> Value?
    ) -> Value? {
        guard let cell = cells[target] else { return nil }
        if let value = read(cell.text) { return value }
        note(target, Reason(key))
        return nil
    }

    private mutating func note(_ target: InputSheet.Target, _ reason: Reason) {
        faults.append(InputSheet.Fault(line: line, column: cells[target]?.column, reason: reason))
    }
}
