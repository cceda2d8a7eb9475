import Crypto
import Foundation
import PlanDomain

/// Where a document comes from: everything that its bytes depend on, as its footer prints it.
///
/// Who has the plan's repository, the store and this version of the renderer makes the same document again, byte for
/// byte, and can tell from the digests which of them differs when it does not come out the same.
public struct Provenance: Equatable, Sendable {
    public let plan: PlanID
    /// Name of the document, such as `nota`.
    public let document: String
    public let text: CommitID
    /// The last act that it takes into account.
    public let act: RegisterHead
    /// How the key that signs the register is known: `SHA256:…`.
    public let keyFingerprint: String
    /// SHA-256 of what was taken from the store, in hexadecimal.
    public let storeDigest: String
    /// SHA-256 of the municipality's house style, in hexadecimal.
    public let houseStyleDigest: String
    public let rendererVersion: Int
    /// What `--at` needs to make it again.
    public let reference: String

    init(of document: String, in dossier: PlanDossier, using extract: StoreExtract) {
        plan = dossier.id
        self.document = document
        text = dossier.commit
        act = dossier.registerHead
        keyFingerprint = dossier.keyFingerprint
        storeDigest = extract.json.digest
        houseStyleDigest = dossier.houseStyle.json.digest
        rendererVersion = RendererVersion.current
        reference = dossier.reference
    }
}

/// What a document takes from the store: the words that git does not hold. Only what it really prints counts, so that a
/// reason that is withheld changes the digest of the documents that showed it and of no other.
struct StoreExtract: Equatable, Sendable {
    /// Reasons by number of the act.
    var reasons: [Int: RecordedReason] = [:]
    /// Names in the order in which they are printed.
    var organisations: [String] = []

    var json: CanonicalJSON {
        .object([
            "organisations": .array(organisations.map { .string($0) }),
            "reasons": .array(reasons.sorted { $0.key < $1.key }.map { Self.json(of: $0.value, for: $0.key) }),
        ])
    }

    private static func json(of reason: RecordedReason, for act: Int) -> CanonicalJSON {
        switch reason {
        case .text(let text): .object(["act": .number(act), "text": .string(text)])
        case .withheld: .object(["act": .number(act), "text": .null])
        }
    }
}

extension HouseStyle {
    /// Every choice, also those that a document happens not to show: the footer names the style as a whole. Without
    /// colours of its own it is what it was before there were any.
    var json: CanonicalJSON {
        var choices: [String: CanonicalJSON] = [
            "councilNoticeLabel": .string(councilNoticeLabel),
            "fieldDates": .string(fieldDates.rawValue),
            "municipality": .string(municipality),
        ]
        if let colours {
            choices["mainColour"] = .string("\(colours.main)")
            choices["barColour"] = .string("\(colours.bar)")
        }
        return .object(choices)
    }
}

extension CanonicalJSON {
    /// SHA-256 of the UTF-8 bytes, in hexadecimal.
    var digest: String {
        SHA256.hash(data: Data(text.utf8)).map { byte in
            let hex = String(byte, radix: 16)
            return hex.count == 1 ? "0" + hex : hex
        }.joined()
    }
}
