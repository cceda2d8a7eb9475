import Foundation
import GRDB

/// A value as one line of JSON in a column, with its keys in order, so that equal values are equal text.
///
/// For values that are read and written whole and that no query looks into.
struct JSONText<Value: Codable & Sendable>: DatabaseValueConvertible, Sendable {
    let value: Value
    private let text: String

    init(_ value: Value) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        self.value = value
        text = String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private init?(text: String) {
        guard let value = try? JSONDecoder().decode(Value.self, from: Data(text.utf8)) else { return nil }
        self.value = value
        self.text = text
    }

    var databaseValue: DatabaseValue { text.databaseValue }

    static func fromDatabaseValue(_ value: DatabaseValue) -> JSONText? {
        String.fromDatabaseValue(value).flatMap { JSONText(text: $0) }
    }
}
