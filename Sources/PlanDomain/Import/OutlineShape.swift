/// Which level of headings means what in one document.
struct OutlineShape {
    let hasTitle: Bool
    let hasChapters: Bool
    /// As the headings are counted, from the highest that there is as 1.
    let chapterLevel: Int

    /// One heading of the highest level, standing first with others below it, is the title of the document. Below a title
    /// the second level is that of the sections, unless most of its headings have deeper ones: then they are chapters.
    init(levels: [Int], opensWithTitle: Bool) {
        let tops = levels.filter { $0 == 1 }
        hasTitle = opensWithTitle && tops.count == 1 && levels.contains(2)
        guard hasTitle else {
            hasChapters = !tops.isEmpty
            chapterLevel = 1
            return
        }
        let parents = zip(levels, levels.dropFirst()).filter { $0 == 2 && $1 == 3 }.count
        hasChapters = parents * 2 > levels.filter { $0 == 2 }.count
        chapterLevel = hasChapters ? 2 : 1
    }
}
