/// Taking in what reaches the office beside the form. All of it may name people, so all of it is for who handles inputs;
/// the file that a document came in as is asked of `IntakeDesk` for who sees everything.
extension SiteRoute {
    static let intake = SiteRoute(.get, "/plannen/:plan/inname", access: .plan(.handleInputs))
    static let newIntake = SiteRoute(.get, "/plannen/:plan/inname/nieuw", access: .plan(.handleInputs))
    static let takeIntake = SiteRoute(
        .post, "/plannen/:plan/inname/nieuw", access: .plan(.handleInputs), limits: .files(megabytes: 25))
    static let intakeDocument = SiteRoute(
        .get, "/plannen/:plan/inname/stuk/:letter", access: .plan(.handleInputs))
    static let cutIntake = SiteRoute(
        .post, "/plannen/:plan/inname/stuk/:letter/inbreng", access: .plan(.handleInputs), limits: .text)
    static let decideLate = SiteRoute(
        .post, "/plannen/:plan/inname/stuk/:letter/te-laat", access: .plan(.handleInputs))
    static let finishIntake = SiteRoute(
        .post, "/plannen/:plan/inname/stuk/:letter/klaar", access: .plan(.handleInputs))
    static let takeEnclosure = SiteRoute(
        .post, "/plannen/:plan/inname/stuk/:letter/bijlage/:enclosure", access: .plan(.handleInputs))
    static let intakeOriginal = SiteRoute(
        .get, "/plannen/:plan/inname/stuk/:letter/origineel", access: .plan(.readInputs))

    // Lists of reactions.
    static let newSheet = SiteRoute(.get, "/plannen/:plan/inname/lijst", access: .plan(.handleInputs))
    static let takeSheet = SiteRoute(
        .post, "/plannen/:plan/inname/lijst", access: .plan(.handleInputs), limits: .files(megabytes: 25))
    static let intakeSheet = SiteRoute(.get, "/plannen/:plan/inname/lijst/:letter", access: .plan(.handleInputs))
    static let readSheet = SiteRoute(.post, "/plannen/:plan/inname/lijst/:letter", access: .plan(.handleInputs))
}
