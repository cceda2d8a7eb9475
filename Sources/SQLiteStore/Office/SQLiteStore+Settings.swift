import GRDB
import PlanDomain

/// The municipality's own choices, each in a column of its own, so that the table says what may be chosen.
extension SQLiteStore: SettingsStore {
    /// The defaults where nothing was saved.
    public func houseStyle() async throws -> HouseStyle {
        try await read { db in
            let sql = "SELECT municipality, fieldDates, councilNoticeLabel FROM houseStyle"
            return try Row.fetchOne(db, sql: sql).map { row in
                HouseStyle(
                    municipality: try row.decode(forColumn: "municipality"),
                    fieldDates: try row.decode(forColumn: "fieldDates"),
                    councilNoticeLabel: try row.decode(forColumn: "councilNoticeLabel"))
            } ?? HouseStyle()
        }
    }

    /// Replaces the style as a whole; of two that are saved at once the later stands.
    public func save(_ style: HouseStyle) async throws {
        try await write { db in
            let values: RowValues = [
                "id": 1, "municipality": style.municipality, "fieldDates": style.fieldDates,
                "councilNoticeLabel": style.councilNoticeLabel,
            ]
            try db.insert(into: "houseStyle", values, updatingBy: "id")
        }
    }
}
