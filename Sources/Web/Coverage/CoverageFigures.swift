import Foundation
import Phrases
import PlanDomain
import Workflow

/// Makes the pictures and tables of the overview.
struct CoverageFigures {
    let overview: CoverageOverview
    let plan: PlanID
    let phrases: Phrases

    private var coverage: Coverage { overview.coverage }
    private var names: CoverageNames { CoverageNames(overview: overview, plan: plan, phrases: phrases) }

    /// A map of two things against each other; nil where one of them is not there.
    func map(_ map: CoverageMap) -> CoverageFigure {
        let counts = coverage.counts(map.rows, by: map.columns)
        let (rows, columns) = (overview.places(on: map.rows), overview.places(on: map.columns))
        let key = "coverage.map.\(map.rawValue)"
        let title = phrases.text(key)
        let drawn = rows.map { row in
            CoverageChart.MapRow(label: names.name(row), counts: columns.map { counts[row]?[$0] ?? 0 })
        }
        let shorts = columns.enumerated().map { names.short($1, at: $0) }
        let total = phrases.text("coverage.total")
        let first = phrases.text("coverage.axis.\(map.rows.rawValue)")
        let table = CoverageTable(
            caption: title, columns: [first] + columns.map(names.name) + [total],
            rows: zip(rows, drawn).map { place, row in
                CoverageTable.Row(
                    row.label, names.address(place), (row.counts + [row.counts.reduce(0, +)]).map(phrases.number))
            })
        let legend = columns.enumerated().map { index, place in
            let (short, name) = (shorts[index], names.name(place))
            return CoverageFigure.LegendLine(mark: nil, text: name.hasPrefix(short + " ") ? name : "\(short): \(name)")
        }
        return CoverageFigure(
            id: "kaart", heading: title, lead: phrases.text("coverage.map-lead"),
            chart: CoverageChart.map(drawn, columns: shorts, title: title), legend: legend, table: table,
            csv: .coverageCSV(plan, map.rawValue))
    }

    /// Whose inputs are taken over, and how far.
    var answers: CoverageFigure {
        let tallies = coverage.tallies(by: .submitter)
        let places = overview.places(on: .submitter).filter { (tallies[$0]?.received ?? 0) > 0 }
        let drawn = places.compactMap { place -> (label: String, share: Double, note: String)? in
            guard let tally = tallies[place], let share = tally.share else { return nil }
            return (names.name(place), share, outOf(tally))
        }
        let all = coverage.total
        let rows = places.map { ($0, tallies[$0] ?? Coverage.Tally()) }
        let title = phrases.text("coverage.answers")
        let table = CoverageTable(
            caption: title,
            columns: ["axis.submitter", "received", "open", "decided", "taken-over", "share"].map {
                phrases.text("coverage.\($0)")
            },
            rows: rows.map { CoverageTable.Row(names.name($0), names.address($0), cells($1)) }
                + [CoverageTable.Row(phrases.text("coverage.all"), nil, cells(all))])
        return CoverageFigure(
            id: "antwoorden", heading: title,
            lead: phrases.text("coverage.answers-lead", ["fewest": .number(Coverage.fewest)]),
            chart: CoverageChart.shares(drawn, all: all.share, title: title),
            legend: all.share.map { share in
                let words: [String: PhraseArgument] = ["percent": .number(Self.percent(share))]
                return [.init(mark: "key-mark", text: phrases.text("coverage.all-mark", words))]
            } ?? [], table: table, csv: .coverageCSV(plan, "antwoorden"))
    }

    /// Week by week.
    var weeks: CoverageFigure {
        let weeks = overview.flow.weeks
        let channels = Input.Channel.allCases.filter { channel in weeks.contains { $0.received[channel] != nil } }
        let title = phrases.text("coverage.weeks")
        let heads = ["week", "received", "answered", "waiting"].map { phrases.text("coverage.\($0)") }
        let table = CoverageTable(
            caption: title, columns: heads + channels.map(name),
            rows: weeks.map { week in
                let numbers =
                    [week.receivedInAll, week.answered, week.waiting] + channels.map { week.received[$0] ?? 0 }
                return CoverageTable.Row(phrases.writtenDate(week.monday), nil, numbers.map(phrases.number))
            })
        let ends = (
            weeks.first.map { phrases.writtenDate($0.monday) } ?? "",
            weeks.last.map { phrases.writtenDate($0.monday) } ?? ""
        )
        return CoverageFigure(
            id: "weken", heading: title, lead: phrases.text("coverage.weeks-lead"),
            chart: CoverageChart.weeks(
                weeks.map { ($0.receivedInAll, $0.answered, $0.waiting) }, ends: ends, title: title),
            legend: [
                .init(mark: "key-bar", text: phrases.text("coverage.received")),
                .init(mark: "key-rest", text: phrases.text("coverage.answered")),
                .init(mark: "key-line", text: phrases.text("coverage.waiting")),
            ], table: table, csv: .coverageCSV(plan, "weken"))
    }

    /// By what way they came in.
    var channels: CoverageFigure {
        let tallies = coverage.channels
        let title = phrases.text("coverage.channels")
        let table = CoverageTable(
            caption: title,
            columns: ["channel", "received", "handled", "open"].map { phrases.text("coverage.\($0)") },
            rows: tallies.map { channel, tally in
                CoverageTable.Row(
                    name(channel), .inputs(plan, [("kanaal", channel.rawValue)]),
                    [tally.received, tally.handled, tally.open].map(phrases.number))
            })
        return CoverageFigure(
            id: "kanalen", heading: title, lead: phrases.text("coverage.channels-lead"),
            chart: CoverageChart.stacks(
                tallies.map { (name($0), $1.handled, $1.open, phrases.number($1.received)) }, title: title),
            legend: [
                .init(mark: "key-bar", text: phrases.text("coverage.handled")),
                .init(mark: "key-rest", text: phrases.text("coverage.open")),
            ], table: table, csv: .coverageCSV(plan, "kanalen"))
    }

    /// By the name that an address gives it; nil for a name that none has.
    func figure(named name: String) -> CoverageFigure? {
        switch name {
        case "antwoorden": answers
        case "weken": weeks
        case "kanalen": channels
        default: CoverageMap(rawValue: name).map(map)
        }
    }

    static func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }

    private func name(_ channel: Input.Channel) -> String { phrases.text("inputs.channel.\(channel.rawValue)") }

    private func outOf(_ tally: Coverage.Tally) -> String {
        phrases.text("coverage.out-of", ["part": .number(tally.takenOver), "all": .number(tally.decided)])
    }

    private func cells(_ tally: Coverage.Tally) -> [String] {
        [tally.received, tally.open, tally.decided, tally.takenOver].map(phrases.number)
            + [tally.share.map { "\(Self.percent($0)) %" } ?? phrases.text("coverage.few")]
    }
}
