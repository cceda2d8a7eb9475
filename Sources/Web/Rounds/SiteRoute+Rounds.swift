/// Preparing rounds and inviting partners.
extension SiteRoute {
    static let rounds = SiteRoute(.get, "/plannen/:plan/rondes", access: .plan(.consult))
    static let newRound = SiteRoute(.get, "/plannen/:plan/rondes/nieuw", access: .plan(.consult))
    static let prepareRound = SiteRoute(.post, "/plannen/:plan/rondes/nieuw", access: .plan(.consult))
    static let round = SiteRoute(.get, "/plannen/:plan/rondes/:round", access: .plan(.consult))
    static let roundPreparation = SiteRoute(
        .get, "/plannen/:plan/rondes/:round/voorbereiden", access: .plan(.consult))
    static let reviseRound = SiteRoute(.post, "/plannen/:plan/rondes/:round/voorbereiden", access: .plan(.consult))
    static let roundOpening = SiteRoute(.get, "/plannen/:plan/rondes/:round/openen", access: .plan(.consult))
    static let openRound = SiteRoute(.post, "/plannen/:plan/rondes/:round/openen", access: .plan(.consult))
    static let roundExtension = SiteRoute(.get, "/plannen/:plan/rondes/:round/verlengen", access: .plan(.consult))
    static let extendRound = SiteRoute(.post, "/plannen/:plan/rondes/:round/verlengen", access: .plan(.consult))
    static let roundClosing = SiteRoute(.get, "/plannen/:plan/rondes/:round/sluiten", access: .plan(.consult))
    static let closeRound = SiteRoute(.post, "/plannen/:plan/rondes/:round/sluiten", access: .plan(.consult))
    static let inviteToRounds = SiteRoute(
        .post, "/plannen/:plan/contactpersonen/:contact/uitnodigen", access: .plan(.consult))
    static let withdrawInvitation = SiteRoute(
        .post, "/plannen/:plan/contactpersonen/:contact/intrekken", access: .plan(.consult))
}
