import Phrases
import PlanDomain
import Workflow

/// Parafen that can be given together: what to read first, and the boxes to tick.
struct BulkSignOffPage: SitePage {
    static let template = "bulk"
    let links: [PageLink]
    /// Nil where nothing waits.
    let form: FormContent?

    init(_ items: [BulkItem], form: FormContent, phrases: Phrases) {
        links = items.map { item in
            PageLink(
                label: Self.label(of: item, phrases),
                address: .signOff(item.mark.plan, step: item.mark.step, as: item.mark.capacity))
        }
        self.form = items.isEmpty ? nil : form
    }

    static func questions(_ items: [BulkItem], _ phrases: Phrases) -> [FormField] {
        let choices = items.map { item in
            FormChoice(
                item.mark.value, label(of: item, phrases),
                hint: hint(of: item, phrases))
        }
        let verdicts = [SignOffVerdict.agreed, .noObjection].map { verdict in
            FormChoice(verdict.rawValue, phrases.capitalized(phrases.text("verdict.\(verdict.rawValue)")))
        }
        return [
            FormField("parafen", phrases.text("secretary.bulk.which"), .checkboxes(choices)),
            FormField("oordeel", phrases.text("secretary.sign.verdict"), .radios(verdicts)),
        ]
    }

    private static func label(of item: BulkItem, _ phrases: Phrases) -> String {
        "\(item.task.planTitle): \(phrases.text(item.label))"
    }

    /// In which function, and that it is asked anew: that one should not be ticked without reading.
    private static func hint(of item: BulkItem, _ phrases: Phrases) -> String {
        let capacity = phrases.text("secretary.desk.as", ["function": .text(phrases.text(item.capacity))])
        return item.isAgain ? "\(capacity) · \(phrases.text("secretary.bulk.again"))" : capacity
    }

    static let fields: PageFields<BulkSignOffPage> = [
        .flag("isEmpty") { $0.form == nil },
        .list("links") { $0.links },
        .part("form") { $0.form },
    ]
}

/// What became of every paraaf that was sent, where not all of them could be given.
struct BulkResultPage: SitePage {
    static let template = "bulk-result"
    let rows: [Row]
    let hasRefusals: Bool

    /// - Parameter titles: of the plans that the reader may read.
    init(_ answers: [SignOffDesk.BulkAnswer], titles: [PlanID: String], phrases: Phrases) {
        rows = answers.map { Row($0, title: titles[$0.plan], phrases: phrases) }
        hasRefusals = rows.contains { !$0.isGiven }
    }

    static let fields: PageFields<BulkResultPage> = [
        .list("rows") { $0.rows }
    ]

    struct Row: PageContent {
        let title: String
        let address: SiteAddress
        let isGiven: Bool
        let text: String

        init(_ answer: SignOffDesk.BulkAnswer, title: String?, phrases: Phrases) {
            self.title = title ?? answer.plan.rawValue
            address = .signOff(answer.plan, step: answer.step)
            switch answer.outcome {
            case .success:
                isGiven = true
                text = phrases.text("secretary.bulk.given")
            case .failure(let error):
                isGiven = false
                text = phrases.sentence(Failure(error).reason ?? error.reason)
            }
        }

        static let fields: PageFields<Row> = [
            .text("planTitle") { $0.title },
            .text("address") { $0.address.path },
            .flag("isGiven") { $0.isGiven },
            .text("outcome") { $0.text },
        ]
    }
}
