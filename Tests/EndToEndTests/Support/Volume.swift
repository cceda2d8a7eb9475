import Foundation

/// A disk of its own for one test: small, or not to be written. Only root can have one.
final class Volume {
    let place: URL

    /// An empty disk.
    init(of kilobytes: Int, at place: URL) throws {
        self.place = place
        try Self.mount(["-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs"], at: place)
    }

    /// A folder seen through a disk that may not be written.
    init(readOnly folder: URL, at place: URL) throws {
        self.place = place
        try Self.mount(["--bind", folder.plain], at: place)
        try Self.run("mount", ["-o", "remount,ro,bind", place.plain])
    }

    deinit { try? Self.run("umount", ["-l", place.plain]) }

    func grow(to kilobytes: Int) throws { try Self.run("mount", ["-o", "remount,size=\(kilobytes)k", place.plain]) }

    /// Whether this machine lets the test mount at all: many containers do not, even for root.
    static let canMount: Bool = {
        guard getuid() == 0, let scratch = try? Scratch() else { return false }
        return (try? Volume(of: 64, at: scratch.place("proef"))) != nil
    }()

    private static func mount(_ what: [String], at place: URL) throws {
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try run("mount", what + [place.plain])
    }

    private static func run(_ program: String, _ arguments: [String]) throws {
        let answer = try Command(program, arguments)
        guard answer.status == 0 else { throw Command.Failure(answer.complaint) }
    }
}
