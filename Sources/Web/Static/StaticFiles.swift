import Foundation

/// The files that pages refer to, such as the style sheet, read once at start-up.
///
/// A request can only name what was found then: no path is ever made from an address, so none can lead out of the
/// folder. The address of a file holds a hash of what is in it and may be kept for good.
public struct StaticFiles: Sendable {
    struct File: Sendable {
        let name: String
        let bytes: [UInt8]
        let contentType: String
        /// The first sixteen digits of the SHA-256 of the file.
        let hash: String
    }

    private let files: [String: File]

    /// Reads the files in `directory` whose kind is known; folders and hidden files are left out.
    public init(directory: URL) throws {
        var files: [String: File] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted() {
            let url = directory.appendingPathComponent(name)
            guard !name.hasPrefix("."), let type = Self.contentTypes[url.pathExtension] else { continue }
            let bytes = [UInt8](try Data(contentsOf: url))
            files[name] = File(
                name: name, bytes: bytes, contentType: type, hash: Digest.hexadecimal(of: bytes, bytes: 8))
        }
        self.files = files
    }

    func file(_ name: String) -> File? {
        files[name]
    }

    /// The address under which a page refers to a file; nil when there is none of that name.
    func address(of name: String) -> String? {
        files[name].map { SiteAddress.asset(hash: $0.hash, name: name).path }
    }

    /// Changes when any of the files does.
    var digest: String {
        files.values.sorted { $0.name < $1.name }.map { $0.name + ":" + $0.hash }.joined(separator: ",")
    }

    private static let contentTypes = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
        "woff2": "font/woff2", "png": "image/png", "ico": "image/x-icon", "txt": "text/plain; charset=utf-8",
    ]
}
