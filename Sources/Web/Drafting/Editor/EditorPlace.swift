import Foundation
import PlanDomain

/// A text that is written at, with its place on the site.
struct EditorPlace: Sendable {
    let plan: PlanID
    let subject: DraftSubject
    /// As the page calls it.
    let title: String
    /// The title that can be changed along with the text; nil where it can't.
    var ownTitle: String?
    /// Where the form goes, and where it is opened again.
    let address: SiteAddress
    /// Where the reader goes when it is done.
    let back: SiteAddress
}

/// One opened editor: on what it was begun, and under which name its draft is kept.
struct EditorSession: Equatable, Sendable {
    var base: CommitID
    var tab: DraftTab
    /// Of the last draft that was kept; 0 where none was.
    var version: Int

    /// What the next request of this tab is called.
    var next: EditorSession {
        EditorSession(base: base, tab: tab, version: min(version, Self.highest) + 1)
    }

    static let highest = 1_000_000_000
}

extension DraftTab {
    /// A name that nobody has.
    static func make(_ random: RandomBytes) -> DraftTab? {
        DraftTab(random(12).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }

    /// The name that belongs to one sending of a form, so that sending it twice opens one draft.
    static func named(by requestID: String) -> DraftTab? {
        DraftTab("terug-" + Digest.hexadecimal(of: requestID.utf8, bytes: 12))
    }
}
