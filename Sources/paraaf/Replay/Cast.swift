import PlanDomain
import Workflow

/// Who acts in a case: functions, as the source names them, with the roles that they hold.
enum Cast {
    static let secretary = Author(function: "Gemeentesecretaris", role: .secretary, pseudonym: "secretaris")

    static func drafter(_ facts: CaseFacts) -> Author {
        Author(
            function: facts.metadata.team.map { "Team \($0)" } ?? "Steller", role: .drafter, pseudonym: "steller")
    }

    /// An act whose source names nobody is recorded by the board office.
    static func author(of event: CaseEvent, _ facts: CaseFacts) -> Author {
        guard let function = event.function else {
            return Author(function: "Bestuurssecretariaat", role: .boardOffice, pseudonym: Role.boardOffice.rawValue)
        }
        let role = role(of: function, portfolioHolder: facts.metadata.portfolioHolder)
        return Author(function: function, role: role, pseudonym: role.rawValue)
    }

    /// The role that a function holds, told by its name: the act itself does not say, so that one by the wrong function
    /// is refused. A body's own decision is recorded by the board office. Another member of the college than the one who
    /// answers for the plan advises on it, and so does whom the program does not know.
    static func role(of function: String, portfolioHolder: String?) -> Role {
        let name = function.lowercased()
        if let holder = portfolioHolder?.lowercased(), name == holder { return .portfolioHolder }
        return rolesByName.first { name.contains($0.name) }?.role ?? .adviser
    }

    /// The first that fits, in this order.
    private static let rolesByName: [(name: String, role: Role)] = [
        ("college", .boardOffice), ("bestuurssecretari", .boardOffice), ("griffi", .clerk), ("gemeenteraad", .clerk),
        ("gemeentesecretaris", .secretary), ("algemeen directeur", .secretary), ("projectleider", .editor),
        ("steller", .drafter), ("partner", .partner), ("raadslid", .councillor), ("inwoner", .resident),
    ]
}
