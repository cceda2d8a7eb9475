import Foundation
import GRDB

/// A moment as a column holds it: whole milliseconds since 1 January 1970 UTC, so that equal moments are equal numbers.
struct Moment: DatabaseValueConvertible {
    let date: Date

    init(_ date: Date) { self.date = date }

    /// A date of a commit can be any number; one beyond what the column holds becomes the first or last that it does.
    var databaseValue: DatabaseValue {
        let milliseconds = (date.timeIntervalSince1970 * 1000).rounded()
        return (Int64(exactly: milliseconds) ?? (milliseconds < 0 ? .min : .max)).databaseValue
    }

    static func fromDatabaseValue(_ value: DatabaseValue) -> Moment? {
        Int64.fromDatabaseValue(value).map { Moment(Date(timeIntervalSince1970: Double($0) / 1000)) }
    }
}
