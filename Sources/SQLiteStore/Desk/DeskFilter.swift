import GRDB
import PlanDomain
import Workflow

/// A query as conditions on `inputDesk`, one for each question, so that a facet can leave its own out.
struct DeskFilter {
    /// A question of the filter, with what is counted by it.
    enum Question: CaseIterable {
        case section, submitter, state, outcome, handler, channel, round, reading, theme, opposition

        var column: String {
            switch self {
            case .section: "d.section"
            case .submitter: "d.submitter"
            case .state: "d.state"
            case .outcome: "d.outcome"
            case .handler: DeskFilter.handler
            case .channel: "d.channel"
            case .round: "d.round"
            case .reading: "r.version IS d.version"
            case .theme: "t.theme"
            case .opposition: "d.input IN (\(Opposition.inputs))"
            }
        }
    }

    private var conditions: [(question: Question?, sql: String)] = []
    private var arguments: StatementArguments

    /// Who handles it, where that person still may.
    static let handler = "CASE WHEN a.handler IN (SELECT value FROM json_each(:handlers)) THEN a.handler END"

    private static let tables = """
        FROM inputDesk AS d
        LEFT JOIN inputAssignment AS a ON a.plan = d.plan AND a.input = d.input
        LEFT JOIN inputRead AS r ON r.plan = d.plan AND r.person = :reader AND r.input = d.input
        LEFT JOIN inputTheme AS t ON t.plan = d.plan AND t.input = d.input
        """

    init(_ query: DeskQuery, for reader: DeskReader) throws {
        arguments = ["plan": reader.plan, "reader": reader.person, "handlers": try JSONText(reader.handlers)]
        add(reader.scope)
        equal(.section, query.section)
        equal(.submitter, query.submitter)
        equal(.state, query.state)
        equal(.outcome, query.outcome)
        equal(.channel, query.channel)
        equal(.round, query.round)
        equal(.theme, query.theme)
        switch query.handler {
        case nil: break
        case .nobody: conditions.append((.handler, "(\(Self.handler)) IS NULL"))
        case .person(let person): equal(.handler, person)
        }
        if let reading = query.reading { equal(.reading, reading == .read) }
        if let isOpposed = query.isOpposed { equal(.opposition, isOpposed) }
        if let words = query.words { add(words) }
    }

    /// Rows that the query finds, in its order.
    func rows(_ columns: String, _ query: DeskQuery, limit: Int, offset: Int) -> (String, StatementArguments) {
        let sql = """
            SELECT \(columns) \(Self.tables) WHERE \(clause(without: nil))
            ORDER BY \(query.order.sql) LIMIT \(limit) OFFSET \(offset)
            """
        return (sql, arguments)
    }

    func count() -> (String, StatementArguments) {
        ("SELECT count(*) \(Self.tables) WHERE \(clause(without: nil))", arguments)
    }

    /// How many there are by each answer to a question, whatever is answered to it now.
    func facet(_ question: Question) -> (String, StatementArguments) {
        let sql = """
            SELECT \(question.column) AS answer, count(*) \(Self.tables)
            WHERE \(clause(without: question)) GROUP BY answer
            """
        return (sql, arguments)
    }

    /// What is still to be done, by who has to.
    func workload() -> (String, StatementArguments) {
        let sql = """
            SELECT \(Self.handler) AS lies, count(*) AS open, sum(d.state IN ('toBeJudged', 'received')) AS waiting,
                min(d.since) AS oldest
            \(Self.tables) WHERE \(clause(without: nil)) AND d.isOpen GROUP BY lies ORDER BY open DESC, lies
            """
        return (sql, arguments)
    }

    private func clause(without question: Question?) -> String {
        (["d.plan = :plan"] + conditions.filter { question == nil || $0.question != question }.map(\.sql))
            .joined(separator: " AND ")
    }

    private mutating func equal(_ question: Question, _ value: (any DatabaseValueConvertible)?) {
        guard let value else { return }
        let name = "\(question)"
        conditions.append((question, "(\(question.column)) IS :\(name)"))
        bind(name, value)
    }

    private mutating func add(_ scope: DeskScope) {
        switch scope {
        case .everything: break
        case .admitted: conditions.append((nil, "d.isAdmitted"))
        case .own(.organisation(let organisation)):
            conditions.append((nil, "d.organisation = :owner"))
            bind("owner", organisation.name)
        case .own(.person(let person)):
            conditions.append((nil, "d.person = :owner"))
            bind("owner", person)
        }
    }

    /// Every word must occur, in any of its forms or as the beginning of one; a number finds its input.
    private mutating func add(_ words: String) {
        if let number = InputNumber(words.uppercased().filter { !$0.isWhitespace }) {
            conditions.append((nil, "d.input = :number"))
            return bind("number", number)
        }
        let terms = InputWords.wanted(words).map { word in
            let stems = word.stems.map { "stems : \"\($0)\"" }
            return "(" + (stems + ["forms : \"\(word.form)\" *"]).joined(separator: " OR ") + ")"
        }
        // Signs alone are no words, and nothing has them.
        guard !terms.isEmpty else { return conditions.append((nil, "0")) }
        conditions.append((nil, "d.id IN (SELECT rowid FROM inputWords WHERE inputWords MATCH :match)"))
        bind("match", terms.joined(separator: " AND "))
    }

    private mutating func bind(_ name: String, _ value: any DatabaseValueConvertible) {
        _ = arguments.append(contentsOf: [name: value])
    }
}

extension DeskQuery.Order {
    fileprivate var sql: String {
        switch self {
        case .number: "d.input"
        case .newest: "d.receivedAt DESC, d.input DESC"
        case .waiting: "d.isOpen DESC, d.since, d.input"
        }
    }
}
