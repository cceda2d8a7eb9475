import PlanDomain
import PlanRepositories
import Workflow

/// What the inputs of a plan are about, as its handler sees it.
extension DemoBuilder {
    /// Takes over the themes that each plan names itself, puts inputs under the one that their section is named after, and
    /// lets the words propose the rest.
    func findThemes() async throws {
        for plan in demo.plans where !plan.inputs.isEmpty {
            guard let id = plans[plan.key], let person = try await themeKeeper(of: id),
                let projected = try await hall.store.projectedPlan(id)
            else { continue }
            let participant = try await reception.participant(for: .person(person))
            let desk = ThemeDesk(hall.office, store: hall.store)
            let inputs = try await hall.store.inputs(of: id).filter { $0.admission == .admissible && !$0.isWithdrawn }
            for name in projected.metadata.themes.flatMap(\.themes) {
                let theme = try await desk.add(name, in: id, by: participant)
                let sections = Set(projected.sections.filter { Self.isAbout(name, $0.title) }.map(\.id))
                let own = inputs.filter { $0.content.section.map(sections.contains) ?? false }.map(\.number)
                try await desk.assign(own, to: theme.id, in: id, by: participant)
            }
            try await desk.propose(in: id, by: participant)
        }
    }

    /// Whether the title of a section has the first word of a theme, or begins as it does.
    private static func isAbout(_ theme: String, _ title: String) -> Bool {
        guard let word = theme.lowercased().split(separator: " ").first else { return false }
        return title.lowercased().contains(word)
    }

    private func themeKeeper(of plan: PlanID) async throws -> PersonID? {
        try await hall.store.appointments(of: nil).first { $0.covers(plan) && $0.role == .handler }?.person
    }
}
