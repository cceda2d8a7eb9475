import Foundation
import Testing

/// Expects that a command said no in a sentence that helps: exit 1, nothing on standard output, and no traces of the
/// program's insides.
func expectRefusal(
    _ answer: Command, saying fragments: String..., sourceLocation: SourceLocation = #_sourceLocation
) {
    expectHelp(answer.complaint, saying: fragments, sourceLocation: sourceLocation)
    #expect(answer.status == 1 && !answer.wasKilled, "exit \(answer.status)", sourceLocation: sourceLocation)
    #expect(answer.text.isEmpty, sourceLocation: sourceLocation)
}

/// Expects text for people: with these fragments in it, and nothing that only a programmer understands.
func expectHelp(_ text: String, saying fragments: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    let traces = [
        "Error", "Reason(", "Optional(", "Swift", "Fatal", "rawValue", "⟦", "interne fout", "NSCocoa", "Domain=",
        "libgit2", "errno", "0x",
    ]
    for trace in traces {
        #expect(!text.contains(trace), sourceLocation: sourceLocation)
    }
    for fragment in fragments {
        #expect(text.contains(fragment), sourceLocation: sourceLocation)
    }
    let last = text.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(last.hasSuffix(".") || last.hasSuffix("?"), "\(last)", sourceLocation: sourceLocation)
}
