import Phrases
import PlanDomain

/// One reaction of the draft: its words, and the files that go with it.
struct ItemPage: SitePage {
    static let template = "contributeitem"
    static let scripts = ["contribute.js"]
    let heading: String
    let about: String?
    /// Nil once the round is over.
    let form: FormContent?
    let files: [FileLine]
    let attach: FormContent?
    let isOver: Bool
    /// What was written, where it can only be read.
    let written: WrittenLine?
    let check: SiteAddress
    let overview: SiteAddress

    static let fields: PageFields<ItemPage> = [
        .text("heading") { $0.heading },
        .text("aboutItem") { $0.about },
        .part("form") { $0.form },
        .flag("isKept") { $0.attach != nil || !$0.files.isEmpty },
        .flag("hasFiles") { !$0.files.isEmpty },
        .list("files") { $0.files },
        .part("attach") { $0.attach },
        .flag("isOver") { $0.isOver },
        .part("written") { $0.written },
        .text("check") { $0.check.path },
        .text("overview") { $0.overview.path },
    ]
}

/// An attachment to be saved, and taken away where that is still possible.
struct FileLine: PageContent {
    let name: String
    let size: String
    let address: SiteAddress
    let removal: SiteAddress?
    let seal: FormSeal?

    init(
        _ attachment: Attachment, at address: SiteAddress, removal: SiteAddress? = nil, seal: FormSeal? = nil,
        phrases: Phrases
    ) {
        name = attachment.name
        size = phrases.text("partner.kilobytes", ["count": .number(max(1, attachment.size / 1_024))])
        self.address = address
        self.removal = removal
        self.seal = seal
    }

    static let fields: PageFields<FileLine> = [
        .text("fileName") { $0.name },
        .text("fileSize") { $0.size },
        .text("address") { $0.address.path },
        .text("removal") { $0.removal?.path },
        .text("formToken") { $0.seal?.token },
        .text("requestID") { $0.seal?.requestID },
    ]
}
