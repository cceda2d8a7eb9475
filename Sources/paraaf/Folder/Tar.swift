import Foundation
import PlanDomain
import Workflow

/// The system's `tar`, which every Debian has: one file out of many.
///
/// It goes through `gzip` for its checksum rather than its compression: of a bit that turned in a database SQLite
/// notices nothing.
enum Tar {
    static func create(_ archive: URL, from folder: URL) throws {
        // The order of names and their owners do not depend on the machine.
        try run([
            "--create", "--gzip", "--file", archive.path, "--directory", folder.path, "--sort=name", "--owner=0",
            "--group=0",
            "--numeric-owner", "--format=pax", ".",
        ])
    }

    /// Extracts an archive that holds nothing but plain files and folders below its own.
    static func extract(_ archive: URL, to folder: URL) throws {
        let listing = try run(["--list", "--verbose", "--numeric-owner", "--file", archive.path])
        let isPlain = listing.split(separator: "\n").allSatisfy { line in
            (line.hasPrefix("-") || line.hasPrefix("d")) && !line.contains("../")
        }
        guard isPlain else { throw PlanError(.invalid, Reason("backup.not-a-backup")) }
        try run([
            "--extract", "--file", archive.path, "--directory", folder.path, "--no-same-owner",
            "--preserve-permissions",
        ])
    }

    @discardableResult
    private static func run(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["tar"] + arguments
        process.environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"]
        let output = Pipe()
        let complaints = Pipe()
        process.standardOutput = output
        process.standardError = complaints
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let complaint = String(decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let isFull = ["No space left on device", ": Wrote only "].contains(where: complaint.contains)
            throw isFull
                ? PlanError(.unavailable, Reason("store.disk-full"))
                : PlanError(.invalid, Reason("backup.not-a-backup"))
        }
        return String(decoding: text, as: UTF8.self)
    }
}
