import PlanDomain
import Workflow

/// The board's information to the council (*raadsmededeling*) as values, in the order in which it is printed.
///
/// Municipalities name it differently, so its name is a matter of house style. It shares number and date with the nota.
public struct CouncilNoticeContent: Equatable, Sendable {
    public static let name = "raadsmededeling"

    /// What the municipality calls it.
    public let label: String
    public let subject: String
    public let number: String?
    public let portfolioHolder: String?
    /// The team by its code where it has one.
    public let team: String?
    public let date: CalendarDate?
    /// The drafters' prose, in the order of its file.
    public let texts: [HeadedPassage]
    public let fieldDates: HouseStyle.FieldDates
    public let municipality: String
    public let provenance: Provenance

    /// `conflict` when a mandatory text is empty and `gaps` refuses that.
    public init(_ dossier: PlanDossier, gaps: GapPolicy) throws(PlanError) {
        let metadata = dossier.text.metadata
        label = dossier.houseStyle.councilNoticeLabel
        subject = metadata.title
        number = metadata.number.ifFilled
        portfolioHolder = metadata.portfolioHolder.ifFilled
        team = metadata.teamCode.ifFilled ?? metadata.team.ifFilled
        date = metadata.nota.date
        texts = try dossier.headedPassages(of: Self.name, gaps: gaps)
        fieldDates = dossier.houseStyle.fieldDates
        municipality = dossier.municipality
        provenance = Provenance(of: Self.name, in: dossier, using: StoreExtract())
    }

    /// Headings of the mandatory texts that are still empty.
    public var emptyHeadings: [String] { texts.filter { !$0.passage.isFilled }.map(\.heading) }
}
