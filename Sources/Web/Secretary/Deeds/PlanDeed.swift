import Phrases
import PlanDomain
import Workflow

/// Something official that somebody does with a plan by one form: what is asked, and what is done with the answers.
///
/// Every such form carries the text that was shown and the function in which somebody acts; see ``DeedForm``.
struct PlanDeed: Sendable {
    /// What the form does, as a heading.
    let heading: String
    /// What whoever does it should know first, paragraph by paragraph.
    var lead: [String] = []
    /// Why it cannot be done as the plan stands now; then there is no form, which could only be refused.
    var obstacles: [String] = []
    /// The questions of this form alone.
    var questions: [FormField] = []
    /// What they hold before anything was typed.
    var known: [String: [String]] = [:]
    let right: PlanRight
    /// Roles of which the workflow wants one; those without the right do not count.
    let roles: [Role]
    /// The one function in which it is done, where the page was made for that one.
    var capacity: Capacity?
    let submit: String
    /// Whether it does what cannot be undone.
    var isGrave = false
    /// Whether the answers are shown once more before it is done.
    var isChecked = false
    let address: SiteAddress
    /// Where somebody goes when it is done, or who does not want to do it.
    let back: SiteAddress
    /// What is said there.
    let done: Notice
    /// Reads the answers, and gives what is to be done with them; notes at a field what is wrong with it.
    let read: @Sendable (inout SiteForm) -> Work

    typealias Work = @Sendable (DeskVisit) async throws -> Void
}

extension PlanDeed {
    /// The functions in which a participant may do it. Throws `forbidden` where they have none.
    func capacities(of participant: Participant, in plan: PlanID) throws(PlanError) -> [Capacity] {
        try participant.require(right, in: plan)
        let wanted = right.roles.intersection(roles)
        let own = participant.capacities(in: plan, among: wanted).filter { capacity == nil || $0 == capacity }
        guard !own.isEmpty else {
            let names = Role.allCases.filter(wanted.contains).map(Reason.Argument.role)
            throw PlanError(.forbidden, Reason("access.no-right", ["roles": .list(names)]))
        }
        return own
    }
}

extension Participant {
    /// Their functions in a plan with one of these roles, each once.
    func capacities(in plan: PlanID, among roles: some Collection<Role>) -> [Capacity] {
        var seen: Set<Capacity> = []
        return capacities(in: plan).filter { roles.contains($0.role) && seen.insert($0).inserted }
    }
}

extension FormField {
    /// Why something is done. The register keeps a sealed copy of it.
    static func reason(_ phrases: Phrases, hint: String? = nil, isRequired: Bool = true) -> FormField {
        FormField(
            "reden", phrases.text("secretary.form.reason"), .textarea(rows: 4), hint: hint, isRequired: isRequired,
            limit: 2_000)
    }

    /// The one value where there is one, a choice otherwise.
    static func oneOf(_ name: String, _ label: String, _ choices: [FormChoice], hint: String? = nil) -> FormField {
        FormField(name, label, choices.count == 1 ? .hidden : .radios(choices), hint: hint)
    }
}
