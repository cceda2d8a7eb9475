import PlanDomain
import Workflow

/// One act in words, for the chapter on decisions and for the sections that it names.
struct ActPage: TemplateFields {
    let sequence: Int
    /// "Handeling 12"
    let label: String
    /// The official date in full, or when it was recorded where the source gives none.
    let day: String
    /// With for whom it acted, where somebody stood in for another.
    let function: String
    let sentence: String
    let subject: String?
    /// Nil where none was given; one that is withheld is said to be.
    let reason: String?
    /// The text that it is pinned to.
    let facts: String

    init(_ act: ActLine, words actWords: ActWords) {
        let words = actWords.words
        sequence = act.sequence
        label = words("act.label", ["number": .text(String(act.sequence))])
        day =
            switch act.line.day {
            case .on(let date): words.written(date)
            case .undated, .notYet: words("act.undated", ["day": .text(words.written(act.recordedAt))])
            }
        function = words.function(of: act.line)
        sentence = actWords.sentence(for: act.payload, about: act.condition)
        subject = Self.subject(of: act, words: words)
        reason = act.reason.map { words("reason-line", ["reason": .text(words.text(of: $0))]) }
        facts = words("act.text", ["commit": .text(act.text.short)])
    }

    /// Which sections it is about; nil for the plan as a whole.
    private static func subject(of act: ActLine, words: DocumentWords) -> String? {
        if act.isAboutAllSections { return words("act.about-all") }
        guard !act.sectionTitles.isEmpty else { return nil }
        return words(
            "act.about",
            ["count": .number(act.sectionTitles.count), "sections": .list(act.sectionTitles.map { .text($0) })])
    }

    static let fields: [String: @Sendable (ActPage) -> Any?] = [
        "sequence": { $0.sequence }, "actLabel": { $0.label }, "actDay": { $0.day }, "actFunction": { $0.function },
        "sentence": { $0.sentence }, "about": { $0.subject }, "reason": { $0.reason }, "actFacts": { $0.facts },
    ]
}
