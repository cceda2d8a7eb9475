import Foundation
import PlanDomain
import Workflow

/// Where a command's result goes.
enum Output {
    /// Writes to a file, whole or not at all; to standard output where `file` is nil or `-`.
    static func write(_ bytes: Data, to file: String?) throws {
        guard let file, file != "-" else { return FileHandle.standardOutput.write(bytes) }
        try bytes.write(to: URL(filePath: file), options: .atomic)
    }
}

/// A Markdown file that somebody hands in.
enum MarkdownInput {
    /// Throws `invalid` for a file that is too large or not UTF-8, before it is looked at any further.
    static func read(_ file: URL) throws -> String {
        let name = file.lastPathComponent
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        guard attributes[.type] as? FileAttributeType == .typeRegular else {
            throw PlanError(.invalid, Reason("cli.not-a-file", ["file": .text(name)]))
        }
        let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
        guard size <= PlanImport.sizeLimit else {
            let sizes: [String: Reason.Argument] = [
                "size": .number(size / 1024), "limit": .number(PlanImport.sizeLimit / 1024),
            ]
            throw PlanError(.invalid, Reason("markdown.too-large", sizes))
        }
        guard let text = String(validating: try Data(contentsOf: file), as: UTF8.self) else {
            throw PlanError(.invalid, Reason("import.not-utf8", ["file": .text(name)]))
        }
        return text
    }
}
