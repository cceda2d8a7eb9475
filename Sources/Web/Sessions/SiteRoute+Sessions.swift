/// Sessions at which people are heard. Who works on the plan reads them; what is secret of a closed one leaves their pages
/// for nobody.
extension SiteRoute {
    static let sittings = SiteRoute(.get, "/plannen/:plan/sessies", access: .plan(.readWorking))
    static let newSitting = SiteRoute(.get, "/plannen/:plan/sessies/nieuw", access: .plan(.recordSessions))
    static let planSitting = SiteRoute(.post, "/plannen/:plan/sessies/nieuw", access: .plan(.recordSessions))
    static let sitting = SiteRoute(.get, "/plannen/:plan/sessies/:sitting", access: .plan(.readWorking))
    static let sittingChange = SiteRoute(
        .get, "/plannen/:plan/sessies/:sitting/wijzigen", access: .plan(.recordSessions))
    static let changeSitting = SiteRoute(
        .post, "/plannen/:plan/sessies/:sitting/wijzigen", access: .plan(.recordSessions))
    static let cancelSitting = SiteRoute(
        .post, "/plannen/:plan/sessies/:sitting/afzeggen", access: .plan(.recordSessions))
    static let holdSitting = SiteRoute(
        .post, "/plannen/:plan/sessies/:sitting/gehouden", access: .plan(.recordSessions))
    static let writeReport = SiteRoute(
        .post, "/plannen/:plan/sessies/:sitting/verslag", access: .plan(.recordSessions), limits: .text)
    static let approveReport = SiteRoute(
        .post, "/plannen/:plan/sessies/:sitting/goedkeuren", access: .plan(.recordSessions))
    static let stateInSitting = SiteRoute(
        .post, "/plannen/:plan/sessies/:sitting/inbreng", access: .plan(.handleInputs), limits: .text)
}
