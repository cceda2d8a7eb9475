import Foundation
import MailFile
import PlanDomain
import Prose
import Workflow

/// Reads what people send: PDF, Word, ODT, mail, plain text and lists.
///
/// What it is, its content says; of plain text, mail and lists, which could be any text, the name says it too. Everything
/// comes back as plain words: nothing of a document is shown as it was made, and nothing it points to is fetched.
public struct SourceReader: SourceReading {
    private let conversion: any DocumentConversion
    private let pdf: PDFText

    /// - Parameters:
    ///   - conversion: reads Word and ODT.
    ///   - pdfProgram: as it is called on the command line, or its path.
    public init(conversion: any DocumentConversion, pdfProgram: String = "pdftotext") {
        self.conversion = conversion
        pdf = PDFText(program: pdfProgram)
    }

    public func read(_ bytes: Data, called name: String) async throws -> ReadDocument {
        guard !bytes.isEmpty else { throw PlanError(.invalid, Reason("file.empty")) }
        guard bytes.count <= SourceType.sizeLimit else {
            let sizes: [String: Reason.Argument] = [
                "size": .number(bytes.count >> 20), "limit": .number(SourceType.sizeLimit >> 20),
            ]
            throw PlanError(.invalid, Reason("file.too-large", sizes))
        }
        if bytes.starts(with: Array("%PDF-".utf8)) {
            return ReadDocument(type: .pdf, text: Self.tidy(try await pdf.text(of: bytes)))
        }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return try await office(bytes) }
        let name = name.lowercased()
        if name.hasSuffix(".eml") { return try Self.mail(bytes) }
        if name.hasSuffix(".csv") { return ReadDocument(type: .csv, text: "") }
        guard [".txt", ".text", ".md"].contains(where: name.hasSuffix), let text = Self.plain(bytes) else {
            throw PlanError(.invalid, Reason(name.hasSuffix(".msg") ? "intake.outlook" : "intake.unknown-kind"))
        }
        return ReadDocument(type: .text, text: Self.tidy(text))
    }

    private func office(_ bytes: Data) async throws -> ReadDocument {
        let kind = try FileKind(of: bytes, limit: SourceType.sizeLimit)
        let document = try await conversion.markdown(of: bytes, kind)
        let words = (try? MarkdownDocument(parsing: document.markdown))?.plainText ?? document.markdown
        return ReadDocument(type: kind == .odt ? .odt : .docx, title: document.title, text: Self.tidy(words))
    }

    private static func mail(_ bytes: Data) throws(PlanError) -> ReadDocument {
        guard let mail = MailFile(bytes) else { throw PlanError(.invalid, Reason("intake.no-mail")) }
        let origin = MailOrigin(
            name: mail.sender?.name ?? "", address: mail.sender?.address ?? "", replyTo: mail.replyTo?.address,
            returnPath: mail.returnPath?.address, sentAt: mail.sentAt)
        return ReadDocument(
            type: .mail, title: mail.subject, text: tidy(mail.text), mail: origin,
            enclosures: mail.attachments.map { ReadDocument.Enclosure(name: $0.name, bytes: $0.bytes) })
    }

    /// UTF-8, or what Windows wrote before it; nil for what is no text.
    private static func plain(_ bytes: Data) -> String? {
        let text = String(data: bytes, encoding: .utf8) ?? String(data: bytes, encoding: .windowsCP1252)
        guard let text, !text.unicodeScalars.contains("\0") else { return nil }
        return text
    }

    /// With plain line ends, without marks that steer a printer, and with at most one empty line in a row.
    private static func tidy(_ text: String) -> String {
        let plain = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").replacing("\u{FEFF}", with: "")
        let kept = plain.unicodeScalars.filter { scalar in
            scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
        }
        let lines = String(String.UnicodeScalarView(kept)).split(separator: "\n", omittingEmptySubsequences: false)
        var tidy: [Substring] = []
        for line in lines.map({ $0.trimmingSuffix(while: \.isWhitespace) }) where !line.isEmpty || tidy.last != "" {
            tidy.append(line)
        }
        return tidy.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while isUnwanted: (Character) -> Bool) -> Substring {
        var text = self
        while let last = text.last, isUnwanted(last) { text.removeLast() }
        return text
    }
}
