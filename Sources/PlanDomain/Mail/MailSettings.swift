import Workflow

/// By which server mail leaves, and in whose name.
public struct MailSettings: Equatable, Sendable {
    public let host: String
    public let port: Int
    public let security: Security
    /// Nil for a server that asks for none.
    public let login: Login?
    /// A file with certificates (PEM) that are trusted beside those of the system, for a server of one's own.
    public let authorityFile: String?
    /// Whom mail is from; what cannot be delivered comes back to this address.
    public let sender: MailAddress
    public let senderName: String
    /// Where readers find the site, without a slash at the end: links in mail begin with it.
    public let siteAddress: String

    /// Throws `invalid` for what no mail server could do anything with, and for a password that would go over the
    /// network in the clear.
    public init(
        host: String, port: Int, security: Security, login: Login? = nil, authorityFile: String? = nil,
        sender: MailAddress, senderName: String, siteAddress: String
    ) throws(PlanError) {
        guard Self.isHost(host) else { throw PlanError(.invalid, Reason("mail.host-invalid")) }
        guard (1...65_535).contains(port) else { throw PlanError(.invalid, Reason("mail.port-invalid")) }
        guard login.map({ $0.isSound }) ?? true else { throw PlanError(.invalid, Reason("mail.login-invalid")) }
        guard login == nil || security != .none || Self.isThisMachine(host) else {
            throw PlanError(.invalid, Reason("mail.login-in-the-clear"))
        }
        guard authorityFile.map({ $0.hasPrefix("/") && Self.isPlain($0) }) ?? true else {
            throw PlanError(.invalid, Reason("mail.authority-file-invalid"))
        }
        guard senderName.utf8.count <= 200, Self.isPlain(senderName) else {
            throw PlanError(.invalid, Reason("mail.sender-name-invalid"))
        }
        guard let siteAddress = Self.trimmedSite(siteAddress) else {
            throw PlanError(.invalid, Reason("mail.site-invalid"))
        }
        self.host = host
        self.port = port
        self.security = security
        self.login = login
        self.authorityFile = authorityFile
        self.sender = sender
        self.senderName = senderName
        self.siteAddress = siteAddress
    }

    public enum Security: String, CaseIterable, Codable, Sendable {
        /// A plain connection that is encrypted before anything is said (RFC 3207), usually on port 587. A server that
        /// does not offer it is not used.
        case startTLS
        /// Encrypted from the first byte (RFC 8314), usually on port 465.
        case tls
        /// Not encrypted: for a server on this machine or in a closed network.
        case none
    }

    public struct Login: Equatable, Sendable, CustomReflectable, CustomStringConvertible {
        public let user: String
        public let password: String

        public init(user: String, password: String) {
            self.user = user
            self.password = password
        }

        fileprivate var isSound: Bool {
            !user.isEmpty && !password.isEmpty && MailSettings.isPlain(user) && MailSettings.isPlain(password)
        }

        /// Without the password, which would otherwise end up in a log with whatever holds it.
        public var description: String { "Login(\(user))" }
        public var customMirror: Mirror { Mirror(self, children: ["user": user]) }
    }
}

extension MailSettings {
    /// The host of the site's address, by which this server presents itself.
    public var siteHost: String {
        let rest = siteAddress.drop { $0 != "/" }.drop { $0 == "/" }
        return String(rest.prefix { $0 != "/" && $0 != ":" })
    }

    /// A name or an IPv4 address. Not an address of IPv6, whose colons would be read as a port.
    private static func isHost(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                    && label.utf8.allSatisfy(isHostByte)
            }
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte) || byte == 45
    }

    private static func isThisMachine(_ host: String) -> Bool { host == "localhost" || host.hasPrefix("127.") }

    private static func isPlain(_ text: String) -> Bool { text.unicodeScalars.allSatisfy { !$0.isControl } }

    private static func trimmedSite(_ text: String) -> String? {
        var text = text.trimmed[...]
        while text.hasSuffix("/") { text.removeLast() }
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return nil }
        let rest = text.dropFirst(scheme.count)
        let parts = rest.prefix { $0 != "/" }.split(separator: ":", omittingEmptySubsequences: false)
        let isSound =
            (1...2).contains(parts.count) && isHost(String(parts[0]))
            && (parts.count == 1 || UInt16(parts[1]) != nil)
            && rest.utf8.allSatisfy { isHostByte($0) || "./:_~%".utf8.contains($0) }
        return isSound ? String(text) : nil
    }
}

extension Unicode.Scalar {
    /// A character that moves the cursor or steers a device instead of being read.
    var isControl: Bool { properties.generalCategory == .control || value == 0x2028 || value == 0x2029 }
}
