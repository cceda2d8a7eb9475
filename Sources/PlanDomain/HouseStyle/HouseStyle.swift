/// How a municipality's pages and documents look and what it calls them.
public struct HouseStyle: Equatable, Codable, Sendable {
    public var municipality: String
    /// How dates stand in the field tables of documents; in prose they are always "12 juni 2023".
    public var fieldDates: FieldDates
    /// What the college's information to the council is called, such as "Raadsmededeling" or "Raadsinformatiebrief".
    public var councilNoticeLabel: String
    /// Nil for those that the program comes with.
    public var colours: HouseColours?

    public init(
        municipality: String = "Gemeente", fieldDates: FieldDates = .numeric,
        councilNoticeLabel: String = "Raadsmededeling", colours: HouseColours? = nil
    ) {
        self.municipality = municipality
        self.fieldDates = fieldDates
        self.councilNoticeLabel = councilNoticeLabel
        self.colours = colours
    }

    public enum FieldDates: String, CaseIterable, Codable, Sendable {
        /// 12-06-2023
        case numeric = "dd-mm-jjjj"
        /// 12 juni 2023
        case written = "d maand jjjj"
    }
}
