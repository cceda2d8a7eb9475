import Phrases
import PlanDomain

/// The documents of a plan, to read or to save, as they are now and as they were at a frozen version.
struct DocumentListPage: SitePage {
    static let template = "documents"
    let heading: String
    let documents: [DocumentLine]
    /// Newest first.
    let versions: [VersionLine]

    init(_ documents: [DocumentListing], of plan: ProjectedPlan, phrases: Phrases) {
        heading = phrases.text("web.documents.heading", ["title": .text(plan.metadata.title)])
        self.documents = documents.map { DocumentLine($0, of: plan.id) }
        versions = plan.versions.reversed().map { version in
            VersionLine(
                tag: version.tag, act: .act(plan.id, version.act), sequence: phrases.number(version.act),
                documents: documents.map { DocumentLine($0, of: plan.id, at: version.tag) })
        }
    }

    static let fields: PageFields<DocumentListPage> = [
        .text("heading") { $0.heading },
        .flag("isEmpty") { $0.documents.isEmpty },
        .list("documents") { $0.documents },
        .flag("hasVersions") { !$0.versions.isEmpty },
        .list("versions") { $0.versions },
    ]

    /// The same documents as they were when a version was frozen.
    struct VersionLine: PageContent {
        let tag: String
        let act: SiteAddress
        let sequence: String
        let documents: [DocumentLine]

        static let fields: PageFields<VersionLine> = [
            .text("tag") { $0.tag },
            .text("actAddress") { $0.act.path },
            .text("sequence") { $0.sequence },
            .list("documents") { $0.documents },
        ]
    }
}

/// A document with its address.
struct DocumentLine: PageContent {
    let title: String
    let summary: String?
    let address: SiteAddress

    init(_ document: DocumentListing, of plan: PlanID, at moment: String? = nil) {
        title = document.title
        summary = document.summary
        address = .document(plan, document.name, at: moment)
    }

    static let fields: PageFields<DocumentLine> = [
        .text("documentTitle") { $0.title },
        .text("summary") { $0.summary },
        .text("address") { $0.address.path },
    ]
}
