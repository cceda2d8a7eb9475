import Phrases
import PlanDomain

/// Before the same is done with many inputs: what, with how many, which are passed over and why; afterwards how far it is.
struct BulkInputsPage: SitePage {
    static let template = "bulk-inputs"
    static let scripts = ["desk.js"]
    let heading: String
    let lead: String
    let facts: [QuestionPage.Fact]
    let samples: [Sample]
    let form: FormContent
    let button: String
    /// Whether there are words to look at first.
    let hasPreview: Bool
    let isGrave: Bool
    /// Whether there is nothing that it can be done with.
    let isIdle: Bool
    /// Whether the form is the next part of what was begun, and may send itself.
    let isUnderWay: Bool
    let back: SiteAddress

    static let fields: PageFields<BulkInputsPage> = [
        .text("heading") { $0.heading },
        .text("lead") { $0.lead },
        .list("facts") { $0.facts },
        .flag("hasSamples") { !$0.samples.isEmpty },
        .list("samples") { $0.samples },
        .part("form") { $0.form },
        .text("button") { $0.button },
        .flag("hasPreview") { $0.hasPreview },
        .flag("isGrave") { $0.isGrave },
        .flag("isIdle") { $0.isIdle },
        .flag("isUnderWay") { $0.isUnderWay },
        .text("back") { $0.back.path },
    ]

    /// A reply as one of them would get it.
    struct Sample: PageContent {
        let number: String
        let text: String

        static let fields: PageFields<Sample> = [
            .text("sampleNumber") { $0.number }, .text("sampleText") { $0.text },
        ]
    }
}

/// How many were passed over, and why, in words.
struct SkippedWords {
    let phrases: Phrases

    /// One line for each reason, the most common first.
    func lines(_ skipped: [BulkPlan.Obstacle: Int]) -> [String] {
        skipped.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.map { obstacle, count in
            let key = "bulk.skipped.\(obstacle.rawValue)"
            return phrases.text(key, ["count": .number(count)])
        }
    }

    /// "480 gedaan, 20 overgeslagen: 20 al beantwoord."
    func sentence(_ result: BulkResult) -> String {
        var lines = lines(result.skipped)
        if result.overtaken > 0 {
            lines.append(phrases.text("bulk.skipped.overtaken", ["count": .number(result.overtaken)]))
        }
        let count = result.skipped.values.reduce(0, +) + result.overtaken
        guard count > 0 else { return "" }
        return phrases.text("bulk.passed-over", ["count": .number(count), "why": .text(phrases.list(lines))])
    }
}
