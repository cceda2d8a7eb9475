import Foundation
import Phrases
import PlanDomain
import PlanRepositories
import Workflow

/// The folder that a demo is made of, with the marks in its files filled in for the day of building.
struct DemoFolder {
    let location: URL
    let calendar: DemoCalendar
    /// Dutch: the demo is a Dutch municipality, whatever language the operator reads.
    let phrases: Phrases

    /// Throws `invalid` for a file that is absent or holds a mark that is none.
    func text(_ name: String) throws -> String {
        let file = location.appending(path: name)
        guard FileManager.default.fileExists(atPath: file.path) else {
            throw PlanError(.invalid, Reason("demo.file-missing", ["file": .text(file.path)]))
        }
        return try calendar.filled(try MarkdownInput.read(file), file: name, in: phrases)
    }

    func fields(_ name: String) throws -> YAMLFields { try YAMLFields(parsing: try text(name), file: name) }
}
