import Foundation
import Mustache

/// A value that templates read by name. The names are a table and not found by reflection, so that a template with a name
/// that nobody knows is refused when it is loaded, and rendering is several times faster.
protocol TemplateFields: MustacheParent {
    static var fields: [String: @Sendable (Self) -> Any?] { get }
}

extension TemplateFields {
    /// A known field without a value is `NSNull`: with nil the template engine would look for the same name further out.
    func child(named name: String) -> Any? {
        Self.fields[name].map { field in field(self) ?? NSNull() }
    }

    static var names: Set<String> { Set(fields.keys) }
}
