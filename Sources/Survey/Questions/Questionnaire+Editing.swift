/// Building a questionnaire bit by bit. What is moved or removed may leave a condition behind that leads nowhere; that is
/// a fault to be mended, see ``Questionnaire/faults``.
extension Questionnaire {
    /// The page that a question stands on.
    public func page(of question: Question.ID) -> Page? {
        pages.first { page in page.questions.contains { $0.id == question } }
    }

    /// An id that no page, question or condition bears, so that nothing comes to depend on what it was not meant for.
    public func freeID(_ prefix: String) -> String {
        let conditions = pages.compactMap(\.condition) + questions.compactMap(\.condition)
        let taken = Set(pages.map(\.id) + questions.map(\.id) + conditions.map(\.question))
        let last = taken.compactMap { $0.hasPrefix(prefix) ? Int($0.dropFirst(prefix.count)) : nil }.max() ?? 0
        return "\(prefix)\(last + 1)"
    }

    /// The questions whose answers can decide about a page or question: those before it that offer choices.
    public func deciding(about id: String) -> [Question] {
        var earlier: [Question] = []
        for page in pages {
            if page.id == id { return earlier }
            for question in page.questions {
                if question.id == id { return earlier }
                if question.decides { earlier.append(question) }
            }
        }
        return earlier
    }

    /// Moves a page among the pages, or a question one place: past the first or last of its page onto the next one. False
    /// where there is no such thing, or no place beyond it.
    @discardableResult
    public mutating func move(_ id: String, forward: Bool) -> Bool {
        if let index = pages.firstIndex(where: { $0.id == id }) {
            let other = forward ? index + 1 : index - 1
            guard pages.indices.contains(other) else { return false }
            pages.swapAt(index, other)
            return true
        }
        guard let page = pages.firstIndex(where: { page in page.questions.contains { $0.id == id } }),
            let index = pages[page].questions.firstIndex(where: { $0.id == id })
        else { return false }
        let other = forward ? index + 1 : index - 1
        if pages[page].questions.indices.contains(other) {
            pages[page].questions.swapAt(index, other)
            return true
        }
        let neighbour = forward ? page + 1 : page - 1
        guard pages.indices.contains(neighbour) else { return false }
        let question = pages[page].questions.remove(at: index)
        pages[neighbour].questions.insert(question, at: forward ? 0 : pages[neighbour].questions.count)
        return true
    }

    /// Takes a question out, or a page with its questions. False where there is no such thing.
    @discardableResult
    public mutating func remove(_ id: String) -> Bool {
        if let index = pages.firstIndex(where: { $0.id == id }) {
            pages.remove(at: index)
            return true
        }
        for page in pages.indices {
            guard let index = pages[page].questions.firstIndex(where: { $0.id == id }) else { continue }
            pages[page].questions.remove(at: index)
            return true
        }
        return false
    }

    /// Puts a question in the place of the one that bears its id, or at the end of a page.
    public mutating func put(_ question: Question, onto page: Page.ID) {
        for index in pages.indices {
            if let place = pages[index].questions.firstIndex(where: { $0.id == question.id }) {
                pages[index].questions[place] = question
                return
            }
        }
        if let index = pages.firstIndex(where: { $0.id == page }) { pages[index].questions.append(question) }
    }
}

extension Question {
    /// Whether a condition can ask for its answers.
    public var decides: Bool {
        switch kind {
        case .one, .some, .scale: true
        case .ranking, .matrix, .open: false
        }
    }
}

extension [Choice] {
    /// These texts as choices. A text that was there before keeps its id, and so does one that stands in its place, so that
    /// what depends on it still does.
    ///
    /// A text that ends with a colon asks for words besides ("Anders, namelijk:").
    public func rewritten(_ texts: [String], prefix: String = "a") -> [Choice] {
        var left = self
        var ids: [Choice.ID?] = texts.map { text in
            left.firstIndex { $0.text == text }.map { left.remove(at: $0).id }
        }
        if texts.count == count {
            for index in texts.indices where ids[index] == nil {
                guard let place = left.firstIndex(where: { $0.id == self[index].id }) else { continue }
                ids[index] = left.remove(at: place).id
            }
        }
        var last =
            (map(\.id) + ids.compactMap { $0 }).compactMap { id in
                id.hasPrefix(prefix) ? Int(id.dropFirst(prefix.count)) : nil
            }.max() ?? 0
        return zip(texts, ids).map { text, id in
            if id == nil { last += 1 }
            return Choice(id: id ?? "\(prefix)\(last)", text: text, asksWords: text.hasSuffix(":"))
        }
    }
}
