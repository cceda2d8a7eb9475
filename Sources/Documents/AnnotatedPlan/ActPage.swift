import PlanDomain
import Workflow

/// One act in words, for the chapter on decisions and for the sections that it names.
struct ActPage: TemplateFields {
    let sequence: Int
    /// "Handeling 12"
    let label: String
    let day: String
    let function: String
    let sentence: String
    let subject: String?
    let reason: String?
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
        subject =
            act.isAboutAllSections
            ? words("act.about-all")
            : act.sectionTitles.isEmpty
                ? nil
                : words(
                    "act.about",
                    ["count": .number(act.sectionTitles.count), "sections": .list(act.sectionTitles.map { .text($0) })])
        reason = act.reason.map { words("reason-line", ["reason": .text(words.text(of: $0))]) }
        facts = words("act.text", ["commit": .text(act.text.short)])
    }

    static let fields: [String: @Sendable (ActPage) -> Any?] = [
        "sequence": { $0.sequence }, "actLabel": { $0.label }, "actDay": { $0.day }, "actFunction": { $0.function },
        "sentence": { $0.sentence }, "about": { $0.subject }, "reason": { $0.reason }, "actFacts": { $0.facts },
    ]
}
