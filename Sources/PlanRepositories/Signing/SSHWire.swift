import Foundation

/// Writes the binary form that SSH keys and signatures share: numbers big-endian, strings behind their length
/// (RFC 4251, section 5).
struct SSHWriter {
    private(set) var bytes = Data()

    mutating func write(raw: some Sequence<UInt8>) {
        bytes.append(contentsOf: raw)
    }

    mutating func write(_ number: UInt32) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func write(string: some Collection<UInt8>) {
        write(UInt32(string.count))
        bytes.append(contentsOf: string)
    }

    mutating func write(text: String) {
        write(string: Data(text.utf8))
    }
}

/// Reads what `SSHWriter` writes; every read says nil where the bytes run out, so that a cut-off file is told.
struct SSHReader {
    private var rest: Data

    init(_ bytes: Data) { rest = Data(bytes) }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func read(count: Int) -> Data? {
        guard count >= 0, rest.count >= count else { return nil }
        defer { rest = Data(rest.dropFirst(count)) }
        return Data(rest.prefix(count))
    }

    mutating func readNumber() -> UInt32? {
        read(count: 4)?.reduce(0) { $0 << 8 | UInt32($1) }
    }

    mutating func readString() -> Data? {
        guard let count = readNumber() else { return nil }
        return read(count: Int(count))
    }

    mutating func readText() -> String? {
        readString().flatMap { String(data: $0, encoding: .utf8) }
    }
}

/// The text form around the bytes: a first line, base64 in lines of 70, a last line.
struct SSHArmour {
    let label: String

    func wrap(_ bytes: Data) -> String {
        var lines = ["-----BEGIN \(label)-----"]
        var rest = bytes.base64EncodedString()[...]
        while !rest.isEmpty {
            lines.append(String(rest.prefix(70)))
            rest = rest.dropFirst(70)
        }
        return lines.joined(separator: "\n") + "\n-----END \(label)-----\n"
    }

    /// The bytes inside; nil where the text is not this kind of armour.
    func unwrap(_ text: String) -> Data? {
        let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        guard lines.count > 2, lines.first == "-----BEGIN \(label)-----", lines.last == "-----END \(label)-----"
        else { return nil }
        return Data(base64Encoded: lines.dropFirst().dropLast().joined())
    }
}
