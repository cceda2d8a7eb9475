import Foundation

/// Answers from elsewhere, such as a Digipanel: which column answers which question, and what its cells mean.
public struct SheetImport: Equatable, Codable, Sendable {
    /// By name of a column; a column that is not there is passed over.
    public var columns: [String: Target]

    public init(columns: [String: Target]) {
        self.columns = columns
    }

    public enum Target: Hashable, Codable, Sendable {
        /// The whole answer: a choice by its text or id, several parted by a mark, a number, or a text.
        case question(Question.ID)
        /// Whether a choice was chosen, where each has a column of its own.
        case choice(Question.ID, Choice.ID)
        /// The place of a choice in a ranking, from 1.
        case rank(Question.ID, Choice.ID)
        /// A row of a matrix.
        case row(Question.ID, Choice.ID)
    }

    /// What would be taken in, before anything is.
    public struct Trial: Equatable, Sendable {
        /// Sheets without a fault, in order, each with the line that it stands on.
        public let sheets: [(line: Int, sheet: AnswerSheet)]
        public let faults: [Fault]
        /// Lines without any answer.
        public let emptyLines: [Int]

        public static func == (left: Trial, right: Trial) -> Bool {
            left.faults == right.faults && left.emptyLines == right.emptyLines
                && left.sheets.elementsEqual(right.sheets) { $0 == $1 }
        }
    }

    public struct Fault: Hashable, Sendable {
        public let line: Int
        public let column: String
        public let cell: String
        public let reason: AnswerFault
    }

    /// A guess from the names of columns: the text or id of a question, of a choice with its question, or of a row.
    public init(guessing header: [String], for questionnaire: Questionnaire) {
        let targets = questionnaire.questions.flatMap { $0.importNames }
        columns = header.reduce(into: [:]) { columns, name in
            columns[name] = targets.first { $0.names.contains(name.foldedForImport) }?.target
        }
    }

    /// Reads every row; required questions may be missing, for another survey asked them.
    public func trial(of table: CSVTable, for questionnaire: Questionnaire) -> Trial {
        let known = Dictionary(questionnaire.questions.map { ($0.id, $0) }) { first, _ in first }
        var sheets: [(line: Int, sheet: AnswerSheet)] = []
        var faults: [Fault] = []
        var emptyLines: [Int] = []
        for row in table.rows {
            var reading = RowReading()
            for (name, cell) in zip(table.header, row.cells) where !cell.isBlank {
                guard let target = columns[name], let question = known[target.question] else { continue }
                if !reading.take(cell, target, question) {
                    faults.append(Fault(line: row.line, column: name, cell: String(cell.prefix(80)), reason: .unknown))
                    reading.isWhole = false
                }
            }
            let sheet = reading.sheet
            for (id, answer) in sheet.answers {
                guard var question = known[id] else { continue }
                question.isRequired = false
                guard let reason = question.fault(in: answer) else { continue }
                let column = columns.filter { $0.value.question == id }.keys.sorted().first ?? id
                faults.append(Fault(line: row.line, column: column, cell: "", reason: reason))
                reading.isWhole = false
            }
            if sheet.isEmpty, reading.isWhole { emptyLines.append(row.line) }
            if !sheet.isEmpty, reading.isWhole { sheets.append((row.line, sheet)) }
        }
        return Trial(
            sheets: sheets, faults: faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) },
            emptyLines: emptyLines)
    }
}

extension SheetImport.Target {
    var question: Question.ID {
        switch self {
        case .question(let id), .choice(let id, _), .rank(let id, _), .row(let id, _): id
        }
    }
}

/// One row as it is being read.
private struct RowReading {
    var isWhole = true
    private var answers: [Question.ID: Answer] = [:]
    private var ranks: [Question.ID: [(rank: Int, choice: Choice.ID)]] = [:]

    var sheet: AnswerSheet {
        var all = answers
        for (question, places) in ranks {
            all[question] = .chosen(places.sorted { $0.rank < $1.rank }.map(\.choice))
        }
        return AnswerSheet(all)
    }

    /// False for a cell that means nothing.
    mutating func take(_ cell: String, _ target: SheetImport.Target, _ question: Question) -> Bool {
        switch target {
        case .question: return takeWhole(cell, question)
        case .choice(_, let choice):
            switch cell.foldedForImport {
            case "1", "ja", "x", "waar", "true", "yes": add(choice, to: question.id)
            case "0", "nee", "onwaar", "false", "no": break
            case let words where question.choices.first(where: { $0.id == choice })?.text.foldedForImport == words:
                add(choice, to: question.id)
            default: return false
            }
            return true
        case .rank(_, let choice):
            guard let rank = Int(cell.trimmingCharacters(in: .whitespaces)), rank >= 1,
                ranks[question.id]?.contains(where: { $0.rank == rank }) != true
            else { return false }
            ranks[question.id, default: []].append((rank, choice))
            return true
        case .row(_, let row):
            guard case .matrix(_, let columns) = question.kind, let column = columns.named(cell) else { return false }
            var cells: [Choice.ID: Choice.ID] = [:]
            if case .cells(let known) = answers[question.id] { cells = known }
            cells[row] = column.id
            answers[question.id] = .cells(cells)
            return true
        }
    }

    private mutating func takeWhole(_ cell: String, _ question: Question) -> Bool {
        switch question.kind {
        case .open:
            answers[question.id] = .text(cell.trimmingCharacters(in: .whitespacesAndNewlines))
        case .scale:
            // "4 – goed" means 4.
            guard let value = Int(cell.trimmingCharacters(in: .whitespaces).prefix { $0.isNumber }) else {
                return false
            }
            answers[question.id] = .value(value)
        case .one(let choices):
            guard let choice = choices.named(cell) else { return false }
            answers[question.id] = .chosen([choice.id])
        case .some(let choices, _), .ranking(let choices, _):
            if let choice = choices.named(cell) {
                answers[question.id] = .chosen([choice.id])
                return true
            }
            let named = cell.split { ";|\n".contains($0) }.map { choices.named(String($0)) }
            guard !named.isEmpty, named.allSatisfy({ $0 != nil }) else { return false }
            answers[question.id] = .chosen(named.compactMap { $0?.id })
        case .matrix: return false
        }
        return true
    }

    private mutating func add(_ choice: Choice.ID, to question: Question.ID) {
        var chosen: [Choice.ID] = []
        if case .chosen(let known, _) = answers[question] { chosen = known }
        answers[question] = .chosen(chosen + [choice])
    }
}

extension [Choice] {
    fileprivate func named(_ text: String) -> Choice? {
        let folded = text.foldedForImport
        return first { $0.text.foldedForImport == folded } ?? first { $0.id == folded }
    }
}

extension Question {
    fileprivate var importNames: [(names: Set<String>, target: SheetImport.Target)] {
        let own = [text.foldedForImport, id.foldedForImport]
        func parts(_ choices: [Choice], _ target: (Choice.ID) -> SheetImport.Target) -> [(
            Set<String>, SheetImport.Target
        )] {
            choices.map { choice in
                let names = own.flatMap { question in
                    [" ", ": ", " - ", " [", "_"].map { question + $0 + choice.text.foldedForImport }
                }
                return (Set(names + names.map { $0 + "]" } + [choice.text.foldedForImport]), target(choice.id))
            }
        }
        let whole: (Set<String>, SheetImport.Target) = (Set(own), .question(id))
        return switch kind {
        case .one, .scale, .open: [whole]
        case .some(let choices, _): [whole] + parts(choices) { .choice(id, $0) }
        case .ranking(let choices, _): [whole] + parts(choices) { .rank(id, $0) }
        case .matrix(let rows, _): parts(rows) { .row(id, $0) }
        }
    }
}

extension String {
    fileprivate var foldedForImport: String {
        folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
