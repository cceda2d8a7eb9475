import HTTPTypes
import Phrases
import Workflow

/// Says what went wrong and what the reader can do now.
struct ErrorPage: SitePage {
    static let template = "error"
    let heading: String
    let explanation: String
    /// What the program says of this very case; nil where only the operator may know.
    let reason: String?
    /// Names the failure in the operator's log; nil where the reader can help themselves.
    let reference: String?
    let home: String

    init(_ failure: Failure, reference: String, phrases: Phrases) {
        let kind = Self.kind(of: failure.status)
        heading = phrases.text("web.error.\(kind).heading")
        explanation = phrases.text("web.error.\(kind).explanation")
        reason = failure.reason.map { phrases.sentence($0) }
        self.reference = failure.status.code >= 500 ? reference : nil
        home = SiteAddress.plans.path
    }

    private static func kind(of status: HTTPResponse.Status) -> String {
        switch status {
        case .notFound: "not-found"
        case .methodNotAllowed: "method"
        case .forbidden: "forbidden"
        case .conflict: "conflict"
        case .serviceUnavailable: "unavailable"
        case .uriTooLong: "too-long"
        case .contentTooLarge: "too-large"
        default: status.code < 500 ? "invalid" : "internal"
        }
    }

    static let fields: PageFields<ErrorPage> = [
        .text("heading") { $0.heading },
        .text("explanation") { $0.explanation },
        .text("reason") { $0.reason },
        .text("reference") { $0.reference },
        .text("home") { $0.home },
    ]
}
