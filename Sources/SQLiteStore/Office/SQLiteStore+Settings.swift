import Foundation
import GRDB
import PlanDomain

/// The municipality's own choices, each in a column of its own, so that the table says what may be chosen.
extension SQLiteStore: SettingsStore {
    /// The defaults where nothing was saved.
    public func houseStyle() async throws -> HouseStyle {
        try await read { db in
            let sql = """
                SELECT municipality, fieldDates, councilNoticeLabel, mainColour, barColour FROM houseStyle
                """
            return try Row.fetchOne(db, sql: sql).map { row in
                let main: String? = try row.decode(forColumn: "mainColour")
                let bar: String? = try row.decode(forColumn: "barColour")
                return HouseStyle(
                    municipality: try row.decode(forColumn: "municipality"),
                    fieldDates: try row.decode(forColumn: "fieldDates"),
                    councilNoticeLabel: try row.decode(forColumn: "councilNoticeLabel"),
                    colours: try HouseColours(main: main, bar: bar))
            } ?? HouseStyle()
        }
    }

    /// Replaces the style as a whole; of two that are saved at once the later stands.
    public func save(_ style: HouseStyle) async throws {
        try await write { db in
            let values: RowValues = [
                "id": 1, "municipality": style.municipality, "fieldDates": style.fieldDates,
                "councilNoticeLabel": style.councilNoticeLabel, "mainColour": style.colours?.main.description,
                "barColour": style.colours?.bar.description,
            ]
            try db.insert(into: "houseStyle", values, updatingBy: "id")
        }
    }

    public func houseLogo() async throws -> HouseLogo? {
        let bytes = try await read { db in try Data.fetchOne(db, sql: "SELECT png FROM houseLogo") }
        return try bytes.map { bytes throws(PlanError) in try HouseLogo(bytes) }
    }

    public func save(_ logo: HouseLogo?) async throws {
        try await write { db in
            try db.execute(sql: "DELETE FROM houseLogo")
            guard let logo else { return }
            try db.execute(sql: "INSERT INTO houseLogo (id, png) VALUES (1, ?)", arguments: [logo.bytes])
        }
    }
}

extension HouseColours {
    /// Nil where none were chosen; what was saved was legible, and is looked at again.
    fileprivate init?(main: String?, bar: String?) throws(PlanError) {
        guard let main = main.flatMap({ Colour($0) }), let bar = bar.flatMap({ Colour($0) }) else { return nil }
        try self.init(main: main, bar: bar)
    }
}
