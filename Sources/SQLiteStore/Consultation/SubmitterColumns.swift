import GRDB
import PlanDomain

/// The four columns that say who wrote a draft or sent something in.
extension Submitter {
    init(row: Row) throws {
        self.init(
            organisation: try row.decode(String?.self, forColumn: "organisation").map(Organisation.init(name:)),
            function: try row.decode(forColumn: "function"), contact: try row.decode(forColumn: "contact"),
            person: try row.decode(forColumn: "person"))
    }
}
