import Phrases
import PlanDomain
import Workflow

/// That a plan or some of its sections stand still, since when, by whom and why.
struct HoldNotice: PageContent {
    /// "Het hele plan staat stil sinds 5 juni 2023, door Gemeentesecretaris."
    let line: String
    /// Nil where it may no longer be read.
    let reason: String?

    static func all(of view: PlanView, _ register: RegisterView, phrases: Phrases) -> [HoldNotice] {
        view.standing.holds.map { HoldNotice($0, in: view, register, phrases: phrases) }
    }

    private init(_ hold: HoldStanding, in view: PlanView, _ register: RegisterView, phrases: Phrases) {
        let held = view.projected.sections.filter { hold.sections.contains($0.id.rawValue) }.map(\.printedTitle)
        line = phrases.text(
            hold.isOfWholePlan ? "secretary.hold-plan" : "secretary.hold-sections",
            [
                "since": .text(phrases.writtenDate(hold.since)), "function": .text(hold.function),
                "sections": .text(phrases.list(held)),
            ])
        reason = register.reason(of: hold.sequence)
    }

    static let fields: PageFields<HoldNotice> = [
        .text("line") { $0.line },
        .text("holdReason") { $0.reason },
    ]
}

extension RegisterView {
    /// What was written with an act, where it may still be read.
    func reason(of sequence: Int) -> String? {
        let entry = entries.first { $0.act.sequence == sequence }
        return if case .text(let text)? = entry?.reason { text } else { nil }
    }
}
