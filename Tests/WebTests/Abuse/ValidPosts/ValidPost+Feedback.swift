@testable import Web

/// Forms by which people are told what became of their inputs, and by which they answer that.
extension ValidPost {
    private static let desk = "/plannen/:plan/rondes/:round/terugkoppeling"
    private static let reply = [("oordeel", "betwist"), ("reden", "Zo bedoelde ik het niet.")]

    static let feedback = [
        ValidPost(.sendReply, by: .fireBrigade, reply).with { $0.own = ["number": ":answered"] },
        ValidPost(.sendFollow, by: .visitor, [("code", SceneSecret.follow.text)]).with { $0.changesNothing = true },
        ValidPost(.stopFollowing, by: .resident, on: "/volg/inbreng").with {
            $0.asksNothing = true
            $0.changesNothing = true
        },
        ValidPost(.sendFollowedReply, by: .resident, reply).with { $0.own = ["number": ":written"] },
        ValidPost(.sendFeedback, by: .editor, on: desk).with { $0.asksNothing = true },
        ValidPost(.printFeedback, by: .editor, on: desk, [("welke", "nieuw")]),
        ValidPost(.followSlip, by: .handler, on: "/plannen/:plan/inname/stuk/:letter").with { $0.asksNothing = true },
    ]
}
