import Foundation
import PlanDomain
import Testing
import Workflow

@testable import Web

/// A form that would be taken in: where it stands, who sends it, and what they fill in. Every wrong way of sending it is
/// made from this right one.
///
/// Addresses bear names such as `:plan` for things of the scene.
struct ValidPost: Sendable, CustomTestStringConvertible {
    let route: SiteRoute
    let sender: Sender
    /// The page on which the form stands.
    let page: String
    var typed: [(String, String)] = []
    /// Tells the form from others on its page that lead to the same address.
    var mark = ""
    /// Where the form on the page leads, where that is not the route itself.
    var formAddress: String?
    /// Things of the scene under a name of this form's own.
    var own: [String: String] = [:]
    /// Fields that the handler does not read in this way of sending it, or in which anything will do.
    var unread: Set<String> = []
    /// Boxes to tick, all of that name.
    var ticks: Set<String> = []
    /// Fields in which anything will do, as long as it is one thing.
    var free: Set<String> = []
    var file: (String, String, [UInt8])?
    /// How many characters no text of it may have.
    var overlong: Int?
    /// Whether a form without any answer is a right one: a mere button.
    var asksNothing = false
    /// Whether it leaves everything as it is even where it is right.
    var changesNothing = false
    /// Tables in which words are kept that could not be taken in, so that nothing typed is lost.
    var keepsWords: Set<String> = []
    /// How long after the scene begins it may first be sent, in seconds.
    var begins: TimeInterval = 0
    /// Past the last moment at which it may be sent; nil where there is none.
    var deadline: TimeInterval?
    /// The same form again is a new one: somebody signs in anew.
    var mayBeRepeated = false

    init(_ route: SiteRoute, by sender: Sender, on page: String? = nil, _ typed: [(String, String)] = []) {
        self.route = route
        self.sender = sender
        self.page = page ?? route.template
        self.typed = typed
    }

    var testDescription: String { "\(route)\(mark.isEmpty ? "" : " (\(mark))")" }

    /// With changes, for a table that is read row by row.
    func with(_ change: (inout ValidPost) -> Void) -> ValidPost {
        var post = self
        change(&post)
        return post
    }

    /// An address with the names filled in.
    func address(_ template: String, in scene: AbuseScene, _ replaced: [String: String] = [:]) -> String {
        let names = scene.names.merging(own) { $1 }.merging(replaced) { $1 }
        // Longer names first, so that none is taken for the beginning of another; twice, for a name that stands for one.
        return (1...2).reduce(template) { text, _ in
            names.sorted { $0.key.count > $1.key.count }.reduce(text) { $0.replacing(":" + $1.key, with: $1.value) }
        }
    }

    func answers(in scene: AbuseScene) -> [(String, String)] {
        typed.map { ($0.0, $0.1.hasPrefix(":") ? address($0.1, in: scene) : $0.1) }
    }

    func target(in scene: AbuseScene, _ replaced: [String: String] = [:]) -> String {
        address(route.template, in: scene, replaced)
    }

    /// The names in the shape of the address.
    var parameters: [String] {
        route.template.split(separator: "/").filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) }
    }
}

extension ValidPost {
    static let all =
        people + contacts + settings + account + signIn + drafting + starting + annexes + structure + partner + inputs
        + rounds + intake + sessions + secretary + surveys + feedback + privacy + likeness

    static func date(_ name: String, _ day: String, _ month: String, _ year: String) -> [(String, String)] {
        Array(zip(FormField.dateParts(of: name), [day, month, year]))
    }
}
