import Workflow

extension Participant {
    /// Whether a person holds one of these roles, or replaces somebody who does, in whatever plan.
    public func holds(oneOf roles: Set<Role>) -> Bool {
        appointments.contains { roles.contains($0.role) }
            || replacements.contains { roles.contains($0.appointment.role) }
    }

    /// Who looks after the installation, signs off or decides, signs in with a one-time code too.
    public var needsOneTimeCode: Bool {
        holds(oneOf: [.admin, .portfolioHolder, .adviser, .secretary, .boardOffice, .clerk])
    }
}
