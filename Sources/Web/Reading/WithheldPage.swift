import Phrases
import PlanDomain

/// Decisions that are not public, each with its ground, for everybody to know of.
struct WithheldPage: SitePage {
    static let template = "withheld"
    let rows: [Row]

    init(_ decisions: [WithheldDecision], phrases: Phrases) {
        rows = decisions.map { decision in
            Row(
                sentence: phrases.sentence(
                    "reading.withheld.decision",
                    ["body": .text(phrases.text(decision.body)), "date": phrases.day(decision.date)]),
                ground: decision.ground.map { phrases.text("reading.withheld.ground", ["ground": .text($0)]) })
        }
    }

    static let fields: PageFields<WithheldPage> = [
        .flag("isEmpty") { $0.rows.isEmpty },
        .list("decisions") { $0.rows },
    ]

    struct Row: PageContent {
        let sentence: String
        /// Nil where none is kept.
        let ground: String?

        static let fields: PageFields<Row> = [
            .text("sentence") { $0.sentence },
            .text("ground") { $0.ground },
        ]
    }
}
