import Foundation

/// The files that pages refer to, such as the style sheet, read once at start-up.
///
/// A request can only name what was found then: no path is ever made from an address, so none can lead out of the
/// folder. The address of a file holds a hash of what is in it and may be kept for good.
///
/// An area's own styles stand in `css/<area>.css` and are added to the one style sheet, in order of their names; its
/// own module of JavaScript stands beside the style sheet and is named by the pages that want it.
public struct StaticFiles: Sendable {
    struct File: Sendable {
        let name: String
        let bytes: [UInt8]
        let contentType: String
        /// The first sixteen digits of the SHA-256 of the file.
        let hash: String
    }

    private let files: [String: File]

    static let styleSheet = "paraaf.css"

    /// Reads the files in `directory` whose kind is known; other folders than `css` and hidden files are left out.
    public init(directory: URL) throws {
        var files: [String: File] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted() {
            let url = directory.appendingPathComponent(name)
            guard !name.hasPrefix("."), let type = Self.contentTypes[url.pathExtension] else { continue }
            var bytes = [UInt8](try Data(contentsOf: url))
            if name == Self.styleSheet { bytes += try Self.areaStyles(in: directory.appendingPathComponent("css")) }
            files[name] = File(
                name: name, bytes: bytes, contentType: type, hash: Digest.hexadecimal(of: bytes, bytes: 8))
        }
        self.files = files
    }

    private static func areaStyles(in folder: URL) throws -> [UInt8] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try names.sorted().filter { $0.hasSuffix(".css") && !$0.hasPrefix(".") }.flatMap { name in
            [UInt8(ascii: "\n")] + [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
        }
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

extension StaticFiles.File {
    /// A file that stands in no folder, under an address like that of one that does.
    init(made name: String, _ bytes: [UInt8], type: String) {
        self.init(name: name, bytes: bytes, contentType: type, hash: Digest.hexadecimal(of: bytes, bytes: 8))
    }

    var address: String { SiteAddress.asset(hash: hash, name: name).path }
}
