import Foundation
import PlanDomain
import Workflow

/// Reads text as text: stands in for the programs that read documents, where a test is about what is done with them.
/// A saved mail comes from somebody whose answers go elsewhere, with a note sent along.
public struct LittleSources: SourceReading {
    public static let origin = MailOrigin(
        name: "Jan Jansen", address: "jan@voorbeeld.nl", replyTo: "iemand@elders.example", returnPath: nil)
    public static let note = "Tekst van de notitie die meekwam."

    public init() {}

    public func read(_ bytes: Data, called name: String) async throws -> ReadDocument {
        guard bytes.count <= SourceType.sizeLimit, let text = String(data: bytes, encoding: .utf8) else {
            throw PlanError(.invalid, Reason("intake.unknown-kind"))
        }
        switch name.lowercased().split(separator: ".").last {
        case "txt": return ReadDocument(type: .text, text: text)
        case "csv": return ReadDocument(type: .csv, text: "")
        case "eml":
            return ReadDocument(
                type: .mail, title: "Zienswijze", text: text, mail: Self.origin,
                enclosures: [.init(name: "notitie.txt", bytes: Data(Self.note.utf8))])
        default: throw PlanError(.invalid, Reason("intake.unknown-kind"))
        }
    }
}
