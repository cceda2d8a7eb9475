import Prose

extension PlanText {
    /// The numbers that chapters and sections print, counted from their place.
    ///
    /// Only headings that number themselves count, so a section without number does not leave a gap.
    public func numbers() -> OutlineNumbers {
        var numbers = OutlineNumbers()
        var chapterCount = 0
        for chapter in chapters {
            if chapter.heading?.numbering == .automatic { chapterCount += 1 }
            let chapterNumber = chapter.heading?.number(orElse: String(chapterCount))
            numbers.chapters[chapter.id] = chapterNumber
            let prefix = chapter.heading?.numbering == .automatic ? String(chapterCount) + "." : ""
            var sectionCount = 0
            for section in chapter.sections {
                if section.heading?.numbering == .automatic { sectionCount += 1 }
                numbers.sections[section.id] = section.heading?.number(orElse: prefix + String(sectionCount))
            }
        }
        return numbers
    }
}

extension PlanText {
    /// Every section by id, with its number and title as they are printed; in order.
    public var printedTitles: [(id: SectionID, title: String)] {
        let numbers = numbers().sections
        return sections.map { section in
            let title = [numbers[section.id], section.heading?.plainTitle].compactMap { $0 }
            return (section.id, title.isEmpty ? section.id.rawValue : title.joined(separator: " "))
        }
    }
}

/// Numbers by chapter and section; those that bear none are absent.
public struct OutlineNumbers: Equatable, Sendable {
    public fileprivate(set) var chapters: [String: String] = [:]
    public fileprivate(set) var sections: [SectionID: String] = [:]
}

extension Heading {
    fileprivate func number(orElse counted: String) -> String? {
        switch numbering {
        case .automatic: counted
        case .none: nil
        case .fixed(let number): number
        }
    }

    /// The title without its marks, for lists, addresses and titles of pages.
    public var plainTitle: String {
        guard let document = try? MarkdownDocument(parsing: title) else { return title }
        let text = document.plainText
        return text.isEmpty ? title : text
    }
}
