import Workflow

/// Who may act for an office holder, when and on what ground (*vervanging*, *mandaat*; Awb 10:1 and 10:10).
///
/// Outside its period it gives nothing. The act records both functions: that of who acted and that of who was replaced.
public struct Substitution: Identifiable, Equatable, Codable, Sendable {
    public let id: SubstitutionID
    /// The appointment whose holder is replaced.
    public let appointment: AppointmentID
    public let deputy: PersonID
    public let period: Period
    /// Such as "Vervangingsregeling college 2023, artikel 4".
    public let ground: String

    public init(
        id: SubstitutionID, appointment: AppointmentID, deputy: PersonID, period: Period, ground: String
    ) {
        self.id = id
        self.appointment = appointment
        self.deputy = deputy
        self.period = period
        self.ground = ground
    }
}

/// Names a substitution for good.
public typealias SubstitutionID = Identifier<Substitution>

extension Substitution: Identified {}
