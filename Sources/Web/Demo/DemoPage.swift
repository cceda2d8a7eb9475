import Phrases
import PlanDomain
import Workflow

/// Everybody of the demo, with a button each to go on as them.
struct DemoPage: SitePage {
    static let template = "demo"
    let heading: String
    let people: [Row]
    let partners: [PartnerRow]
    let seal: FormSeal

    init(_ guests: [DemoCast.Guest], seal: FormSeal, phrases: Phrases) {
        heading = phrases.text("demo.choose.heading")
        people = guests.filter { $0.plan == nil }.map { Row($0, phrases: phrases) }
        var partners: [PartnerRow] = []
        for guest in guests {
            guard let plan = guest.plan, let contact = guest.participant.contact(in: plan.id) else { continue }
            let link = PlanChoice(guest, in: plan, phrases: phrases)
            if partners.last?.contact == contact {
                partners[partners.count - 1].plans.append(link)
            } else {
                partners.append(PartnerRow(contact, plans: [link]))
            }
        }
        self.partners = partners
        self.seal = seal
    }

    static let fields: PageFields<DemoPage> = [
        .text("heading") { $0.heading },
        .text("action") { _ in SiteAddress.demo.path },
        .text("formToken") { $0.seal.token },
        .text("requestID") { $0.seal.requestID },
        .list("people") { $0.people },
        .flag("hasPartners") { !$0.partners.isEmpty },
        .list("partners") { $0.partners },
    ]

    /// Somebody of the town hall.
    struct Row: PageContent {
        let name: String
        /// Function and role, where the function does not say it already.
        let functions: [TextLine]
        let waiting: String
        /// The first things that wait.
        let tasks: [TextLine]
        let value: String
        let button: String

        private static let tasksShown = 2

        init(_ guest: DemoCast.Guest, phrases: Phrases) {
            name = guest.name
            var known: Set<String> = []
            functions = Self.functions(of: guest.participant, phrases).filter { known.insert($0).inserted }
                .map(TextLine.init)
            waiting =
                guest.tasks.isEmpty
                ? phrases.text("demo.choose.nothing")
                : phrases.text("demo.choose.waiting", ["count": .number(guest.tasks.count)])
            tasks = guest.tasks.prefix(Self.tasksShown).map { task in
                TextLine(line: "\(task.planTitle): \(phrases.text(task.what))")
            }
            value = guest.value
            button = phrases.text("demo.choose.button", ["name": .text(guest.name)])
        }

        private static func functions(of participant: Participant, _ phrases: Phrases) -> [String] {
            let own = participant.appointments.map { ($0.function, phrases.text($0.role)) }.map { function, role in
                function.lowercased() == role ? function : "\(function) (\(role))"
            }
            let replaced = participant.replacements.map { replacement in
                phrases.text("demo.choose.replaces", ["function": .text(replacement.appointment.function)])
            }
            return own + replaced
        }

        static let fields: PageFields<Row> = [
            .text("name") { $0.name },
            .list("functions") { $0.functions },
            .text("waiting") { $0.waiting },
            .flag("hasTasks") { !$0.tasks.isEmpty },
            .list("tasks") { $0.tasks },
            .text("value") { $0.value },
            .text("button") { $0.button },
        ]
    }

    /// Somebody who speaks for an organisation.
    struct PartnerRow: PageContent {
        let contact: Contact
        var plans: [PlanChoice]

        init(_ contact: Contact, plans: [PlanChoice]) {
            self.contact = contact
            self.plans = plans
        }

        static let fields: PageFields<PartnerRow> = [
            .text("name") { $0.contact.name },
            .text("organisation") { $0.contact.organisation.name },
            .text("function") { $0.contact.function },
            .list("plans") { $0.plans },
        ]
    }

    /// A plan that a contact was invited to: they come in for one plan at a time.
    struct PlanChoice: PageContent {
        let title: String
        let stage: String
        /// What they find there: until when they are asked, what they wrote.
        let findings: [TextLine]
        let value: String
        let button: String

        init(_ guest: DemoCast.Guest, in plan: ProjectedPlan, phrases: Phrases) {
            title = plan.metadata.title
            stage = phrases.text(plan.stageLabel)
            findings = guest.finding.map { Self.lines($0, phrases) } ?? []
            value = guest.value
            button = phrases.text("demo.choose.button", ["name": .text(guest.name)])
        }

        private static func lines(_ finding: DemoCast.Finding, _ phrases: Phrases) -> [TextLine] {
            let view = finding.view
            let days: [String: PhraseArgument] = [
                "from": .text(phrases.writtenDate(view.round.from)), "until": .text(phrases.writtenDate(view.until)),
            ]
            let round =
                switch view.state {
                case .open: phrases.text("demo.choose.round.open", days)
                case .prepared, .announced: phrases.text("demo.choose.round.announced", days)
                case .ended, .closed: phrases.text("demo.choose.round.over")
                }
            let counts = [("demo.choose.drafted", finding.drafted), ("demo.choose.sent", finding.sent)]
                .filter { $0.1 > 0 }.map { phrases.text($0.0, ["count": .number($0.1)]) }
            return ([round] + counts).map(TextLine.init)
        }

        static let fields: PageFields<PlanChoice> = [
            .text("title") { $0.title },
            .text("stage") { $0.stage },
            .list("findings") { $0.findings },
            .text("value") { $0.value },
            .text("button") { $0.button },
        ]
    }
}
