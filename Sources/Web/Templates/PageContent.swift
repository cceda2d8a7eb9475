import Mustache
import Prose

/// What a template prints: a plain struct with stored values, and the names under which the template knows them.
///
/// Conforming to `MustacheParent` by way of ``PageFields`` keeps Mustache from reflecting on the struct, which is slow
/// and prints nothing for a misspelt name; the list of names is what a test holds every template against.
protocol PageContent: MustacheParent, Sendable {
    static var fields: PageFields<Self> { get }
}

extension PageContent {
    func child(named name: String) -> Any? {
        Self.fields.value(of: name, in: self)
    }
}

/// A page with a template of its own, named after the file in `web/templates/pages`.
protocol SitePage: PageContent {
    static var template: String { get }
    /// Rendered passages that the page takes in by their place in this list, see ``Passage``.
    var passages: [Markup] { get }
    /// Names of modules in `web/static` that make the page better, besides the one that every page has.
    static var scripts: [String] { get }
}

extension SitePage {
    var passages: [Markup] { [] }
    static var scripts: [String] { [] }
}

/// The names that a template may use for one kind of content.
struct PageFields<Content>: Sendable, ExpressibleByArrayLiteral {
    private let fields: [String: PageField<Content>]

    init(arrayLiteral elements: PageField<Content>...) {
        fields = Dictionary(uniqueKeysWithValues: elements.map { ($0.name, $0) })
    }

    func value(of name: String, in content: Content) -> Any? {
        fields[name]?.value(content)
    }

    var shapes: [String: FieldShape] {
        fields.mapValues(\.shape)
    }
}

/// How a template may use a name.
enum FieldShape: Sendable {
    /// As a section it shows its inside when there is a text.
    case text
    /// HTML that was made safe before; only with three braces.
    case markup
    /// Only as a section.
    case flag
    /// As a section with names of its own, once or repeated.
    case content(any PageContent.Type)
}

struct PageField<Content>: Sendable {
    let name: String
    let shape: FieldShape
    let value: @Sendable (Content) -> Any

    static func text(_ name: String, _ value: @escaping @Sendable (Content) -> String?) -> PageField {
        PageField(name: name, shape: .text) { present(value($0).map(PageText.init)) }
    }

    static func markup(_ name: String, _ value: @escaping @Sendable (Content) -> Markup?) -> PageField {
        PageField(name: name, shape: .markup) { present(value($0)) }
    }

    /// The place in the page's list of passages.
    static func passage(_ name: String, _ value: @escaping @Sendable (Content) -> Int?) -> PageField {
        PageField(name: name, shape: .markup) { present(value($0).map(Passage.init)) }
    }

    static func flag(_ name: String, _ value: @escaping @Sendable (Content) -> Bool) -> PageField {
        PageField(name: name, shape: .flag, value: value)
    }

    static func list<Row: PageContent>(
        _ name: String, _ value: @escaping @Sendable (Content) -> [Row]
    ) -> PageField {
        PageField(name: name, shape: .content(Row.self), value: value)
    }

    static func part<Part: PageContent>(
        _ name: String, _ value: @escaping @Sendable (Content) -> Part?
    ) -> PageField {
        PageField(name: name, shape: .content(Part.self)) { present(value($0)) }
    }
}

extension PageField {
    private static func present<Value>(_ value: Value?) -> Any {
        guard let value else { return Absent() }
        return value
    }
}

/// Stands where there is no value, so that Mustache does not go on to look for the name in what lies around.
struct Absent: MustacheCustomRenderable, MustacheParent {
    var renderText: String { "" }
    var isNull: Bool { true }
    func child(named: String) -> Any? { nil }
}

/// Text for the reader, escaped here and not by Mustache: that one escapes by `Character`, so that a quote with a
/// combining mark behind it gets through and ends an attribute.
///
/// Control characters are no part of HTML, and bidirectional overrides in a title would turn the words after it around
/// (Unicode TR 36): both are shown as the replacement character.
struct PageText: MustacheCustomRenderable, MustacheParent {
    let renderText: String
    var isNull: Bool { false }

    init(_ text: String) {
        let visible = text.unicodeScalars.contains(where: Self.isUnwanted) ? Self.cleaned(text) : text
        renderText = HTML.escape(visible)
    }

    func child(named: String) -> Any? { nil }

    private static func cleaned(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            result.unicodeScalars.append(isUnwanted(scalar) ? "\u{FFFD}" : scalar)
        }
        return result
    }

    private static func isUnwanted(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<9, 0xB, 0xC, 0xE..<0x20, 0x7F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
