import Foundation
import Workflow

/// Where the themes of a plan's inputs are proposed, and where a person says which they are.
///
/// The program proposes by the words alone; what people confirmed it does not touch.
public struct ThemeDesk: Sendable {
    private let office: PlanOffice
    private let store: any ConsultationStore & ThemeStore & SurveyStore
    private let newID: @Sendable () -> String

    public init(
        _ office: PlanOffice, store: any ConsultationStore & ThemeStore & SurveyStore,
        newID: @escaping @Sendable () -> String = { UUID().uuidString.lowercased() }
    ) {
        self.office = office
        self.store = store
        self.newID = newID
    }

    public func view(of plan: PlanID, for participant: Participant) async throws -> ThemesView {
        try participant.require(.handleInputs, in: plan)
        let themes = try await store.themes(of: plan)
        let counts = try await store.themeCounts(of: plan)
        let samples = try await store.themeSamples(of: plan, each: 3)
        let inputs = try await store.inputs(Array(Set(samples.values.flatMap { $0 })).sorted(), of: plan)
        let known = Dictionary(inputs.map { ($0.number, $0) }) { first, _ in first }
        let lines = themes.map { theme in
            ThemesView.Line(
                theme: theme, count: counts[theme.id] ?? ThemeCount(confirmed: 0, proposed: 0),
                samples: (samples[theme.id] ?? []).compactMap { known[$0] })
        }
        let total = try await store.deskStandings(of: plan).values
            .count { ![.withdrawn, .inadmissible, .toBeJudged].contains($0.state) }
        return ThemesView(
            lines: lines, suggestions: try await suggestions(for: plan, beside: themes), total: total)
    }

    /// Themes that a person confirmed, by name; for who may read inputs.
    public func confirmed(of plan: PlanID, for participant: Participant) async throws -> [Theme] {
        try InputAccess(participant, in: plan).require()
        return try await store.themes(of: plan).filter { $0.state == .confirmed }
    }

    /// Proposes anew: what was proposed before and nobody confirmed goes. Says how many themes and how many inputs.
    @discardableResult
    public func propose(in plan: PlanID, by participant: Participant) async throws -> (themes: Int, inputs: Int) {
        try participant.require(.handleInputs, in: plan)
        let themes = try await store.themes(of: plan)
        let assigned = try await store.inputThemes(of: plan)
        let inputs = try await store.inputs(of: plan)
        let found = ThemeFinder(themes: themes, assigned: assigned).proposals(for: inputs)
        try await store.propose(found.new, found.assigned, in: plan)
        return (found.new.count, found.assigned.count)
    }

    /// Adds a theme that a person thought of, or took over from the plan or a questionnaire.
    @discardableResult
    public func add(_ name: String, in plan: PlanID, by participant: Participant) async throws -> Theme {
        try participant.require(.handleInputs, in: plan)
        let name = try Self.checked(name)
        // One that was rejected under the name comes back.
        let known = try await store.themes(of: plan).first { $0.name == name && $0.state == .rejected }
        guard let id = known?.id ?? ThemeID(newID()) else { throw Self.unknown }
        let theme = Theme(
            id: id, plan: plan, name: name, words: known?.words ?? "", state: .confirmed,
            decidedBy: participant.person?.id)
        try await store.save(theme)
        return theme
    }

    /// Confirms a theme under a name, or renames one; with the inputs that are proposed for it where that is said.
    public func confirm(
        _ id: ThemeID, as name: String, withInputs: Bool, in plan: PlanID, by participant: Participant
    ) async throws {
        var theme = try await theme(id, in: plan, for: participant)
        guard let person = participant.person else { throw Self.unknown }
        theme.name = try Self.checked(name)
        theme.state = .confirmed
        theme.decidedBy = person.id
        try await store.save(theme)
        if withInputs { _ = try await store.confirmInputs(of: id, in: plan, by: person.id) }
    }

    /// Says that it is no theme; its inputs are under none again.
    public func reject(_ id: ThemeID, in plan: PlanID, by participant: Participant) async throws {
        var theme = try await theme(id, in: plan, for: participant)
        theme.state = .rejected
        theme.decidedBy = participant.person?.id
        try await store.clear(id, in: plan)
        try await store.save(theme)
    }

    /// Puts everything of a theme under another, which is thereby confirmed.
    public func merge(
        _ id: ThemeID, into other: ThemeID, in plan: PlanID, by participant: Participant
    ) async throws {
        let theme = try await theme(id, in: plan, for: participant)
        var kept = try await self.theme(other, in: plan, for: participant)
        guard theme.id != kept.id, kept.state != .rejected else { throw Self.unknown }
        kept.state = .confirmed
        kept.decidedBy = participant.person?.id
        let words = kept.words.split(separator: " ") + theme.words.split(separator: " ")
        var seen: Set<Substring> = []
        kept.words = words.filter { seen.insert($0).inserted }.prefix(12).joined(separator: " ")
        try await store.save(kept)
        try await store.merge(id, into: other, in: plan)
    }

    /// Puts inputs under a confirmed theme, or under none. Says of how many that is new.
    @discardableResult
    public func assign(
        _ numbers: [InputNumber], to id: ThemeID?, in plan: PlanID, by participant: Participant
    ) async throws -> Int {
        try participant.require(.handleInputs, in: plan)
        guard let person = participant.person else { throw Self.unknown }
        if let id {
            guard try await theme(id, in: plan, for: participant).state == .confirmed else { throw Self.unknown }
        }
        return try await store.assign(numbers, to: id, in: plan, by: person.id)
    }

    private func theme(_ id: ThemeID, in plan: PlanID, for participant: Participant) async throws -> Theme {
        try participant.require(.handleInputs, in: plan)
        guard let theme = try await store.themes(of: plan).first(where: { $0.id == id }) else { throw Self.unknown }
        return theme
    }

    /// Names that the plan or a questionnaire uses, and that are no theme of the inputs yet.
    private func suggestions(for plan: PlanID, beside themes: [Theme]) async throws -> [String] {
        let taken = Set(themes.filter { $0.state != .rejected }.map { $0.name.lowercased() })
        var names = try await office.projectedPlan(plan).metadata.themes.flatMap(\.themes)
        for round in try await store.rounds(of: plan) where round.channels.contains(.survey) {
            guard let survey = try await store.survey(of: round.id, in: plan) else { continue }
            names += survey.questionnaire.questions.compactMap(\.theme)
        }
        var seen: Set<String> = []
        return names.filter { !taken.contains($0.lowercased()) && seen.insert($0.lowercased()).inserted }
    }

    private static func checked(_ name: String) throws(PlanError) -> String {
        try WrittenText.line(name, limit: 80, empty: "theme.name-empty")
    }

    private static var unknown: PlanError { PlanError(.notFound, Reason("theme.unknown")) }
}

/// The themes of a plan, with how many inputs each has and a few of them.
public struct ThemesView: Equatable, Sendable {
    /// Those that were rejected too; by name.
    public let lines: [Line]
    /// Names that the plan or a questionnaire uses, and that are no theme of the inputs yet.
    public let suggestions: [String]
    /// How many inputs take part.
    public let total: Int

    public struct Line: Equatable, Sendable {
        public let theme: Theme
        public let count: ThemeCount
        public let samples: [Input]
    }

    public func lines(_ state: Theme.State) -> [Line] { lines.filter { $0.theme.state == state } }

    public var withoutTheme: Int { max(0, total - lines.reduce(0) { $0 + $1.count.all }) }
}
