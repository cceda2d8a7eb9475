/// Gathers the faults of one file while it is read on, so that its author sees all of them at once.
final class FaultCollector {
    let file: String
    /// Whether a part of the file could not be read at all.
    var lostPart = false
    private var found: [WorkflowFaults.Fault] = []

    init(file: String) {
        self.file = file
    }

    func add(line: Int, _ key: String, _ arguments: [String: Reason.Argument] = [:]) {
        let fault = WorkflowFaults.Fault(file: file, line: line, reason: Reason("fault." + key, arguments))
        if !found.contains(fault) { found.append(fault) }
    }

    /// A fault about a word that is not known, with the word that was probably meant.
    func addUnknown(line: Int, _ key: String, word: String, known: [String]) {
        guard let suggestion = NearestWord.suggestion(for: word, among: known) else {
            return add(line: line, key, ["word": .text(word), "known": .list(known.map { .text($0) })])
        }
        add(line: line, key + "-near", ["word": .text(word), "suggestion": .text(suggestion)])
    }

    var hasFaults: Bool { !found.isEmpty }

    /// All faults by line, in the order of finding where lines are equal.
    var faults: WorkflowFaults {
        let ordered = found.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
        return WorkflowFaults(faults: ordered.map(\.element))
    }
}
