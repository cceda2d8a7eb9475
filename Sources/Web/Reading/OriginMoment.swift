import Phrases
import PlanDomain
import Workflow

/// One moment on the way to a version, in a sentence, with what there is to tell beside it.
struct OriginMoment: PageContent {
    let day: String
    let sentence: String
    let details: [Detail]

    init(_ moment: PlanOrigin.Moment, _ phrases: Phrases) {
        day = phrases.writtenDate(moment.day)
        (sentence, details) = Self.words(for: moment.event, phrases)
    }

    private static func words(for event: PlanOrigin.Event, _ phrases: Phrases) -> (String, [Detail]) {
        switch event {
        case .started: (phrases.text("reading.event.started"), [])
        case .consulted(let round): consulted(round, phrases)
        case .met(nil): (phrases.text("reading.event.session"), [])
        case .met(let body?): (phrases.text("reading.event.met", ["body": .text(phrases.text(body))]), [])
        case .decided(let decision): decided(decision, phrases)
        case .released: (phrases.text("reading.event.released"), [])
        case .offeredToCouncil: (phrases.text("reading.event.offered"), [])
        case .settled: (phrases.text("reading.event.settled"), [])
        case .conditionFulfilled: (phrases.text("reading.event.condition"), [])
        case .published: (phrases.text("reading.event.published"), [])
        case .takenBack: (phrases.text("reading.event.taken-back"), [])
        }
    }

    private static func consulted(_ consulted: PlanOrigin.ConsultedRound, _ phrases: Phrases) -> (String, [Detail]) {
        let round = consulted.round
        let sentence = phrases.text(
            "reading.event.consulted",
            [
                "audience": .text(phrases.text(round.audience)), "from": phrases.day(round.from),
                "until": phrases.day(round.until),
            ])
        guard let tally = consulted.tally else { return (sentence, []) }
        let total = tally.organisations.reduce(tally.others) { $0 + $1.inputs }
        var details = [
            total == 0
                ? phrases.text("reading.tally.none") : phrases.text("reading.tally.total", ["count": .number(total)])
        ]
        details += tally.organisations.map { tally in
            let name = PhraseArgument.text(tally.organisation.name)
            return tally.inputs == 0
                ? phrases.text("reading.tally.silent", ["organisation": name])
                : phrases.text(
                    "reading.tally.organisation", ["organisation": name, "count": .number(tally.inputs)])
        }
        if tally.others > 0 {
            details.append(phrases.text("reading.tally.others", ["count": .number(tally.others)]))
        }
        return (sentence, details.map(Detail.init))
    }

    private static func decided(_ decision: PlanEdition.Decision, _ phrases: Phrases) -> (String, [Detail]) {
        let sentence = phrases.sentence("reading.event.decided", ["body": .text(phrases.text(decision.body))])
        let details = decision.points.map { point in
            let text = phrases.text(of: point, isOnly: decision.points.count == 1)
            return "\(text) (\(phrases.text("outcome.\(point.outcome.rawValue)")))"
        }
        return (sentence, details.map(Detail.init))
    }

    static let fields: PageFields<OriginMoment> = [
        .text("day") { $0.day },
        .text("sentence") { $0.sentence },
        .flag("hasDetails") { !$0.details.isEmpty },
        .list("details") { $0.details },
    ]

    struct Detail: PageContent {
        let text: String
        static let fields: PageFields<Detail> = [.text("detail") { $0.text }]
    }
}
