import Foundation

/// Reads the words of a document that somebody sent; whoever does it stands outside the domain.
public protocol SourceReading: Sendable {
    /// Told by the content; of plain text and mail, which could be any text, by the name too.
    ///
    /// Throws `invalid` for what cannot be read or has no words, and for what takes more than a document is worth;
    /// `unavailable` where the program that reads it is not there.
    func read(_ bytes: Data, called name: String) async throws -> ReadDocument
}

/// What was read of a document.
public struct ReadDocument: Equatable, Sendable {
    public let type: SourceType
    /// As it calls itself; nil where it does not.
    public let title: String?
    /// Plain, with single line ends; empty where a file is all picture, such as a scan.
    public let text: String
    /// Of a mail.
    public let mail: MailOrigin?
    /// What was sent along with a mail.
    public let enclosures: [Enclosure]

    public struct Enclosure: Equatable, Sendable {
        public let name: String
        public let bytes: Data

        public init(name: String, bytes: Data) {
            self.name = name
            self.bytes = bytes
        }
    }

    public init(
        type: SourceType, title: String? = nil, text: String, mail: MailOrigin? = nil, enclosures: [Enclosure] = []
    ) {
        self.type = type
        self.title = title
        self.text = text
        self.mail = mail
        self.enclosures = enclosures
    }
}

/// What kind of file a document came in as.
public enum SourceType: String, CaseIterable, Codable, Sendable {
    case pdf, docx, odt
    /// A message as a mail program saved it.
    case mail
    case text
    /// A list with one reaction in each row.
    case csv

    /// Of each: twenty-five megabytes, so that a mail with its files fits.
    public static let sizeLimit = 25 << 20

    public var contentType: String {
        switch self {
        case .pdf: FileKind.pdf.contentType
        case .docx: FileKind.docx.contentType
        case .odt: FileKind.odt.contentType
        case .mail: "message/rfc822"
        case .text: "text/plain; charset=utf-8"
        case .csv: "text/csv"
        }
    }

    /// What the name of such a file ends in.
    public var fileExtension: String {
        switch self {
        case .mail: "eml"
        case .text: "txt"
        default: rawValue
        }
    }
}
