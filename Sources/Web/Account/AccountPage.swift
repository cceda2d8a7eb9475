import Foundation
import Phrases
import PlanDomain

/// What somebody can see and change of their own account: name, language, password, codes, and where they are signed in.
struct AccountPage: SitePage {
    static let template = "account"
    let heading: String
    let mail: String
    let functions: [TextLine]
    let details: FormContent
    let password: FormContent
    let codes: String
    let codesLink: PageLink
    let sessions: [Row]
    let seal: FormSeal

    static let fields: PageFields<AccountPage> = [
        .text("heading") { $0.heading },
        .text("mail") { $0.mail },
        .flag("hasFunctions") { !$0.functions.isEmpty },
        .list("functions") { $0.functions },
        .part("details") { $0.details },
        .part("password") { $0.password },
        .text("codes") { $0.codes },
        .part("codesLink") { $0.codesLink },
        .list("sessions") { $0.sessions },
        .flag("hasOthers") { $0.sessions.count > 1 },
        .text("endSessions") { _ in SiteAddress.ownSessions.path },
        .text("formToken") { $0.seal.token },
        .text("requestID") { $0.seal.requestID },
    ]

    /// A browser that is signed in.
    struct Row: PageContent {
        let device: String
        let seen: String
        let isThis: Bool
        /// What the button says to who does not see the row that it stands in.
        let endLabel: String
        let address: SiteAddress
        let seal: FormSeal

        static let fields: PageFields<Row> = [
            .text("device") { $0.device },
            .text("seen") { $0.seen },
            .flag("isThis") { $0.isThis },
            .text("endLabel") { $0.endLabel },
            .text("endAddress") { $0.address.path },
            .text("formToken") { $0.seal.token },
            .text("requestID") { $0.seal.requestID },
        ]
    }
}
