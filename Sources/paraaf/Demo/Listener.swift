import Foundation
import PlanDomain
import Workflow

/// Where a server listens, and so who can reach what it offers.
///
/// A demo lets anybody be anybody. It opens on this machine by itself; for others only when that is said in so many
/// words, and never in a folder that is not a demo.
struct Listener {
    let host: String
    /// Whether a proxy stands in front, through which others come in at an address of this machine.
    var isBehindProxy = false

    /// Whether only this machine reaches it (RFC 1122, 3.2.1.3; RFC 4291, 2.5.3).
    ///
    /// Told by the address itself: a name other than `localhost` may lead anywhere tomorrow.
    var isLoopback: Bool {
        if ["localhost", "::1", "[::1]"].contains(host.lowercased()) { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Whether the sign-in of a demo may be offered here. `isAsked` is whether the operator asked for it.
    ///
    /// Throws `conflict` where serving the folder would not be what was asked: a demo asked of a folder that is none, a
    /// demo in the open that nobody asked for, and one that is not whole.
    func opensDemo(_ folder: DataFolder, isAsked: Bool) throws(PlanError) -> Bool {
        switch folder.demo {
        case nil where isAsked: throw refusal("demo.folder-is-none", folder)
        case nil: return false
        case .unfinished: throw refusal("demo.not-whole", folder)
        case .whole where isAsked || (isLoopback && !isBehindProxy): return true
        case .whole: throw refusal("demo.in-the-open", folder)
        }
    }

    private func refusal(_ key: String, _ folder: DataFolder) -> PlanError {
        PlanError(.conflict, Reason(key, ["folder": .text(folder.location.path), "host": .text(host)]))
    }
}
