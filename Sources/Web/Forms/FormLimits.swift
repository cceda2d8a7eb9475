/// How much a form may hold before it is refused unread.
struct FormLimits: Hashable, Sendable {
    /// Of the whole body.
    let bytes: Int
    /// Values, files included.
    var count = 400

    /// Short answers.
    static let fields = FormLimits(bytes: 128 * 1_024)
    /// The text of a section or a document.
    static let text = FormLimits(bytes: 2 * 1_024 * 1_024)

    /// Short answers by the thousand, such as two for each heading of a long document.
    static let manyFields = FormLimits(bytes: 2 * 1_024 * 1_024, count: 10_000)

    /// Files of so many megabytes together, with the fields around them.
    static func files(megabytes: Int) -> FormLimits {
        FormLimits(bytes: megabytes * 1_024 * 1_024 + fields.bytes)
    }

    /// What somebody may send who turns out to be signed out: enough for any text, not for a file.
    var withoutFiles: FormLimits { FormLimits(bytes: min(bytes, Self.text.bytes), count: count) }
}
