import Foundation

/// A form as it stands on a page, with what a browser knows of each of its fields.
struct PostedForm {
    struct Control {
        enum Kind { case hidden, text, choice, tick, file }

        let name: String
        let kind: Kind
        /// What a browser would send if nobody touched it; nil for a box that is not ticked.
        let value: String?
        /// What it sends when it is ticked.
        var offered = ""
    }

    let action: String
    let controls: [Control]

    /// The form that is sent to `action` and in whose markup `mark` stands.
    init?(in html: String, to action: String, mark: String = "") {
        let forms = html.matches(of: /<form[^>]*action="([^"]*)"[^>]*>(?s:(.*?))<\/form>/)
        guard
            let form = forms.first(where: { form in
                let address = Self.plain(form.1).prefix { $0 != "#" && $0 != "?" }
                return address == action && (mark.isEmpty || form.0.contains(mark))
            })
        else { return nil }
        self.action = action
        controls = Self.controls(in: String(form.2))
    }

    /// What a browser sends, with these answers in the place of what stands there.
    ///
    /// - Parameter ticks: names of boxes that are ticked.
    func filled(_ answers: [(String, String)], ticks: Set<String> = []) -> [(String, String)] {
        let answers = answers + controls.filter { ticks.contains($0.name) }.map { ($0.name, $0.offered) }
        let typed = Set(answers.map(\.0))
        let rest = controls.filter { !typed.contains($0.name) && $0.name != "_token" }.compactMap { control in
            control.value.map { (control.name, $0) }
        }
        return rest + answers
    }

    private static func controls(in markup: String) -> [Control] {
        let tags =
            /<input ([^>]*)>|<textarea ([^>]*)>\n?(?s:(.*?))<\/textarea>|<select ([^>]*)>(?s:(.*?))<\/select>/
        return markup.matches(of: tags).compactMap { tag in
            let attributes = String(tag.1 ?? tag.2 ?? tag.4 ?? "")
            guard let name = attribute("name", attributes) else { return nil }
            if let text = tag.3 { return Control(name: name, kind: .text, value: plain(text)) }
            if let options = tag.5 {
                let chosen = options.firstMatch(of: /<option value="([^"]*)" selected>/)
                return Control(name: name, kind: .choice, value: chosen.map { plain($0.1) } ?? "")
            }
            return input(name, attributes)
        }
    }

    private static func input(_ name: String, _ attributes: String) -> Control {
        let value = attribute("value", attributes) ?? ""
        let isTicked = attributes.hasSuffix(" checked")
        return switch attribute("type", attributes) {
        case "hidden": Control(name: name, kind: .hidden, value: value)
        case "radio": Control(name: name, kind: .choice, value: isTicked ? value : nil, offered: value)
        case "checkbox": Control(name: name, kind: .tick, value: isTicked ? value : nil, offered: value)
        case "file": Control(name: name, kind: .file, value: nil)
        default: Control(name: name, kind: .text, value: value)
        }
    }

    private static func attribute(_ name: String, _ text: String) -> String? {
        let text = " " + text
        guard let start = text.range(of: " \(name)=\"") else { return nil }
        return plain(text[start.upperBound...].prefix { $0 != "\"" })
    }

    private static func plain(_ text: some StringProtocol) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(String(text)) {
            $0.replacingOccurrences(of: $1.0, with: $1.1)
        }
    }
}
