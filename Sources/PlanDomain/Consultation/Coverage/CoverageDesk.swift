import Foundation
import Prose
import Survey
import Workflow

/// The overview of what was heard, for the secretary and whoever else handles inputs: what the inputs cover, who is silent,
/// what changed without anybody having asked for it. It warns and stops nobody.
public struct CoverageDesk: Sendable {
    private let office: PlanOffice
    public typealias Store = ConsultationStore & PeopleStore & SurveyStore & ThemeStore & LikenessStore & CoverageStore
        & ReminderStore

    private let store: any Store

    public init(_ office: PlanOffice, store: any Store) {
        self.office = office
        self.store = store
    }

    public func overview(
        of projected: ProjectedPlan, for participant: Participant
    ) async throws -> CoverageOverview {
        let plan = projected.id
        try participant.require(.handleInputs, in: plan)
        let coverage = Coverage(try await store.coverage(of: plan))
        let flow = WeeklyFlow(try await store.inputFlow(of: plan), until: office.time.today, time: office.time)
        let rounds = try await store.roundViews(of: plan, at: office.time.now(), in: office)
        let themes = try await store.themes(of: plan)
        return CoverageOverview(
            sections: projected.sections, themes: themes.filter { $0.state == .confirmed },
            proposedThemes: themes.count { $0.state == .proposed }, coverage: coverage, flow: flow,
            silent: try await silent(in: rounds, coverage, of: plan),
            changed: try await changed(projected, coverage, since: rounds.compactMap(\.frozen).first),
            homeless: try await homeless(in: rounds, projected, coverage, themes),
            opposed: try await store.opposed(in: plan))
    }

    /// Warnings for a gate, without the rest.
    public func warnings(
        of plan: PlanID, for participant: Participant
    ) async throws -> (opposed: [InputNumber], proposedThemes: Int) {
        guard participant.may(.handleInputs, in: plan) else { return ([], 0) }
        let opposed = try await store.opposed(in: plan)
        let themes = try await store.themes(of: plan)
        return (opposed, themes.count { $0.state == .proposed })
    }

    /// Organisations that were asked in a round that was opened and sent in nothing.
    private func silent(
        in rounds: [RoundView], _ coverage: Coverage, of plan: PlanID
    ) async throws -> [SilentPartner] {
        let invitations = try await store.invitations(of: plan)
        let contacts = try await store.contacts(of: nil)
        let organisations = Dictionary(contacts.map { ($0.id, $0.organisation) }) { first, _ in first }
        var silent: [SilentPartner] = []
        for view in rounds where view.state != .prepared && view.round.audience == .partners {
            let heard = coverage.submitters(in: view.round.id)
            let reminders = try await store.reminders(of: view.round.id, in: plan)
            silent += view.round.organisations.filter { !heard.contains($0.name) }.map { organisation in
                let asked = invitations.filter { organisations[$0.contact] == organisation && $0.isOpen }
                return SilentPartner(
                    organisation: organisation, round: view.round, until: view.until,
                    invitedOn: asked.map(\.invitedAt).max().map { office.time.day(of: $0) },
                    remindedOn: reminders.last { organisations[$0.contact] == organisation }?.on)
            }
        }
        return silent
    }

    /// Sections that say something else than the text that was first shown to anybody, and that no input is about.
    private func changed(
        _ plan: ProjectedPlan, _ coverage: Coverage, since frozen: CommitID?
    ) async throws -> [ChangedSection] {
        guard let frozen else { return [] }
        let newest = try await office.store.changesSince(frozen, of: plan.id)
        let heard = Set(coverage.tallies(by: .section).keys)
        return plan.sections.compactMap { section in
            let own = newest.filter { change in
                change.nature == .substantive && change.sections.contains { $0.section == section.id }
            }
            guard !heard.contains(.section(section.id)), let last = own.first else { return nil }
            return ChangedSection(section: section, changes: own.count, last: last)
        }
    }

    /// Themes of questionnaires that the text does not speak of.
    private func homeless(
        in rounds: [RoundView], _ plan: ProjectedPlan, _ coverage: Coverage, _ themes: [Theme]
    ) async throws -> [HomelessTheme] {
        var asked: [(theme: String, round: ConsultationRound)] = []
        for view in rounds where view.hasSurvey {
            guard let survey = try await store.survey(of: view.round.id, in: plan.id) else { continue }
            for theme in survey.questionnaire.questions.compactMap(\.theme)
            where !asked.contains(where: { $0.theme == theme }) { asked.append((theme, view.round)) }
        }
        guard !asked.isEmpty else { return [] }
        let repository = try await office.repositories.repository(of: plan.id)
        let text = try await repository.text(at: plan.heads.text)
        let written = text.sections.map { [$0.heading?.plainTitle ?? "", $0.body].joined(separator: "\n") }
        let stems = Set(DutchStem.stems(in: written.joined(separator: "\n")))
        let covered = coverage.tallies(by: .theme)
        return asked.filter { !Self.has($0.theme, stems) }.map { theme, round in
            let own = themes.first { $0.state == .confirmed && $0.name.lowercased() == theme.lowercased() }
            return HomelessTheme(
                name: theme, round: round, inputs: own.flatMap { covered[.theme($0.id)]?.received } ?? 0)
        }
    }

    /// Whether the text has any of the words that say what a theme is about.
    private static func has(_ theme: String, _ stems: Set<String>) -> Bool {
        let words = DutchStem.words(in: theme).filter { $0.count > 3 }
        return words.isEmpty || words.contains { word in DutchStem.stems(of: word).contains(where: stems.contains) }
    }
}

extension ProjectionStore {
    /// Changes of a text since a commit, newest first.
    fileprivate func changesSince(_ commit: CommitID, of plan: PlanID) async throws -> [Change] {
        let all = try await changes(of: plan, section: nil)
        return Array(all.prefix { $0.id != commit })
    }
}
