import Foundation
import PlanDomain

/// Every address of the site, made in this one place; Dutch, because readers see and share them.
///
/// Parts are made of ids that are safe in an address by their own rules, or are percent-encoded here.
enum SiteAddress: Equatable, Sendable {
    case plans
    case plan(PlanID)
    case text(PlanID)
    /// A section at a version, at the present one when nil.
    case section(PlanID, SectionID, at: CommitID? = nil)
    case comparison(PlanID, SectionID, from: CommitID, to: CommitID)
    /// Where the form that chooses two versions goes.
    case comparisonForm(PlanID, SectionID)
    case acts(PlanID)
    /// One act on the page of the register, by its number.
    case act(PlanID, Int)
    case documents(PlanID)
    /// A produced document, at a moment as its footer names it or the present one when nil.
    case document(PlanID, String, at: String? = nil)
    case workflow(PlanID)
    case about
    case language
    case health
    case asset(hash: String, name: String)

    var path: String {
        switch self {
        case .plans: "/"
        case .plan(let plan): "/plannen/\(plan)"
        case .text(let plan): "/plannen/\(plan)/tekst"
        case .section(let plan, let section, let commit):
            "/plannen/\(plan)/secties/\(section)" + (commit.map { "?versie=\($0)" } ?? "")
        case .comparison(let plan, let section, let old, let new):
            "/plannen/\(plan)/secties/\(section)/vergelijking?van=\(old)&tot=\(new)"
        case .comparisonForm(let plan, let section): "/plannen/\(plan)/secties/\(section)/vergelijking"
        case .acts(let plan): "/plannen/\(plan)/handelingen"
        case .act(let plan, let sequence): "/plannen/\(plan)/handelingen#handeling-\(sequence)"
        case .documents(let plan): "/plannen/\(plan)/stukken"
        case .document(let plan, let name, let moment):
            "/plannen/\(plan)/stukken/\(Self.encoded(name))" + (moment.map { "?bij=\(Self.encoded($0))" } ?? "")
        case .workflow(let plan): "/plannen/\(plan)/werkwijze"
        case .about: "/over"
        case .language: "/taal"
        case .health: "/gezondheid"
        case .asset(let hash, let name): "/static/\(hash)/\(Self.encoded(name))"
        }
    }

    /// Percent-encodes all but the unreserved characters (RFC 3986, 2.3).
    private static func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126: result.unicodeScalars.append(Unicode.Scalar(byte))
            default: result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }
}

/// The shapes of addresses as the router knows them, with the methods that each allows.
enum SiteRoute: String, CaseIterable, Sendable {
    case plans = "/"
    case plan = "/plannen/:plan"
    case text = "/plannen/:plan/tekst"
    case section = "/plannen/:plan/secties/:section"
    case comparison = "/plannen/:plan/secties/:section/vergelijking"
    case acts = "/plannen/:plan/handelingen"
    case documents = "/plannen/:plan/stukken"
    case document = "/plannen/:plan/stukken/:document"
    case workflow = "/plannen/:plan/werkwijze"
    case about = "/over"
    case language = "/taal"
    case health = "/gezondheid"
    case asset = "/static/:hash/:file"
    /// Browsers ask for it by this name beside a document that cannot name an icon of its own.
    case icon = "/favicon.ico"

    /// For the header `Allow` (RFC 9110, 10.2.1).
    var allowed: [String] { isForm ? ["POST"] : ["GET", "HEAD"] }

    /// Whether it takes a form and has no page of its own.
    var isForm: Bool { self == .language }

    /// The route that `path` belongs to, whatever the method.
    init?(matching path: String) {
        let parts = path.split(separator: "/")
        guard let route = Self.allCases.first(where: { $0.accepts(parts) }) else { return nil }
        self = route
    }

    private func accepts(_ parts: [Substring]) -> Bool {
        let own = rawValue.split(separator: "/")
        return own.count == parts.count && zip(own, parts).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
    }
}
