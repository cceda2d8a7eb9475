import Foundation
import PlanDomain
import Workflow

/// Answers, each read by what it must be.
extension SiteForm {
    /// Without white space around it and with plain line ends; empty where nothing was typed.
    mutating func text(_ name: String) -> String {
        let text = Self.tidied(raw(name), hasLines: isManyLined(name))
        if text.isEmpty, isRequired(name) { refuse(name, missing(name)) }
        checkLength(text, of: name)
        return text
    }

    /// Nil where nothing was typed.
    mutating func optionalText(_ name: String) -> String? {
        let text = text(name)
        return text.isEmpty ? nil : text
    }

    /// As it was typed, spaces included: a password.
    mutating func secret(_ name: String) -> String {
        let text = raw(name)
        if text.isEmpty, isRequired(name) { refuse(name, missing(name)) }
        checkLength(text, of: name)
        return text
    }

    mutating func mail(_ name: String) -> MailAddress? {
        let text = text(name)
        guard !text.isEmpty else { return nil }
        do {
            return try MailAddress(typed: text)
        } catch {
            refuse(name, error)
            return nil
        }
    }

    mutating func number(_ name: String) -> Int? {
        let text = text(name)
        guard !text.isEmpty, case .number(let range)? = field(name)?.kind else { return nil }
        guard let number = Int(text), range.contains(number) else {
            refuse(
                name,
                Reason(
                    "web.form.number",
                    ["lowest": .number(range.lowerBound), "highest": .number(range.upperBound)]))
            return nil
        }
        return number
    }

    /// A day that exists, from its three parts.
    mutating func date(_ name: String) -> CalendarDate? {
        let parts = FormField.dateParts(of: name).map { Self.tidied(raw($0), hasLines: false) }
        guard parts.contains(where: { !$0.isEmpty }) else {
            if isRequired(name) { refuse(name, missing(name)) }
            return nil
        }
        let numbers = parts.compactMap { $0.utf8.count <= 4 ? Int($0) : nil }
        guard numbers.count == 3, let date = CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0]) else {
            refuse(name, Reason("web.form.date"))
            return nil
        }
        return date
    }

    /// One of the answers that the field offers.
    mutating func choice(_ name: String) -> String? {
        let value = raw(name)
        guard !value.isEmpty else {
            if isRequired(name) { refuse(name, missing(name)) }
            return nil
        }
        guard field(name)?.choices.contains(where: { $0.value == value }) == true else {
            refuse(name, Reason("web.form.choice"))
            return nil
        }
        return value
    }

    /// Those of the answers that the field offers that were ticked.
    mutating func choices(_ name: String) -> [String] {
        let ticked = values.all(name)
        let offered = field(name)?.choices.map(\.value) ?? []
        if ticked.isEmpty, isRequired(name) { refuse(name, missing(name)) }
        guard Set(ticked).isSubset(of: offered) else {
            refuse(name, Reason("web.form.choice"))
            return []
        }
        return offered.filter(ticked.contains)
    }

    /// A file that is not empty and not too large. What is in it, the caller checks.
    mutating func file(_ name: String) -> UploadedFile? {
        let files = values.files(name)
        guard let file = files.first else {
            if isRequired(name) { refuse(name, Reason("web.form.file-missing")) }
            return nil
        }
        guard files.count == 1, !file.bytes.isEmpty else {
            refuse(name, Reason("web.form.file-one"))
            return nil
        }
        if case .file(_, let megabytes)? = field(name)?.kind, file.bytes.count > megabytes * 1_024 * 1_024 {
            refuse(name, Reason("web.form.file-large", ["megabytes": .number(megabytes)]))
            return nil
        }
        return file
    }

    // MARK: What answers have in common

    /// Empty where it was not sent, or sent twice, which is noted.
    private mutating func raw(_ name: String) -> String {
        do {
            return try values.value(name) ?? ""
        } catch {
            refuse(name, error)
            return ""
        }
    }

    private mutating func checkLength(_ text: String, of name: String) {
        guard let limit = field(name)?.limit else { return }
        if text.count > limit {
            refuse(
                name,
                Reason("web.form.too-long", ["limit": .number(limit), "count": .number(text.count)]))
        } else if text.unicodeScalars.contains(where: Self.isControl) {
            refuse(name, Reason("web.form.not-text"))
        }
    }

    private func isRequired(_ name: String) -> Bool { field(name)?.isRequired ?? false }

    private func isManyLined(_ name: String) -> Bool {
        if case .textarea? = field(name)?.kind { true } else { false }
    }

    private func missing(_ name: String) -> Reason {
        switch field(name)?.kind {
        case .select, .radios, .checkboxes: Reason("web.form.choice-missing")
        default: Reason("web.form.missing")
        }
    }

    /// Browsers send CR LF for the end of a line.
    private static func tidied(_ text: String, hasLines: Bool) -> String {
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        return (hasLines ? lines : lines.replacing("\n", with: " ")).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t" && scalar != "\r"
    }
}
