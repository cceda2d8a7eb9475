/// Telling people what became of their inputs, and where they find it themselves.
extension SiteRoute {
    // For who sent something in under their own name.
    static let answers = SiteRoute(.get, "/plannen/:plan/meedoen/inbreng", access: .contributor)
    static let answersDocument = SiteRoute(.get, "/plannen/:plan/meedoen/inbreng/document", access: .contributor)
    static let replyForm = SiteRoute(.get, "/plannen/:plan/meedoen/inbreng/:number/antwoord", access: .contributor)
    static let sendReply = SiteRoute(.post, "/plannen/:plan/meedoen/inbreng/:number/antwoord", access: .contributor)

    // For who holds a code: nothing is shown before it was given.
    static let follow = SiteRoute(.get, "/volg", access: .everyone)
    static let sendFollow = SiteRoute(.post, "/volg", access: .everyone)
    static let stopFollowing = SiteRoute(.post, "/volg/stop", access: .everyone)
    static let followed = SiteRoute(.get, "/volg/inbreng", access: .everyone)
    static let followedDocument = SiteRoute(.get, "/volg/inbreng/document", access: .everyone)
    static let followedReplyForm = SiteRoute(.get, "/volg/inbreng/:number/antwoord", access: .everyone)
    static let sendFollowedReply = SiteRoute(.post, "/volg/inbreng/:number/antwoord", access: .everyone)

    // For the office.
    static let feedback = SiteRoute(
        .get, "/plannen/:plan/rondes/:round/terugkoppeling", access: .plan(.adoptDispositions))
    static let sendFeedback = SiteRoute(
        .post, "/plannen/:plan/rondes/:round/terugkoppeling", access: .plan(.adoptDispositions))
    static let printFeedback = SiteRoute(
        .post, "/plannen/:plan/rondes/:round/terugkoppeling/brieven", access: .plan(.adoptDispositions))
    static let followSlip = SiteRoute(
        .post, "/plannen/:plan/inname/stuk/:letter/volgcode", access: .plan(.handleInputs))
}
