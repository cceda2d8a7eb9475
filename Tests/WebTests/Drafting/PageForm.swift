import Foundation

/// A form as it stands on a page, filled in the way a browser would send it.
struct PageForm {
    let action: String
    private(set) var values: [(String, String)] = []

    /// The form of the page in whose inside `mark` stands; the first one for an empty mark.
    init?(_ html: String, with mark: String = "") {
        let forms = html.matches(of: /<form[^>]*action="([^"]*)"[^>]*>(?s:(.*?))<\/form>/)
        guard let form = forms.first(where: { mark.isEmpty ? $0.1 != "/taal" : $0.0.contains(mark) }) else {
            return nil
        }
        action = Self.plain(form.1)
        let tags = /<input ([^>]*)>|<textarea ([^>]*)>\n?(?s:(.*?))<\/textarea>|<select ([^>]*)>(?s:(.*?))<\/select>/
        for tag in form.2.matches(of: tags) {
            let attributes = tag.1 ?? tag.2 ?? tag.4 ?? ""
            guard let name = Self.attribute("name", attributes) else { continue }
            if let text = tag.3 {
                values.append((name, Self.plain(text)))
            } else if let options = tag.5 {
                let chosen =
                    options.firstMatch(of: /value="([^"]*)" selected/) ?? options.firstMatch(of: /value="([^"]*)"/)
                values.append((name, Self.plain(chosen?.1 ?? "")))
            } else if !["radio", "checkbox"].contains(Self.attribute("type", attributes) ?? "text")
                || attributes.contains(" checked")
            {
                values.append((name, Self.attribute("value", attributes) ?? "on"))
            }
        }
        values.removeAll { $0.0 == "_token" }
    }

    subscript(name: String) -> String? {
        get { values.first { $0.0 == name }?.1 }
        set {
            let place = values.firstIndex { $0.0 == name }
            values.removeAll { $0.0 == name }
            if let newValue { values.insert((name, newValue), at: min(place ?? values.count, values.count)) }
        }
    }

    /// With these answers in place of what stands there.
    func with(_ answers: [String: String?]) -> PageForm {
        answers.sorted { $0.key < $1.key }.reduce(into: self) { $0[$1.key] = $1.value }
    }

    private static func attribute(_ name: String, _ text: some StringProtocol) -> String? {
        guard let start = (" " + String(text)).range(of: " \(name)=\"") else { return nil }
        return plain((" " + String(text))[start.upperBound...].prefix { $0 != "\"" })
    }

    private static func plain(_ text: some StringProtocol) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(String(text)) {
            $0.replacingOccurrences(of: $1.0, with: $1.1)
        }
    }
}

extension RunningSite {
    func send(_ form: PageForm, as reader: Reader? = nil) async throws -> WireResponse {
        try await post(form.action.split(separator: "#").first.map(String.init) ?? "", form.values, as: reader)
    }
}
