import Foundation

/// What the demo is made of, and the demo made of it.
enum DemoContent {
    static let folder = Paraaf.home.appending(path: "scripts/demo")

    /// The demo of today, built once; tests work on copies.
    private static let whole = Result {
        let folder = Scratch.root.appending(path: "demo")
        let answer = try Paraaf.run("demo", data: folder)
        guard answer.status == 0 else { throw Command.Failure(answer.complaint) }
        return folder
    }

    static func built(in scratch: Scratch) throws -> URL { try whole.get().copied(to: scratch.vacancy()) }

    /// A copy of what it is made of, with changes, to see what the program says of them.
    static func altered(in scratch: Scratch, _ change: (URL) throws -> Void) throws -> URL {
        let copy = try folder.copied(to: scratch.vacancy())
        guard try Command("chmod", ["-R", "u+w", copy.plain]).status == 0 else {
            throw Command.Failure("cannot write in \(copy.plain)")
        }
        try change(copy)
        return copy
    }

    /// The values of a key in a file of the demo, wherever it stands.
    static func values(of key: String, in file: String) throws -> [String] {
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        return text.matches(of: try Regex<(Substring, Substring)>("\\b\(key): *([^,}\\n]+)")).map { String($0.1) }
    }

    /// Ends a build by force when it has told of so many events.
    static func cutOff(after events: Int, in data: URL) throws {
        let child = try Paraaf.start(["demo"], data: data)
        while child.isRunning, !child.complaint.contains("[\(events)/") { usleep(500) }
        child.signal(SIGKILL)
        guard try child.end().wasKilled else { throw Command.Failure("it was done already") }
    }
}
