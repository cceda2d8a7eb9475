import GRDB
import PlanDomain

/// The columns that say who wrote a draft or sent something in; only of what was sent in there are correspondents.
extension Submitter {
    init(row: Row) throws {
        self.init(
            organisation: try row.decode(String?.self, forColumn: "organisation").map(Organisation.init(name:)),
            function: try row.decode(forColumn: "function"), contact: try row.decode(forColumn: "contact"),
            person: try row.decode(forColumn: "person"), correspondent: row["correspondent"])
    }
}
