import Prose
import Workflow

/// The rules that every change of a text meets, whichever way it comes in.
struct TextRules {
    /// Markdown as plans keep it: one sentence per line, no empty lines around it and a newline at the end.
    static func tidied(_ markdown: String) -> String {
        DraftText.withoutOuterBlanks(SentenceLines.normalise(markdown))
    }

    /// The text as it will be kept. Throws `invalid` for ids that are used twice or were used before.
    func tidied(_ text: PlanText) throws(PlanError) -> PlanText {
        try checkIDs(of: text)
        var tidied = text
        for chapter in text.chapters.indices {
            tidied.chapters[chapter].heading?.tidy()
            for section in text.chapters[chapter].sections.indices {
                tidied.chapters[chapter].sections[section].heading?.tidy()
                tidied.chapters[chapter].sections[section].body = Self.tidied(
                    text.chapters[chapter].sections[section].body)
            }
        }
        for document in text.documents.indices {
            for part in text.documents[document].parts.indices {
                tidied.documents[document].parts[part].body = Self.tidied(text.documents[document].parts[part].body)
            }
        }
        return tidied
    }

    /// The text that follows `old`: tidied, with the sections that went away remembered as retired.
    func successor(of old: PlanText, _ new: PlanText) throws(PlanError) -> PlanText {
        var text = new
        let present = Set(new.sections.map(\.id))
        var known = Set(old.retired).union(present)
        let gone = old.sections.map(\.id) + new.retired
        text.retired = old.retired + gone.filter { known.insert($0).inserted }
        text.lineage = old.lineage.adding(new.lineage)
        text = try tidied(text)
        for section in text.sections where section.body != old.section(section.id)?.body {
            try checkEnd(of: section)
        }
        return text
    }

    /// Refuses a text that would take what is printed after it along, such as a block of code that is not closed.
    private func checkEnd(of section: Section) throws(PlanError) {
        let next = "einde"
        guard try MarkdownCut(section.body + "\n\n# \(next)\n", at: 1).pieces.last?.title != next else { return }
        throw PlanError(.invalid, Reason("text.runs-on", ["section": .text(section.id.rawValue)]))
    }

    private func checkIDs(of text: PlanText) throws(PlanError) {
        var seen = Set(text.retired)
        for section in text.sections where !seen.insert(section.id).inserted {
            let key = text.retired.contains(section.id) ? "text.section-id-retired" : "text.section-id-twice"
            throw PlanError(.invalid, Reason(key, ["id": .text(section.id.rawValue)]))
        }
        try checkLineage(of: text)
        try checkAnnexes(of: text)
        var chapters: Set<String> = []
        for chapter in text.chapters where !chapters.insert(chapter.id).inserted {
            throw PlanError(.invalid, Reason("text.chapter-id-twice", ["id": .text(chapter.id)]))
        }
    }

    private func checkAnnexes(of text: PlanText) throws(PlanError) {
        var names: Set<String> = []
        for annex in text.annexes
        where Annex.kind(ofName: annex.name) != annex.kind || !names.insert(annex.name).inserted {
            throw PlanError(.invalid, Reason("annex.name-wrong", ["name": .text(annex.name)]))
        }
    }

    /// Only what is gone was merged into another, and both ends of every line are sections that are or were there.
    private func checkLineage(of text: PlanText) throws(PlanError) {
        let present = Set(text.sections.map(\.id))
        let known = present.union(text.retired)
        let wrong =
            text.lineage.mergedInto.filter { present.contains($0.key) || !known.isSuperset(of: [$0.key, $0.value]) }
            .merging(text.lineage.splitFrom.filter { !known.isSuperset(of: [$0.key, $0.value]) }) { first, _ in first }
        guard let id = wrong.keys.min() else { return }
        throw PlanError(.invalid, Reason("text.lineage-unknown", ["id": .text(id.rawValue)]))
    }

    /// What a change that was meant as one of structure is: when words differ, it is one of substance.
    func nature(from old: PlanText, to new: PlanText) -> ChangeNature {
        TextDifference(old: old.allProse, new: new.allProse).changesWords ? .substantive : .structural
    }

    /// Refuses a nature that the words contradict: a "typo" may not touch a number, a negation or a name, and a change of
    /// structure may not touch a word.
    func check(_ nature: ChangeNature, from old: PlanText, to new: PlanText) throws(PlanError) {
        guard nature != .substantive else { return }
        let difference = TextDifference(old: old.allProse, new: new.allProse)
        let key: String? =
            switch nature {
            case .substantive: nil
            case .structural: difference.changesWords ? "text.structure-changes-words" : nil
            case .editorial, .typographic:
                if difference.changesNumbers {
                    "text.nature-numbers"
                } else if difference.changesNegations {
                    "text.nature-negations"
                } else if difference.changesNames {
                    "text.nature-names"
                } else if difference.changesDestinations {
                    "text.nature-destinations"
                } else if nature == .typographic, !difference.isTypographicOnly {
                    "text.typographic-changes-words"
                } else {
                    nil
                }
            }
        if let key { throw PlanError(.invalid, Reason(key)) }
    }
}

extension Heading {
    /// A title is one line, and a run of spaces in it is one.
    fileprivate mutating func tidy() {
        title = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension Heading {
    /// As a heading: a title such as "2. Aanpak" would be a list by itself.
    fileprivate var prose: String { Heading(title).line(level: 1, number: nil, id: "") }
}

extension PlanText {
    /// Everything that a reader reads, in one text: what the nature of a change is judged by.
    fileprivate var allProse: String {
        let headings = chapters.flatMap { chapter in
            [chapter.heading?.prose].compactMap { $0 }
                + chapter.sections.flatMap { [$0.heading?.prose, $0.body].compactMap { $0 } }
        }
        let texts = documents.flatMap { $0.parts.flatMap { [$0.heading, $0.body] } }
        let points = GoverningBody.allCases.flatMap(metadata.decisionPoints)
        return ([metadata.title] + points + headings + texts).joined(separator: "\n\n")
    }
}
