import Prose
import Workflow

extension Reason {
    /// Why a text was not accepted as Markdown, with the place where there is one.
    init(_ error: MarkdownError) {
        switch error {
        case .tooLarge(let bytes, let limit):
            self.init("markdown.too-large", ["size": .number(bytes / 1024), "limit": .number(limit / 1024)])
        case .nestedTooDeeply(let line, let limit):
            self.init("markdown.nested-too-deeply", ["line": .number(line ?? 1), "limit": .number(limit)])
        case .tableTooLarge(let line, _): self.init("markdown.table-too-large", ["line": .number(line)])
        case .tooManyBrackets(let line, _): self.init("markdown.too-many-brackets", ["line": .number(line)])
        case .paragraphTooLong(let line, let limit):
            self.init("markdown.paragraph-too-long", ["line": .number(line), "limit": .number(limit)])
        case .tooManyFootnotes(let count, let limit):
            self.init("markdown.too-many-footnotes", ["count": .number(count), "limit": .number(limit)])
        case .referencesTooLarge: self.init("markdown.references-too-large")
        case .outOfMemory: self.init("markdown.out-of-memory")
        }
    }
}
