/// Which destinations may become a link or an image, and how they are written.
///
/// Allowed are `http`, `https` and `mailto`, paths and fragments for links; paths alone for images, so that reading a
/// plan tells no third party. Browsers read `\` as `/` and skip tabs and line ends within a scheme: a destination with
/// a control character or a backslash is refused rather than repaired.
public struct LinkPolicy: Sendable {
    /// An allowed destination: percent-encoded, not yet escaped for HTML.
    public struct Link: Equatable, Sendable {
        public let href: String
        public let isExternal: Bool
    }

    /// Turns a relative path of a link into the address to use; nil refuses it.
    public var resolveLink: @Sendable (String) -> String?
    /// Turns a relative path of an image into the address to use, which may lie elsewhere; nil refuses it.
    public var resolveImage: @Sendable (String) -> String?

    public init(
        resolveLink: @escaping @Sendable (String) -> String? = { $0 },
        resolveImage: @escaping @Sendable (String) -> String? = { $0 }
    ) {
        self.resolveLink = resolveLink
        self.resolveImage = resolveImage
    }

    public func link(to destination: String) -> Link? {
        switch Self.kind(of: destination) {
        case .web, .mail: Link(href: Self.encoded(destination), isExternal: Self.kind(of: destination) == .web)
        case .fragment: Link(href: Self.encoded(destination), isExternal: false)
        case .path:
            resolveLink(destination).flatMap { resolved in
                let kind = Self.kind(of: resolved)
                return kind == .refused ? nil : Link(href: Self.encoded(resolved), isExternal: kind == .web)
            }
        case .refused: nil
        }
    }

    public func image(at source: String) -> String? {
        guard Self.kind(of: source) == .path, let address = resolveImage(source) else { return nil }
        let kind = Self.kind(of: address)
        return kind == .path || kind == .web ? Self.encoded(address) : nil
    }

    private enum Kind {
        case web, mail, path, fragment, refused
    }

    private static func kind(of destination: String) -> Kind {
        let bytes = destination.utf8
        guard let first = bytes.first, !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }),
            !destination.hasPrefix("//"), first != .space
        else { return .refused }
        if first == UInt8(ascii: "#") { return .fragment }
        let head = destination.prefix { !"/?#".contains($0) }
        guard let colon = head.firstIndex(of: ":") else { return .path }
        let rest = destination[destination.index(after: colon)...]
        switch head[..<colon].lowercased() {
        case "http", "https":
            return rest.hasPrefix("//") && rest.dropFirst(2).first?.isHostStart == true ? .web : .refused
        case "mailto": return rest.isEmpty ? .refused : .mail
        default: return .refused
        }
    }

    /// Percent-encodes what may not stand in an address; what is encoded already stays as it is.
    private static func encoded(_ destination: String) -> String {
        var result = ""
        for byte in destination.utf8 {
            if byte.isAddressByte {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let hex = String(byte, radix: 16, uppercase: true)
                result += hex.count == 1 ? "%0\(hex)" : "%\(hex)"
            }
        }
        return result
    }
}

extension Character {
    fileprivate var isHostStart: Bool { isLetter || isNumber || self == "[" }
}

extension UInt8 {
    /// RFC 3986: unreserved, reserved and the percent sign.
    fileprivate var isAddressByte: Bool {
        isASCIILetter || isASCIIDigit || Self.addressPunctuation.contains(self)
    }

    private static let addressPunctuation = Set("-._~:/?#[]@!$&'()*+,;=%".utf8)
}
