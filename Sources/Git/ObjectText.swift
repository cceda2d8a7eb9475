import Foundation

/// The text of a commit or tag object: header lines, an empty line, and a message.
///
/// A header continues over lines that begin with a space; that is how a signature of many lines fits in one header.
/// Bytes that are not UTF-8 (git promises no encoding) are decoded with replacement characters and never refused.
struct ObjectText {
    struct Header {
        let key: String
        let value: [UInt8]
        /// Where the header stands, its line end included.
        let range: Range<Int>
    }

    let bytes: [UInt8]
    private(set) var headers: [Header] = []
    /// Where the message begins.
    private(set) var messageStart: Int

    init(_ bytes: [UInt8], _ operation: String) throws(GitError) {
        self.bytes = bytes
        self.messageStart = bytes.endIndex
        var position = 0
        while position < bytes.endIndex {
            let end = bytes[position...].firstIndex(of: Self.newline) ?? bytes.endIndex
            let next = min(end + 1, bytes.endIndex)
            if end == position {
                messageStart = next
                return
            }
            try append(bytes[position..<end], range: position..<next, operation)
            position = next
        }
    }

    private mutating func append(
        _ line: ArraySlice<UInt8>, range: Range<Int>, _ operation: String
    ) throws(GitError) {
        if line.first == Self.space, let last = headers.popLast() {
            let value = last.value + [Self.newline] + line.dropFirst()
            headers.append(Header(key: last.key, value: value, range: last.range.lowerBound..<range.upperBound))
            return
        }
        guard let gap = line.firstIndex(of: Self.space), gap > line.startIndex else {
            throw .corrupt(operation, "a header line has no key")
        }
        let key = String(decoding: line[..<gap], as: UTF8.self)
        headers.append(Header(key: key, value: Array(line[(gap + 1)...]), range: range))
    }

    var message: ArraySlice<UInt8> { bytes[messageStart...] }

    func header(_ key: String) -> Header? { headers.first { $0.key == key } }

    func id(_ key: String, _ operation: String) throws(GitError) -> ObjectID {
        guard let header = header(key) else { throw .corrupt(operation, "there is no \(key)") }
        return try Self.id(of: header, operation)
    }

    static func id(of header: Header, _ operation: String) throws(GitError) -> ObjectID {
        guard let id = ObjectID(String(decoding: header.value, as: UTF8.self)) else {
            throw .corrupt(operation, "\(header.key) is not an object id")
        }
        return id
    }

    /// Text in the encoding that the object declares. Only Latin-1 is worth knowing beside UTF-8.
    func decode(_ bytes: some Collection<UInt8>) -> String {
        let encoding = header("encoding").map { String(decoding: $0.value, as: UTF8.self).lowercased() }
        if let encoding, ["iso-8859-1", "latin1", "latin-1", "iso8859-1"].contains(encoding) {
            return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    func identity(_ key: String, _ operation: String) throws(GitError) -> Identity {
        guard let header = header(key) else { throw .corrupt(operation, "there is no \(key)") }
        return Identity(line: header.value, decode: decode)
    }

    private static let newline = UInt8(ascii: "\n")
    private static let space = UInt8(ascii: " ")
}
