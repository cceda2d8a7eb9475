import Foundation
import Mustache
import Prose

/// Fields that hold HTML or a style sheet, written by this program and ready to stand in a page.
private let markupNames: Set<String> = ["html", "sectionText", "style"]

/// A value that templates read by name. The names are a table and not found by reflection, so that a template with a name
/// that nobody knows is refused when it is loaded, and rendering is several times faster.
protocol TemplateFields: MustacheParent {
    static var fields: [String: @Sendable (Self) -> Any?] { get }
}

extension TemplateFields {
    /// Text is escaped here and not by Mustache, which goes by `Character` (see ``HTML/escape(_:)``); the templates are set
    /// to leave it as it is. A known field without a value is `NSNull`: with nil the template engine would look for the same name further out.
    func child(named name: String) -> Any? {
        Self.fields[name].map { field in
            switch field(self) {
            case let text as String where !markupNames.contains(name): HTML.escape(text)
            case let texts as [String]: texts.map(HTML.escape)
            case let value?: value
            case nil: NSNull()
            }
        }
    }

    static var names: Set<String> { Set(fields.keys) }
}
