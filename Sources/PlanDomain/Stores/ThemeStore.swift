import Foundation

/// What inputs are about, as the program proposes it and people confirm it.
public protocol ThemeStore: Sendable {
    /// Those that were rejected too; by name.
    func themes(of plan: PlanID) async throws -> [Theme]
    /// Of every input that has one, by number.
    func inputThemes(of plan: PlanID) async throws -> [InputNumber: InputTheme]
    /// How many inputs that take part are under each.
    func themeCounts(of plan: PlanID) async throws -> [ThemeID: ThemeCount]
    /// Adds or replaces. `conflict` where another theme of the plan has the name.
    func save(_ theme: Theme) async throws
    /// Puts everything of a theme under another, which keeps whether it was confirmed of each, and removes it.
    func merge(_ theme: ThemeID, into other: ThemeID, in plan: PlanID) async throws
    /// Takes the place of everything that was proposed and nobody confirmed: themes, and the themes of inputs. An input of
    /// which a person confirmed the theme keeps it.
    func propose(_ themes: [Theme], _ assigned: [InputNumber: ThemeID], in plan: PlanID) async throws
    /// Puts inputs under a theme as a person says, or with nil under none; says with how many that is new.
    func assign(_ numbers: [InputNumber], to theme: ThemeID?, in plan: PlanID, by person: PersonID) async throws -> Int
    /// Confirms of every input that is proposed to be under a theme that it is; of how many.
    func confirmInputs(of theme: ThemeID, in plan: PlanID, by person: PersonID) async throws -> Int
    /// Takes all inputs out of a theme.
    func clear(_ theme: ThemeID, in plan: PlanID) async throws
    /// A few inputs of each theme, those first of which a person confirmed it.
    func themeSamples(of plan: PlanID, each limit: Int) async throws -> [ThemeID: [InputNumber]]
}

/// How many inputs are under a theme.
public struct ThemeCount: Equatable, Sendable {
    public let confirmed: Int
    /// Of which the program merely proposes it.
    public let proposed: Int

    public init(confirmed: Int, proposed: Int) {
        self.confirmed = confirmed
        self.proposed = proposed
    }

    public var all: Int { confirmed + proposed }
}
