import Foundation
import PlanDomain
import Workflow

/// Where a command's result goes.
enum Output {
    /// Writes to a file, whole or not at all; to standard output where `file` is nil or `-`.
    static func write(_ bytes: Data, to file: String?) throws {
        guard let file, file != "-" else { return FileHandle.standardOutput.write(bytes) }
        let place = URL(filePath: file)
        try requireFolder(of: place)
        try bytes.write(to: place, options: .atomic)
    }

    /// Throws `invalid` where the folder that a file is to stand in does not exist: a slip of the pen makes no folders.
    static func requireFolder(of file: URL) throws(PlanError) {
        let folder = file.standardizedFileURL.deletingLastPathComponent()
        guard FileManager.default.fileExists(atPath: folder.path) else {
            throw PlanError(.invalid, Reason("cli.folder-missing", ["folder": .text(folder.path)]))
        }
    }
}

/// A Markdown file that somebody hands in.
enum MarkdownInput {
    /// Throws `invalid` for a file that is too large or not UTF-8, before it is looked at any further.
    static func read(_ file: URL) throws -> String {
        let name = file.lastPathComponent
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        guard attributes[.type] as? FileAttributeType == .typeRegular else {
            throw PlanError(.invalid, Reason("cli.not-a-file", ["file": .text(file.path)]))
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
