import Foundation
import Testing

/// A case that the program replays: the project's own example, and the real one where it stands beside the project.
struct PublishedCase: CustomTestStringConvertible, Sendable {
    let folder: URL

    static let example = PublishedCase(folder: Paraaf.home.appending(path: "scripts/demo"))
    static let deventer = PublishedCase(
        folder: Paraaf.home.deletingLastPathComponent().appending(path: "shared/cases/deventer-2023"))

    static var present: [PublishedCase] { [example, deventer].filter(\.isPresent) }

    var isPresent: Bool { folder.appending(path: "feiten.yml").exists }
    var testDescription: String { folder.lastPathComponent }

    func text(_ file: String) throws -> String {
        try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    }

    /// The first value of a key in `feiten.yml`, wherever it is nested, without a remark after it.
    func fact(_ key: String) throws -> String {
        let lines = try text("feiten.yml").split(separator: "\n").map { $0.drop { $0 == " " } }
        let line = try #require(lines.first { $0.hasPrefix(key + ":") })
        return line.dropFirst(key.count + 1).split(separator: "  #")[0].trimmingCharacters(in: .whitespaces)
    }

    /// The official acts, `date kind`, in the order of the file.
    func acts() throws -> [String] {
        try text("feiten.yml").split(separator: "\n").compactMap { line in
            guard let match = line.firstMatch(of: /\{ datum: ([0-9-]+), handeling: ([^,}]+?) *[,}]/) else { return nil }
            return "\(match.1) \(match.2)"
        }
    }

    /// A data folder of its own with this case in it.
    func replayed(in scratch: Scratch) throws -> URL {
        try ReplayedFolders.shared.folder(of: self).copied(to: scratch.vacancy())
    }

    /// The case with changes to its files, to see what the program says of them.
    func altered(in scratch: Scratch, _ change: (URL) throws -> Void) throws -> URL {
        let copy = try folder.copied(to: scratch.vacancy())
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: copy.plain)
        for name in copy.names {
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o644], ofItemAtPath: copy.appending(path: name).plain)
        }
        try change(copy)
        return copy
    }
}

extension URL {
    /// Replaces a text that a file must have once.
    func replace(_ old: String, with new: String) throws {
        let text = try String(contentsOf: self, encoding: .utf8)
        guard text.ranges(of: old).count == 1 else { throw Command.Failure("not once in \(plain): \(old)") }
        try Data(text.replacing(old, with: new).utf8).write(to: self)
    }
}
