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

    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: location.appending(path: name).path) }

    /// Throws `invalid` for a file that is absent or holds a mark that is none.
    func text(_ name: String) throws -> String {
        let file = location.appending(path: name)
        guard has(name) else {
            throw PlanError(.invalid, Reason("demo.file-missing", ["file": .text(file.path)]))
        }
        return try calendar.filled(try MarkdownInput.read(file), file: name, in: phrases)
    }

    func fields(_ name: String) throws -> YAMLFields { try YAMLFields(parsing: try text(name), file: name) }
}
